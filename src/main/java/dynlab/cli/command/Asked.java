package dynlab.cli.command;

import dynlab.cli.InputFile;
import dynlab.experiment.Refused;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.export.Taken;
import dynlab.numeric.Decimals;
import dynlab.scene.FileLink;
import java.util.Optional;

/** What a command is asked to run: an experiment file, or a link with all that it says. */
final class Asked {
    private Asked() {}

    /**
     * Reads an address or the name of a file.
     *
     * @throws Refused if it cannot be understood
     */
    static Taken of(String what, Decimals decimals) {
        int hash = Math.max(what.indexOf('#'), what.indexOf('?'));
        String query = what.substring(hash + 1);
        Optional<FileLink> file = FileLink.of(query);
        if (file.isPresent()) {
            return Taken.of(PackedFile.unpack(file.get().code()), file.get().rest(), query, decimals);
        }
        return query.startsWith("scene=")
                ? Taken.of(query, decimals)
                : Taken.of(ExperimentCodec.read(InputFile.read(what), decimals));
    }
}
