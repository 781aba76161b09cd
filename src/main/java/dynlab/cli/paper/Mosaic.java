package dynlab.cli.paper;

import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.task.Race;
import dynlab.task.Routing;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.SvgPen;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;

/** The two matrices of a router at the end of its run: similarity of the items of all domains, and what every route says. */
final class Mosaic {
    /** Above a matrix: the name of its columns and their numbers. */
    private static final double TOP = 32;

    private Mosaic() {}

    /** {@code W1ᵀ W1} over all domains, scaled to its largest entry, domains numbered. */
    static void similarity(SvgPen pen, Box box, RouterRun run, int domains) {
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
        Tiles tiles = new Tiles();
        tiles.add(grid, size, cell, cell, values);
        tiles.draw(pen);
        for (int k = 1; k < domains; k++) {
            double at = k * cell * Routing.ITEMS;
            pen.line(grid.x() + at, grid.y(), grid.x() + at, grid.bottom(), Stroke.of(Ink.BG, Weight.FINE));
            pen.line(grid.x(), grid.y() + at, grid.right(), grid.y() + at, Stroke.of(Ink.BG, Weight.FINE));
        }
        pen.frame(grid, 0, Stroke.GRID);
        number(pen, grid, domains, "domain", "domain");
        String words = "likeness of domains " + Numbers.fixed(InitScaleFigure.cosine(run), 3) + ", full colour = "
                + Numbers.brief(most);
        pen.text(words, grid.x(), grid.bottom() + 16, TextStyle.TICK);
    }

    /** Answers of every route, a column an input domain and a row an output domain; trained routes are framed. */
    static void outputs(SvgPen pen, Box box, RouterRun run, Race race) {
        int domains = race.domains();
        double most = Routing.targets().largest();
        double w = Math.floor(Math.min(box.w() - 34, 1.2 * (box.h() - TOP - 20)) / domains);
        double h = Math.floor(Math.min((box.h() - TOP - 20) / domains, w));
        Box all = new Box(box.x() + 34, box.y() + TOP, w * domains, h * domains);
        double cellW = Math.floor((w - 7) / Routing.ITEMS);
        double cellH = Math.floor((h - 7) / Routing.PROPERTIES);
        Tiles tiles = new Tiles();
        for (int i = 0; i < domains; i++) {
            for (int o = 0; o < domains; o++) {
                Matrix answer = run.answer(i, o);
                double[] values = answer.toArray();
                scale(values, most);
                Box at = new Box(all.x() + i * w, all.y() + o * h, w, h).inset(1.5, 1.5, 1.5, 1.5);
                double rest = (at.w() - cellW * answer.columns()) / 2;
                double under = (at.h() - cellH * answer.rows()) / 2;
                tiles.add(at.inset(rest, under, rest, under), answer.columns(), cellW, cellH, values);
                Stroke rim = race.trains(i, o) ? Stroke.of(Ink.INK, Weight.NOW) : Stroke.GRID;
                pen.frame(at, 1, rim);
            }
        }
        tiles.draw(pen);
        number(pen, all, domains, "input domain", "output domain");
        String words = "framed: trained; full colour = " + Numbers.brief(most);
        pen.text(words, all.x(), all.bottom() + 16, TextStyle.TICK);
    }

    private static void scale(double[] values, double most) {
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.max(-1, Math.min(1, values[k] / most));
        }
    }

    private static void number(SvgPen pen, Box grid, int domains, String across, String down) {
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
