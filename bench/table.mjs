// node bench/table.mjs RESULTS.json: the table of the README from one interleaved run, best slices with medians beside them.
import { readFileSync } from "node:fs";

const { results, contestants, date, cpu } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const workloads = Object.keys(results);
const shown = contestants.map((contestant) => contestant.name).filter((name) => workloads.some((w) => results[w][name]?.us?.length));

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};
const number = (x) => (x >= 100 ? Math.round(x).toLocaleString("en") : x.toPrecision(2));
const cell = (name, w) => {
  const slices = results[w][name]?.us ?? [];
  return slices.length ? `${number(Math.min(...slices))} (${number(median(slices))})` : "–";
};

console.log(`Microseconds a step: best slice (median of the rounds), ${cpu}, ${date.slice(0, 10)}.\n`);
console.log(`| | ${workloads.join(" | ")} |\n|---|${workloads.map(() => "--:").join("|")}|`);
for (const name of shown) console.log(`| ${name} | ${workloads.map((w) => cell(name, w)).join(" | ")} |`);

// Of one round, in which both met the same disturbances.
const times = (other, name, w) => {
  const [a, b] = [results[w][other]?.us ?? [], results[w][name]?.us ?? []];
  return a.length && a.length === b.length ? median(a.map((us, round) => us / b[round])).toPrecision(2) : "–";
};
const fastest = "dynlab-wasm-simd";
if (shown.includes(fastest)) {
  console.log(`\nHow many times as fast ${fastest} is: median over the rounds of the ratio in each.\n`);
  console.log(`| than | ${workloads.join(" | ")} |\n|---|${workloads.map(() => "--:").join("|")}|`);
  for (const other of shown.filter((name) => name !== fastest))
    console.log(`| ${other} | ${workloads.map((w) => times(other, fastest, w)).join(" | ")} |`);
}
