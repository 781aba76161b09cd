package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.drawing.ContextEdit;
import dynlab.drawing.DataEdit;
import dynlab.drawing.Drawing;
import dynlab.drawing.DrawingFile;
import dynlab.drawing.GraphEdit;
import dynlab.drawing.Outcome;
import dynlab.experiment.Experiment;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.file.Json;
import dynlab.experiment.file.JsonReader;
import dynlab.experiment.file.TrajectoryCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.task.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Names of samples and of outputs go wherever a file goes. */
final class NamesTravelTest {
    private static final Decimals DECIMALS = new ExactDecimals();
    private static final List<String> ITEMS = List.of("canary", "salmon");
    private static final List<String> PROPERTIES = List.of("grows", "has wings", "has scales");
    private static final String FILE = """
            {"format": "dynlab-experiment/1",
             "graph": {"nodes": [{"id": "item", "role": "input", "width": 2},
                                 {"id": "property", "role": "output", "width": 3, "properties": ["grows", "has wings", "has scales"]}],
                       "edges": [{"id": "W", "source": "item", "target": "property"}]},
             "contexts": [{"items": ["canary", "salmon"], "name": "zoo",
                           "x": {"item": [[1, 0], [0, 1]]}, "y": {"property": [[1, 1], [1, 0], [0, 1]]}},
                          {"name": "unnamed", "train": false,
                           "x": {"item": [[1], [1]]}, "y": {"property": [[1], [1], [1]]}}],
             "init": {"kind": "gaussian", "sigma": 0.01, "seed": 1},
             "training": {"dt": 0.1, "tau": 1, "steps": 5}}
            """;

    private static void assertNamed(Drawing drawing) {
        assertEquals(ITEMS, drawing.contexts().get(0).items());
        assertEquals(PROPERTIES, drawing.node("property").orElseThrow().node().properties());
    }

    @Test
    void aFileThatWasReadAndWrittenHasThem() {
        Experiment read = ExperimentCodec.read(FILE, DECIMALS);
        Experiment again = ExperimentCodec.read(ExperimentCodec.write(read, DECIMALS), DECIMALS);
        assertEquals(ITEMS, again.contexts().get(0).items());
        assertEquals(List.of(), again.contexts().get(1).items());
        assertEquals(PROPERTIES, again.architecture().nodes().get(1).properties());
    }

    @Test
    void theFiguresOfAFileShowThemAndNumberTheRest() {
        FileScene scene = new FileScene(ExperimentCodec.read(FILE, DECIMALS));
        World world = scene.world(SceneConfig.initial(scene.knobs()));
        assertEquals(List.of("canary", "salmon", "s3"), world.items());
        assertEquals(PROPERTIES, world.properties());
        assertTrue(world.tree().names().containsAll(world.items()));
        assertTrue(scene.omits().startsWith("What the file does not name"), scene.omits());
    }

    @Test
    void aTrajectoryFileRepeatsThem() {
        Runner runner = Runner.of(ExperimentCodec.read(FILE, DECIMALS));
        runner.complete();
        Map<String, Json> file = ((Json.Members) JsonReader.read(TrajectoryCodec.write(runner, DECIMALS))).members();
        assertEquals(Map.of("zoo", ITEMS), names(file.get("items")));
        assertEquals(Map.of("property", PROPERTIES), names(file.get("properties")));
    }

    private static Map<String, List<String>> names(Json json) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        ((Json.Members) json).members().forEach((key, value) -> {
            List<String> all = new ArrayList<>();
            ((Json.Array) value).elements().forEach(each -> all.add(((Json.Text) each).value()));
            names.put(key, all);
        });
        return names;
    }

    private static Drawing after(Drawing drawing, Function<Drawing, Outcome> edit) {
        Outcome outcome = edit.apply(drawing);
        assertTrue(outcome.done(), outcome.toString());
        return outcome.drawing();
    }

    @Test
    void everyEditThatLeavesTheSamplesAloneKeepsThem() {
        Drawing drawing = DrawingFile.read(FILE, DECIMALS);
        assertNamed(drawing);
        List<Function<Drawing, Outcome>> edits = List.of(
                d -> DataEdit.cell(d, 0, "property", 1, 1, 0.5),
                d -> DataEdit.weigh(d, 0, 2),
                d -> ContextEdit.rename(d, 0, "aviary"),
                d -> ContextEdit.train(d, 0, false),
                d -> ContextEdit.gateNode(d, 0, "item", 0.5),
                d -> GraphEdit.resize(d, "item", 3),
                d -> GraphEdit.rename(d, "item", "animal"),
                d -> ContextEdit.duplicate(d, 0),
                d -> GraphEdit.disconnect(d, "W"));
        for (Function<Drawing, Outcome> edit : edits) {
            drawing = after(drawing, edit);
            assertNamed(drawing);
        }
        assertEquals(ITEMS, drawing.contexts().get(1).items(), "a copy has them too");
        Drawing again = DrawingFile.read(DrawingFile.write(drawing, false, DECIMALS), DECIMALS);
        assertNamed(again);
    }

    @Test
    void namesGoWithAChangeOfTheirNumber() {
        Drawing drawing = DrawingFile.read(FILE, DECIMALS);
        Drawing wider = after(drawing, d -> GraphEdit.resize(d, "property", 4));
        assertEquals(List.of(), wider.node("property").orElseThrow().node().properties());
        assertEquals(ITEMS, wider.contexts().get(0).items());
    }
}
