/** Panels of single lessons: forms, surfaces, starts, changes. */
@NullMarked
package dynlab.view.lesson;

import org.jspecify.annotations.NullMarked;
