// Saves a figure as one file: the page of an embed with its style, its programs and its data, packed, and a script that
// unpacks them. The file runs from a disk and by mail, without this site. Its programs are those of sandboxed frames.

/** What stands in the file and starts it: unpacks the parts, and hands them to the same programs that run here. */
async function start() {
  const root = document.documentElement;
  const plain = document.getElementById("plain");
  try {
    const holder = document.getElementById("packed");
    const text = holder.textContent;
    // two letters hold 13 bits: 91 of the letters from ! to ~, without those that mean something in a page
    const place = (code) => code - 33 - (code > 38) - (code > 60) - (code > 92);
    const bytes = new Uint8Array(Number(holder.dataset.length));
    for (let i = 0, k = 0, bits = 0, held = 0; k < bytes.length; i += 2) {
      held = (held << 13) | (place(text.charCodeAt(i)) * 91 + place(text.charCodeAt(i + 1)));
      for (bits += 13; bits >= 8 && k < bytes.length; bits -= 8) bytes[k++] = held >>> (bits - 8);
      held &= (1 << bits) - 1;
    }
    const stream = new Blob([bytes]).stream();
    const [about, page, ...own] = (await new Response(stream.pipeThrough(new DecompressionStream("gzip"))).text()).split("\u0001");
    const parts = JSON.parse(about);
    holder.remove();
    // text of its own, and what stands at a place of the other program, by turns
    let at = 0;
    const worker = own.map((piece, i) => {
      const from = at + (parts.steps[i] ?? 0);
      at = from + (parts.lengths[i] ?? 0);
      return piece + page.slice(from, at);
    }).join("");
    if (location.hash.length < 2) location.hash = parts.address;
    const offline = `{ const kept = ${JSON.stringify(parts.data)};`
      + " self.fetch = (url) => { const name = String(url).replace(/^.*\\//, '');"
      + " return name in kept ? Promise.resolve(new Response(kept[name])) : Promise.reject(new TypeError(" + JSON.stringify("{{page.single.all-there-is}}") + ")); }; }";
    const link = (...words) => URL.createObjectURL(new Blob(words, { type: "text/javascript" }));
    self.dynlabWorkerText = link(`${offline} self.postMessage({ kind: "target", target: "js" });`, worker, "(self.dynlabWorker)().main([]);");
    const script = document.createElement("script");
    script.src = link(offline, page);
    await new Promise((done, refused) => {
      script.onload = done;
      script.onerror = () => refused(new Error("{{page.single.program-refused}}"));
      document.head.append(script);
    });
    for (const [media, words] of parts.styles) {
      const style = document.createElement("style");
      style.media = media;
      style.textContent = words;
      document.head.append(style);
    }
    document.body.innerHTML = parts.body;
    for (const [name, value] of parts.root) root.setAttribute(name, value);
    root.dataset.state = "starting";
    root.dataset.program = "page";
    self.dynlabPage.main([parts.site + "worker.js"]);
  } catch (error) {
    plain.textContent = "{{page.single.did-not-start}}".replace("{0}", () => error.message ?? error);
  }
}

/** Two letters for 13 bits, none of which means anything in a page. */
function letters(bytes) {
  const alphabet = Array.from({ length: 94 }, (_, k) => String.fromCharCode(33 + k)).filter((letter) => !"&<\\".includes(letter));
  const words = [];
  let held = 0;
  let bits = 0;
  const write = (word) => words.push(alphabet[Math.floor(word / 91)], alphabet[word % 91]);
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits >= 13) {
      bits -= 13;
      write(held >>> bits);
      held &= (1 << bits) - 1;
    }
  }
  if (bits > 0) write(held << (13 - bits));
  return words.join("");
}

/** So many letters that two programs share are worth two numbers. */
const SHARED = 24;

/**
 * A text without what it has in common with another one, which a packer no longer sees so far back: pieces of its own, and
 * after each but the last how many letters of the other follow, and how far they stand from the end of the ones before.
 */
function beside(text, other) {
  const places = new Map();
  for (let i = other.length - (other.length % SHARED); i >= 0; i -= SHARED) places.set(other.slice(i, i + SHARED), i);
  const own = [];
  const steps = [];
  const lengths = [];
  let from = 0;
  let last = 0;
  for (let i = 0; i + SHARED <= text.length; i++) {
    let place = places.get(text.slice(i, i + SHARED));
    if (place === undefined) continue;
    let start = i;
    let end = i + SHARED;
    for (let k = place + SHARED; end < text.length && text[end] === other[k]; k++) end++;
    for (; start > from && place > 0 && text[start - 1] === other[place - 1]; place--) start--;
    own.push(text.slice(from, start));
    steps.push(place - last);
    lengths.push(end - start);
    last = place + end - start;
    from = end;
    i = end - 1;
  }
  own.push(text.slice(from));
  return { own, steps, lengths };
}

/** A sheet of style without remarks and margins. */
const bare = (style) => style.replace(/\/\*[^]*?\*\//g, "").replace(/\n\s*/g, "\n");

async function get(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

const escaped = (words) => words.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** The hash that lets this script, and no other, run in the file; nothing where the browser computes none. */
async function policy(script) {
  if (!self.crypto?.subtle) return "";
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script)));
  const allowed = `'sha256-${btoa(String.fromCharCode(...hash))}'`;
  return `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${allowed} blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">`;
}

/**
 * One figure as one file.
 *
 * @param address of the figure, as it stands behind # in a link: "scene=shark&t=124"
 * @param title of the file
 * @returns the page as text
 */
export async function single(address, title) {
  const site = new URL(".", import.meta.url);
  const scene = /(?:^|&)scene=([a-z0-9-]+)/.exec(address)?.[1];
  const url = new URL(scene && !/^x=|&x=/.test(address) ? `v1/embed/${scene}/` : "v1/embed/", site);
  const page = new DOMParser().parseFromString(await get(url), "text/html");
  const styles = [];
  for (const style of page.querySelectorAll("link[rel=stylesheet]")) {
    styles.push([style.media, bare(await get(new URL(style.getAttribute("href"), url)))]);
  }
  const data = {};
  for (const name of page.getElementById("lab").dataset.files?.split(" ").filter(Boolean) ?? []) {
    data[name] = await get(new URL(`data/${name}`, site));
  }
  for (const gone of page.querySelectorAll("script, noscript, .unstarted")) gone.remove();
  const still = page.getElementById("still");
  still.removeAttribute("src");
  still.hidden = true;
  for (const link of page.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), url).href;
  const program = await get(new URL("app/page.sandbox.js", site));
  const { own, steps, lengths } = beside(await get(new URL("app/worker.sandbox.js", site)), program);
  const about = {
    address,
    site: site.href,
    root: [["data-page", "embed"], ["lang", page.documentElement.lang]],
    body: page.body.innerHTML,
    styles,
    data,
    steps,
    lengths,
  };
  // programs as they are: in JSON each of their quotes would be two letters
  const stream = new Blob([[JSON.stringify(about), program, ...own].join("\u0001")]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const script = `(${start})();`.replace(/\n\s*(\/\/.*)?/g, "\n");
  const online = new URL(`lab/#${address}`, site).href;
  return `<!doctype html>
<html lang="${escaped(page.documentElement.lang)}">
<head>
<meta charset="utf-8">
${await policy(script)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
</head>
<body>
<p id="plain">${escaped(title)}. ${escaped("{{page.single.moves-once-opened}}")} ${escaped("{{page.single.same-in-the-lab}}")} <a href="${escaped(online)}">${escaped(online)}</a></p>
<script type="text/plain" id="packed" data-length="${bytes.length}">${letters(bytes)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Hands the file to the person, under a name that says what it is. */
export async function save(address, title) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([await single(address, title)], { type: "text/html" }));
  link.download = `dynlab-${/(?:^|&)scene=([a-z0-9-]+)/.exec(address)?.[1] ?? "figure"}.html`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
