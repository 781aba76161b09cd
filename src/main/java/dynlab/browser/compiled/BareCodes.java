package dynlab.browser.compiled;

import java.util.List;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NullConstantInstruction;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Leaves out of the library that makes codes for cameras what a page never asks of it: the patterns by which it tells digits
 * from letters, where it is given bytes, and the words of a message about data that are too long, of which {@code
 * browser.share.CameraCode} gives it none. Regular expressions and number formats were four fifths of that program.
 */
public final class BareCodes implements TeaVMPlugin, ClassHolderTransformer {
    private static final String LIBRARY = "io.nayuki.qrcodegen.";
    private static final List<String> LEFT_OUT = List.of("java.util.regex.Pattern.compile", "java.lang.String.format");

    @Override
    public void install(TeaVMHost host) {
        host.add(this);
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (!type.getName().startsWith(LIBRARY)) {
            return;
        }
        for (MethodHolder method : type.getMethods()) {
            if (method.getProgram() != null) {
                for (int i = 0; i < method.getProgram().basicBlockCount(); i++) {
                    leaveOut(method.getProgram().basicBlockAt(i));
                }
            }
        }
    }

    private static void leaveOut(BasicBlock block) {
        Instruction instruction = block.getFirstInstruction();
        while (instruction != null) {
            Instruction next = instruction.getNext();
            if (instruction instanceof InvokeInstruction call
                    && LEFT_OUT.contains(call.getMethod().getClassName() + "."
                            + call.getMethod().getName())) {
                nothing(call, call.getReceiver());
            }
            instruction = next;
        }
    }

    private static void nothing(Instruction call, Variable receiver) {
        NullConstantInstruction constant = new NullConstantInstruction();
        constant.setReceiver(receiver);
        constant.setLocation(call.getLocation());
        call.replace(constant);
    }
}
