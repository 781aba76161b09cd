package dynlab.export;

import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.numeric.Decimals;
import dynlab.scene.Address;
import dynlab.scene.FileScene;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is taken away: a run, by its address or its file.
 *
 * @param experiment what is run
 * @param scene the lesson; of a file, one that shows the file
 * @param config its settings
 * @param time the step that the address names
 * @param look what else the address says: theme, digest
 * @param query the address behind # or ?, or nothing of a file
 */
public record Taken(
        Experiment experiment,
        Scene scene,
        SceneConfig config,
        OptionalDouble time,
        Map<String, String> look,
        String query) {
    public Taken {
        look = Map.copyOf(look);
    }

    /**
     * That of the address of a lesson.
     *
     * @throws Refused if a part of it cannot be understood
     */
    public static Taken of(String query, Decimals decimals) {
        Address address = Address.parse(query, decimals);
        return of(address, address.scene().experiment(address.config()), query);
    }

    /**
     * That of an address which carries a file.
     *
     * @param file the unpacked file
     * @param rest the parts of the address beside it
     * @param query all of the address
     * @throws Refused if a part of it cannot be understood
     */
    public static Taken of(String file, String rest, String query, Decimals decimals) {
        Experiment experiment = ExperimentCodec.read(file, decimals);
        return of(Address.parse(rest, decimals, new FileScene(experiment)), experiment, query);
    }

    /** That of a file. */
    public static Taken of(Experiment experiment) {
        FileScene scene = new FileScene(experiment);
        return new Taken(experiment, scene, SceneConfig.initial(scene.knobs()), OptionalDouble.empty(), Map.of(), "");
    }

    private static Taken of(Address address, Experiment experiment, String query) {
        if (!address.problems().isEmpty()) {
            throw new Refused("address", String.join(" ", address.problems()));
        }
        return new Taken(experiment, address.scene(), address.config(), address.time(), address.look(), query);
    }

    /** The digest that the address names. */
    public Optional<String> digest() {
        return Optional.ofNullable(look.get("digest"));
    }

    /** The step that it shows. */
    public double step() {
        return time.orElse(Math.rint(scene.opensAt(config)));
    }
}
