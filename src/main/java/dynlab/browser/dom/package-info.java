/** The document: elements, fields, menus, canvas, theme and notices, with no word of what they are used for. */
@NullMarked
package dynlab.browser.dom;

import org.jspecify.annotations.NullMarked;
