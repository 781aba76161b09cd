package dynlab.cli.wasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules written down by hand, by the binary format of WebAssembly 3.0. {@code KernelIT} runs one in a browser. */
final class AssemblerTest {
    private static final String HEAD = "0061736d01000000";

    private static String hex(String text) {
        return HexFormat.of().formatHex(Assembler.module(text));
    }

    /** The bytes of the only function, between its locals and its end. */
    private static String body(String instructions) {
        String all = hex("(module (type $t (array (mut f64))) (memory 1) (func $f (param $x i32) (param $a (ref $t)) "
                + instructions + "))");
        String code = all.substring(all.indexOf("0a", all.indexOf("05030100") + 8));
        assertTrue(code.endsWith("0b"), code);
        // section, its size, one function, its size, no locals
        return code.substring(10, code.length() - 2);
    }

    @Test
    void aModuleOfOneFunction() {
        assertEquals(
                HEAD + "01070160027f7f017f" + "03020100" + "0707010361646400" + "00" + "0a09010700200020016a0b",
                hex("(module (func $add (export \"add\") (param $a i32) (param $b i32) (result i32)\n"
                        + "  (i32.add (local.get $a) (local.get $b)))) ;; a sum"));
    }

    @Test
    void anArrayTypeAMemoryLocalsAndACall() {
        assertEquals(
                HEAD
                        + "010e035e7c01" + "6001630000"
                        + "6001640000" // array, and a function of what may be null or not
                        + "0303020102" + "05030100" + "02"
                        + "0a0e02" + "0901017b2000d410010b" + "02000b",
                hex("""
                        (module
                          (type $doubles (array (mut f64)))
                          (memory 2)
                          (func $f (param $a (ref null $doubles)) (local $v v128)
                            (call $g (ref.as_non_null (local.get $a))))
                          (func $g (param $a (ref $doubles))))
                        """));
    }

    /** The bytes are those of wabt, version 1.0.0 on Maven Central, which knows all of this but the arrays. */
    @Test
    void vectorsMemoryAndBranchesAreThoseOfAnotherAssembler() {
        assertEquals(
                "0061736d0100000001070160027f7c017c0302010005030100010707010361646400000a50014e01"
                        + "017b2000fd000390012001fd14fdf2012102200041c0bb784a044020002002fd0b0410053f004000"
                        + "1a0b02400340200041e58e26490d000c010b0b2002fd2101200041032000451b2b0308a00b",
                hex("""
                        (module (memory 1)
                         (func $add (export "add") (param $x i32) (param $y f64) (result f64) (local $v v128)
                          (local.set $v (f64x2.mul (v128.load offset=144 align=8 (local.get $x)) (f64x2.splat (local.get $y))))
                          (if (i32.gt_s (local.get $x) (i32.const -123456)) (then (v128.store offset=16 (local.get $x) (local.get $v))) (else (drop (memory.grow (memory.size)))))
                          (block $out (loop $again (br_if $again (i32.lt_u (local.get $x) (i32.const 624485))) (br $out)))
                          (f64.add (f64x2.extract_lane 1 (local.get $v)) (f64.load offset=8 (select (local.get $x) (i32.const 3) (i32.eqz (local.get $x)))))))
                        """));
    }

    /** Integers are signed LEB128. */
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "63, 3f",
        "64, c000",
        "-64, 40",
        "-65, bf7f",
        "128, 8001",
        "624485, e58e26",
        "-123456, c0bb78",
        "2147483647, ffffffff07",
        "-2147483648, 8080808078"
    })
    void anInteger(int value, String bytes) {
        assertEquals("41" + bytes + "1a", body("(drop (i32.const " + value + "))"));
    }

    @ParameterizedTest
    @CsvSource({
        "(drop (f64.const -1.5)), 44000000000000f8bf1a",
        "(drop (f64.load offset=8 (local.get $x))), 20002b03081a",
        "(drop (v128.load offset=144 align=8 (local.get $x))), 2000fd000390011a",
        "(drop (v128.load64_splat (local.get $x))), 2000fd0a03001a",
        "(drop (f64x2.extract_lane 1 (f64x2.splat (f64.const 0)))), 440000000000000000fd14fd21011a",
        "(drop (array.get $t (local.get $a) (local.get $x))), 20012000fb0b001a",
        "(array.set $t (local.get $a) (local.get $x) (f64.const 0)), 20012000440000000000000000fb0e00",
        "(drop (memory.grow (memory.size))), 3f0040001a",
        "(block $out (loop $again (br_if $again (local.get $x)) (br $out))), 0240034020000d000c010b0b",
        "(if (local.get $x) (then (return)) (else (unreachable))), 200004400f05000b"
    })
    void anInstruction(String text, String bytes) {
        assertEquals(bytes, body(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(module (func $f (i32.sum)))|line 1: no instruction is called i32.sum",
                "(module (func $f (local.get $y)))|line 1: nothing is called $y",
                "(module (func $f (br $y)))|line 1: no label is called $y",
                "(module (func $f (i32.const one)))|line 1: expected a whole number, got one",
                "(module (func $f (drop (f64.load align=8 offset=8 (i32.const 0)))))|line 1: expected offset= and then align=, got offset=8",
                "(module (func $f (param $x i32) (param $x i32)))|line 1: expected a new name, got $x",
                "(module (table 1))|line 1: expected type, memory or func, got table",
                "(module|line 1: a ( that is not closed",
                "(module))|line 1: a ) too many",
                "(func $f)|line 1: expected (module …)"
            })
    void whatIsWrongIsSaidWithItsLine(String text, String sentence) {
        Misread misread = assertThrows(Misread.class, () -> Assembler.module(text));
        assertEquals(sentence, misread.getMessage());
    }

    @Test
    void linesAreCounted() {
        Misread misread =
                assertThrows(Misread.class, () -> Assembler.module("(module\n  ;; one\n  (func $f\n    (nop)))"));
        assertEquals("line 4: no instruction is called nop", misread.getMessage());
    }
}
