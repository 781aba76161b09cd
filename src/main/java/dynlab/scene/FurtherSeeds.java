package dynlab.scene;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.numeric.Seeds;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Runs of a lesson that differ from its own by their seed alone: what is drawn of them is their error and their modes. */
public final class FurtherSeeds {
    /** The part of an address that asks for them, and its value. */
    public static final String KEY = "starts";

    public static final String WANTED = "1";

    /** How many there are beside a lesson's own run. */
    public static final int COUNT = 4;

    /** The views that show them. */
    private static final List<String> VIEWS = List.of("loss", "logloss", "modes");

    private FurtherSeeds() {}

    /** Whether a lesson has them, and a figure that shows them. */
    public static boolean of(Scene scene, SceneConfig config) {
        boolean shown = false;
        for (String view : scene.panels(config).centre()) {
            shown |= VIEWS.contains(view);
        }
        return shown && scene.furtherSeeds(config);
    }

    /** The settings of the k-th, k from 1; after the largest seed comes 0. */
    public static SceneConfig config(SceneConfig own, int k) {
        double seed = own.real("seed") + k;
        return own.with("seed", seed > Seeds.MOST ? seed - Seeds.MOST - 1 : seed);
    }

    /** The run of the k-th, recorded as far as it is drawn. */
    public static Experiment experiment(Scene scene, SceneConfig own, int k) {
        return asDrawn(scene.experiment(config(own, k)));
    }

    /** The same run, recorded so. */
    public static Experiment asDrawn(Experiment whole) {
        Set<Quantity> drawn = EnumSet.of(Quantity.LOSS);
        if (whole.record().quantities().contains(Quantity.MODE_STRENGTH)) {
            drawn.add(Quantity.MODE_STRENGTH);
        }
        return whole.with(new RecordPlan(whole.record().when(), drawn), false);
    }
}
