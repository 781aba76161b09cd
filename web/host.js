// What the page around an embed may do besides what it writes into the address: play, and hear what a reader changes. Fetched
// by still.js when that page first asks; answers go to the origin that asked, and to no other.
const listeners = new Set();
const root = document.documentElement;
let last = "";

/** The parts of the address, with the step on which the cursor stands. */
function state() {
  const parts = Object.fromEntries(new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search));
  const scrubber = document.getElementById("scrubber");
  return { ...parts, scene: parts.scene ?? document.getElementById("lab").dataset.scene, t: scrubber.getAttribute("aria-valuenow") };
}

function tell() {
  const now = state();
  const words = JSON.stringify(now);
  if (words === last) return;
  last = words;
  for (const origin of listeners) parent.postMessage({ type: "dynlab:change", state: now }, origin);
}

function watch(origin) {
  if (listeners.size === 0) {
    // the address follows the settings, the slider the step, and both are written once something moved
    new MutationObserver(tell).observe(document.getElementById("scrubber"), { attributes: true, attributeFilter: ["aria-valuenow"] });
    new MutationObserver(() => setTimeout(tell)).observe(root, { attributes: true, attributeFilter: ["data-digest", "data-state"] });
    addEventListener("hashchange", tell);
    last = JSON.stringify(state());
  }
  listeners.add(origin);
}

export function hear(type, origin) {
  if (type === "dynlab:watch" && listeners.size < 4) watch(origin === "null" ? "*" : origin);
  const play = document.getElementById("play");
  if (type === "dynlab:play" && !play.closest("[inert], [hidden]") && !play.hasAttribute("data-playing")) play.click();
}
