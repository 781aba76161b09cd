package dynlab.cli.wasm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An instruction: its bytes, and what stands behind its name.
 *
 * @param code its bytes
 * @param behind what is said of it before its operands
 */
record Instruction(List<Integer> code, Behind behind) {
    /** What stands behind the name of an instruction. */
    enum Behind {
        NOTHING,
        LOCAL,
        LABEL,
        FUNCTION,
        TYPE,
        INTEGER,
        REAL,
        LANE,
        /** Of 4 bytes, where nothing else is said; {@code offset=} and {@code align=} may follow. */
        ADDRESS4,
        ADDRESS8,
        ADDRESS16,
        /** A zero, the number of the only memory. */
        MEMORY
    }

    /** By the binary format of WebAssembly 3.0. */
    private static final Map<String, Instruction> ALL = new HashMap<>();

    static {
        with(Behind.NOTHING, "unreachable", 0x00);
        with(Behind.LABEL, "br", 0x0c);
        with(Behind.LABEL, "br_if", 0x0d);
        with(Behind.NOTHING, "return", 0x0f);
        with(Behind.FUNCTION, "call", 0x10);
        with(Behind.NOTHING, "drop", 0x1a);
        with(Behind.NOTHING, "select", 0x1b);
        with(Behind.LOCAL, "local.get", 0x20);
        with(Behind.LOCAL, "local.set", 0x21);
        with(Behind.LOCAL, "local.tee", 0x22);
        with(Behind.ADDRESS4, "i32.load", 0x28);
        with(Behind.ADDRESS8, "f64.load", 0x2b);
        with(Behind.ADDRESS4, "i32.store", 0x36);
        with(Behind.ADDRESS8, "f64.store", 0x39);
        with(Behind.MEMORY, "memory.size", 0x3f);
        with(Behind.MEMORY, "memory.grow", 0x40);
        with(Behind.INTEGER, "i32.const", 0x41);
        with(Behind.REAL, "f64.const", 0x44);
        with(Behind.NOTHING, "i32.eqz", 0x45);
        with(Behind.NOTHING, "i32.eq", 0x46);
        with(Behind.NOTHING, "i32.ne", 0x47);
        with(Behind.NOTHING, "i32.lt_s", 0x48);
        with(Behind.NOTHING, "i32.lt_u", 0x49);
        with(Behind.NOTHING, "i32.gt_s", 0x4a);
        with(Behind.NOTHING, "i32.gt_u", 0x4b);
        with(Behind.NOTHING, "i32.le_s", 0x4c);
        with(Behind.NOTHING, "i32.ge_s", 0x4e);
        with(Behind.NOTHING, "i32.add", 0x6a);
        with(Behind.NOTHING, "i32.sub", 0x6b);
        with(Behind.NOTHING, "i32.mul", 0x6c);
        with(Behind.NOTHING, "i32.and", 0x71);
        with(Behind.NOTHING, "i32.or", 0x72);
        with(Behind.NOTHING, "i32.shl", 0x74);
        with(Behind.NOTHING, "i32.shr_u", 0x76);
        with(Behind.NOTHING, "f64.add", 0xa0);
        with(Behind.NOTHING, "f64.mul", 0xa2);
        with(Behind.NOTHING, "ref.as_non_null", 0xd4);
        with(Behind.TYPE, "array.new_default", 0xfb, 7);
        with(Behind.TYPE, "array.get", 0xfb, 11);
        with(Behind.TYPE, "array.set", 0xfb, 14);
        with(Behind.NOTHING, "array.len", 0xfb, 15);
        with(Behind.ADDRESS16, "v128.load", 0xfd, 0);
        with(Behind.ADDRESS8, "v128.load64_splat", 0xfd, 10);
        with(Behind.ADDRESS16, "v128.store", 0xfd, 11);
        with(Behind.NOTHING, "f64x2.splat", 0xfd, 20);
        with(Behind.LANE, "f64x2.extract_lane", 0xfd, 33);
        with(Behind.LANE, "f64x2.replace_lane", 0xfd, 34);
        with(Behind.NOTHING, "f64x2.add", 0xfd, 0xf0, 1);
        with(Behind.NOTHING, "f64x2.mul", 0xfd, 0xf2, 1);
    }

    private static void with(Behind behind, String name, int... code) {
        ALL.put(name, new Instruction(IntStream.of(code).boxed().toList(), behind));
    }

    static Instruction of(Form form) {
        Instruction found = ALL.get(form.head());
        if (found == null) {
            throw new Misread(form.line(), "no instruction is called " + form.head());
        }
        return found;
    }
}
