// Keeps what a page needs for days without a network (sw.js), and says when there is a newer version. Fetched by boot.js once
// the page rests; does nothing where a browser or a host lets nothing be kept.
const root = document.documentElement;
const site = new URL("./", import.meta.url);
const embed = root.dataset.page === "embed";

function say(sentence, action) {
  if (document.getElementById("newer")) return;
  const notice = document.createElement("div");
  notice.className = "notice";
  notice.id = "newer";
  notice.setAttribute("role", "status");
  const words = document.createElement("p");
  words.textContent = sentence;
  const reload = document.createElement("button");
  reload.type = "button";
  reload.className = "btn strong";
  reload.textContent = "{{page.offline.reload}}";
  reload.addEventListener("click", action);
  const later = document.createElement("button");
  later.type = "button";
  later.className = "btn";
  later.textContent = "{{page.offline.later}}";
  later.addEventListener("click", () => notice.remove());
  notice.append(words, reload, later);
  document.getElementById("notices").append(notice);
}

function newer(registration) {
  if (embed || !registration.waiting || !registration.active) return;
  say("{{page.offline.newer}}", () => goOver(registration));
}

function goOver(registration) {
  const next = registration.waiting ?? registration.installing;
  if (next) next.postMessage("take over");
  else location.reload();
}

async function start() {
  const workers = navigator.serviceWorker;
  let controlled = workers.controller !== null;
  // All pages go over to the newer version together, wherever the button was pressed; their state is in their address.
  workers.addEventListener("controllerchange", () => {
    if (controlled) location.reload();
    controlled = true;
  });
  const registration = await workers.register(new URL("sw.js", site), { scope: site.pathname });
  registration.addEventListener("updatefound", () => {
    const next = registration.installing;
    next?.addEventListener("statechange", () => newer(registration));
  });
  workers.addEventListener("message", ({ data }) => {
    if (data === "old") say("{{page.offline.part-not-fetched}}", () => goOver(registration));
  });
  newer(registration);
  const ready = await workers.ready;
  const used = performance.getEntriesByType("resource").map((entry) => entry.name);
  // what a worker fetches is not among what the page has
  const works = ["worker.js", "app/worker.js"].map((name) => new URL(name, site).href);
  ready.active.postMessage({ keep: [location.href, ...used, ...works], all: !embed });
}

try {
  if (self.isSecureContext && self.origin !== "null" && navigator.serviceWorker && !navigator.connection?.saveData) {
    await start();
  }
} catch (error) {
  console.info("Nothing is kept for days without a network here.", error);
}
