// The screen in the town hall: pictures in turn, the newest figures at once, a clock, the age of what is shown.
const body = document.body;
const OLD = 5 * 60_000;
const POLL = 15_000;
const BETWEEN_UPDATES = 2_000;
const trusted = window.trustedTypes?.createPolicy("urnengang-page", { createHTML: (html) => html });

let address = location.href;
let turning;
let source;
let listening;
let reached = performance.now();
let wanted = Number(body.dataset.version) || 0;
let due;
let stopped = false;

const slide = () => document.getElementById("slide");

async function show(next) {
  try {
    const answer = await fetch(next, { cache: "no-cache" });
    if (!answer.ok) throw new Error(String(answer.status));
    const html = await answer.text();
    const page = new DOMParser().parseFromString(trusted ? trusted.createHTML(html) : html, "text/html");
    const fresh = document.adoptNode(page.getElementById("slide"));
    reached = performance.now();
    colours(page);
    address = next;
    slide().replaceWith(fresh);
    document.title = page.title;
    listen();
  } catch {
    // What is shown stays; the clock tells how old it is.
  }
  tick();
}

function colours(page) {
  const [before, after] = [document, page].map((from) => from.querySelector('link[href*="/parties."]'));
  if (before && after && before.getAttribute("href") !== after.getAttribute("href")) before.href = after.getAttribute("href");
}

function turn(direction) {
  show(new URL(slide().dataset[direction], location.href).href);
  restart();
}

function restart() {
  clearInterval(turning);
  if (!stopped) turning = setInterval(() => turn("next"), Number(body.dataset.seconds) * 1_000);
}

function listen() {
  const { events } = slide().dataset;
  if (!window.EventSource || (listening === events && source?.readyState !== EventSource.CLOSED)) return;
  source?.close();
  listening = events;
  source = new EventSource(events);
  source.onmessage = (event) => {
    reached = performance.now();
    if (!(Number(event.data) > wanted)) return;
    wanted = Number(event.data);
    due ??= setTimeout(() => {
      due = undefined;
      show(address);
    }, BETWEEN_UPDATES);
  };
}

function tick() {
  const now = new Date();
  document.getElementById("clock").textContent = now.toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" });
  const age = document.querySelector(".age");
  const silent = performance.now() - reached;
  const shown = Date.parse(age.querySelector("time").dateTime);
  const old = "simulated" in body.dataset ? silent : Math.max(silent, now - shown);
  age.classList.toggle("old", old > OLD);
  let note = age.querySelector(".note");
  if (!note) {
    note = document.createElement("span");
    note.className = "note";
    age.append(note);
  }
  const text = silent > OLD ? body.dataset.lost : body.dataset.old.replace("{0}", Math.floor(old / 60_000));
  note.textContent = old > OLD ? ` · ${text}` : "";
}

addEventListener("keydown", (event) => {
  if (event.key === "ArrowRight") turn("next");
  else if (event.key === "ArrowLeft") turn("before");
  else if (event.key === " ") {
    stopped = !stopped;
    restart();
  } else return;
  event.preventDefault();
});
setInterval(tick, 1_000);
setInterval(() => {
  if (performance.now() - reached > POLL) show(address);
}, POLL);
tick();
restart();
listen();
