// Says over the page that something failed, and gives a report of it to copy. Fetched when it is needed, by boot.js.
const root = document.documentElement;
const failures = [];
let notice;

// Browsers report this as an error where one resize leads to another; nothing is wrong then.
const harmless = /^ResizeObserver loop/;

function report() {
  const version = document.querySelector("meta[name=generator]")?.content ?? "{{page.report.unknown}}";
  const size = `${innerWidth}×${innerHeight}`;
  const browser = `${navigator.userAgent}, ${size}`;
  return [
    "{{share.cite.report-version}}".replace("{0}", () => version),
    "{{share.cite.report-link}}".replace("{0}", () => location.href),
    "{{page.report.browser}}".replace("{0}", () => browser),
    ...failures,
  ].join("\n");
}

async function copy() {
  const words = notice.querySelector("p");
  try {
    await navigator.clipboard.writeText(report());
    words.textContent = "{{page.report.copied}}";
  } catch {
    const field = notice.querySelector("textarea") ?? notice.insertBefore(document.createElement("textarea"), notice.lastChild);
    field.className = "grow";
    field.readOnly = true;
    field.setAttribute("aria-label", "{{page.report.report}}");
    field.value = report();
    field.select();
  }
}

function button(words, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn";
  made.textContent = words;
  made.addEventListener("click", action);
  return made;
}

function open() {
  const started = root.dataset.state !== "failed";
  notice = document.createElement("div");
  notice.className = "notice bad";
  notice.id = "failure";
  notice.setAttribute("role", "alert");
  notice.append(document.createElement("p"), button("{{page.report.copy}}", copy));
  if (started) notice.append(button("{{page.notice-list.dismiss}}", () => notice.remove()));
  (started ? document.getElementById("notices") : document.getElementById("plain")).append(notice);
}

// `error.sentence` is what the program itself knows of it; of anything else nothing is known but that it failed.
export function tell(error) {
  const message = String(error?.message ?? error);
  if (harmless.test(message)) return;
  const whole = error?.cause?.stack ? `${message}\n${error.cause.stack}` : error?.stack || message;
  if (failures.length < 10) failures.push("{{page.report.failure}}".replace("{0}", () => whole));
  if (!notice?.isConnected) open();
  notice.querySelector("p").textContent = error?.sentence ?? "{{page.report.something-failed}}";
}
