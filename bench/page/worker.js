// Starts the contestant in WebAssembly GC where ?target=wasm, else in JavaScript, and answers one run a message.
let program;
if (new URL(self.location.href).searchParams.get("target") === "wasm") {
  const { load } = await import("./app/wasm-runtime.js");
  program = (await load(await (await fetch(new URL("app/bench.wasm", import.meta.url))).arrayBuffer())).exports;
} else {
  program = await import("./app/bench.js");
}
program.main([]);

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
