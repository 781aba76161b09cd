// An embed's address names its scene, and so the picture that stands there until the figure moves. A classic script: it runs
// in a sandboxed frame too, and starts the figure there.
(() => {
  const root = document.documentElement;
  const site = document.currentScript.src.replace(/[^/]*$/, "");
  const still = document.getElementById("still");
  if (still && still.hasAttribute("src")) {
    const address = location.hash.length > 1 ? location.hash : location.search;
    const [, scene] = /[?#&]scene=([a-z0-9-]+)/.exec(address) ?? [];
    const [, theme] = /[?#&]theme=(light|dark|projector)/.exec(address) ?? [];
    if (theme) root.dataset.theme = theme;
    const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const tiny = innerHeight < 260 || (innerWidth < 480 && innerHeight < 420);
    const first = still.src;
    still.onerror = () => { still.onerror = null; still.src = first; };
    still.src = first.replace(/[^/]*$/, `${scene ?? still.dataset.scene}-${tiny ? "tiny" : "embed"}${dark ? "-dark" : ""}.svg`);
    still.hidden = /^[?#]x=|[?#&](palette|table)=/.test(address);
  }
  if (self.origin !== "null") {
    if (root.dataset.page === "embed" && parent !== self) addEventListener("message", ({ source, origin, data }) => {
      if (source !== parent || (data?.type !== "dynlab:play" && data?.type !== "dynlab:watch")) return;
      import(`${site}host.js`).then(({ hear }) => hear(data.type, origin));
    });
    return;
  }
  // nothing can be fetched here, and what gives the figure away is fetched when it is asked for
  for (const button of document.querySelectorAll("[data-act=share]")) button.hidden = true;

  // Without an origin modules and workers of this site are refused. The same programs are there as classic scripts, and a
  // worker may be made of text that the frame has.
  function apologise() {
    const words = document.getElementById("plain");
    const link = document.createElement("a");
    link.href = location.href;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = "{{page.still.open-it}}";
    const [before, after] = "{{page.still.sandboxed}}".split("{0}");
    words.append(before, link, after);
    words.hidden = false;
    root.dataset.state = "failed";
  }
  const load = (name) => new Promise((done, refused) => {
    const script = document.createElement("script");
    script.src = `${site}app/${name}.sandbox.js`;
    script.onload = done;
    script.onerror = refused;
    document.head.append(script);
  });
  const text = (words) => URL.createObjectURL(new Blob([words], { type: "text/javascript" }));
  const allowed = new Promise((yes, no) => {
    const trial = new Worker(text("self.postMessage(0);"));
    trial.onmessage = () => { trial.terminate(); yes(); };
    trial.onerror = no;
  });
  root.dataset.state = "starting";
  Promise.all([load("page"), load("worker"), allowed]).then(() => {
    self.dynlabWorkerText = text(`self.postMessage({ kind: "target", target: "js" }); (${self.dynlabWorker})().main([]);`);
    root.dataset.program = "page";
    self.dynlabPage.main([`${site}worker.js`]);
  }).catch(apologise);
})();
