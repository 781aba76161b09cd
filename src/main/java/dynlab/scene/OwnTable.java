package dynlab.scene;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.numeric.Svd;
import dynlab.task.Level;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of the reader's own as the world of a lesson. In an address it is one text: the names of the items, then every
 * property with a value for each item, {@code table=Shark,Tuna,Robin|swims:1,1,0|weight:0.9,0.6,0.1}. In the lesson on
 * regression the items are examples, and a property whose name begins with {@code >} is what is asked.
 */
public final class OwnTable implements OwnWorld {
    /** The knob that holds it. */
    public static final String KEY = "table";

    /** Items, and properties. */
    public static final int MOST = 64;
    /** Characters; what is longer than an address can be is carried by a file. */
    private static final int LONGEST = 200_000;

    /** Modes weaker than this share of the strongest are not waited for. */
    private static final double WEAK = 0.1;

    /** In front of the name of a property that is asked of examples. */
    private static final String ASKED = ">";

    /** Items and what is true of them. */
    static final OwnWorld ITEMS = new OwnTable("");

    /** Examples, of which some numbers are asked for the others. */
    static final OwnWorld EXAMPLES = new OwnTable(ASKED);

    private final String symbol;

    private OwnTable(String symbol) {
        this.symbol = symbol;
    }

    @Override
    public List<Knob> with(List<Knob> knobs) {
        List<Knob> all = new ArrayList<>(knobs);
        all.add(new Knob.Text(
                KEY,
                Words.say("scene.own-table.your-table"),
                symbol,
                Words.say("scene.own-table.tip"),
                LONGEST,
                "",
                OwnTable::complaint));
        return List.copyOf(all);
    }

    @Override
    public Optional<World> world(SceneConfig config) {
        String text = config.text(KEY);
        return text.isEmpty() ? Optional.empty() : Optional.of(read(text));
    }

    @Override
    public Lesson lesson(Lesson usual) {
        return usual.asks(Words.say("scene.own-table.asks"))
                .gesture(Words.say("scene.own-table.gesture"))
                .explains(Words.say("scene.own-table.explains"));
    }

    /** Whether a lesson can learn a table of the reader's own. */
    public static boolean takenBy(Scene scene) {
        for (Knob knob : scene.knobs()) {
            if (knob.key().equals(KEY)) {
                return true;
            }
        }
        return false;
    }

    /** Whether some properties of a lesson's table are asked for the others. */
    public static boolean asks(Scene scene) {
        for (Knob knob : scene.knobs()) {
            if (knob instanceof Knob.Text text && text.key().equals(KEY)) {
                return text.symbol().equals(ASKED);
            }
        }
        return false;
    }

    /** What is wrong with a text that should be a table; empty if nothing is. */
    static String complaint(String text) {
        if (text.isEmpty()) {
            return "";
        }
        List<String> parts = split(text, '|');
        List<String> items = split(parts.get(0), ',');
        if (items.size() < 2 || items.size() > MOST || parts.size() < 2 || parts.size() > MOST + 1) {
            return Words.say("scene.own-table.expects-size", Integer.toString(MOST));
        }
        for (String name : items) {
            if (!good(name)) {
                return Words.say("scene.own-table.expects-names", Integer.toString(NameText.LONGEST));
            }
        }
        for (String part : parts.subList(1, parts.size())) {
            int colon = part.indexOf(':');
            if (colon < 1 || !good(part.substring(0, colon))) {
                return Words.say("scene.own-table.expects-names", Integer.toString(NameText.LONGEST));
            }
            List<String> values = split(part.substring(colon + 1), ',');
            boolean numbers = values.size() == items.size();
            for (String value : values) {
                numbers &= Decimal.wellFormed(value) && value.length() <= 16;
            }
            if (!numbers) {
                return Words.say(
                        "scene.own-table.expects-values", part.substring(0, colon), Integer.toString(items.size()));
            }
        }
        return "";
    }

    private static boolean good(String name) {
        return !name.isEmpty() && name.length() <= NameText.LONGEST && NameText.visible(name);
    }

    /** A text that has no complaint, as a world. */
    private static World read(String text) {
        List<String> parts = split(text, '|');
        List<String> items = split(parts.get(0), ',');
        List<String> properties = new ArrayList<>();
        double[] values = new double[(parts.size() - 1) * items.size()];
        int at = 0;
        for (String part : parts.subList(1, parts.size())) {
            int colon = part.indexOf(':');
            properties.add(part.substring(0, colon));
            for (String value : split(part.substring(colon + 1), ',')) {
                values[at++] = number(value);
            }
        }
        World plain = World.plain(items, properties, Matrix.of(properties.size(), items.size(), values));
        return new World(items, properties, plain.y(), plain.tree(), List.<Level>of(), true);
    }

    /** At most fifteen digits and a power of ten that is a double: one division, or one product, rounds it right. */
    private static double number(String text) {
        double digits = 0;
        int places = 0;
        boolean point = false;
        int end = text.length();
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (exponent >= 0) {
            String power = text.substring(exponent + 1);
            int sign = power.startsWith("-") ? -1 : 1;
            int from = power.startsWith("-") || power.startsWith("+") ? 1 : 0;
            places = -sign * Numbers.whole(power.substring(from));
            end = exponent;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                point = true;
            } else if (c != '-') {
                digits = 10 * digits + (c - '0');
                places += point ? 1 : 0;
            }
        }
        double power = 1;
        for (int k = 0; k < Math.min(Math.abs(places), 300); k++) {
            power *= 10;
        }
        double value = places > 0 ? digits / power : digits * power;
        return text.startsWith("-") ? -value : value;
    }

    /**
     * A table as the text that an address holds. Names lose what parts them, and are cut; values are given as decimals.
     *
     * @param values properties × items, as decimals
     */
    public static String write(List<String> items, List<String> properties, List<List<String>> values) {
        StringBuilder text = new StringBuilder();
        List<String> names = names(items, false);
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : ",").append(names.get(i));
        }
        List<String> rows = names(properties, true);
        for (int p = 0; p < rows.size(); p++) {
            text.append('|').append(rows.get(p)).append(':');
            for (int i = 0; i < names.size(); i++) {
                text.append(i == 0 ? "" : ",").append(values.get(p).get(i));
            }
        }
        return text.toString();
    }

    /** Names that can stand in an address, each another one. */
    private static List<String> names(List<String> wanted, boolean asked) {
        List<String> names = new ArrayList<>();
        for (String name : wanted) {
            StringBuilder plain = new StringBuilder();
            for (int i = 0; i < Math.min(name.length(), NameText.LONGEST); i++) {
                char c = name.charAt(i);
                boolean parts = ",|:".indexOf(c) >= 0 || c == '>' && !(asked && i == 0);
                plain.append(parts || !NameText.visible(String.valueOf(c)) ? ' ' : c);
            }
            String once = plain.toString().trim();
            once = once.isEmpty() ? "?" : once;
            String other = once;
            for (int k = 2; names.contains(other); k++) {
                String number = " " + k;
                other = once.substring(0, Math.min(once.length(), NameText.LONGEST - number.length())) + number;
            }
            names.add(other);
        }
        return names;
    }

    private static List<String> split(String text, char sign) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == sign) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    /**
     * The settings of a lesson with a table, and with a learning rate and a number of epochs at which its modes are learned:
     * steps below 0.4 of what the strongest mode bears, and half as many again as the weakest of note needs.
     *
     * @throws BadSetting if the text is no table
     */
    public static SceneConfig with(Scene scene, SceneConfig config, String text) {
        SceneConfig next = config.with(KEY, text);
        for (Knob knob : scene.knobs()) {
            // settings of the lesson's own world
            if (knob instanceof Knob.Text other && !other.key().equals(KEY)) {
                next = next.with(other.key(), other.initial());
            }
        }
        Context all = scene.experiment(next).contexts().get(0);
        Matrix y = all.y().values().iterator().next();
        Matrix x = all.x().values().iterator().next();
        double share = all.weights()[0];
        double[] s = Svd.thin(y.times(x.transpose()).scaled(share)).s();
        double steep = Svd.thin(x.times(x.transpose()).scaled(share)).s()[0];
        double most = Math.max(s[0], steep);
        double rate = 0;
        for (Knob knob : scene.knobs()) {
            if (knob instanceof Knob.Real real && real.key().equals("rate")) {
                rate = rounded(Math.max(real.least(), Math.min(real.most(), 0.4 / Math.max(most, 1e-6))));
                next = next.with("rate", Math.max(real.least(), Math.min(real.most(), rate)));
            }
        }
        double slowest = 0;
        for (double one : s) {
            if (one > WEAK * s[0] && one > 0) {
                slowest = Math.max(slowest, start(scene, next, one) / ExactMath.log(1 + one * rate));
            }
        }
        for (Knob knob : scene.knobs()) {
            if (knob instanceof Knob.Whole whole && whole.key().equals("epochs")) {
                double wanted = 50 * Math.ceil((1.5 * slowest + 20) / 50);
                next = next.with("epochs", Math.max(whole.least(), Math.min(whole.most(), wanted)));
            }
        }
        return next;
    }

    /** The experiment of a lesson with a table that no address can hold: for a file, with the names in it. */
    public static Experiment file(Scene scene, SceneConfig config) {
        Experiment experiment = scene.experiment(config);
        World world = scene.world(config);
        List<Node> nodes = new ArrayList<>();
        for (Node node : experiment.architecture().nodes()) {
            boolean named = node.role() == Role.OUTPUT
                    && node.width() == world.properties().size();
            nodes.add(
                    named
                            ? new Node(
                                    node.id(),
                                    node.role(),
                                    node.width(),
                                    node.activation(),
                                    node.leak(),
                                    node.bias(),
                                    world.properties())
                            : node);
        }
        List<Context> contexts = new ArrayList<>();
        for (Context all : experiment.contexts()) {
            contexts.add(new Context(
                    all.name(),
                    all.train(),
                    all.weights(),
                    all.gates(),
                    all.x(),
                    all.y(),
                    all.during(),
                    world.items()));
        }
        return new Experiment(
                experiment.name(),
                experiment.description(),
                new Architecture(nodes, experiment.architecture().edges()),
                contexts,
                experiment.start(),
                experiment.training(),
                experiment.record(),
                experiment.theory(),
                experiment.extras());
    }

    /** How many times a mode grows by e until it is learned. */
    private static double start(Scene scene, SceneConfig config, double strength) {
        double start = 1;
        for (Knob knob : scene.knobs()) {
            if (knob.key().equals("gamma")) {
                start = config.real("gamma");
            } else if (knob.key().equals("sigma")) {
                start = config.real("sigma") * config.real("sigma");
            }
        }
        return Math.max(1, ExactMath.log(strength / start));
    }

    /** To two digits. */
    private static double rounded(double rate) {
        double unit = 1;
        while (unit > rate) {
            unit /= 10;
        }
        return Math.floor(10 * rate / unit) * unit / 10;
    }
}
