package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A number becomes text in {@link Numbers} (for people) or {@code Decimals} (to the last bit), and nowhere else. A second
 * formatter shows in bytecode: it hands a double to the library's formats, or it makes digits of its own from a double that
 * it has cut to a whole number.
 */
final class NumberTextTest {
    private static final Set<String> ALLOWED =
            Set.of(Numbers.class.getName(), ExactDecimals.class.getName(), "dynlab.browser.dom.JsDecimals");

    @Test
    void numbersBecomeTextInOnePlace() throws IOException {
        Set<String> places = new TreeSet<>();
        int seen = 0;
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dynlab")) {
            String outer = type.getName().replaceFirst("\\$.*", "");
            if (!ALLOWED.contains(outer)) {
                seen++;
                places.addAll(formatters(bytecode(type.getName())));
            }
        }
        assertFalse(seen < 100, "too few classes found: the test would prove nothing");
        assertEquals(Set.of(), places, "numbers for people are written by numeric.Numbers");
    }

    @Test
    void eachWayOfFormattingIsFound() throws IOException {
        assertEquals(
                new TreeSet<>(List.of("format", "library", "rounded", "digits", "appended")),
                formatters(bytecode(Formatters.class.getName())));
    }

    @Test
    void wholeNumbersAndTextsOfNumbersPass() throws IOException {
        assertEquals(Set.of(), formatters(bytecode(Plain.class.getName())));
    }

    private static byte[] bytecode(String name) throws IOException {
        try (InputStream in = NumberTextTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    private static Set<String> formatters(byte[] bytecode) {
        Set<String> places = new TreeSet<>();
        ClassReader reader = new ClassReader(bytecode);
        String type = reader.getClassName().replace('/', '.');
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new Scan(type.startsWith("dynlab.NumberTextTest") ? name : type + "." + name, places);
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return places;
    }

    /** Whether a method rounds a double to a whole number, and whether it makes text of a whole number. */
    private static final class Scan extends MethodVisitor {
        private final String method;
        private final Set<String> places;
        private final boolean person;
        private boolean rounding;
        private boolean cuts;
        private boolean rounds;
        private boolean divides;
        private boolean spells;
        private boolean boxes;
        private boolean formats;

        Scan(String method, Set<String> places) {
            super(Opcodes.ASM9);
            this.method = method;
            this.places = places;
            // the page writes lengths of style sheets, which no person reads
            person = !method.startsWith("dynlab.browser.");
        }

        @Override
        public void visitInsn(int opcode) {
            boolean cut = opcode == Opcodes.D2I || opcode == Opcodes.D2L;
            cuts |= cut;
            rounds |= cut && rounding;
            divides |= opcode == Opcodes.IREM || opcode == Opcodes.LREM;
            rounding &= opcode == Opcodes.DADD;
        }

        @Override
        public void visitLdcInsn(Object value) {
            rounding = value.equals(0.5);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            String call = owner + "." + name;
            String arguments = descriptor.substring(0, descriptor.indexOf(')'));
            rounding = owner.equals("java/lang/Math") && name.matches("rint|floor|ceil");
            rounds |= call.equals("java/lang/Math.round");
            boxes |= call.equals("java/lang/Double.valueOf") || call.equals("java/lang/Float.valueOf");
            formats |= name.matches("format|formatted|printf") && owner.matches("java/(lang|io)/\\w+");
            boolean text = call.equals("java/lang/String.valueOf")
                    || call.equals("java/lang/StringBuilder.append")
                    || call.equals("java/lang/StringBuilder.insert")
                    || name.equals("toString")
                            && List.of("java/lang/Integer", "java/lang/Long", "java/lang/Double")
                                    .contains(owner);
            spells |= text && arguments.matches("\\(I?[IJ]");
            boolean whole = text && arguments.matches("\\(I?[DF]");
            if (person && whole || owner.startsWith("java/text/") || owner.equals("java/math/BigDecimal")) {
                places.add(method);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            if (name.equals("makeConcatWithConstants")) {
                String joined = descriptor.substring(1, descriptor.indexOf(')')).replaceAll("\\[*L[^;]*;", "");
                spells |= joined.contains("I") || joined.contains("J");
                if (person && (joined.contains("D") || joined.contains("F"))) {
                    places.add(method);
                }
            }
        }

        @Override
        public void visitEnd() {
            if (spells && (rounds || cuts && divides) || formats && boxes) {
                places.add(method);
            }
        }
    }

    @SuppressWarnings("unused")
    private static final class Formatters {
        static String format(double value) {
            return String.format("%.2f", value);
        }

        static String library(double value) {
            return "η = " + value;
        }

        static String rounded(double share) {
            return (int) Math.rint(100 * share) + " %";
        }

        static String digits(double value) {
            int cents = (int) (100 * value + 0.5);
            String rest = Integer.toString(cents % 100);
            return rest;
        }

        static void appended(StringBuilder out, double value) {
            out.append(Math.round(value));
        }
    }

    @SuppressWarnings("unused")
    private static final class Plain {
        static String whole(int count) {
            return count + " runs";
        }

        static String text(double value) {
            return Numbers.fixed(value, 2) + " of it";
        }

        static int cut(double value) {
            return (int) value;
        }
    }
}
