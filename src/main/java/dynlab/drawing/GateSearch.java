package dynlab.drawing;

import dynlab.architecture.ReluLayers;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Refused;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Decimals;
import dynlab.words.Phrase;
import java.util.Optional;
import java.util.Set;

/** A drawing as an experiment that is followed by a search for the gates of its ReLU layers. */
public final class GateSearch {
    private GateSearch() {}

    /** Why there is nothing to search; nothing if there is. */
    public static Optional<Phrase> obstacle(Drawing drawing) {
        Optional<Phrase> obstacle = drawing.obstacle();
        if (obstacle.isPresent()) {
            return obstacle;
        }
        return ReluLayers.of(drawing.architecture()).isEmpty()
                ? Optional.of(Phrase.of("drawing.no-gates"))
                : Optional.empty();
    }

    /** The experiment; a start that is to be aligned where possible is so if it can be. */
    public static Experiment experiment(Drawing drawing) {
        Experiment aligned = searched(DrawingFile.experiment(drawing, true));
        if (drawing.settings().begin() != Settings.Begin.AUTO) {
            return aligned;
        }
        try {
            Runner.initialWeights(aligned);
            return aligned;
        } catch (Refused refused) {
            return searched(DrawingFile.experiment(drawing, false));
        }
    }

    private static Experiment searched(Experiment plain) {
        return new Experiment(
                plain.name(),
                plain.description(),
                plain.architecture(),
                plain.contexts(),
                plain.start(),
                plain.training(),
                new RecordPlan(new RecordPlan.When.Adaptive(), Set.of(Quantity.LOSS, Quantity.DISCOVERY)),
                false);
    }

    /** Its file, which the laboratory runs and which is drawn again as it was. */
    public static String file(Drawing drawing, Decimals decimals) {
        return DrawingFile.write(drawing, experiment(drawing), decimals);
    }
}
