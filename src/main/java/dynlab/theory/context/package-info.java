/** Networks that share structure among contexts: closed forms of common and drop-one pathways. */
@NullMarked
package dynlab.theory.context;

import org.jspecify.annotations.NullMarked;
