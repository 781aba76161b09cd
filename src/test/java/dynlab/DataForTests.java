package dynlab;

import dynlab.cli.ResourceFiles;
import dynlab.cli.kernel.Kernels;
import dynlab.task.DataFiles;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lessons find their data files in tests as they do on the command line, and products are made by the same kernel. */
public final class DataForTests implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        DataFiles.from(ResourceFiles::text);
        Kernels.install();
    }
}
