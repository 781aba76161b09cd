// Keeps the laboratory for days without a network. Every file is kept under its name and the hash of its content, both from
// the list that the build writes here, so that no page is ever put together from two versions of the site.
//
// Registered by offline.js. Whoever opens a page of the laboratory gets all its programs and data to keep; whoever saw no more
// than embeds keeps what these used.
const FILES = {};

const site = new URL("./", self.location.href).href;
const CACHE = `dynlab ${site}`;

// Pictures, documents and the doubles for sandboxed frames are kept once somebody has looked at them.
const first = (name) => !/^(figures|docs|schema)\/|^v1\/embed\/.|\.sandbox\.js$|^sw\.js$/.test(name);
const all = () => Object.keys(FILES).filter(first);
const isProgram = (name) => /\.(js|wasm|css)$/.test(name);

/** The name of a file of this site by its address, or nothing. */
function nameOf(address) {
  const plain = address.split(/[?#]/)[0];
  const name = plain.slice(site.length).replace(/(^|\/)index\.html$/, "$1");
  return plain.startsWith(site) && Object.hasOwn(FILES, name) ? name : undefined;
}

const key = (name) => new URL(`${name}?kept=${FILES[name]}`, site).href;

async function hash(bytes) {
  const all = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(all.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const kept = async (name) => (await caches.open(CACHE)).match(key(name), { ignoreVary: true });

/** Fetches and keeps a file of this version; nothing if what the host sends is another one. */
async function fetched(name) {
  // a copy on the way may be older than the list
  for (const cache of ["default", "reload"]) {
    const answer = await fetch(new URL(name, site), { cache, credentials: "same-origin" });
    if (answer.ok && !answer.redirected && (await hash(await answer.clone().arrayBuffer())) === FILES[name]) {
      const copy = answer.clone();
      try {
        await (await caches.open(CACHE)).put(key(name), copy);
      } catch {
        // without room it is there as long as the network is
      }
      return answer;
    }
  }
}

/** Whether the host has another list than this one. */
async function isOld() {
  const answer = await fetch(new URL("sw.js", site), { cache: "no-store", credentials: "same-origin" });
  return answer.ok && !(await answer.text()).includes(JSON.stringify(FILES));
}

async function tell(message) {
  for (const client of await clients.matchAll()) client.postMessage(message);
}

let left = false;

async function answer(request, name) {
  if (left) return fetch(request);
  const here = (await kept(name)) ?? (await fetched(name));
  // A kept answer has the address under which it was fetched. A worker would take that for its own, and lose what stands
  // behind the question mark in the one that was asked for.
  if (here) return new Response(here.body, here);
  // Either the host changes what it sends, and always did, or there is a newer version, which may not mix with this one.
  if (!(await isOld())) return fetch(request);
  if (request.mode === "navigate") {
    left = true;
    await self.registration.unregister();
    await caches.delete(CACHE);
    return fetch(request);
  }
  self.registration.update();
  tell("old");
  return Response.error();
}

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const name = nameOf(event.request.url);
  if (name !== undefined) event.respondWith(answer(event.request, name));
});

async function keep(names) {
  const missing = [];
  for (const name of new Set(names)) if (!(await kept(name)) && !(await fetched(name))) missing.push(name);
  return missing;
}

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const pages = await clients.matchAll({ includeUncontrolled: true, type: "window" });
    const names = pages.some((page) => !page.url.startsWith(`${site}v1/`)) ? all() : [];
    for (const request of await (await caches.open(CACHE)).keys()) names.push(nameOf(request.url));
    const missing = await keep(names.filter((name) => name !== undefined));
    // a site that is just being put up, or a copy on the way; it is tried again later
    if (missing.some(isProgram)) throw new Error(`not of this version: ${missing.join(", ")}`);
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    for (const request of await cache.keys()) {
      const name = nameOf(request.url);
      if (name === undefined || request.url !== key(name)) await cache.delete(request);
    }
    await clients.claim();
  })());
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
  else if (event.data?.keep) event.waitUntil(keep([...event.data.keep.map(nameOf).filter((name) => name !== undefined), ...(event.data.all ? all() : [])]));
});
