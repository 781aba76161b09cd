package dynlab.cli.sweep;

import dynlab.cli.Misused;
import java.util.List;
import java.util.ServiceLoader;

/** What the program finds beside itself: engines and forms of files, of the jar that holds Spark and Parquet. */
public final class Parts {
    private Parts() {}

    /** The engine of that word. */
    public static Engine engine(String word) {
        ThreadEngine threads = new ThreadEngine();
        if (word.equals(threads.word())) {
            return threads;
        }
        for (Engine engine : ServiceLoader.load(Engine.class)) {
            if (engine.word().equals(word)) {
                return engine;
            }
        }
        throw List.of("spark").contains(word)
                ? absent("Apache Spark")
                : new Misused("There is no engine \"" + word + "\"; there is threads and spark.");
    }

    /** The form of file of that word. */
    public static RowsFile file(String word) {
        for (RowsFile file : ServiceLoader.load(RowsFile.class)) {
            if (file.word().equals(word)) {
                return file;
            }
        }
        throw absent("Parquet");
    }

    private static Misused absent(String what) {
        return new Misused(
                what
                        + " is not in this jar. \"mvn -Pspark\" builds one that has it: java -jar target/spark/dynlab-spark.jar sweep …");
    }
}
