package dynlab.browser.compiled;

import java.util.ArrayList;
import java.util.List;
import org.teavm.ast.Expr;
import org.teavm.ast.InvocationExpr;
import org.teavm.backend.wasm.TeaVMWasmGCHost;
import org.teavm.backend.wasm.generate.classes.WasmGCClassInfo;
import org.teavm.backend.wasm.generate.classes.WasmGCClassInfoProvider;
import org.teavm.backend.wasm.intrinsics.WasmGCCodeGenContext;
import org.teavm.backend.wasm.intrinsics.WasmGCInlineIntrinsic;
import org.teavm.backend.wasm.intrinsics.WasmGCInlineIntrinsicContext;
import org.teavm.backend.wasm.model.WasmFunction;
import org.teavm.backend.wasm.model.WasmType;
import org.teavm.backend.wasm.model.instruction.WasmInstructionBuilder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Makes a method of the worker an import from another WebAssembly module, {@code kernel.multiply}. An array of numbers is
 * handed over as what it is in WebAssembly, {@code (array (mut f64))}, a type that two modules share if both write it so;
 * TeaVM's own imports cannot.
 */
public final class ImportedKernel implements TeaVMPlugin {
    private static final String KERNEL = "dynlab.browser.worker.SimdKernel";
    private static final ValueType NUMBERS = ValueType.arrayOf(ValueType.DOUBLE);

    @Override
    public void install(TeaVMHost host) {
        TeaVMWasmGCHost wasm = host.getExtension(TeaVMWasmGCHost.class);
        if (wasm != null) {
            wasm.contributeToCodeGen((context, registry) ->
                    registry.inlineIntrinsics().registerIntrinsic(KERNEL, new Call(context), "product"));
        }
    }

    /** What stands in the place of a call. */
    private static final class Call implements WasmGCInlineIntrinsic {
        private final WasmGCCodeGenContext context;
        private final List<WasmFunction> imported = new ArrayList<>();

        Call(WasmGCCodeGenContext context) {
            this.context = context;
        }

        @Override
        public void apply(InvocationExpr invocation, WasmGCInlineIntrinsicContext at, WasmInstructionBuilder builder) {
            if (imported.isEmpty()) {
                imported.add(function(invocation.getMethod()));
            }
            for (int k = 0; k < invocation.getArguments().size(); k++) {
                Expr argument = invocation.getArguments().get(k);
                at.generate(builder, argument);
                if (invocation.getMethod().parameterType(k).equals(NUMBERS)) {
                    builder.structGet(numbers().getStructure(), WasmGCClassInfoProvider.ARRAY_DATA_FIELD_OFFSET);
                }
            }
            builder.call(imported.get(0));
        }

        private WasmGCClassInfo numbers() {
            return context.classInfoProvider().getClassInfo(NUMBERS);
        }

        private WasmFunction function(MethodReference method) {
            WasmType[] parameters = new WasmType[method.parameterCount()];
            for (int k = 0; k < parameters.length; k++) {
                ValueType type = method.parameterType(k);
                parameters[k] = type.equals(NUMBERS)
                        ? numbers().getArray().getReference()
                        : context.typeMapper().mapType(type);
            }
            WasmFunction function = new WasmFunction(context.functionTypes().of(null, parameters));
            function.setName(context.names().topLevel("kernel@multiply"));
            function.setImportModule("kernel");
            function.setImportName("multiply");
            context.module().functions.add(function);
            return function;
        }
    }
}
