/** What runs a sweep on Apache Spark and writes its rows as Parquet. Built by the profile spark alone. */
@NullMarked
package dynlab.spark;

import org.jspecify.annotations.NullMarked;
