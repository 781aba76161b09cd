// The simulation worker: the same program in JavaScript, or in WebAssembly GC where ?backend=wasm asks for it and it runs.

const gcStruct = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0]);

async function wasm() {
  const [{ load }, response] = await Promise.all([import("./app/wasm-runtime.js"), fetch(new URL("app/worker.wasm", import.meta.url))]);
  if (!response.ok) throw new Error(`worker.wasm: ${response.status}`);
  // Bytes, not the address: streaming compilation insists on the right MIME type.
  return (await load(await response.arrayBuffer())).exports;
}

async function start() {
  if (new URL(self.location.href).searchParams.get("backend") === "wasm" && WebAssembly.validate(gcStruct)) {
    try {
      return [await wasm(), "wasm"];
    } catch (error) {
      console.warn("WebAssembly did not start; using JavaScript.", error);
    }
  }
  return [await import("./app/worker.js"), "js"];
}

const [program, target] = await start();
self.postMessage({ kind: "target", target });
program.main([]);
