// Starts the page where it can run, and says so in words where it cannot.
const root = document.documentElement;

function apologise(sentence) {
  root.dataset.state = "failed";
  const words = document.getElementById("plain");
  words.textContent = sentence;
  words.hidden = false;
}

// Whatever fails unforeseen, in page, figure or worker, comes here: it is said, and can be reported.
const failed = (error) => import("../report.js").then(({ tell }) => tell(error), () => {});
addEventListener("error", (event) => failed(event.error ?? event.message));
addEventListener("unhandledrejection", (event) => failed(event.reason));

// What is drawn is given away by a program of its own, which comes when it is asked for.
addEventListener("dynlab-share", async ({ detail }) => {
  const [share, code] = await Promise.all([import("../app/share.js"), import("../app/code.js")]);
  code.main([]);
  share.main([new URL("../", import.meta.url).href, ...detail]);
});

// A table of the reader's own is read by another.
addEventListener("dynlab-table", async ({ detail }) => {
  const table = await import("../app/table.js");
  table.main([new URL("../", import.meta.url).href, ...detail]);
});

const canvas = document.createElement("canvas");
if (!canvas.getContext || !canvas.getContext("2d")) {
  apologise("{{page.start.no-canvas}}");
} else if (!window.Worker) {
  apologise("{{page.start.no-worker}}");
} else {
  try {
    const page = await import("../app/build.js");
    page.main([new URL("../worker.js", import.meta.url).href]);
    setTimeout(() => import("../offline.js").catch(() => {}), 4000);
  } catch (error) {
    apologise("{{page.start.did-not-start}}");
    throw error;
  }
}
