// Keeps a result page up to date. The page is complete without this script. The server's events carry nothing but a
// version number; the page itself is fetched again and its marked parts are exchanged.
const root = document.documentElement;
const body = document.body;
const POLL = 15_000;
const PAUSE_BETWEEN_UPDATES = 3_000;
const PAUSE_BETWEEN_ANNOUNCEMENTS = 60_000;

const WORDS = {
  de: { now: "gerade eben", paused: "angehalten", lost: "keine Verbindung", join: ", " },
  plain: { now: "gerade eben", paused: "Die Seite ist angehalten.", lost: "Es gibt keine Verbindung.", join: ". " },
  en: { now: "just now", paused: "paused", lost: "no connection", join: ", " },
};
const language = root.lang.startsWith("en") ? "en" : /^de-./.test(root.lang) ? "plain" : "de";
const words = WORDS[language];
const relative = new Intl.RelativeTimeFormat(language === "en" ? "en" : "de");
// A page that demands Trusted Types must allow this name: what is parsed comes from our own address only.
const trusted = window.trustedTypes?.createPolicy("urnengang-page", { createHTML: (html) => html });

let pinned = "pinned" in body.dataset;
let newest = "";
let shown = Number(body.dataset.version) || 0;
let wanted = shown;
let paused = false;
let lost = false;
let updating = false;
let stale = 0;
let updatedAt = 0;
let clockOffset = 0;
let announcedAt = -Infinity;
let announcement;
let updateTimer;
let pollTimer;
let listenTimer;
let source;

function wait(span) {
  return span * (0.5 + Math.random());
}

// Theme

function storedTheme() {
  try {
    return localStorage.getItem("theme");
  } catch {
    return null;
  }
}

function toggleTheme() {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const next = (root.dataset.theme || system) === "dark" ? "light" : "dark";
  root.dataset.theme = next;
  try {
    localStorage.setItem("theme", next);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

// Age and state

function spoken(seconds) {
  if (seconds < 5) return words.now;
  if (seconds < 60) return relative.format(-seconds, "second");
  if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), "minute");
  if (seconds < 86400) return relative.format(-Math.floor(seconds / 3600), "hour");
  return relative.format(-Math.floor(seconds / 86400), "day");
}

function ageOf(element) {
  const parts = [];
  const time = element.parentElement.querySelector("time[datetime]");
  const at = time ? Date.parse(time.dateTime) : NaN;
  if (!("simulated" in body.dataset) && !Number.isNaN(at)) {
    parts.push(spoken(Math.max(0, Math.floor((Date.now() + clockOffset - at) / 1000))));
  }
  if (paused) parts.push(words.paused);
  else if (lost) parts.push(words.lost);
  return parts.map((part) => words.join + part).join("");
}

function reflect() {
  root.dataset.link = paused ? "paused" : lost ? "lost" : "live";
  for (const button of document.querySelectorAll("[data-pause]")) {
    button.setAttribute("aria-pressed", String(paused));
  }
  for (const element of document.querySelectorAll("[data-address]")) {
    const address = location.origin + location.pathname;
    if (element.textContent !== address) element.textContent = address;
  }
  for (const element of document.querySelectorAll("[data-age]")) {
    const text = ageOf(element);
    if (element.textContent !== text) element.textContent = text;
  }
}

function announce(text) {
  clearTimeout(announcement);
  const region = document.querySelector("[data-announce]");
  if (!region || !text || region.textContent === text) return;
  const due = announcedAt + PAUSE_BETWEEN_ANNOUNCEMENTS - performance.now();
  announcement = setTimeout(() => {
    announcedAt = performance.now();
    region.textContent = text;
  }, Math.max(0, due));
}

// Exchange of the marked parts

function pathTo(element, ancestor) {
  const path = [];
  for (let at = element; at !== ancestor; at = at.parentElement) {
    path.unshift([...at.parentElement.children].indexOf(at));
  }
  return path;
}

function focusAgain(part, id, path) {
  const same = id ? document.getElementById(id) : path.reduce((at, index) => at?.children[index], part);
  same?.focus({ preventScroll: true });
}

function keepOpened(before, after) {
  const opened = before.querySelectorAll("details");
  after.querySelectorAll("details").forEach((details, index) => {
    if (opened[index]) details.open = opened[index].open;
  });
}

function exchange(before, after) {
  const part = document.adoptNode(after);
  keepOpened(before, part);
  const focused = before.contains(document.activeElement) ? document.activeElement : null;
  const path = focused && pathTo(focused, before);
  before.replaceWith(part);
  if (focused) focusAgain(part, focused.id, path);
}

// What the reader is looking at stays where it is, whatever grew above it.
function holdStill(change) {
  const parts = [...document.querySelectorAll("[data-live]")];
  const anchor = parts.find((part) => part.getBoundingClientRect().bottom > 0)?.id;
  const top = () => document.getElementById(anchor)?.getBoundingClientRect().top ?? 0;
  const before = top();
  change();
  if (anchor && scrollY > 0) scrollBy({ top: top() - before, behavior: "instant" });
}

function apply(page) {
  holdStill(() => {
    for (const before of document.querySelectorAll("[data-live]")) {
      const after = page.getElementById(before.id);
      if (after && !after.isEqualNode(before)) exchange(before, after);
    }
  });
  document.title = page.title;
  shown = Number(page.body.dataset.version) || shown;
  body.dataset.version = String(shown);
  announce(page.querySelector("[data-announce]")?.textContent);
}

async function fetchPage(address = location.href.split("#")[0]) {
  const sent = Date.now();
  const answer = await fetch(address, { cache: "no-cache", credentials: "same-origin" });
  if (!answer.ok) throw new Error(String(answer.status));
  const date = Date.parse(answer.headers.get("date"));
  // The header has whole seconds and may come from a cache; only a clock that is clearly wrong is corrected.
  if (Math.abs(date - sent) > 60_000 && !answer.headers.get("age")) clockOffset = date - sent;
  const html = await answer.text();
  return new DOMParser().parseFromString(trusted ? trusted.createHTML(html) : html, "text/html");
}

async function update() {
  if (paused || pinned || updating || document.hidden) return;
  updating = true;
  try {
    const page = await fetchPage();
    const newer = Number(page.body.dataset.version) > shown;
    if (newer && !paused && !pinned) apply(page);
    stale = newer ? 0 : stale + 1;
    lost = false;
  } catch {
    lost = true;
  }
  updating = false;
  updatedAt = performance.now();
  reflect();
  // Most versions change other pages than this one. Only a cache in between that lags is worth asking once more.
  if (lost) later(wait(POLL));
  else if (wanted > shown && stale < 2) later(wait(PAUSE_BETWEEN_UPDATES));
}

// Back in time: the slider shows earlier versions in place.

function markOf(slider) {
  const marks = slider.dataset.marks.split(",").map((mark) => mark.split(" "));
  return (marks.findLast(([version]) => Number(version) <= Number(slider.value)) ?? marks[0])[1];
}

function label(slider) {
  const output = slider.form.querySelector("output");
  output.textContent = output.textContent.replace(/[\d:]+/, markOf(slider));
}

// Another view of the same page in place; the way back is a page of its own.
async function look(link) {
  try {
    apply(await fetchPage(link.href));
    history.pushState(null, "", link.href);
  } catch {
    location.href = link.href;
  }
}

function chosenIn(form) {
  const address = new URL(form.action);
  address.search = new URLSearchParams(new FormData(form));
  return address;
}

async function travel(slider) {
  const { max, value, dataset } = slider;
  const last = Number(value) >= Number(max);
  const address = last ? slider.form.action : `${slider.form.action}?v=${value}`;
  newest ||= dataset.marks;
  try {
    const page = await fetchPage(address);
    pinned = !last;
    apply(page);
    history.replaceState(null, "", address);
  } catch {
    lost = true;
  }
  const now = document.getElementById(slider.id);
  if (now && pinned) Object.assign(now, { max, value }).dataset.marks = newest;
  else newest = "";
  reflect();
}

// Everyone hears of a version at the same moment; spread, so that they do not all ask at once.
function later(span) {
  clearTimeout(updateTimer);
  updateTimer = setTimeout(() => {
    updateTimer = undefined;
    update();
  }, span);
}

function heardOf(version) {
  if (!(version > wanted)) return;
  wanted = version;
  stale = 0;
  const rest = updatedAt + PAUSE_BETWEEN_UPDATES - performance.now();
  // One that is due soon already is not put off: versions may come faster than it would ever be reached.
  if (!updating && (lost || updateTimer === undefined)) later(Math.max(0, rest) + 1_000 * Math.random());
}

// Sources of news: events, or asking when there are none. A page nobody looks at keeps no connection.

function poll() {
  pollTimer ??= setTimeout(() => {
    stopPolling();
    update();
    poll();
  }, wait(POLL));
}

function stopPolling() {
  clearTimeout(pollTimer);
  pollTimer = undefined;
}

function listen() {
  if (!window.EventSource) return poll();
  source = new EventSource(body.dataset.events);
  source.onmessage = (event) => heardOf(Number(event.data));
  source.onopen = () => {
    if (!pollTimer) return;
    stopPolling();
    later(1_000 * Math.random());
  };
  source.onerror = () => {
    poll();
    // A refused stream stays closed; a broken one is reopened by the browser.
    if (source.readyState === EventSource.CLOSED) listenTimer = setTimeout(listen, wait(4 * POLL));
  };
}

function stopListening() {
  clearTimeout(listenTimer);
  stopPolling();
  source?.close();
}

function followVisibility() {
  stopListening();
  if (document.hidden) return;
  listen();
  update();
}

function togglePause() {
  paused = !paused;
  reflect();
  if (!paused) update();
}

root.classList.add("js");
if (storedTheme()) root.dataset.theme = storedTheme();
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-theme-toggle]")) toggleTheme();
  else if (event.target.closest("[data-pause]")) togglePause();
  const link = event.target.closest("a[data-inplace]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    look(link);
  }
});
document.addEventListener("input", (event) => {
  if (event.target.closest("[data-slider]")) label(event.target);
});
document.addEventListener("change", (event) => {
  if (event.target.closest("[data-slider]")) travel(event.target);
  const form = event.target.closest("form[data-inplace]");
  if (form) look(chosenIn(form));
});
addEventListener("popstate", () => location.reload());
reflect();
setInterval(reflect, 1_000);
if (body.dataset.events) {
  if (!document.hidden) listen();
  document.addEventListener("visibilitychange", followVisibility);
}
