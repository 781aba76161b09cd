/** What the WebAssembly module of the worker's products is made with: an assembler of the text format. Part of the build. */
@NullMarked
package dynlab.cli.wasm;

import org.jspecify.annotations.NullMarked;
