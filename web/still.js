// An embed's address names its scene, and so the picture that stands there until the figure moves. A classic script: it runs
// in a sandboxed frame too, where modules and workers are refused, and says so there.
(() => {
  const root = document.documentElement;
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
    still.hidden = /^[?#]x=|[?#&]palette=/.test(address);
  }
  if (self.origin === "null") {
    const words = document.getElementById("plain");
    const link = document.createElement("a");
    link.href = location.href;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = "open it in a page of its own";
    words.append("This frame is sandboxed without allow-same-origin, where nothing can compute. The picture is of the lesson as it opens; ", link, ".");
    words.hidden = false;
    root.dataset.state = "failed";
  }
})();
