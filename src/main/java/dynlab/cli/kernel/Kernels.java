package dynlab.cli.kernel;

import dynlab.numeric.Gemm;
import dynlab.numeric.GemmKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Kernels that this JVM can run, besides the plain one. */
public final class Kernels {
    /** The module of the Vector API; {@code bin/dynlab} and Maven start the JVM with it. */
    private static final String MODULE = "jdk.incubator.vector";

    private Kernels() {}

    /** Gives wide products to the best kernel that there is. */
    public static void install() {
        all().forEach(Gemm::use);
    }

    /** All that can run here: none where the JVM was started without the module. */
    public static List<GemmKernel> all() {
        List<GemmKernel> kernels = new ArrayList<>();
        if (ModuleLayer.boot().findModule(MODULE).isPresent()) {
            ServiceLoader.load(GemmKernel.class).forEach(kernels::add);
        }
        return kernels;
    }
}
