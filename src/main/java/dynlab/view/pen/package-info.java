/** What every figure is drawn with: the abstract pen, its colours, type, scales and layout. */
@NullMarked
package dynlab.view.pen;

import org.jspecify.annotations.NullMarked;
