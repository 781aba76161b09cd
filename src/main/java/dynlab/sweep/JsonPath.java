package dynlab.sweep;

import dynlab.experiment.Refused;
import dynlab.experiment.file.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place in a JSON value, such as {@code contexts[2].x.eye[0][1]}.
 *
 * @param text the path as it was written
 * @param steps names of members as text, numbers of elements as {@link Integer}
 */
record JsonPath(String text, List<Object> steps) {
    JsonPath {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a path.
     *
     * @throws Refused if it is none
     */
    static JsonPath of(String text) {
        List<Object> steps = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            int bracket = part.indexOf('[');
            String name = bracket < 0 ? part : part.substring(0, bracket);
            if (name.isEmpty()) {
                throw new Refused(text, "is not a path; expected one such as contexts[2].weight");
            }
            steps.add(name);
            if (bracket >= 0) {
                steps.addAll(indices(text, part.substring(bracket)));
            }
        }
        return new JsonPath(text, steps);
    }

    /** What {@code [2][0]} says. */
    private static List<Integer> indices(String text, String brackets) {
        if (!brackets.matches("(\\[[0-9]{1,7}\\])+")) {
            throw new Refused(text, "is not a path; expected a whole number in every pair of brackets");
        }
        List<Integer> indices = new ArrayList<>();
        for (String one : brackets.substring(1, brackets.length() - 1).split("\\]\\[", -1)) {
            indices.add(Integer.parseInt(one));
        }
        return indices;
    }

    /**
     * The same value with another one at this place. A last name that is not there becomes a new member.
     *
     * @throws Refused if there is no such place
     */
    Json put(Json root, Json value) {
        return put(root, 0, value);
    }

    private Json put(Json at, int depth, Json value) {
        if (depth == steps.size()) {
            return value;
        }
        boolean last = depth == steps.size() - 1;
        if (steps.get(depth) instanceof String name && at instanceof Json.Members object) {
            Json child = object.members().get(name);
            if (child != null || last) {
                Map<String, Json> changed = new LinkedHashMap<>(object.members());
                changed.put(name, child == null ? value : put(child, depth + 1, value));
                return new Json.Members(changed);
            }
        } else if (steps.get(depth) instanceof Integer index && at instanceof Json.Array array) {
            if (index < array.elements().size()) {
                List<Json> changed = new ArrayList<>(array.elements());
                changed.set(index, put(changed.get(index), depth + 1, value));
                return new Json.Array(changed);
            }
        }
        throw new Refused(text, "there is no such place in the experiment");
    }
}
