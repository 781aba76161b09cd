package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.FileFailed;
import dynlab.cli.InputFile;
import dynlab.cli.OutputFile;
import dynlab.cli.wasm.Assembler;
import dynlab.cli.wasm.Misread;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assemble TEXT FILE}: a module of WebAssembly from its text. Part of the build. */
@Command(name = "assemble", description = "Assembles the text of a WebAssembly module; part of the build.")
public final class AssembleCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TEXT", description = "The module in the text format.")
    private String text = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "Where the module goes.")
    private String file = "";

    @Override
    public Integer call() {
        try {
            OutputFile.write(file, Assembler.module(InputFile.read(text)));
        } catch (Misread misread) {
            throw new FileFailed(text + ", " + misread.getMessage());
        }
        return Exit.DONE;
    }
}
