package dynlab.browser.share;

import dynlab.table.Preparation;
import dynlab.table.Table;
import org.teavm.jso.dom.html.HTMLElement;

/** What a table of the reader's own is read for: what the dialog says of it, asks besides, and does with it. */
interface TableUse {
    /** What its rows and columns are called. */
    Called called();

    /** What is done with each column unless somebody chooses otherwise. */
    Preparation.Scale scale();

    /** What stands in the dialog when it opens. */
    String text();

    /** Controls of its own below those of every table; the action is for whatever changes in them. */
    void controls(HTMLElement parent, Runnable changed);

    /** What keeps a table from being used, as a sentence; empty if nothing does. */
    String complaint(Table table);

    /** How much comes out. */
    String comes(int rows, int columns);

    /** What follows when it is used. */
    String follows();

    void take(Table table);

    /**
     * Words of the menus.
     *
     * @param rows who the rows are, as "items are"
     * @param column one of the columns, as "each property"
     * @param mean what a filled cell is, as "is the mean of its property"
     * @param name what a column without a name is called, before its number
     */
    record Called(String rows, String column, String mean, String name) {}
}
