package dynlab.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rules of accessibility that a script can check. */
final class Axe {
    private Axe() {}

    /** Rule, what it wants, and each element that breaks it. */
    static List<String> violations(Browser browser) throws IOException {
        try (InputStream axe = Axe.class.getResourceAsStream("/axe.min.js")) {
            browser.run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<String> names = new ArrayList<>();
        for (Object name : (List<?>) browser.driver().executeAsyncScript("""
                        const done = arguments[0];
                        // what lies behind an open dialog is inert, and stands on no colour of the dialog's
                        axe.run(document.querySelector('dialog:modal') ?? document, {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}})
                          .then(result => done(result.violations.flatMap(rule =>
                            rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)} — ${node.any.concat(node.all, node.none).map(c => c.message).join(' ')}`))));
                        """)) {
            names.add((String) name);
        }
        return names;
    }
}
