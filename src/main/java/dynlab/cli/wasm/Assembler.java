package dynlab.cli.wasm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the text format of WebAssembly into the binary one: types of arrays, one memory, functions with folded instructions,
 * exports. What it does not know it refuses, by the line. Whether the types of operands fit is for the browser to judge.
 */
public final class Assembler {
    private final Map<String, Integer> types = new HashMap<>();
    private final Map<String, Integer> functions = new HashMap<>();
    private final List<Bytes> typeList = new ArrayList<>();
    private final List<Integer> functionTypes = new ArrayList<>();
    private final List<Bytes> exports = new ArrayList<>();
    private final List<Bytes> memories = new ArrayList<>();
    private final List<Bytes> codes = new ArrayList<>();

    private Assembler() {}

    /** The module that a text is. */
    public static byte[] module(String text) {
        Form module = Form.read(text);
        if (!module.head().equals("module")) {
            throw new Misread(module.line(), "expected (module …)");
        }
        return new Assembler().all(module.list().subList(1, module.list().size()));
    }

    private byte[] all(List<Form> fields) {
        List<Form> bodies = new ArrayList<>();
        for (Form field : fields) {
            switch (field.head()) {
                case "type" -> arrayType(field);
                case "memory" ->
                    memories.add(new Bytes().put(0).unsigned(field.list().get(1).integer()));
                case "func" -> {
                    functions.put(field.list().get(1).word(), bodies.size());
                    bodies.add(field);
                }
                default -> throw new Misread(field.line(), "expected type, memory or func, got " + field.head());
            }
        }
        bodies.forEach(this::function);
        List<Bytes> declared =
                functionTypes.stream().map(type -> new Bytes().unsigned(type)).toList();
        Bytes out = new Bytes().put(0, 'a', 's', 'm', 1, 0, 0, 0);
        section(out, 1, typeList);
        section(out, 3, declared);
        section(out, 5, memories);
        section(out, 7, exports);
        section(out, 10, codes);
        return out.array();
    }

    private static void section(Bytes out, int id, List<Bytes> parts) {
        if (!parts.isEmpty()) {
            Bytes section = new Bytes().unsigned(parts.size());
            parts.forEach(section::put);
            out.put(id).sized(section);
        }
    }

    /** {@code (type $NAME (array (mut TYPE)))}. */
    private void arrayType(Form form) {
        List<Form> list = form.list();
        if (list.size() != 3
                || !list.get(2).head().equals("array")
                || !list.get(2).list().get(1).head().equals("mut")) {
            throw new Misread(form.line(), "expected (type $NAME (array (mut TYPE)))");
        }
        types.put(list.get(1).word(), typeList.size());
        Form element = list.get(2).list().get(1).list().get(1);
        typeList.add(new Bytes().put(0x5e).put(type(element)).put(1));
    }

    /** {@code (func $NAME (export "…") (param $NAME TYPE) … (result TYPE) (local $NAME TYPE) … INSTRUCTION …)}. */
    private void function(Form form) {
        Map<String, Integer> locals = new HashMap<>();
        Bytes parameters = new Bytes();
        Bytes results = new Bytes();
        List<Bytes> declared = new ArrayList<>();
        int taken = 0;
        int returned = 0;
        int at = 2;
        boolean head = true;
        while (head && at < form.list().size()) {
            List<Form> list = form.list().get(at).list();
            switch (form.list().get(at).head()) {
                case "export" ->
                    exports.add(new Bytes().text(list.get(1).quoted()).put(0).unsigned(codes.size()));
                case "param" -> {
                    local(locals, list.get(1));
                    parameters.put(type(list.get(2)));
                    taken++;
                }
                case "result" -> {
                    results.put(type(list.get(1)));
                    returned++;
                }
                case "local" -> {
                    local(locals, list.get(1));
                    declared.add(new Bytes().unsigned(1).put(type(list.get(2))));
                }
                default -> head = false;
            }
            if (head) {
                at++;
            }
        }
        functionTypes.add(typeList.size());
        typeList.add(new Bytes()
                .put(0x60)
                .unsigned(taken)
                .put(parameters)
                .unsigned(returned)
                .put(results));
        Bytes code = new Bytes().unsigned(declared.size());
        declared.forEach(code::put);
        code.put(Body.of(form.list().subList(at, form.list().size()), functions, types, locals));
        codes.add(new Bytes().sized(code));
    }

    private static void local(Map<String, Integer> locals, Form name) {
        if (!name.isName() || locals.put(name.word(), locals.size()) != null) {
            throw new Misread(name.line(), "expected a new name, got " + name.word());
        }
    }

    private Bytes type(Form form) {
        if (form.head().equals("ref")) {
            boolean nullable = form.list().get(1).word().equals("null");
            Form name = form.list().get(form.list().size() - 1);
            return new Bytes().put(nullable ? 0x63 : 0x64).signed(Body.number(types, name));
        }
        return switch (form.word()) {
            case "i32" -> new Bytes().put(0x7f);
            case "f64" -> new Bytes().put(0x7c);
            case "v128" -> new Bytes().put(0x7b);
            default -> throw new Misread(form.line(), "no type is called " + form.word());
        };
    }
}
