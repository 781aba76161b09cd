// The worker's program in WebAssembly GC. Its matrix products are in a module of their own, app/gemm.wasm, whose instructions
// take two numbers at a time; without them it has the same sums, to the last bit. ?simd=no is for measuring what they gain.

const gcStruct = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0]);
// a function that gives a vector: f64x2.splat of 0
const vector = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 15, 1, 13, 0, 68, 0, 0, 0, 0, 0, 0, 0, 0, 253, 20, 11]);

async function bytes(file) {
  const response = await fetch(new URL(file, import.meta.url));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  // Bytes, not the address: streaming compilation insists on the right MIME type.
  return response.arrayBuffer();
}

async function kernel() {
  if (new URL(self.location.href).searchParams.get("simd") === "no" || !WebAssembly.validate(vector)) return undefined;
  try {
    return (await WebAssembly.instantiate(await bytes("app/gemm.wasm"))).instance.exports;
  } catch {
    return undefined;
  }
}

// Nothing where there is no WebAssembly with garbage collection.
export async function start() {
  if (!WebAssembly.validate(gcStruct)) return undefined;
  const [{ load }, program, simd] = await Promise.all([import("./app/wasm-runtime.js"), bytes("app/worker.wasm"), kernel()]);
  const installImports = (all) => (all.kernel = simd ?? { multiply() {} });
  // a worker that helps another shares with nobody
  const words = [...(simd ? ["simd"] : []), ...(new URL(self.location.href).searchParams.has("alone") ? [] : ["shared"])];
  return { program: (await load(program, { installImports })).exports, target: "wasm", words };
}
