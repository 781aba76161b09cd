/** Sentences apart from code: a phrase is a key with its arguments, and one file a language says how it reads. */
@NullMarked
package dynlab.words;

import org.jspecify.annotations.NullMarked;
