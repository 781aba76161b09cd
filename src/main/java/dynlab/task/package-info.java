/** What is to be learned: immutable worlds of items and properties. */
@NullMarked
package dynlab.task;

import org.jspecify.annotations.NullMarked;
