package dynlab.browser.share;

import dynlab.browser.dom.DataFetch;
import dynlab.browser.dom.JsDecimals;
import dynlab.browser.dom.PackedText;
import dynlab.experiment.Refused;
import dynlab.export.Blueprint;
import dynlab.export.Comparison;
import dynlab.export.Kind;
import dynlab.export.Language;
import dynlab.export.Picture;
import dynlab.export.SceneRun;
import dynlab.export.Taken;
import dynlab.numeric.Decimals;
import dynlab.scene.Address;
import dynlab.scene.FileLink;
import dynlab.view.AllViews;
import dynlab.view.View;
import dynlab.view.Views;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** The worker that runs what is shared anew and writes it: the same code as that of the command line. It answers one order. */
public final class TakeProgram {
    private static final Decimals DECIMALS = new JsDecimals();

    private TakeProgram() {}

    @JSFunctor
    private interface Listener extends JSObject {
        void hear(Order order);
    }

    /** Entry point, called once by {@code web/take.js}. */
    public static void main(String[] args) {
        listen(TakeProgram::hear);
    }

    private static void hear(Order order) {
        if (order.getWhat().equals(Order.COMPARE)) {
            gather(order, order.getQuery(), new ArrayList<>());
            return;
        }
        List<String> data = order.getFile().isEmpty()
                ? Address.parse(order.getQuery(), DECIMALS).scene().data()
                : List.of();
        DataFetch.all("data/", data, () -> answer(order), () -> refuse(Words.say("share.take.no-data")));
    }

    /** Reads the addresses, one a line, with their files and data, and answers when all are there. */
    private static void gather(Order order, String rest, List<Taken> taken) {
        if (rest.isEmpty()) {
            compare(order, taken);
            return;
        }
        int end = rest.indexOf('\n');
        String query = end < 0 ? rest : rest.substring(0, end);
        String more = end < 0 ? "" : rest.substring(end + 1);
        Optional<FileLink> file = FileLink.of(query);
        if (file.isPresent()) {
            PackedText.unpack(
                    file.get().code(),
                    text -> guarded(() -> {
                        taken.add(Taken.of(text, file.get().rest(), query, DECIMALS));
                        gather(order, more, taken);
                    }),
                    sentence -> refuse(Words.say("lab.address-bar.experiment-link-2", sentence)));
            return;
        }
        List<String> data = Address.parse(query, DECIMALS).scene().data();
        DataFetch.all(
                "data/",
                data,
                () -> guarded(() -> {
                    taken.add(Taken.of(query, DECIMALS));
                    gather(order, more, taken);
                }),
                () -> refuse(Words.say("share.take.no-data")));
    }

    private static void compare(Order order, List<Taken> taken) {
        Comparison all = Comparison.of(taken);
        post(all.svg(palette(order.getPalette()), order.getWidth()), "", -1, false, new String[0], new String[] {
            all.differs(), String.join(" ", all.parts())
        });
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (Refused refused) {
            refuse(refused.line());
        } catch (RuntimeException | Error broken) {
            refuse(Words.say("share.take.broke", broken.toString()));
        }
    }

    private static void answer(Order order) {
        guarded(() -> {
            Taken taken = order.getFile().isEmpty()
                    ? Taken.of(order.getQuery(), DECIMALS)
                    : Taken.of(order.getFile(), order.getRest(), order.getQuery(), DECIMALS);
            Optional<Language> language = Language.of(order.getWhat());
            if (order.getWhat().equals(Order.PICTURE)) {
                picture(taken, order);
            } else if (language.isPresent()) {
                program(taken, language.get());
            } else {
                Kind kind = Kind.of(order.getWhat()).orElseThrow();
                post(kind.write(taken, DECIMALS), "", -1, false, new String[0], new String[0]);
            }
        });
    }

    private static void program(Taken taken, Language language) {
        Blueprint plan = Blueprint.of(taken.experiment(), taken.query());
        int trusted = plan.rerun().trusted();
        post(
                language.write(plan, DECIMALS),
                "",
                trusted == Integer.MAX_VALUE ? -1 : trusted,
                plan.rerun().saddle(),
                new String[0],
                new String[0]);
    }

    private static void picture(Taken taken, Order order) {
        Layout.Arrangement views = SceneRun.views(taken.scene(), taken.config());
        List<View> all = new ArrayList<>();
        all.add(views.main());
        views.centre().forEach(view -> add(all, view));
        views.left().ifPresent(view -> add(all, view));
        views.right().forEach(view -> add(all, view));
        String[] ids = new String[all.size()];
        String[] titles = new String[all.size()];
        for (int k = 0; k < ids.length; k++) {
            ids[k] = all.get(k).id();
            titles[k] = all.get(k).title();
        }
        Palette palette = palette(order.getPalette());
        Picture picture = Picture.of(taken, Views.of(order.getView(), AllViews.ALL));
        post(picture.svg(palette, order.getWidth(), order.getHeight()), "", -1, false, ids, titles);
    }

    private static void add(List<View> all, View view) {
        boolean there = false;
        for (View one : all) {
            there |= one.id().equals(view.id());
        }
        if (!there) {
            all.add(view);
        }
    }

    private static Palette palette(String word) {
        return switch (word) {
            case "dark" -> Palette.DARK;
            case "projector" -> Palette.PROJECTOR;
            case "paper" -> Palette.PAPER;
            default -> Palette.LIGHT;
        };
    }

    private static void refuse(String sentence) {
        post("", sentence, -1, false, new String[0], new String[0]);
    }

    @JSBody(
            params = "listener",
            script = "self.onmessage = function(event) { listener(event.data); }; self.postMessage('ready');")
    private static native void listen(Listener listener);

    @JSBody(
            params = {"text", "refused", "trusted", "saddle", "ids", "titles"},
            script =
                    "self.postMessage({text: text, refused: refused, trusted: trusted, saddle: saddle, ids: ids, titles: titles});")
    private static native void post(
            String text, String refused, int trusted, boolean saddle, String[] ids, String[] titles);
}
