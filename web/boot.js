// Starts the page where it can run, and says so in words where it cannot.
const root = document.documentElement;

function apologise(sentence) {
  root.dataset.state = "failed";
  const words = document.getElementById("plain");
  words.textContent = sentence;
  words.hidden = false;
}

// From here on it is this script that says what is wrong, not the words of a page that never started.
root.dataset.state = "starting";

// The home page has a program of its own, and the lab the one that knows all. An embed takes a small one, by its lesson; the build
// fills in which knows which. An experiment or a table of the reader's own takes the lab's, and so does another figure beside a lesson.
const lessons = {
  first: [{{#first}}"{{id}}", {{/first}}],
  linear: [{{#linear}}"{{id}}", {{/linear}}],
  gated: [{{#gated}}"{{id}}", {{/gated}}],
};

function program() {
  const page = root.dataset.page;
  const address = location.hash.length > 1 ? location.hash : location.search;
  if (page === "home") return "home";
  if (page !== "embed" || /[?#&](x|table|beside)=/.test(address)) return "page";
  const knows = (scene) => Object.keys(lessons).find((kind) => lessons[kind].includes(scene));
  return knows(/[?#&]scene=([^&]*)/.exec(address)?.[1]) ?? knows(document.getElementById("lab").dataset.scene) ?? "first";
}

// The picture that stands in the lab until it has drawn is that of its first scene.
root.toggleAttribute("data-other", /[?#&](x=|table=|scene=(?!hierarchy)|palette=)/.test(location.hash.length > 1 ? location.hash : location.search));

// Whatever fails unforeseen, in page, figure or worker, comes here: it is said, and can be reported.
const failed = (error) => import("./report.js").then(({ tell }) => tell(error), () => {});
addEventListener("error", (event) => failed(event.error ?? event.message));
addEventListener("unhandledrejection", (event) => failed(event.reason));

// What is shown is given away by a program of its own, which comes when it is asked for.
addEventListener("dynlab-share", async ({ detail }) => {
  const [share, code] = await Promise.all([import("./app/share.js"), import("./app/code.js")]);
  code.main([]);
  share.main([new URL("./", import.meta.url).href, ...detail]);
});

// A table of the reader's own is read by another, and the figures of sweeps are shown by a third.
for (const dialog of ["table", "chart"]) {
  addEventListener(`dynlab-${dialog}`, async ({ detail }) => {
    const program = await import(`./app/${dialog}.js`);
    program.main([new URL("./", import.meta.url).href, ...detail]);
  });
}

const canvas = document.createElement("canvas");
if (!canvas.getContext || !canvas.getContext("2d")) {
  apologise("{{page.start.lab-no-canvas}}");
} else if (self.origin === "null") {
  // still.js starts the page, where modules are let in and where they are not
} else if (!window.Worker) {
  apologise("{{page.start.lab-no-worker}}");
} else {
  try {
    root.dataset.program = program();
    const page = await import(`./app/${root.dataset.program}.js`);
    // to read the program and to start it are two tasks
    await new Promise((go) => setTimeout(go));
    page.main([new URL("worker.js", import.meta.url).href]);
    // nobody prints a page before it has drawn anything
    setTimeout(() => import("./print.js").catch(() => {}), 1200);
    setTimeout(() => import("./offline.js").catch(() => {}), 4000);
  } catch (error) {
    apologise("{{page.start.lab-did-not-start}}");
    throw error;
  }
}
