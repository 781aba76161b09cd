package dynlab.cli.site;

import dynlab.experiment.Refused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module of this site as a classic script. A frame that is sandboxed without an origin may not fetch modules and workers
 * of the site, but it runs classic scripts.
 */
public final class ClassicScript {
    private static final Pattern EXPORTS = Pattern.compile("export\\s*\\{([^{}]*)};?\\s*$");
    private static final Pattern EXPORT = Pattern.compile("([\\w$]+)\\s+as\\s+([\\w$]+)");

    private ClassicScript() {}

    /** A script that sets a global name to an object of what the module exports. */
    public static String object(String name, String module) {
        return "var " + name + " = (function() {\n" + body(module) + "})();\n";
    }

    /** A script that declares a function in which the module runs, whose text a worker can be made of. */
    public static String function(String name, String module) {
        return "function " + name + "() {\n" + body(module) + "}\n";
    }

    /** The module with its exports given back. */
    private static String body(String module) {
        Matcher exports = EXPORTS.matcher(module);
        if (!exports.find()) {
            throw new Refused("module", "does not end in what it exports");
        }
        StringBuilder object = new StringBuilder();
        Matcher each = EXPORT.matcher(exports.group(1));
        while (each.find()) {
            object.append(object.length() == 0 ? "" : ", ")
                    .append(each.group(2))
                    .append(": ")
                    .append(each.group(1));
        }
        return module.substring(0, exports.start()) + "return { " + object + " };\n";
    }
}
