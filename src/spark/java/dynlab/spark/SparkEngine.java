package dynlab.spark;

import dynlab.cli.sweep.Engine;
import dynlab.cli.sweep.Job;
import dynlab.sweep.Row;
import dynlab.sweep.RowRunner;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Computes rows on Apache Spark. Every part of the work is a few rows, which the driver takes as soon as they are there. */
public final class SparkEngine implements Engine {
    /** Parts of one job; each costs the driver some milliseconds. */
    private static final int MOST_PARTS = 20_000;

    @Override
    public String word() {
        return "spark";
    }

    @Override
    public void run(Job job, int[] rows, String where, Consumer<Row> done, BooleanSupplier stopped) {
        SparkConf conf = new SparkConf()
                .setAppName("dynlab sweep")
                .setMaster(where)
                .set("spark.ui.enabled", "false")
                .set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
        try (JavaSparkContext context = new JavaSparkContext(conf)) {
            Broadcast<PlanText> plan = context.broadcast(new PlanText(job));
            List<Integer> indices = new ArrayList<>();
            for (int row : rows) {
                indices.add(row);
            }
            JavaRDD<String> lines = context.parallelize(indices, Math.min(MOST_PARTS, rows.length))
                    .map(row -> RowRunner.run(plan.value().plan(), row, () -> false)
                            .orElseThrow()
                            .line());
            run(context, lines, new Taking(job, done, () -> cancel(context, stopped)), stopped);
        }
    }

    private static void run(JavaSparkContext context, JavaRDD<String> lines, Taking taking, BooleanSupplier stopped) {
        List<Object> parts = new ArrayList<>();
        for (int k = 0; k < lines.getNumPartitions(); k++) {
            parts.add(k);
        }
        try {
            context.sc()
                    .runJob(
                            lines.rdd(),
                            new Gathering(),
                            CollectionConverters.asScala(parts).toSeq(),
                            taking,
                            ClassTag$.MODULE$.apply(String[].class));
        } catch (Exception thrown) {
            // Scala's methods throw what they do not declare
            if (!(thrown instanceof SparkException && stopped.getAsBoolean())) {
                throw thrown;
            }
        }
    }

    private static void cancel(JavaSparkContext context, BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            context.sc().cancelAllJobs();
        }
    }

    /** On the machine that computes: the lines of a part. */
    private static final class Gathering extends AbstractFunction2<TaskContext, Iterator<String>, String[]>
            implements Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public String[] apply(TaskContext context, Iterator<String> lines) {
            List<String> all = new ArrayList<>();
            while (lines.hasNext()) {
                all.add(lines.next());
            }
            return all.toArray(new String[0]);
        }
    }

    /** On the driver: takes the rows of a part. */
    private static final class Taking extends AbstractFunction2<Object, String[], BoxedUnit> {
        private final Job job;
        private final Consumer<Row> done;
        private final Runnable after;

        Taking(Job job, Consumer<Row> done, Runnable after) {
            this.job = job;
            this.done = done;
            this.after = after;
        }

        @Override
        public BoxedUnit apply(Object part, String[] lines) {
            for (String line : lines) {
                done.accept(RowRunner.read(job.plan(), line).orElseThrow());
            }
            after.run();
            return BoxedUnit.UNIT;
        }
    }
}
