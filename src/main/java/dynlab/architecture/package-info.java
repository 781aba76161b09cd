/** Structure and data: a directed acyclic graph of layers, its gates and its contexts. No weights. */
@NullMarked
package dynlab.architecture;

import org.jspecify.annotations.NullMarked;
