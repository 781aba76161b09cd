package dynlab.view.map;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.measure.TestedRoutes;
import dynlab.view.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The routes of a network with several inputs and outputs, as far as each has one context that tests it.
 *
 * @param inputs number of inputs
 * @param outputs number of outputs
 * @param roads in the order of their contexts
 */
record Roads(int inputs, int outputs, List<Road> roads) {
    /**
     * One route.
     *
     * @param input its input, counted from 0 among inputs
     * @param output its output, counted from 0 among outputs
     * @param context the context that tests it
     * @param inputNode the node of its input
     * @param outputNode the node of its output
     * @param trained whether it is trained
     */
    record Road(int input, int output, int context, int inputNode, int outputNode, boolean trained) {
        /** "2 → 5", counted from 1. */
        String name() {
            return (input + 1) + " → " + (output + 1);
        }
    }

    Roads {
        roads = List.copyOf(roads);
    }

    static Roads of(RunView run) {
        return run.once("roads", of -> found(of.experiment()));
    }

    private static Roads found(Experiment experiment) {
        Architecture graph = experiment.architecture();
        List<Integer> inputs = nodes(graph, Role.INPUT);
        List<Integer> outputs = nodes(graph, Role.OUTPUT);
        TestedRoutes tested = TestedRoutes.of(experiment.contexts());
        List<Road> roads = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            for (int c : k == 0 ? tested.trained() : tested.never()) {
                Context context = experiment.contexts().get(c);
                int input = only(graph, inputs, context.x().keySet());
                int output = only(graph, outputs, context.y().keySet());
                if (input >= 0 && output >= 0) {
                    roads.add(new Road(input, output, c, inputs.get(input), outputs.get(output), k == 0));
                }
            }
        }
        return new Roads(inputs.size(), outputs.size(), roads);
    }

    private static List<Integer> nodes(Architecture graph, Role role) {
        List<Integer> found = new ArrayList<>();
        for (int v = 0; v < graph.nodes().size(); v++) {
            if (graph.nodes().get(v).role() == role) {
                found.add(v);
            }
        }
        return found;
    }

    /** The place of the one node that a context names, −1 where it names another number of nodes. */
    private static int only(Architecture graph, List<Integer> among, Set<String> named) {
        int place = -1;
        for (String name : named) {
            place = named.size() == 1 ? among.indexOf(graph.node(name).orElse(-1)) : -1;
        }
        return place;
    }

    /** The route from an input to an output, both counted from 0. */
    Optional<Road> between(int input, int output) {
        for (Road road : roads) {
            if (road.input == input && road.output == output) {
                return Optional.of(road);
            }
        }
        return Optional.empty();
    }
}
