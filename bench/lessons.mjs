// node bench/lessons.mjs SITE [LESSON…]: how quickly each lesson answers in a page, measured in Chromium through chromedriver.
// SITE is an address where the site is served, such as http://localhost:8000/. Two columns are taken at a CPU that the
// browser makes four times slower. Times of different machines say nothing to each other; compare two sites on one.
import { spawn } from "node:child_process";

const PORT = 9617;
const ATTEMPTS = 7;
const SLOWER = 4;

const [site, ...wanted] = process.argv.slice(2);
if (!site) {
  console.error("usage: node bench/lessons.mjs SITE [LESSON…]");
  process.exit(64);
}

const call = async (method, path, body) => {
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(value.message);
  return value;
};
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Functions of the page. */
const AT_REST = `
  const until = (holds) => new Promise((done) => {
    const look = () => (holds() ? done(performance.now()) : setTimeout(look, 1));
    look();
  });
  const state = document.documentElement.dataset;
  const rested = () => ["ready", "diverged"].includes(state.state);`;

/** From a knob's release until its run is finished: the first slider goes to the next value. */
const KNOB = `${AT_REST}
  const done = arguments[0];
  until(() => rested() && state.worker).then(() => {
    const slider = document.querySelector(".knob input[type=range]:not(:disabled)");
    if (!slider) return done(null);
    const before = state.digest;
    const said = slider.getAttribute("aria-valuetext");
    const way = +slider.value > 500 ? -40 : 40;
    for (let place = +slider.value, i = 0; i < 12 && slider.getAttribute("aria-valuetext") === said; i++) {
      slider.value = place += way;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const start = performance.now();
    slider.dispatchEvent(new Event("change", { bubbles: true }));
    until(() => rested() && state.digest && state.digest !== before).then((end) => done(end - start));
    setTimeout(() => done(null), 20000);
  });`;

/** Frames a second while an arrow key is held. */
const SCRUB = `${AT_REST}
  const done = arguments[0];
  const scrubber = document.getElementById("scrubber");
  until(rested).then(() => {
    const press = (key) => scrubber.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    press("Home");
    let left = 90;
    let start = 0;
    const next = () => {
      if (left === 80) start = performance.now();
      if (left-- === 0) return done(80000 / (performance.now() - start));
      press("ArrowRight");
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });`;

/** The longest task until the page is at rest. */
const LOAD = `${AT_REST}
  const done = arguments[0];
  until(rested).then(() => setTimeout(() => {
    let most = 0;
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) most = Math.max(most, task.duration);
    }).observe({ type: "longtask", buffered: true });
    setTimeout(() => done(most), 200);
  }, 1000));`;

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

const driver = spawn("chromedriver", [`--port=${PORT}`], { stdio: "ignore" });
try {
  for (let i = 0; i < 50; i++) if (await call("GET", "/status").catch(() => pause(100))) break;
  const options = { args: ["--headless=new", "--no-sandbox", "--window-size=1280,800"] };
  const { sessionId } = await call("POST", "/session", { capabilities: { alwaysMatch: { "goog:chromeOptions": options } } });
  const session = `/session/${sessionId}`;
  const ask = (script, ...args) => call("POST", `${session}/execute/async`, { script, args });
  const open = async (lesson) => {
    await call("POST", `${session}/url`, { url: "about:blank" });
    await call("POST", `${session}/url`, { url: new URL(`lab/#scene=${lesson}`, site).href });
  };
  const slow = (rate) => call("POST", `${session}/goog/cdp/execute`, { cmd: "Emulation.setCPUThrottlingRate", params: { rate } });
  await call("POST", `${session}/timeouts`, { script: 120000 });
  await open("hierarchy");
  const lessons = wanted.length
    ? wanted
    : await ask(`${AT_REST} const done = arguments[0];
        until(rested).then(() => done([...document.querySelectorAll("#scene-menu option")].map((option) => option.value)));`);
  console.log(`| lesson | knob to finished run, ms: median (least) | frames a second, CPU ${SLOWER} × slower | longest task at load, the same, ms |`);
  console.log("|---|--:|--:|--:|");
  for (const lesson of lessons) {
    await open(lesson);
    const times = [];
    for (let i = 0; i < ATTEMPTS; i++) times.push(await ask(KNOB));
    const knob = times.includes(null) ? "–" : `${Math.round(median(times))} (${Math.round(times[0])})`;
    await slow(SLOWER);
    await open(lesson);
    const load = await ask(LOAD);
    const scrub = await ask(SCRUB);
    await slow(1);
    console.log(`| ${lesson} | ${knob} | ${Math.round(scrub)} | ${Math.round(load)} |`);
  }
  await call("DELETE", session);
} finally {
  driver.kill();
}
