package dynlab.sweep;

import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.file.Json;
import dynlab.numeric.Decimals;
import dynlab.scene.Address;
import dynlab.scene.BadSetting;
import dynlab.scene.Knob;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What a sweep runs at every point: a lesson's own run, or an experiment. Immutable. */
sealed interface Base {
    /**
     * The experiment at some settings.
     *
     * @param settings a value for each thing that is set
     * @throws Refused if there is no such experiment
     */
    Experiment at(Map<String, Json> settings, Decimals decimals);

    /**
     * Refuses a name that nothing can be set by.
     *
     * @throws Refused with a sentence
     */
    void check(String sets);

    /** Where a seed goes unless the plan says otherwise. */
    String seed();

    /** The base in one line of text, the same for bases that mean the same. */
    String text(Decimals decimals);

    /** A lesson of the laboratory with knobs at their places. */
    record Lesson(Scene scene, SceneConfig config, String words) implements Base {
        @Override
        public Experiment at(Map<String, Json> settings, Decimals decimals) {
            return scene.experiment(moved(settings, decimals));
        }

        /** The address of the lesson at some settings. */
        String address(Map<String, Json> settings, Decimals decimals) {
            return bare(scene, moved(settings, decimals), decimals);
        }

        /** The address of a lesson, with its settings and nothing else. */
        static String bare(Scene scene, SceneConfig config, Decimals decimals) {
            return new Address(scene, config, OptionalDouble.empty(), Map.of(), List.of()).bare(decimals);
        }

        private SceneConfig moved(Map<String, Json> settings, Decimals decimals) {
            SceneConfig changed = config;
            for (Map.Entry<String, Json> setting : settings.entrySet()) {
                changed = with(changed, setting.getKey(), setting.getValue(), decimals);
            }
            return changed;
        }

        /** The same with one knob moved. */
        static SceneConfig with(SceneConfig config, String key, Json value, Decimals decimals) {
            try {
                if (value instanceof Json.Numeral number) {
                    return config.with(key, decimals.parse(number.text()));
                } else if (value instanceof Json.Text text) {
                    return config.with(key, text.value());
                }
                throw new Refused(key, "expected a number or a string, found " + value.kind());
            } catch (BadSetting bad) {
                throw new Refused(key, bad.sentence());
            }
        }

        @Override
        public void check(String sets) {
            for (Knob knob : scene.knobs()) {
                if (knob.key().equals(sets)) {
                    return;
                }
            }
            throw new Refused(sets, "is not a knob of the lesson " + scene.id());
        }

        @Override
        public String seed() {
            return "seed";
        }

        @Override
        public String text(Decimals decimals) {
            return words;
        }
    }

    /** An experiment file. */
    record File(Json json) implements Base {
        @Override
        public Experiment at(Map<String, Json> settings, Decimals decimals) {
            Json changed = json;
            for (Map.Entry<String, Json> setting : settings.entrySet()) {
                changed = JsonPath.of(setting.getKey()).put(changed, setting.getValue());
            }
            return ExperimentCodec.read(changed, decimals);
        }

        @Override
        public void check(String sets) {
            JsonPath.of(sets).put(json, new Json.Null());
        }

        @Override
        public String seed() {
            return "init.seed";
        }

        @Override
        public String text(Decimals decimals) {
            return JsonText.of(json, decimals);
        }
    }
}
