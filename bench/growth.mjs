// node bench/growth.mjs SERIES.jsonl FIGURE.svg: the table and the figure of what a step costs, from the lines that
// dynlab.bench.Growth prints.
import { readFileSync, writeFileSync } from "node:fs";

const [from, to] = process.argv.slice(2);
const all = readFileSync(from, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const number = (x) => (x >= 100 ? Math.round(x).toLocaleString("en") : x.toPrecision(2));

console.log("| what grows | from | to | µs a step | slope of the larger half | of the multiplications |\n|---|--:|--:|--:|--:|--:|");
for (const { label, x, us, exponent, expected } of all)
  console.log(`| ${label} | ${x[0]} | ${number(x.at(-1))} | ${number(us[0])} – ${number(us.at(-1))} | ${exponent.toFixed(2)} | ${expected} |`);

const [width, height, columns] = [250, 210, 3];
const rows = Math.ceil(all.length / columns);
const parts = [];
const text = (x, y, words, more = "") => parts.push(`<text x="${x}" y="${y}" ${more}>${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</text>`);
all.forEach(({ label, x, us, exponent, expected }, k) => {
  const [left, top] = [(k % columns) * width + 54, Math.floor(k / columns) * height + 34];
  const [w, h] = [width - 74, height - 84];
  const scale = (values) => {
    const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
    return { low, high, at: (value) => (Math.log10(value) - low) / (high - low) };
  };
  const [across, up] = [scale(x), scale(us)];
  const px = (value) => left + w * across.at(value);
  const py = (value) => top + h * (1 - up.at(value));
  text(left, top - 14, label);
  parts.push(`<path d="M${left} ${top}v${h}h${w}" class="axis"/>`);
  for (let e = up.low; e <= up.high; e++) text(left - 5, py(10 ** e) + 4, number(10 ** e), 'text-anchor="end" class="tick"');
  for (let e = across.low; e <= across.high; e++) text(px(10 ** e), top + h + 14, number(10 ** e), 'text-anchor="middle" class="tick"');
  parts.push(`<path d="M${x.map((value, i) => `${px(value).toFixed(1)} ${py(us[i]).toFixed(1)}`).join("L")}" class="line"/>`);
  x.forEach((value, i) => parts.push(`<circle cx="${px(value).toFixed(1)}" cy="${py(us[i]).toFixed(1)}" r="2.6"/>`));
  text(left + w, top + h - 8, `slope ${exponent.toFixed(2)}, multiplications ${expected}`, 'text-anchor="end" class="tick"');
});
writeFileSync(
  to,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns * width} ${rows * height}" role="img" aria-label="Microseconds of a step against what makes a network large">
<style>text{font:11px system-ui,sans-serif;fill:#222}.tick{font-size:10px;fill:#555}.axis{fill:none;stroke:#999}.line{fill:none;stroke:#1f5fa8;stroke-width:1.6}circle{fill:#1f5fa8}@media (prefers-color-scheme:dark){text{fill:#ddd}.tick{fill:#aaa}.line{stroke:#7db4f0}circle{fill:#7db4f0}}</style>
${parts.join("\n")}
</svg>
`,
);
