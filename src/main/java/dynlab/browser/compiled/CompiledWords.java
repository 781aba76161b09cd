package dynlab.browser.compiled;

import dynlab.words.WordFile;
import java.util.HashMap;
import java.util.Map;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.Program;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.instructions.StringConstantInstruction;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Compiles the words of a language into the programs of the pages: wherever a key stands in the code, the program gets the
 * template of that key. So a program carries the words that it can say and no others, and neither keys nor a reader of files.
 * The language is that of the compiler's property {@value WordFile#PROPERTY}, English by default. A program that has no
 * place for some words, as the first page has none for knobs, names the beginnings of their keys in its property
 * {@value #UNSAID}; nothing is put there.
 */
public final class CompiledWords implements TeaVMPlugin, ClassHolderTransformer {
    /** The beginnings of keys that a program never says, with commas between them. */
    static final String UNSAID = "dynlab.words.unsaid";

    private static final MethodDescriptor TEMPLATE = new MethodDescriptor("template", String.class, String.class);

    private final Map<String, String> words = new HashMap<>();

    @Override
    public void install(TeaVMHost host) {
        words.putAll(WordFile.of(host.getProperties().getProperty(WordFile.PROPERTY, "en")));
        for (String beginning : host.getProperties().getProperty(UNSAID, "").split(",", -1)) {
            words.replaceAll((key, text) -> !beginning.isEmpty() && key.startsWith(beginning) ? "" : text);
        }
        host.add(this);
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (!type.getName().startsWith("dynlab.")) {
            return;
        }
        for (MethodHolder method : type.getMethods()) {
            if (type.getName().equals("dynlab.words.Words")
                    && method.getDescriptor().equals(TEMPLATE)) {
                ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
                program.var(1, String.class).returnValue();
            } else if (method.getProgram() != null) {
                compile(method.getProgram());
            }
        }
    }

    private void compile(Program program) {
        for (int i = 0; i < program.basicBlockCount(); i++) {
            BasicBlock block = program.basicBlockAt(i);
            for (Instruction instruction : block) {
                if (instruction instanceof StringConstantInstruction constant) {
                    constant.setConstant(words.getOrDefault(constant.getConstant(), constant.getConstant()));
                }
            }
        }
    }
}
