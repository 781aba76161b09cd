package dynlab.cli;

import dynlab.experiment.file.TrajectoryCodec;
import picocli.CommandLine.IVersionProvider;

/** The version, as trajectory files carry it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {TrajectoryCodec.ENGINE};
    }
}
