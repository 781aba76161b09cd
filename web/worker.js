// The simulation worker: the same program in JavaScript, or in WebAssembly GC where ?backend=wasm asks for it and it runs.

async function start() {
  if (new URL(self.location.href).searchParams.get("backend") === "wasm") {
    try {
      const found = await (await import("./wasm.js")).start();
      if (found) return found;
    } catch (error) {
      console.warn("WebAssembly did not start; using JavaScript.", error);
    }
  }
  return { program: await import("./app/worker.js"), target: "js", words: [] };
}

const { program, target, words } = await start();
self.postMessage({ kind: "target", target, words });
program.main(words);
