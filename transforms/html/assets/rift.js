// Comforts of the pages. Every page can be read and every link followed without this file.
"use strict";

// ---- what is shown: remembered on this computer, if it lets us

const SHOW = { names: false, foreign: false, dates: false, corrections: true, insertions: true, retold: true, source: false };

// words that a box says something about; the keyboard stops at them while they are shown
const EXPLAINED = { names: ":is(a.name, a.title)", foreign: ".foreign[title]", dates: "time", corrections: ".corr" };

function remembered() {
  try {
    return { ...SHOW, ...JSON.parse(localStorage.getItem("rift-show") || "{}") };
  } catch {
    return { ...SHOW };
  }
}

function remember(show) {
  try {
    localStorage.setItem("rift-show", JSON.stringify(show));
  } catch {
    // no storage (opened from disk, or refused): the choice holds for this page
  }
}

// the element that a fragment of an address names; nothing if it names none, or is no fragment that can be read
function marked(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

function apply(show) {
  const classes = document.documentElement.classList;
  for (const name of Object.keys(SHOW)) {
    classes.toggle(`show-${name}`, show[name]);
    classes.toggle(`hide-${name}`, !show[name]);
  }
  for (const [name, words] of Object.entries(EXPLAINED)) {
    for (const word of document.querySelectorAll(`:is(.text, .notes) ${words}:not(.margin-note *)`)) word.tabIndex = show[name] ? 0 : -1;
  }
  showReading(show.source);
}

// corrected words hold what the source prints; markup inside them is kept aside while the source is shown
const corrected = new Map();

function showReading(source) {
  for (const word of document.querySelectorAll(".corr[data-sic]")) {
    if (source && !corrected.has(word)) {
      corrected.set(word, [...word.childNodes]);
      word.replaceChildren(word.dataset.sic);
    } else if (!source && corrected.has(word)) {
      word.replaceChildren(...corrected.get(word));
      corrected.delete(word);
    }
  }
}

function setUpView() {
  const show = remembered();
  apply(show);
  const view = document.querySelector(".view");
  if (!view) return;
  for (const box of view.querySelectorAll("[data-show]")) {
    box.checked = show[box.dataset.show];
    box.addEventListener("change", () => {
      show[box.dataset.show] = box.checked;
      remember(show);
      apply(show);
    });
  }
  view.hidden = false;
  document.addEventListener("click", (event) => {
    if (!view.contains(event.target)) view.open = false;
  });
  view.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    view.open = false;
    view.querySelector("summary").focus();
  });
}

// ---- notes in the margin, where it is wide enough

const marginIsWide = matchMedia("(min-width: 75rem)");

// a copy of what a mark in the text leads to, with a note's number
function wordsAt(mark) {
  const words = document.getElementById(mark.hash.slice(1))?.querySelector(".note-words, .boxed");
  if (!words) return null;
  const copy = words.cloneNode(true);
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  if (!mark.matches("[role=doc-noteref]")) return copy;
  const number = document.createElement("span");
  number.className = "number";
  number.textContent = `${mark.textContent} `;
  copy.prepend(number);
  return copy;
}

// each stands before its mark; the style sheet moves it into the margin
function setUpMarginNotes() {
  for (const mark of document.querySelectorAll(".text [role=doc-noteref]")) {
    const words = wordsAt(mark);
    if (!words) continue;
    const note = document.createElement("span");
    note.className = "margin-note";
    note.setAttribute("aria-hidden", "true");
    for (const stop of words.querySelectorAll("a, [tabindex]")) stop.tabIndex = -1;
    note.append(words);
    mark.parentElement.before(note);
  }
}

// ---- boxes: a note, where else an event is told, what a word means, where it stands; on a phone a sheet

const MARKS = `.text [role=doc-noteref], .retold, :is(.text, .notes) :is(${Object.values(EXPLAINED)})`;
const isTouch = matchMedia("(hover: none)");
let box = null;
let boxed = null; // the mark whose box is shown

function hideBox() {
  if (box) box.remove();
  if (boxed?.dataset.says) boxed.title = boxed.dataset.says;
  box = boxed = null;
}

function linkTo(href, words) {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = words;
  return link;
}

// 1960-11-12 as 12 November 1960
function dayOf(date) {
  const [year, month, day] = date.split("-");
  const shown = { year: "numeric", month: month && "long", day: day && "numeric", timeZone: "UTC" };
  return Number(year) ? new Date(date).toLocaleDateString("en-GB", shown) : date;
}

// what a box says of a mark; nothing if that stands there already
function boxWords(mark) {
  if (mark.hash && mark.matches(".retold, [role=doc-noteref]")) return [wordsAt(mark)];
  const words = mark.textContent.trim();
  if (mark.matches("time")) return dayOf(mark.dateTime) === words ? [] : [dayOf(mark.dateTime)];
  if (mark.matches(".name, .title")) return mark.title || isTouch.matches ? [linkTo(mark.href, mark.title || words)] : [];
  const more = mark.matches(".corr") ? document.querySelector(".view .to-corrections") : mark;
  return more?.href ? [mark.title, " · ", linkTo(more.href, mark.matches(".corr") ? "all corrections" : "all foreign words")] : [mark.title];
}

function showBox(mark) {
  if (mark === boxed) return;
  hideBox();
  const stands = marginIsWide.matches && mark.matches("[role=doc-noteref]");
  const words = stands || mark.tabIndex < 0 ? [] : boxWords(mark).filter(Boolean);
  if (!words.length) return;
  box = document.createElement("div");
  box.className = "note-box";
  box.tabIndex = -1; // so that a click in it does not take the focus out of it
  box.setAttribute("role", "note");
  const close = document.createElement("button");
  close.className = "close";
  close.setAttribute("aria-label", "Close");
  close.textContent = "×";
  close.addEventListener("click", hideBox);
  box.append(...words, close);
  document.body.append(box);
  boxed = mark;
  if (mark.title) { // else the browser shows it, too
    mark.dataset.says = mark.title;
    mark.title = "";
  }
  placeBox(mark.getBoundingClientRect());
}

function placeBox(at) {
  const width = box.offsetWidth;
  const left = Math.min(Math.max(16, at.left - width / 2), document.documentElement.clientWidth - width - 16);
  const above = at.bottom + box.offsetHeight + 12 > innerHeight && at.top > box.offsetHeight + 12;
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${scrollY + (above ? at.top - box.offsetHeight - 8 : at.bottom + 8)}px`;
}

function setUpBoxes() {
  const markOf = (event) => (event.target.closest ? event.target.closest(MARKS) : null);
  const isInside = (element) => Boolean(element && box && box.contains(element));
  let leaving;
  document.addEventListener("mouseover", (event) => {
    if (isTouch.matches) return;
    clearTimeout(leaving);
    const mark = markOf(event);
    if (mark) showBox(mark);
    else if (box && !isInside(event.target) && document.activeElement !== boxed) leaving = setTimeout(hideBox, 200);
  });
  document.addEventListener("focusin", (event) => markOf(event) && showBox(markOf(event)));
  document.addEventListener("focusout", (event) => event.target === boxed && !isInside(event.relatedTarget) && hideBox());
  document.addEventListener("click", (event) => {
    if (!isTouch.matches || !markOf(event)) return;
    showBox(markOf(event));
    if (box) event.preventDefault();
  });
  document.addEventListener("pointerdown", (event) => !isInside(event.target) && !markOf(event) && hideBox());
  document.addEventListener("keydown", (event) => event.key === "Escape" && hideBox());
}

// the list of what is told elsewhere is open when one of its entries is asked for
function setUpTold() {
  const list = document.querySelector(".told");
  if (!list) return;
  list.open = false;
  const seek = () => {
    const entry = marked(location.hash);
    if (!list.contains(entry)) return;
    list.open = true;
    entry.scrollIntoView();
  };
  addEventListener("hashchange", seek);
  seek();
}

// ---- a form whose choices stand in the address of the page, where they can be cited and are found by who comes back

function keepInAddress(form) {
  const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(null, "", (fields.size ? `?${fields}` : location.pathname) + location.hash);
}

function fillFromAddress(form) {
  const fields = new URLSearchParams(location.search);
  for (const control of form.elements) {
    if (!fields.has(control.name)) continue;
    if (control.type === "checkbox") control.checked = fields.getAll(control.name).includes(control.value);
    else control.value = fields.get(control.name);
  }
}

// ---- words as they are compared: without case and accents, also of letters that Unicode does not take apart

const LETTERS = { ł: "l", đ: "d", ø: "o", ı: "i" };

function plain(words) {
  return words.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[łđøı]/g, (letter) => LETTERS[letter]);
}

// ---- indexes of the registers: sorted by a heading, searched by a word

// what a row is sorted by: a cell's data-key (a date), its number, its words
function sortKey(row, column, isNumber) {
  const cell = row.cells[column];
  if (cell.dataset.key !== undefined) return cell.dataset.key || "9999";
  return isNumber ? Number(cell.textContent) : cell.textContent.trim();
}

function sortRows(rows, heading, descending) {
  const isNumber = heading.dataset.sort === "number";
  const keyed = rows.map((row) => [sortKey(row, heading.cellIndex, isNumber), row]);
  const compare = isNumber ? (a, b) => a - b : (a, b) => (!a - !b) || a.localeCompare(b, "en", { numeric: true });
  keyed.sort(([a], [b]) => (descending ? compare(b, a) : compare(a, b)));
  return keyed.map(([, row]) => row);
}

// one click sorts, one more the other way, the third brings back the letters and the rows under them
function setUpSorting(table) {
  const bodies = [...table.tBodies];
  const rowsOf = new Map(bodies.map((body) => [body, [...body.rows]]));
  const rows = [...rowsOf.values()].flat().filter((row) => !row.classList.contains("group"));
  const headings = [...table.tHead.rows[0].cells].filter((cell) => cell.dataset.sort !== "no");
  const sorted = document.createElement("tbody");
  table.classList.add("sortable");
  const show = (heading, order) => {
    for (const other of headings) other.removeAttribute("aria-sort");
    for (const body of [...bodies, sorted]) body.remove();
    if (order) {
      heading.setAttribute("aria-sort", order);
      sorted.append(...sortRows(rows, heading, order === "descending"));
      table.append(sorted);
    } else {
      for (const [body, own] of rowsOf) body.append(...own);
      table.append(...bodies);
    }
    table.dispatchEvent(new Event("sorted"));
  };
  for (const letters of document.querySelectorAll(".letters")) letters.addEventListener("click", () => show(headings[0], null));
  for (const heading of headings) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    const orders = heading.dataset.sort === "number" ? ["descending", "ascending", null] : ["ascending", "descending", null];
    button.addEventListener("click", () => {
      show(heading, orders[(orders.indexOf(heading.getAttribute("aria-sort")) + 1) % 3]);
    });
  }
}

function setUpFinding(table) {
  const label = document.createElement("label");
  label.className = "find";
  const input = document.createElement("input");
  input.type = "search";
  const none = document.createElement("p");
  none.setAttribute("role", "status");
  label.append("Find", input);
  table.closest(".wide").before(label, none);
  const find = () => {
    const wanted = plain(input.value.trim());
    for (const row of table.querySelectorAll("tbody tr:not(.group)")) row.hidden = !plain(row.textContent).includes(wanted);
    for (const group of table.querySelectorAll("tr.group")) group.hidden = !group.parentNode.querySelector("tr:not(.group):not([hidden])");
    none.textContent = table.querySelector("tbody tr:not(.group):not([hidden])") ? "" : "Nothing found.";
  };
  input.addEventListener("input", find);
  table.addEventListener("sorted", find);
  addEventListener("pageshow", find); // a browser may fill in again what was sought before
}

function setUpIndexes() {
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    setUpSorting(table);
    setUpFinding(table);
  }
}

// ---- chronology: only what some texts tell, in which somebody takes part, where the tellings differ

function setUpFilter() {
  const form = document.querySelector("form.filter");
  if (!form) return;
  const years = [...document.querySelectorAll(".year[aria-labelledby]")];
  const links = new Map([...document.querySelectorAll(".years a")].map((link) => [link.hash.slice(1), link.parentElement]));
  const events = [...document.querySelectorAll(".year li[data-texts]")];
  const circles = new Map([...document.querySelectorAll("[data-event]")].map((circle) => [circle.dataset.event, circle]));
  const cells = [...document.querySelectorAll(".months [data-events]")].map((cell) => [cell, cell.dataset.events.split(" ")]);
  const show = () => {
    const wanted = new FormData(form);
    const texts = wanted.getAll("text");
    const person = wanted.get("person");
    const fits = (event) =>
      texts.every((text) => event.dataset.texts.split(" ").includes(text)) &&
      (!person || event.dataset.people.split(" ").includes(person)) &&
      (!wanted.has("differs") || event.hasAttribute("data-differs"));
    const fitting = new Set(events.filter(fits));
    for (const event of events) {
      event.hidden = !fitting.has(event) && ![...event.querySelectorAll("li")].some((inner) => fitting.has(inner));
      circles.get(event.id)?.classList.toggle("out", !fitting.has(event));
    }
    for (const year of years) {
      year.hidden = !year.querySelector("li:not([hidden])");
      links.get(year.getAttribute("aria-labelledby")).hidden = year.hidden;
    }
    const ids = new Set([...fitting].map((event) => event.id));
    for (const [cell, all] of cells) {
      const left = all.filter((id) => ids.has(id));
      cell.textContent = left.length;
      cell.setAttribute("aria-label", cell.getAttribute("aria-label").replace(/\d+ events?$/, `${left.length} event${left.length === 1 ? "" : "s"}`));
      cell.classList.toggle("out", !left.length);
      cell.hash = left[0] || all[0];
    }
    form.querySelector("output").textContent = fitting.size ? `${fitting.size} of ${events.length} events` : "No event fits.";
    form.querySelector("[type=reset]").hidden = ![...wanted].some(([, value]) => value);
  };
  form.addEventListener("change", () => {
    keepInAddress(form);
    show();
  });
  form.addEventListener("reset", () => setTimeout(() => form.dispatchEvent(new Event("change"))));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  fillFromAddress(form);
  show();
}

// ---- citing: the page, or the passage whose address was chosen

function locatorOf(element) {
  return element.closest("[data-locator]")?.dataset.locator ?? "";
}

// an edition that does not know where it stands leaves that to the browser
function addressOf(page) {
  return /^https?:/.test(page) || !location.protocol.startsWith("http") ? page : location.origin + location.pathname;
}

function setUpCiting() {
  const panel = document.querySelector(".cite");
  if (!panel) return;
  const slots = [...panel.querySelectorAll("[data-piece]")].map((slot) => [slot, slot.textContent]);
  const whole = panel.querySelector(".whole");
  const fill = () => {
    const element = location.hash && marked(location.hash);
    const chosen = element && element.closest(".text, .notes") && !element.matches("[role=doc-noteref]") ? element : null;
    const locator = chosen ? locatorOf(chosen) : "";
    for (const [slot, page] of slots) {
      const kind = slot.dataset.piece;
      if (kind === "url") slot.textContent = addressOf(page) + (chosen ? `#${chosen.id}` : "");
      else if (!chosen) slot.textContent = page;
      else if (kind === "key") slot.textContent = `${page.replace(/-[^-]*$/, "")}-${chosen.id}`;
      else slot.textContent = locator ? slot.dataset.pattern.replace("%", locator) : page;
    }
    offer(panel, Boolean(chosen));
    panel.classList.toggle("chosen", Boolean(chosen));
    panel.querySelector(".what").textContent = chosen ? locator || "this passage" : "";
    whole.hidden = !chosen;
  };
  whole.querySelector("button").addEventListener("click", () => {
    history.replaceState(null, "", location.pathname + location.search);
    fill();
  });
  for (const button of panel.querySelectorAll(".copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button, button.closest(".style").querySelector(".citation, pre")));
  }
  document.addEventListener("click", (event) => {
    if (!panel.contains(event.target)) panel.open = false;
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    panel.open = false;
    panel.querySelector("summary").focus();
  });
  addEventListener("hashchange", fill);
  fill();
}

// what is downloaded is what is shown: the page's file, or the citation of the passage chosen
function offer(panel, isChosen) {
  for (const link of panel.querySelectorAll(".style [download]")) {
    const file = (link.dataset.file ||= link.getAttribute("href"));
    const shown = link.closest(".style").querySelector("pre").textContent;
    const key = panel.querySelector("[data-piece=key]").textContent;
    if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href);
    link.href = isChosen ? URL.createObjectURL(new Blob([shown])) : file;
    link.download = isChosen ? key + file.match(/\.\w+$/)[0] : "";
  }
}

async function copy(button, words) {
  try {
    await navigator.clipboard.writeText(words.textContent);
  } catch {
    getSelection().selectAllChildren(words); // no clipboard here: the words are selected, to be copied by hand
    return;
  }
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = "Copy"; }, 2000);
}

// ---- going to a printed page: this one's, or that of the chapter which has it

function setUpGoto() {
  const form = document.querySelector(".goto");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const number = Number(form.elements.page.value.trim());
    const ranges = [...form.querySelectorAll("data")].map((range) => [range, ...range.value.split("–").map(Number)]);
    const range = ranges.findLast(([, first, last]) => first <= number && number <= last);
    form.querySelector("[role=status]").textContent = range ? "" : `pages ${ranges[0][1]} to ${ranges.at(-1)[2]}`;
    if (range) location.assign(new URL(`${range[0].dataset.href}#page=${number}`, document.baseURI));
  });
  const seek = () => {
    const number = location.hash.match(/^#page=(\d+)$/)?.[1];
    const pb = number && [...document.querySelectorAll(".text .pb")].find((found) => found.dataset.n.replace(/[[\]]/g, "") === number);
    if (pb) location.replace(`#${pb.id}`);
    else if (number) scrollTo(0, 0);
  };
  addEventListener("hashchange", seek);
  seek();
}

// ---- beside the text: a long list of chapters shows the one that is read, and the part of it

function setUpContents() {
  const list = document.querySelector(".contents > ol");
  if (!list) return;
  const here = list.querySelector("[aria-current]");
  if (here) list.scrollTop = here.offsetTop - list.offsetTop - list.clientHeight / 3;
  followParts([...list.querySelectorAll("a[href^='#']")]);
}

// of the links to parts of this page, that of the part at the top of the window is marked
function followParts(links) {
  const parts = links.map((link) => [marked(link.hash), link]).filter(([part]) => part);
  if (!parts.length) return;
  const follow = () => {
    const reading = parts.findLast(([part]) => part.getBoundingClientRect().top < innerHeight * 0.3);
    for (const [, link] of parts) link.removeAttribute("aria-current");
    if (reading) reading[1].setAttribute("aria-current", "location");
  };
  addEventListener("scroll", follow, { passive: true });
  follow();
}

setUpView();
setUpContents();
setUpFilter();
setUpIndexes();
setUpMarginNotes();
setUpBoxes();
setUpTold();
setUpCiting();
setUpGoto();
