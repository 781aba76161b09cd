package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * In JavaScript TeaVM 0.15.0 drops the brackets of a right operand whose operator binds as strongly: {@code a * (b * c)}
 * becomes {@code a * b * c}, {@code a * (b / c)} becomes {@code a * b / c}, {@code a + (b + c)} becomes
 * {@code a + b + c} and {@code a + (b - c)} becomes {@code a + b - c}. A run would then differ from the JVM in the last
 * bit. In bytecode each shows as a DMUL directly after a DMUL or DDIV, or a DADD directly after a DADD or DSUB;
 * {@code x *= b * c} and {@code x += b + c} do too. Cure: name the inner result. Subtraction and division keep their
 * brackets.
 */
final class BytecodeTest {
    @Test
    void noSharedClassLosesABracketInJavaScript() throws IOException {
        List<Path> shared = sharedClasses(Path.of("target", "classes", "dynlab"));
        assertFalse(shared.isEmpty(), "no classes found: the test would prove nothing");
        List<String> places = new ArrayList<>();
        for (Path file : shared) {
            places.addAll(regrouped(Files.readAllBytes(file)));
        }
        assertEquals(
                List.of(), places, "name the right operand of a * (b * c), a * (b / c), a + (b + c) or a + (b - c)");
    }

    @Test
    void eachLostBracketIsFound() throws IOException {
        List<String> methods = regrouped(bytecode(Regrouped.class)).stream()
                .map(place -> place.replaceFirst(".*\\.(\\w+):\\d+$", "$1"))
                .toList();
        assertEquals(List.of("product", "quotient", "pair", "update", "sum", "difference", "accumulate"), methods);
    }

    @Test
    void namedOperandsAndLeftToRightOrderPass() throws IOException {
        assertEquals(List.of(), regrouped(bytecode(InOrder.class)));
    }

    private static List<Path> sharedClasses(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.startsWith(root.resolve("browser")) && !file.startsWith(root.resolve("cli")))
                    .toList();
        }
    }

    private static byte[] bytecode(Class<?> type) throws IOException {
        String resource = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = BytecodeTest.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        }
    }

    /** Class.method:line of each place. */
    private static List<String> regrouped(byte[] bytecode) {
        List<String> places = new ArrayList<>();
        ClassReader reader = new ClassReader(bytecode);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new Scan(reader.getClassName().replace('/', '.') + "." + name, places);
                    }
                },
                ClassReader.SKIP_FRAMES);
        return places;
    }

    /** Every instruction passes through one of these methods, so {@code previous} is always the one before. */
    private static final class Scan extends MethodVisitor {
        private final String method;
        private final List<String> places;
        private int previous = Opcodes.NOP;
        private int line;

        Scan(String method, List<String> places) {
            super(Opcodes.ASM9);
            this.method = method;
            this.places = places;
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitInsn(int opcode) {
            boolean product = opcode == Opcodes.DMUL && (previous == Opcodes.DMUL || previous == Opcodes.DDIV);
            boolean sum = opcode == Opcodes.DADD && (previous == Opcodes.DADD || previous == Opcodes.DSUB);
            if (product || sum) {
                places.add(method + ":" + line);
            }
            previous = opcode;
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            previous = opcode;
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            previous = opcode;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            previous = opcode;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            previous = opcode;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            previous = opcode;
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            previous = Opcodes.INVOKEDYNAMIC;
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            previous = opcode;
        }

        @Override
        public void visitLdcInsn(Object value) {
            previous = Opcodes.LDC;
        }

        @Override
        public void visitIincInsn(int variable, int increment) {
            previous = Opcodes.IINC;
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
            previous = Opcodes.TABLESWITCH;
        }

        @Override
        public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
            previous = Opcodes.LOOKUPSWITCH;
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            previous = Opcodes.MULTIANEWARRAY;
        }
    }

    @SuppressWarnings("unused")
    private static final class Regrouped {
        static double product(double a, double b, double c) {
            return a * (b * c);
        }

        static double quotient(double a, double b, double c) {
            return a * (b / c);
        }

        static double pair(double a, double b, double c, double d) {
            return (a * b) * (c * d);
        }

        static void update(double[] x, double a, double b) {
            x[0] *= a * b;
        }

        static double sum(double a, double b, double c) {
            return a + (b + c);
        }

        static double difference(double a, double b, double c) {
            return a + (b - c);
        }

        static void accumulate(double[] x, double a, double b) {
            x[0] += a + b;
        }
    }

    @SuppressWarnings("unused")
    private static final class InOrder {
        static double chain(double a, double b, double c) {
            return a * b * c / a * b;
        }

        static double named(double a, double b, double c) {
            double inner = b * c;
            return a * inner;
        }

        static double sum(double a, double b, double c, double d) {
            return a * b + c * d - a + b;
        }

        static double bracketsThatAreKept(double a, double b, double c) {
            return a / (b * c) + a * (b + c) - (a + b);
        }
    }
}
