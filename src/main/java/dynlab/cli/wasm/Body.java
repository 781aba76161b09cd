package dynlab.cli.wasm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The instructions of one function. They are folded: operands stand in the parentheses of what takes them. */
final class Body {
    private final Map<String, Integer> functions;
    private final Map<String, Integer> types;
    private final Map<String, Integer> locals;
    /** The labels around what is written, the innermost first. */
    private final Deque<String> labels = new ArrayDeque<>();

    private final Bytes bytes = new Bytes();

    Body(Map<String, Integer> functions, Map<String, Integer> types, Map<String, Integer> locals) {
        this.functions = functions;
        this.types = types;
        this.locals = locals;
    }

    static Bytes of(
            List<Form> forms, Map<String, Integer> functions, Map<String, Integer> types, Map<String, Integer> locals) {
        Body body = new Body(functions, types, locals);
        body.all(forms);
        return body.bytes.put(0x0b);
    }

    private void all(List<Form> forms) {
        forms.forEach(this::one);
    }

    private void one(Form form) {
        switch (form.head()) {
            case "block" -> block(form, 0x02);
            case "loop" -> block(form, 0x03);
            case "if" -> condition(form);
            default -> plain(form);
        }
    }

    private void block(Form form, int code) {
        List<Form> list = form.list();
        boolean named = list.size() > 1 && list.get(1).isName();
        labels.push(named ? list.get(1).word() : "");
        bytes.put(code, 0x40);
        all(list.subList(named ? 2 : 1, list.size()));
        bytes.put(0x0b);
        labels.pop();
    }

    /** {@code (if CONDITION (then …) (else …))}. */
    private void condition(Form form) {
        List<Form> list = form.list();
        if (list.size() < 3 || !list.get(2).head().equals("then")) {
            throw new Misread(form.line(), "expected (if CONDITION (then …) (else …))");
        }
        one(list.get(1));
        labels.push("");
        bytes.put(0x04, 0x40);
        all(rest(list.get(2)));
        if (list.size() > 3) {
            bytes.put(0x05);
            all(rest(list.get(3)));
        }
        bytes.put(0x0b);
        labels.pop();
    }

    private void plain(Form form) {
        Instruction instruction = Instruction.of(form);
        int at = 1;
        while (at < form.list().size() && form.list().get(at).list().isEmpty()) {
            at++;
        }
        List<Form> behind = form.list().subList(1, at);
        all(form.list().subList(at, form.list().size()));
        for (int code : instruction.code()) {
            bytes.put(code);
        }
        switch (instruction.behind()) {
            case NOTHING -> nothing(form, behind);
            case LOCAL -> bytes.unsigned(number(locals, single(form, behind)));
            case FUNCTION -> bytes.unsigned(number(functions, single(form, behind)));
            case TYPE -> bytes.unsigned(number(types, single(form, behind)));
            case LABEL -> bytes.unsigned(depth(single(form, behind)));
            case INTEGER -> bytes.signed(single(form, behind).integer());
            case LANE -> bytes.put(single(form, behind).integer());
            case REAL -> bytes.real(Double.parseDouble(single(form, behind).word()));
            case ADDRESS4 -> address(behind, 2);
            case ADDRESS8 -> address(behind, 3);
            case ADDRESS16 -> address(behind, 4);
            case MEMORY -> {
                nothing(form, behind);
                bytes.put(0);
            }
        }
    }

    private static List<Form> rest(Form form) {
        return form.list().subList(1, form.list().size());
    }

    private static void nothing(Form form, List<Form> behind) {
        if (!behind.isEmpty()) {
            throw new Misread(form.line(), form.head() + " takes nothing but operands");
        }
    }

    private static Form single(Form form, List<Form> behind) {
        if (behind.size() != 1) {
            throw new Misread(form.line(), form.head() + " takes one word before its operands");
        }
        return behind.get(0);
    }

    static int number(Map<String, Integer> of, Form name) {
        Integer found = of.get(name.word());
        if (found == null) {
            throw new Misread(name.line(), "nothing is called " + name.word());
        }
        return found;
    }

    private int depth(Form label) {
        int at = new ArrayList<>(labels).indexOf(label.word());
        if (at < 0) {
            throw new Misread(label.line(), "no label is called " + label.word());
        }
        return at;
    }

    /** {@code offset=N align=N}, either or both left out; the natural alignment is given as a power of two. */
    private void address(List<Form> behind, int natural) {
        int align = natural;
        int offset = 0;
        int at = 0;
        if (at < behind.size() && behind.get(at).word().startsWith("offset=")) {
            offset = value(behind.get(at++));
        }
        if (at < behind.size() && behind.get(at).word().startsWith("align=")) {
            align = Integer.numberOfTrailingZeros(value(behind.get(at++)));
        }
        if (at < behind.size()) {
            Form word = behind.get(at);
            throw new Misread(word.line(), "expected offset= and then align=, got " + word.word());
        }
        bytes.unsigned(align).unsigned(offset);
    }

    private static int value(Form word) {
        String number = word.word().substring(word.word().indexOf('=') + 1);
        return new Form(number, List.of(), word.line()).integer();
    }
}
