package dynlab.view.plot;

import dynlab.architecture.Context;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.measure.HalfTime;
import dynlab.numeric.Matrix;
import dynlab.theory.modes.Modes;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Numbers;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A race as lanes: how far each pathway has come with the strongest mode of a route, and when it was half-way. The goal is
 * the task's, the same for all: what two pathways of one network have learned adds up to it.
 */
public final class LanesPlot implements View {
    @Override
    public String id() {
        return "lanes";
    }

    @Override
    public String title() {
        return "The race";
    }

    @Override
    public String hint() {
        return "strongest mode, share of the goal";
    }

    /** One pathway: its name, how far it has come at each record, and the step at which it was half-way (−1: never). */
    private record Lane(String name, RunView run, double[] share, double half) {}

    private static List<Lane> lanes(Frame frame) {
        List<Lane> lanes = new ArrayList<>();
        boolean several = frame.runs().size() > 1;
        for (int r = 0; r < frame.runs().size(); r++) {
            RunView run = frame.runs().get(r);
            String name = r == 0 ? frame.name() : frame.rivals().get(r - 1).name();
            double goal = goal(run.experiment());
            for (List<EdgeGroups.Group> pathway : pathways(run)) {
                double[] share = product(run, pathway);
                for (int i = 0; i < share.length; i++) {
                    share[i] /= goal;
                }
                lanes.add(new Lane(several ? name : hidden(pathway).name(), run, share, half(run, share)));
            }
        }
        return lanes;
    }

    /**
     * The groups of edges from input to output that make one pathway each: of every layer the group with the most paths,
     * then that with the next most. None where layers have not equally many groups.
     */
    private static List<List<EdgeGroups.Group>> pathways(RunView run) {
        Map<Integer, List<EdgeGroups.Group>> layers = new LinkedHashMap<>();
        for (EdgeGroups.Group group : run.edgeGroups()) {
            layers.computeIfAbsent(group.layer(), k -> new ArrayList<>()).add(group);
        }
        int most = 0;
        for (List<EdgeGroups.Group> layer : layers.values()) {
            layer.sort((a, b) -> Double.compare(b.paths(), a.paths()));
            most = Math.max(most, layer.size());
        }
        List<List<EdgeGroups.Group>> pathways = new ArrayList<>();
        for (int k = 0; k < most; k++) {
            List<EdgeGroups.Group> pathway = new ArrayList<>();
            for (List<EdgeGroups.Group> layer : layers.values()) {
                if (layer.size() != most) {
                    return List.of();
                }
                pathway.add(layer.get(k));
            }
            pathways.add(pathway);
        }
        return pathways;
    }

    private static EdgeGroups.Group hidden(List<EdgeGroups.Group> pathway) {
        return pathway.get(pathway.size() / 2);
    }

    /** Strength of the strongest mode along a pathway: the product of its layers', which lie along one another. */
    private static double[] product(RunView run, List<EdgeGroups.Group> pathway) {
        double[] product = new double[run.steps().length];
        Arrays.fill(product, 1);
        for (EdgeGroups.Group layer : pathway) {
            double[] strength = layer.strength().get(0);
            for (int i = 0; i < product.length; i++) {
                product[i] *= strength[i];
            }
        }
        return product;
    }

    /** Where the strongest mode of one route has to come: s / d, s of its Σ^yx and d the variance of its inputs. */
    static double goal(Experiment experiment) {
        for (Context context : experiment.contexts()) {
            for (Matrix x : context.x().values()) {
                for (Matrix y : context.y().values()) {
                    if (context.train() && x.columns() == y.columns()) {
                        double variance = 0;
                        for (int i = 0; i < x.rows(); i++) {
                            for (int n = 0; n < x.columns(); n++) {
                                variance += x.at(i, n) * x.at(i, n) / x.rows();
                            }
                        }
                        return Math.max(1e-12, Modes.of(times(y, x)).s()[0] / Math.max(1e-300, variance));
                    }
                }
            }
        }
        return 1;
    }

    /** Y Xᵀ. */
    private static Matrix times(Matrix y, Matrix x) {
        double[] product = new double[y.rows() * x.rows()];
        for (int r = 0; r < y.rows(); r++) {
            for (int c = 0; c < x.rows(); c++) {
                for (int n = 0; n < x.columns(); n++) {
                    product[r * x.rows() + c] += y.at(r, n) * x.at(c, n);
                }
            }
        }
        return Matrix.of(y.rows(), x.rows(), product);
    }

    private static double half(RunView run, double[] share) {
        return HalfTime.rising(run.steps(), share, 0.5).orElse(-1);
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.SINGULAR_VALUES).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        List<Lane> lanes = lanes(frame);
        if (lanes.isEmpty()) {
            pen.text("Not recorded.", space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        double pitch = Math.min(46, (space.h() - 10) / lanes.size());
        double end = space.right() - 40;
        for (int k = 0; k < lanes.size(); k++) {
            Lane lane = lanes.get(k);
            double y = space.y() + 12 + k * pitch;
            Ink ink = Ink.category(k);
            double share = Math.max(0, Math.min(1, lane.run().at(lane.share(), frame.step())));
            String half = lane.half() < 0
                    ? "never half-way"
                    : "half-way at " + Numbers.fixed(lane.half(), lane.half() < 20 ? 1 : 0);
            pen.textIfFree(lane.name(), space.x(), y, TextStyle.NAME);
            boolean passed = lane.half() >= 0 && frame.step() >= lane.half();
            pen.textIfFree(half, end, y, (passed ? TextStyle.NAME.strong() : TextStyle.TICK).end());
            double track = y + 9;
            pen.rect(new Box(space.x(), track, end - space.x(), 8), 4, Paint.of(Ink.LINE));
            if (share > 0.01) {
                pen.rect(new Box(space.x(), track, share * (end - space.x()), 8), 4, Paint.of(ink));
            }
            double middle = (space.x() + end) / 2;
            pen.line(middle, track - 2, middle, track + 10, Stroke.of(Ink.INK_3, Weight.HAIR));
            pen.textIfFree(Numbers.fixed(100 * share, 0) + " %", end + 6, track + 8, TextStyle.TICK);
        }
        double foot = space.y() + 12 + lanes.size() * pitch + 8;
        if (!frame.name().isEmpty() && foot < space.bottom()) {
            pen.textIfFree(hint(), space.x(), foot, TextStyle.TICK);
        }
    }
}
