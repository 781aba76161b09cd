package dynlab.browser.lab;

import dynlab.app.LabState;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.JsDecimals;
import dynlab.browser.dom.OwnData;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.scene.Address;
import dynlab.scene.BadSetting;
import dynlab.scene.OwnTable;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.words.Words;

/** Lets a table of the reader's own take the place of a lesson's world, where the lesson can learn one. */
final class OwnDataButton implements SceneExtra {
    private final Lab lab;

    OwnDataButton(Lab lab) {
        this.lab = lab;
        Dom.onEvery("[data-act=own-table]", "click", e -> OwnData.ask(OwnTable.asks(scene()) ? "examples" : "items"));
        OwnData.onTaken(this::take);
    }

    private Scene scene() {
        return lab.state().address().scene();
    }

    @Override
    public void show(LabState state) {
        Dom.toggleEvery("[data-act=own-table]", "hidden", !OwnTable.takenBy(scene()));
    }

    /** The lesson with it; as an experiment file where it is too large for an address. */
    private void take(String text) {
        if (!OwnTable.takenBy(scene())) {
            return;
        }
        try {
            SceneConfig config = OwnTable.with(scene(), lab.state().config(), text);
            JsDecimals decimals = new JsDecimals();
            if (lab.state().address().with(config).format(decimals).length() <= Address.LONGEST - 200) {
                lab.edited(config);
                lab.ask(0, 0);
                lab.seek(scene().opensAt(config));
            } else {
                String file = ExperimentCodec.write(OwnTable.file(scene(), config), decimals);
                lab.bar().openFile(file, Words.say("lab.own-data.your-table"));
                lab.say(Words.say("lab.own-data.too-large"), false);
            }
        } catch (BadSetting wrong) {
            lab.say(Words.say("lab.own-data.no-table", String.valueOf(wrong.getMessage())), true);
        }
    }
}
