import { main } from "./app/page.js";

main([]);
const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
worker.onmessage = (event) => {
  if (event.data.target) document.documentElement.dataset.worker = event.data.target;
};
