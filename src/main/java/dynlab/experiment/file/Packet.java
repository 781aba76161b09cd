package dynlab.experiment.file;

import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.experiment.search.Candidate;
import dynlab.experiment.search.Findings;
import dynlab.network.Extras;
import dynlab.network.GateGroup;
import dynlab.network.GateKind;
import dynlab.numeric.Matrix;
import dynlab.theory.Assumption;
import dynlab.theory.Badge;
import dynlab.theory.Claim;
import dynlab.theory.LayersForetold;
import dynlab.theory.Prediction;
import dynlab.theory.Premise;
import dynlab.theory.Reach;
import dynlab.theory.Saddle;
import dynlab.theory.SignTrap;
import dynlab.theory.modes.Modes;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A {@link Result} as one array of numbers and a few words: the form in which it passes from a worker to a page. Both
 * sides are the same program, so the order of the parts is the whole format.
 *
 * @param numbers all numbers, counts included
 * @param words all words
 */
public record Packet(double[] numbers, List<String> words) {
    private static final int ABSENT = 0;
    private static final int HERE = 1;
    private static final int AS_BEFORE = 2;

    private static final int NAME = 0;
    private static final int WHOLE = 1;
    private static final int WITHIN = 2;
    private static final int LISTED = 3;

    public Packet {
        words = List.copyOf(words);
    }

    /** Packs a result. */
    public static Packet of(Result result) {
        return of(result, false);
    }

    /**
     * Packs a result of a run.
     *
     * @param known whether an earlier packet of the same run had the modes, which do not change: then they stay at home
     */
    public static Packet of(Result result, boolean known) {
        Writer writer = new Writer();
        writer.trajectory(result.trajectory());
        writer.flag(result.prediction().isPresent());
        result.prediction().ifPresent(writer::prediction);
        writer.layers(result.layers());
        writer.number(result.modes().isEmpty() ? ABSENT : known ? AS_BEFORE : HERE);
        result.modes().filter(modes -> !known).ifPresent(writer::modes);
        writer.flag(result.trail().isPresent());
        result.trail().ifPresent(writer::series);
        writer.flag(result.findings().isPresent());
        result.findings().ifPresent(writer::findings);
        return new Packet(Arrays.copyOf(writer.numbers, writer.used), writer.words);
    }

    /** Where in the numbers of {@link #of(Result)} something is told record by record. */
    static List<Block> blocks(Result result) {
        Writer writer = new Writer();
        writer.trajectory(result.trajectory());
        return writer.blocks;
    }

    /**
     * Numbers of one kind at several records, one record after the other.
     *
     * @param start place of the first
     * @param records how many records
     * @param size how many numbers each has
     */
    record Block(int start, int records, int size) {}

    /**
     * Packs what a search has found, of a run of which an earlier packet had all the rest.
     *
     * @throws IllegalArgumentException if there is no search
     */
    public static Packet ofFindings(Result result) {
        Writer writer = new Writer();
        // no run has steps of no length
        writer.number(0);
        writer.findings(result.findings().orElseThrow(() -> new IllegalArgumentException("nothing was searched")));
        return new Packet(Arrays.copyOf(writer.numbers, writer.used), writer.words);
    }

    /**
     * The result that was packed, to the last bit.
     *
     * @throws IllegalArgumentException if it ends too early or too late, or has a count that cannot be
     */
    public Result result() {
        return result(Optional.empty());
    }

    /**
     * The same, where some of the run may have come before.
     *
     * @param before what an earlier packet of it had
     */
    public Result result(Optional<Result> before) {
        Reader reader = new Reader(this);
        if (numbers.length > 0 && numbers[0] == 0) {
            reader.number();
            Findings found = reader.findings();
            reader.end();
            return before.orElseThrow(() -> new IllegalArgumentException("a packet speaks of a run that has not come"))
                    .finding(found);
        }
        Trajectory trajectory = reader.trajectory();
        Optional<Prediction> prediction = reader.flag() ? Optional.of(reader.prediction()) : Optional.empty();
        LayersForetold layers = reader.layers();
        Optional<Modes> modes = modes(reader, before.flatMap(Result::modes));
        Optional<Series> trail = reader.flag() ? Optional.of(reader.series()) : Optional.empty();
        Optional<Findings> findings = reader.flag() ? Optional.of(reader.findings()) : Optional.empty();
        reader.end();
        return new Result(trajectory, prediction, layers, modes, trail, findings);
    }

    private static Optional<Modes> modes(Reader reader, Optional<Modes> before) {
        int where = reader.count();
        if (where == AS_BEFORE && before.isEmpty()) {
            throw new IllegalArgumentException("a packet speaks of modes that have not come");
        }
        return where == ABSENT ? Optional.empty() : where == AS_BEFORE ? before : Optional.of(reader.modes());
    }

    /** Puts parts one after the other. */
    private static final class Writer {
        private double[] numbers = new double[1024];
        private int used;
        private final List<String> words = new ArrayList<>();
        private final List<Block> blocks = new ArrayList<>();

        private void room(int more) {
            if (used + more > numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(used + more, 2 * numbers.length));
            }
        }

        void number(double value) {
            room(1);
            numbers[used++] = value;
        }

        void flag(boolean value) {
            number(value ? 1 : 0);
        }

        void array(double[] values) {
            number(values.length);
            room(values.length);
            System.arraycopy(values, 0, numbers, used, values.length);
            used += values.length;
        }

        void words(List<String> all) {
            number(all.size());
            words.addAll(all);
        }

        void matrix(Matrix matrix) {
            number(matrix.rows());
            number(matrix.columns());
            array(matrix.toArray());
        }

        void series(Series series) {
            number(series.rows());
            number(series.columns());
            number(series.held().length);
            for (int record : series.held()) {
                number(record);
            }
            array(series.values());
            if (series.size() > 0) {
                int length = series.values().length;
                blocks.add(new Block(used - length, length / series.size(), series.size()));
            }
        }

        void trajectory(Trajectory trajectory) {
            number(trajectory.dt());
            number(trajectory.count());
            blocks.add(new Block(used, trajectory.count(), 2));
            for (int i = 0; i < trajectory.count(); i++) {
                number(trajectory.step(i));
                number(trajectory.loss(i));
            }
            number(trajectory.series().size());
            for (Map.Entry<SeriesKey, Series> entry : trajectory.series().entrySet()) {
                words.add(entry.getKey().quantity().word());
                number(entry.getKey().first());
                number(entry.getKey().second());
                series(entry.getValue());
            }
            number(trajectory.notes().size());
            trajectory.notes().forEach(this::phrase);
            words(trajectory.digest().map(List::of).orElse(List.of()));
            number(trajectory.divergedAt().orElse(-1));
            extras(trajectory.last());
        }

        void matrices(Map<String, Matrix> matrices) {
            number(matrices.size());
            matrices.forEach((name, values) -> {
                words.add(name);
                matrix(values);
            });
        }

        void extras(Extras extras) {
            matrices(extras.biases());
            matrices(extras.feedback());
            number(extras.gates().size());
            for (GateGroup group : extras.gates()) {
                words(group.nodes());
                words.add(group.kind().name());
                flag(group.perContext());
                number(group.tau().orElse(0));
                matrix(group.initial());
            }
        }

        void prediction(Prediction prediction) {
            claim(prediction.claim());
            number(prediction.residual());
            array(prediction.loss());
            flag(prediction.modeStrength().isPresent());
            prediction.modeStrength().ifPresent(this::matrix);
            number(prediction.strength().size());
            for (Map.Entry<String, Matrix> entry : prediction.strength().entrySet()) {
                words.add(entry.getKey());
                matrix(entry.getValue());
            }
            number(prediction.map().size());
            for (Matrix map : prediction.map()) {
                matrix(map);
            }
            number(prediction.also().size());
            for (Prediction other : prediction.also()) {
                prediction(other);
            }
            flag(prediction.reach().isPresent());
            prediction.reach().ifPresent(this::reach);
        }

        void layers(LayersForetold layers) {
            array(layers.kernel());
            array(layers.features());
            array(layers.coupling());
        }

        void claim(Claim claim) {
            words.add(claim.kind());
            words.add(claim.of().name());
            number(claim.assumptions().size());
            for (Assumption assumption : claim.assumptions()) {
                words.add(assumption.premise().code());
                words.add(assumption.state().name());
                number(assumption.measure());
                number(assumption.limit());
                perhaps(assumption.subject());
            }
            number(claim.saddles().size());
            for (Saddle saddle : claim.saddles()) {
                words.add(saddle.cause().name());
                words(saddle.path());
                number(saddle.mode());
                number(saddle.required());
                number(saddle.initial());
                number(saddle.escape());
            }
            number(claim.trustedUntil());
            number(claim.distance().orElse(Double.NaN));
        }

        void reach(Reach reach) {
            words.add(reach.badge().grade().name());
            phrase(reach.badge().reason());
            number(reach.badge().measure());
            number(reach.classes());
            number(reach.residual());
            number(reach.jointResidual());
            number(reach.traps().size());
            for (SignTrap trap : reach.traps()) {
                words(trap.path());
                number(trap.mode());
                number(trap.required());
                number(trap.initial());
            }
            perhaps(reach.unsearched());
        }

        void perhaps(Optional<Phrase> phrase) {
            flag(phrase.isPresent());
            phrase.ifPresent(this::phrase);
        }

        void phrase(Phrase phrase) {
            words.add(phrase.key());
            arguments(phrase.arguments());
        }

        void arguments(List<Argument> all) {
            number(all.size());
            for (Argument argument : all) {
                if (argument instanceof Argument.Name name) {
                    number(NAME);
                    words.add(name.text());
                } else if (argument instanceof Argument.Whole whole) {
                    number(WHOLE);
                    number(whole.number());
                } else if (argument instanceof Argument.Within within) {
                    number(WITHIN);
                    phrase(within.phrase());
                } else if (argument instanceof Argument.Listed listed) {
                    number(LISTED);
                    arguments(listed.all());
                }
            }
        }

        void findings(Findings findings) {
            flag(findings.complete());
            number(findings.share());
            phrase(findings.stage());
            phrase(findings.sentence());
            flag(findings.accepted());
            number(findings.trials().size());
            for (Findings.Trial trial : findings.trials()) {
                phrase(trial.name());
                words.add(trial.kind().name());
                number(trial.nrmse());
                number(trial.aligned());
                number(trial.shift());
                number(trial.area());
                number(trial.endRatio());
                number(trial.disagreement());
            }
            number(findings.pathways().size());
            for (Findings.Pathway pathway : findings.pathways()) {
                array(pathway.gates());
                number(pathway.units());
                number(pathway.share());
            }
        }

        void modes(Modes modes) {
            matrix(modes.u());
            array(modes.s());
            matrix(modes.v());
            number(modes.blocks().size());
            for (List<Integer> block : modes.blocks()) {
                number(block.size());
                for (int mode : block) {
                    number(mode);
                }
            }
        }
    }

    /** Takes them in the same order. */
    private static final class Reader {
        private final Packet packet;
        private int number;
        private int word;

        Reader(Packet packet) {
            this.packet = packet;
        }

        /** Whether so many more numbers or words are there; a compiled page does not check an index by itself. */
        private static void expect(int from, int more, int all) {
            if (more < 0 || more > all - from) {
                throw new IllegalArgumentException("a packet of " + all + " has no " + more + " more after " + from);
            }
        }

        double number() {
            expect(number, 1, packet.numbers.length);
            return packet.numbers[number++];
        }

        int count() {
            double value = number();
            int whole = (int) value;
            if (whole != value) {
                throw new IllegalArgumentException("a packet has a count that is not whole");
            }
            return whole;
        }

        void end() {
            if (number < packet.numbers.length || word < packet.words.size()) {
                throw new IllegalArgumentException("a packet goes on after its end");
            }
        }

        boolean flag() {
            return number() != 0;
        }

        String word() {
            expect(word, 1, packet.words.size());
            return packet.words.get(word++);
        }

        double[] array() {
            int n = count();
            expect(number, n, packet.numbers.length);
            double[] values = Arrays.copyOfRange(packet.numbers, number, number + n);
            number += n;
            return values;
        }

        List<String> words() {
            int n = count();
            expect(word, n, packet.words.size());
            List<String> all = packet.words.subList(word, word + n);
            word += n;
            return all;
        }

        Matrix matrix() {
            int rows = count();
            int columns = count();
            return Matrix.of(rows, columns, array());
        }

        Series series() {
            int rows = count();
            int columns = count();
            int n = count();
            expect(number, n, packet.numbers.length);
            int[] held = new int[n];
            for (int i = 0; i < n; i++) {
                held[i] = count();
            }
            return new Series(rows, columns, held, array());
        }

        Trajectory trajectory() {
            double dt = number();
            int n = count();
            expect(number, n, packet.numbers.length);
            int[] steps = new int[n];
            double[] loss = new double[n];
            for (int i = 0; i < n; i++) {
                steps[i] = count();
                loss[i] = number();
            }
            Map<SeriesKey, Series> series = new LinkedHashMap<>();
            for (int left = count(); left > 0; left--) {
                Quantity quantity = Quantity.of(word()).orElseThrow();
                SeriesKey key = new SeriesKey(quantity, count(), count());
                series.put(key, series());
            }
            List<Phrase> notes = new ArrayList<>();
            for (int left = count(); left > 0; left--) {
                notes.add(phrase());
            }
            List<String> digest = words();
            int divergedAt = count();
            Trajectory run = new Trajectory(
                    dt,
                    steps,
                    loss,
                    series,
                    notes,
                    digest.isEmpty() ? Optional.empty() : Optional.of(digest.get(0)),
                    divergedAt < 0 ? OptionalInt.empty() : OptionalInt.of(divergedAt));
            return run.ending(extras());
        }

        Map<String, Matrix> matrices() {
            Map<String, Matrix> matrices = new LinkedHashMap<>();
            for (int left = count(); left > 0; left--) {
                String name = word();
                matrices.put(name, matrix());
            }
            return matrices;
        }

        Extras extras() {
            Map<String, Matrix> biases = matrices();
            Map<String, Matrix> feedback = matrices();
            List<GateGroup> gates = new ArrayList<>();
            for (int left = count(); left > 0; left--) {
                List<String> nodes = words();
                GateKind kind = GateKind.valueOf(word());
                boolean perContext = flag();
                double tau = number();
                gates.add(new GateGroup(
                        nodes, kind, perContext, tau > 0 ? OptionalDouble.of(tau) : OptionalDouble.empty(), matrix()));
            }
            return new Extras(biases, gates, feedback);
        }

        Prediction prediction() {
            Claim claim = claim();
            double residual = number();
            double[] loss = array();
            Optional<Matrix> modeStrength = flag() ? Optional.of(matrix()) : Optional.empty();
            Map<String, Matrix> strength = new LinkedHashMap<>();
            for (int left = count(); left > 0; left--) {
                String edge = word();
                strength.put(edge, matrix());
            }
            List<Matrix> map = new ArrayList<>();
            for (int left = count(); left > 0; left--) {
                map.add(matrix());
            }
            List<Prediction> also = new ArrayList<>();
            for (int left = count(); left > 0; left--) {
                also.add(prediction());
            }
            Optional<Reach> reach = flag() ? Optional.of(reach()) : Optional.empty();
            return new Prediction(claim, residual, loss, modeStrength, strength, map, also, reach);
        }

        LayersForetold layers() {
            return new LayersForetold(array(), array(), array());
        }

        Claim claim() {
            String kind = word();
            Claim.Of of = Claim.Of.valueOf(word());
            List<Assumption> assumptions = new ArrayList<>();
            for (int left = count(); left > 0; left--) {
                Premise premise = Premise.of(word());
                Assumption.State state = Assumption.State.valueOf(word());
                assumptions.add(new Assumption(premise, state, number(), number(), perhaps()));
            }
            List<Saddle> saddles = new ArrayList<>();
            for (int left = count(); left > 0; left--) {
                Saddle.Cause cause = Saddle.Cause.valueOf(word());
                List<String> path = words();
                saddles.add(new Saddle(cause, path, count(), number(), number(), number()));
            }
            double until = number();
            double distance = number();
            OptionalDouble known = Double.isNaN(distance) ? OptionalDouble.empty() : OptionalDouble.of(distance);
            return new Claim(kind, of, assumptions, saddles, until, known);
        }

        Reach reach() {
            Badge.Grade grade = Badge.Grade.valueOf(word());
            Phrase reason = phrase();
            Badge badge = new Badge(grade, reason, number());
            int classes = count();
            double residual = number();
            double jointResidual = number();
            List<SignTrap> traps = new ArrayList<>();
            for (int left = count(); left > 0; left--) {
                List<String> path = words();
                traps.add(new SignTrap(path, count(), number(), number()));
            }
            return new Reach(badge, classes, residual, jointResidual, traps, perhaps());
        }

        Optional<Phrase> perhaps() {
            return flag() ? Optional.of(phrase()) : Optional.empty();
        }

        Phrase phrase() {
            return new Phrase(word(), arguments());
        }

        List<Argument> arguments() {
            List<Argument> all = new ArrayList<>();
            for (int left = count(); left > 0; left--) {
                all.add(
                        switch (count()) {
                            case NAME -> new Argument.Name(word());
                            case WHOLE -> new Argument.Whole(number());
                            case WITHIN -> new Argument.Within(phrase());
                            default -> new Argument.Listed(arguments());
                        });
            }
            return all;
        }

        Findings findings() {
            boolean complete = flag();
            double share = number();
            Phrase stage = phrase();
            Phrase sentence = phrase();
            boolean accepted = flag();
            List<Findings.Trial> trials = new ArrayList<>();
            for (int left = count(); left > 0; left--) {
                Phrase name = phrase();
                Candidate.Kind kind = Candidate.Kind.valueOf(word());
                trials.add(new Findings.Trial(name, kind, number(), number(), count(), number(), number(), number()));
            }
            List<Findings.Pathway> pathways = new ArrayList<>();
            for (int left = count(); left > 0; left--) {
                double[] gates = array();
                pathways.add(new Findings.Pathway(gates, count(), number()));
            }
            return new Findings(complete, share, stage, sentence, accepted, trials, pathways);
        }

        Modes modes() {
            Matrix u = matrix();
            double[] s = array();
            Matrix v = matrix();
            List<List<Integer>> blocks = new ArrayList<>();
            for (int left = count(); left > 0; left--) {
                List<Integer> block = new ArrayList<>();
                for (int inside = count(); inside > 0; inside--) {
                    block.add(count());
                }
                blocks.add(block);
            }
            return new Modes(u, s, v, blocks);
        }
    }
}
