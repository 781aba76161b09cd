/** The pages with one lesson: home, lab and embed, wired to the application. */
@NullMarked
package dynlab.browser.lab;

import org.jspecify.annotations.NullMarked;
