// Starts the contestant in WebAssembly GC where ?target=wasm, with the SIMD kernel where &simd, by exact short cuts where
// &reduced, else in JavaScript, and answers one run a message.
const asked = new URL(self.location.href).searchParams;
const bytes = async (file) => (await fetch(new URL(file, import.meta.url))).arrayBuffer();
let program;
if (asked.get("target") === "wasm") {
  const { load } = await import("./app/wasm-runtime.js");
  const kernel = (await WebAssembly.instantiate(await bytes("app/gemm.wasm"))).instance.exports;
  program = (await load(await bytes("app/bench.wasm"), { installImports: (all) => (all.kernel = kernel) })).exports;
} else {
  program = await import("./app/bench.js");
}
program.main(["simd", "reduced"].filter((word) => asked.has(word)));

self.onmessage = ({ data }) => {
  try {
    if (data.data) program.load(data.data);
    const all = program.run(data.steps, data.lossEvery);
    const end = 3 + all[2];
    const losses = Array.from(all.subarray(end));
    self.postMessage({ ms: all[0], loss: losses.at(-1), losses, rsm: all[1], sv: Array.from(all.subarray(3, end)) });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
self.postMessage("ready");
