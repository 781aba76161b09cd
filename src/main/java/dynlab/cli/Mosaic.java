package dynlab.cli;

import dynlab.numeric.Matrix;
import dynlab.task.Race;
import dynlab.task.Routing;
import dynlab.view.Box;
import dynlab.view.Ink;
import dynlab.view.Numbers;
import dynlab.view.Pen;
import dynlab.view.Stroke;
import dynlab.view.TextStyle;
import dynlab.view.Weight;

/** The two matrices of a router at the end of its run: similarity of the items of all domains, and what every route says. */
final class Mosaic {
    /** Above a matrix: the name of its columns and their numbers. */
    private static final double TOP = 32;

    private Mosaic() {}

    /** {@code W1ᵀ W1} over all domains, scaled to its largest entry, domains numbered. */
    static void similarity(Pen pen, Box box, RouterRun run, int domains) {
        int size = domains * Routing.ITEMS;
        double[] values = new double[size * size];
        for (int a = 0; a < domains; a++) {
            for (int b = 0; b < domains; b++) {
                Matrix block = run.similarity(a, b);
                for (int i = 0; i < block.rows(); i++) {
                    for (int j = 0; j < block.columns(); j++) {
                        values[(a * Routing.ITEMS + i) * size + b * Routing.ITEMS + j] = block.at(i, j);
                    }
                }
            }
        }
        double most = PaperTable.largest(Matrix.of(size, size, values).toArray());
        scale(values, most);
        double cell = Math.floor(Math.min(box.w() - 34, box.h() - TOP - 20) / size);
        Box grid = new Box(box.x() + 34, box.y() + TOP, cell * size, cell * size);
        cells(pen, grid, size, size, values);
        for (int k = 1; k < domains; k++) {
            double at = k * cell * Routing.ITEMS;
            pen.line(grid.x() + at, grid.y(), grid.x() + at, grid.bottom(), Stroke.GRID);
            pen.line(grid.x(), grid.y() + at, grid.right(), grid.y() + at, Stroke.GRID);
        }
        pen.frame(grid, 0, Stroke.GRID);
        number(pen, grid, domains, "domain", "domain");
        String words = "likeness of domains "
                + Numbers.fixed(InitScaleFigure.cosine(run), 3) + ", full colour = " + Numbers.brief(most);
        pen.text(words, grid.x(), grid.bottom() + 16, TextStyle.TICK);
    }

    /** Answers of every route, a column an input domain and a row an output domain; trained routes are framed. */
    static void outputs(Pen pen, Box box, RouterRun run, Race race) {
        int domains = race.domains();
        double most = Routing.targets().largest();
        double w = Math.floor(Math.min(box.w() - 34, 1.2 * (box.h() - TOP - 20)) / domains);
        double h = Math.floor(Math.min((box.h() - TOP - 20) / domains, w));
        Box all = new Box(box.x() + 34, box.y() + TOP, w * domains, h * domains);
        for (int i = 0; i < domains; i++) {
            for (int o = 0; o < domains; o++) {
                Matrix answer = run.answer(i, o);
                double[] values = answer.toArray();
                scale(values, most);
                Box at = new Box(all.x() + i * w, all.y() + o * h, w, h).inset(1.5, 1.5, 1.5, 1.5);
                cells(pen, at.inset(2, 2, 2, 2), answer.rows(), answer.columns(), values);
                Stroke rim = race.trains(i, o) ? Stroke.of(Ink.INK, Weight.NOW) : Stroke.GRID;
                pen.frame(at, 1, rim);
            }
        }
        number(pen, all, domains, "input domain", "output domain");
        String words = "framed: trained; full colour = " + Numbers.brief(most);
        pen.text(words, all.x(), all.bottom() + 16, TextStyle.TICK);
    }

    private static void scale(double[] values, double most) {
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.max(-1, Math.min(1, values[k] / most));
        }
    }

    /** Cells of equal colour that lie side by side are one, so that the file stays small. */
    private static void cells(Pen pen, Box grid, int rows, int columns, double[] values) {
        double w = grid.w() / columns;
        double h = grid.h() / rows;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; ) {
                double value = shade(values[i * columns + j]);
                int end = j + 1;
                while (end < columns && shade(values[i * columns + end]) == value) {
                    end++;
                }
                Box run = new Box(grid.x() + j * w, grid.y() + i * h, (end - j) * w, h);
                pen.cells(run, 0, 1, 1, new double[] {value}, false);
                j = end;
            }
        }
    }

    /** A shade of sixty-four, the smallest none. */
    private static double shade(double value) {
        return Math.rint(value * 32) / 32;
    }

    private static void number(Pen pen, Box grid, int domains, String across, String down) {
        for (int k = 0; k < domains; k++) {
            String name = Integer.toString(k + 1);
            double x = grid.x() + (k + 0.5) * grid.w() / domains;
            double y = grid.y() + (k + 0.5) * grid.h() / domains;
            pen.text(name, x, grid.y() - 5, TextStyle.TICK.middle());
            pen.text(name, grid.x() - 6, y + 4, TextStyle.TICK.end());
        }
        pen.text(across, grid.middleX(), grid.y() - 20, TextStyle.TICK.middle());
        pen.text(down, grid.x() - 23, grid.middleY(), TextStyle.TICK.middle().upwards());
    }
}
