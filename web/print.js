// How the page to hand out is laid, which needs what follows.
const sheet = document.createElement("link");
sheet.rel = "stylesheet";
sheet.href = new URL("./style/print.css", import.meta.url).href;
document.head.append(sheet);

// A drawing context that writes SVG: what the page draws on a canvas it prints as lines and words, sharp at any size.
globalThis.dynlabVector = () => {
  const ruler = document.createElement("canvas").getContext("2d");
  const number = (value) => String(Math.round(value * 100) / 100);
  const escaped = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  let out = "";
  let path = "";
  let turned = "";
  let dash = [];
  const put = (...values) => values.map((v) => (typeof v === "number" ? number(v) : v)).join(" ");

  const context = {
    fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, lineCap: "butt", lineJoin: "round", globalAlpha: 1, font: "",
    setTransform() {}, clearRect() {}, save() {},
    restore() { turned = ""; },
    translate(x, y) { turned += `translate(${put(x, y)})`; },
    rotate(angle) { turned += ` rotate(${number((angle * 180) / Math.PI)})`; },
    setLineDash(list) { dash = list; },
    measureText(words) { ruler.font = context.font; return ruler.measureText(words); },
    beginPath() { path = ""; },
    moveTo(x, y) { path += put("M", x, y); },
    lineTo(x, y) { path += put("L", x, y); },
    closePath() { path += "Z"; },
    rect(x, y, w, h) { path += put("M", x, y, "h", w, "v", h, "h", -w, "z"); },
    roundRect(x, y, w, h, r) {
      const c = Math.max(0, Math.min(r, w / 2, h / 2));
      const corner = (dx, dy) => put("a", c, c, "0 0 1", dx, dy);
      path += put("M", x + c, y, "h", w - 2 * c) + corner(c, c) + put("v", h - 2 * c) + corner(-c, c)
        + put("h", 2 * c - w) + corner(-c, -c) + put("v", 2 * c - h) + corner(c, -c) + "z";
    },
    arc(x, y, r) { path += put("M", x - r, y, "a", r, r, "0 1 0", 2 * r, "0a", r, r, "0 1 0", -2 * r, "0z"); },
    fill() { out += `<path d="${path}" fill="${context.fillStyle}"${faint("fill")}/>\n`; },
    stroke() { out += `<path d="${path}" fill="none"${line()}/>\n`; },
    fillText(words, x, y) { text(words, x, y, ` fill="${context.fillStyle}"`); },
    strokeText(words, x, y) { text(words, x, y, ` fill="none"${line()}`); },
    // what was drawn, as a file of that size
    svg(width, height, title) {
      return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${put(width, height)}" role="img"><title>${escaped(title)}</title>\n${out}</svg>`;
    },
  };
  const faint = (what) => (context.globalAlpha < 1 ? ` ${what}-opacity="${number(context.globalAlpha)}"` : "");
  const line = () =>
    ` stroke="${context.strokeStyle}" stroke-width="${number(context.lineWidth)}" stroke-linecap="${context.lineCap}" stroke-linejoin="round"${
      dash.length ? ` stroke-dasharray="${dash.map(number).join(" ")}"` : ""}${faint("stroke")}`;
  const text = (words, x, y, paint) => {
    const [, weight, size, family] = /^(\d+) ([\d.]+)px (.*)$/.exec(context.font) ?? ["", "400", "12", "sans-serif"];
    const place = turned ? ` transform="${turned}"` : "";
    out += `<text x="${number(x)}" y="${number(y)}" font-size="${size}" font-weight="${weight}" font-family="${escaped(family)}"${place}${paint} xml:space="preserve">${escaped(words)}</text>\n`;
  };
  return context;
};

// Paper cannot be clicked: it carries its link for a camera too, and a printer does not wait for what is fetched.
setTimeout(() => import("./app/code.js").then((code) => code.main([])).catch(() => {}), 3000);
