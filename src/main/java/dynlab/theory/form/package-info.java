/** What structure in the world does to learning: spectra of structural forms, and categories that can be learned at all. */
@NullMarked
package dynlab.theory.form;

import org.jspecify.annotations.NullMarked;
