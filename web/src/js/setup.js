// Tables that are filled in where they stand: the arrow keys move as in a spreadsheet, what was typed is stored when
// a row is left, and a paste of several cells is looked at first. Without this script the buttons do the same.
const grid = document.querySelector("form[data-grid]");
const paste = document.querySelector("form[data-paste]");
let submitted = false;
const fields = "input:not([type=hidden]), select";

function place(field) {
  const cell = field.closest("td");
  const row = cell.parentElement;
  return { row, column: [...row.children].indexOf(cell) };
}

function focusIn(row, column) {
  const field = row?.children[column]?.querySelector(fields);
  field?.focus();
  field?.select?.();
  return field;
}

function move(event) {
  const field = event.target;
  if (!field.matches(fields) || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const { row, column } = place(field);
  const vertical = { ArrowUp: row.previousElementSibling, ArrowDown: row.nextElementSibling, Enter: row.nextElementSibling };
  const text = field.tagName === "INPUT";
  const atStart = text && field.selectionStart === 0 && field.selectionEnd === field.selectionStart;
  const atEnd = text && field.selectionStart === field.value.length && field.selectionEnd === field.selectionStart;
  if (event.key in vertical && (text || event.key === "Enter")) {
    event.preventDefault();
    focusIn(vertical[event.key], column);
  } else if (event.key === "ArrowLeft" && atStart && focusIn(row, column - 1)) {
    event.preventDefault();
  } else if (event.key === "ArrowRight" && atEnd && focusIn(row, column + 1)) {
    event.preventDefault();
  } else if (event.key === "Escape" && text) {
    field.value = field.defaultValue;
  }
}

// New rows are stored with the button: only then have they a number of their own.
async function store(row) {
  const changed = [...row.querySelectorAll(fields)].filter((field) => field.dataset.changed);
  if (changed.length === 0 || row.classList.contains("fresh")) {
    return;
  }
  const status = grid.querySelector("[data-status]");
  const body = new URLSearchParams();
  for (const field of [...grid.querySelectorAll("input[type=hidden]"), ...changed]) {
    body.append(field.name, field.value);
  }
  body.append("antwort", "keine");
  status.textContent = grid.dataset.saving;
  try {
    const answer = await fetch(grid.action, { method: "POST", body, redirect: "manual" });
    if (answer.type === "opaqueredirect") {
      // The session has ended: the form goes to the log-in as a whole and comes back afterwards.
      grid.requestSubmit();
      return;
    }
    if (answer.ok) {
      changed.forEach((field) => delete field.dataset.changed);
    }
    status.textContent = answer.ok ? grid.dataset.saved : grid.dataset.failed;
  } catch {
    status.textContent = grid.dataset.failed;
  }
}

function pasted(event) {
  const text = event.clipboardData.getData("text/plain");
  if (paste && event.target.matches(fields) && /[\t\n]/.test(text.trimEnd())) {
    event.preventDefault();
    paste.elements.text.value = text;
    paste.scrollIntoView();
    paste.elements.text.focus();
  }
}

document.addEventListener("submit", () => {
  submitted = true;
});

if (grid) {
  grid.addEventListener("keydown", move);
  grid.addEventListener("paste", pasted);
  grid.addEventListener("input", (event) => {
    event.target.dataset.changed = "yes";
  });
  grid.addEventListener("focusout", (event) => {
    const row = event.target.closest("tr");
    if (row && !row.contains(event.relatedTarget)) {
      store(row);
    }
  });
  addEventListener("beforeunload", (event) => {
    if (!submitted && grid.querySelector("[data-changed]")) {
      event.preventDefault();
    }
  });
}

// A long paste goes as a file: a form's text field may not be that long.
paste?.addEventListener("formdata", (event) => {
  const text = event.formData.get("text");
  event.formData.delete("text");
  event.formData.append("datei", new Blob([text], { type: "text/plain" }), "Zwischenablage");
});
