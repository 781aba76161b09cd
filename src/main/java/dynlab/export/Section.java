package dynlab.export;

/**
 * A piece of a program that is read by itself: a cell of a notebook.
 *
 * @param title a few words
 * @param code lines of the program, the last with its line end
 */
record Section(String title, String code) {}
