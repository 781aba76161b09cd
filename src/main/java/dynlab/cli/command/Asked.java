package dynlab.cli.command;

import dynlab.cli.InputFile;
import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.numeric.Decimals;
import dynlab.scene.Address;
import dynlab.scene.FileLink;
import dynlab.scene.FileScene;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a command is asked to run: an experiment file, or a link with all that it says.
 *
 * @param experiment what is run
 * @param scene the lesson; of a file, one that shows the file
 * @param config its settings
 * @param time the step that the link names
 * @param look what else the link says: theme, digest
 * @param link the address behind the #, or nothing of a file
 */
record Asked(
        Experiment experiment,
        Scene scene,
        SceneConfig config,
        OptionalDouble time,
        Map<String, String> look,
        String link) {
    /**
     * Reads an address or the name of a file.
     *
     * @throws Refused if it cannot be understood
     */
    static Asked of(String what, Decimals decimals) {
        int hash = Math.max(what.indexOf('#'), what.indexOf('?'));
        String query = what.substring(hash + 1);
        Optional<FileLink> file = FileLink.of(query);
        if (file.isPresent()) {
            Experiment experiment =
                    ExperimentCodec.read(PackedFile.unpack(file.get().code()), decimals);
            FileScene scene = new FileScene(experiment);
            return of(Address.parse(file.get().rest(), decimals, scene), experiment, query);
        }
        if (!query.startsWith("scene=")) {
            Experiment experiment = ExperimentCodec.read(InputFile.read(what), decimals);
            FileScene scene = new FileScene(experiment);
            return new Asked(
                    experiment, scene, SceneConfig.initial(scene.knobs()), OptionalDouble.empty(), Map.of(), "");
        }
        Address address = Address.parse(query, decimals);
        return of(address, address.scene().experiment(address.config()), query);
    }

    private static Asked of(Address address, Experiment experiment, String query) {
        if (!address.problems().isEmpty()) {
            throw new Refused("address", String.join(" ", address.problems()));
        }
        return new Asked(experiment, address.scene(), address.config(), address.time(), address.look(), query);
    }

    /** The digest that the link names. */
    Optional<String> digest() {
        return Optional.ofNullable(look.get("digest"));
    }
}
