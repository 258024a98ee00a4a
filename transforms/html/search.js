// The search page: asks the index (Pagefind's) and lists passages. Without this file the page offers its indexes.
"use strict";

const AT_ONCE = 20;
const AROUND = 18; // words of an excerpt on either side of what was found
const form = document.getElementById("search");
const list = document.getElementById("results");
const count = document.getElementById("count");
const more = document.getElementById("more");
const MODES = { spoken: "spoken", reported: "with reported speech" }; // the others are known from the place

let engine = null;
let found = [];
let asked = 0;

// ---- the index

function load() {
  engine ??= (async () => {
    const pagefind = await import(new URL("search/pagefind.js", document.baseURI).href);
    await pagefind.options({ excerptLength: 36, ranking: { metaWeights: { names: 0.4 } } });
    await pagefind.init();
    await pagefind.filters(); // so that results say how many passages each value has
    return pagefind;
  })();
  return engine;
}

function refuse() {
  document.getElementById("needs-scripts").hidden = true;
  document.getElementById("needs-server").hidden = false;
  form.hidden = true;
}

// ---- what is asked for: the form, and the address of the page

function wanted() {
  const fields = new FormData(form);
  const query = (fields.get("q") || "").trim().replace(/[“”„]/g, '"');
  const filters = {};
  for (const select of form.querySelectorAll("select")) if (select.value) filters[select.name] = [select.value];
  return { query, filters, inOrder: fields.get("order") === "text" };
}

// again: how much of the list was shown, and how far it was read, before a reader went on from here
async function search(again = {}) {
  const turn = ++asked;
  keepInAddress(form);
  const { query, filters, inOrder } = wanted();
  document.getElementById("found").hidden = !query && !Object.keys(filters).length;
  if (document.getElementById("found").hidden) return showCounts(null);
  try {
    const pagefind = await load();
    const answer = await pagefind.search(query || null, { filters, ...(inOrder ? { sort: { order: "asc" } } : {}) });
    if (turn !== asked) return;
    showCounts(answer.filters);
    found = answer.results;
    const widened = found.length || !Object.keys(filters).length ? null : (await pagefind.search(query || null)).results.length;
    if (turn !== asked) return;
    list.replaceChildren();
    count.textContent = counted(found.length) + (widened === null ? "" : `; without the filters: ${widened}`);
    document.getElementById("nothing").hidden = found.length > 0;
    await showMore(turn, again.shown);
    if (again.y) scrollTo(0, again.y);
  } catch {
    refuse();
  }
}

// ---- what is found

function counted(passages) {
  return passages === 1 ? "1 passage" : `${passages || "No"} passages`;
}

async function showMore(turn, length = AT_ONCE) {
  const shown = list.children.length;
  const passages = await Promise.all(found.slice(shown, shown + length).map((result) => result.data()));
  if (turn !== asked) return;
  list.append(...passages.map(entry));
  more.hidden = list.children.length >= found.length;
  if (shown) list.children[shown]?.querySelector("a").focus();
}

function entry(passage) {
  const item = document.createElement("li");
  const excerpt = document.createElement("p");
  excerpt.className = "excerpt";
  excerpt.append(...excerptOf(passage));
  item.append(placeOf(passage), excerpt);
  return item;
}

function placeOf(passage) {
  const { text = [], where = [] } = passage.filters;
  const heading = document.createElement("p");
  heading.className = "place";
  const link = document.createElement("a");
  link.href = passage.raw_url;
  link.textContent = [label("text", text[0]), ...where].filter(Boolean).join(", ");
  heading.append(link);
  const chapter = document.querySelector(`.indexes a[href="${CSS.escape(passage.raw_url.split("#")[0])}"]`);
  if (chapter && chapter.textContent !== label("text", text[0])) {
    const name = span("chapter", "");
    name.append(...chapter.cloneNode(true).childNodes);
    heading.append(name);
  }
  heading.append(...factsOf(passage));
  return heading;
}

// who speaks and how; whom or what the passage names, if that is how it was found: by the name in a filter, or by another
// one that no page shows
function factsOf({ content, meta, filters: { mode = [], speaker = [], person = [], place = [] } }) {
  const sought = soughtWords().filter((word) => !content.split(/\s+/).some((other) => begins(other, word)));
  const named = (filter, value) => {
    const name = label(filter, value);
    return name.split(/\s+/).some((word) => sought.some((other) => begins(word, other))) ? markOf(name) : name;
  };
  const facts = [];
  const modes = mode.map((value) => MODES[value]).filter(Boolean).join(", ");
  const speakers = speaker.map((value) => named("speaker", value));
  const isMarked = (name) => typeof name !== "string";
  if (modes || speakers.length) facts.push(span("facts-of", modes, modes && speakers.length ? ": " : "", ...between(speakers)));
  const others = person.filter((value) => !speaker.includes(value)).map((value) => named("person", value));
  const found = [...others, ...place.map((value) => named("place", value))].filter(isMarked);
  if (found.length) facts.push(span("facts-of", "names ", ...between(found)));
  if (!found.length && !speakers.some(isMarked)) {
    const hidden = (meta.names || "").split(" ").filter((word) => sought.some((other) => begins(word, stem(other))));
    if (hidden.length) facts.push(span("facts-of", "by the name ", ...between(hidden.map(markOf))));
  }
  return facts;
}

function between(names) {
  return names.flatMap((name, at) => (at ? ["; ", name] : [name]));
}

// Pagefind's, or, where that shows nothing of what was found, the words round the first that is the same in plain letters
function excerptOf(passage) {
  if (!passage.excerpt.includes("<mark>")) {
    const words = passage.content.split(/\s+/);
    const sought = soughtWords();
    const isFound = (word) => sought.some((other) => begins(word, other));
    const first = words.findIndex(isFound);
    if (first >= 0) {
      const [start, end] = [Math.max(0, first - AROUND), Math.min(words.length, first + AROUND)];
      const shown = words.slice(start, end).flatMap((word) => [isFound(word) ? markOf(word) : word, " "]).slice(0, -1);
      return [start ? "…" : "", ...shown, end < words.length ? "…" : ""];
    }
  }
  const words = passage.excerpt.replace(/<\/?mark>/g, "").trim();
  return [passage.content.startsWith(words) ? "" : "…", ...marked(passage.excerpt), passage.content.endsWith(words) ? "" : "…"];
}

// Pagefind compares words without their endings
function stem(word) {
  return word.length > 4 ? word.slice(0, -1) : word;
}

function soughtWords() {
  return plain(wanted().query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

// whether a word of a text, or a part of it, begins with a plain one
function begins(word, sought) {
  return plain(word).split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(sought));
}

function span(name, ...words) {
  const element = document.createElement("span");
  element.className = name;
  element.append(...words);
  return element;
}

function markOf(words) {
  const mark = document.createElement("mark");
  mark.textContent = words;
  return mark;
}

function label(filter, value) {
  return form.querySelector(`#f-${filter} option[value="${CSS.escape(value)}"]`)?.dataset.label || value;
}

// an excerpt is text with <mark> round what was found, and its signs escaped
function marked(excerpt) {
  return excerpt.split(/<mark>(.*?)<\/mark>/s).map((piece, at) => {
    const words = piece.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" })[name]);
    if (at % 2 === 0) return words;
    return markOf(words);
  });
}

// how many passages each value of a filter would leave; all of them if nothing is asked for
function showCounts(filters) {
  for (const select of form.querySelectorAll("select")) {
    for (const option of select.options) {
      if (!option.value) continue;
      option.dataset.all ??= option.textContent;
      const left = filters?.[select.name]?.[option.value];
      option.textContent = filters ? `${option.dataset.label} (${left ?? 0})` : option.dataset.all;
      option.disabled = Boolean(filters) && !left && !option.selected;
    }
  }
}

// ---- the page

function setUp() {
  if (location.protocol === "file:") return refuse();
  document.getElementById("needs-scripts").hidden = true;
  form.hidden = false;
  fillFromAddress(form);
  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => search(), event.target.id === "q" ? 250 : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
  });
  form.addEventListener("reset", () => setTimeout(() => search()));
  addEventListener("pagehide", () => history.replaceState({ shown: list.children.length || AT_ONCE, y: scrollY }, ""));
  form.addEventListener("focusin", () => load().catch(refuse), { once: true });
  more.addEventListener("click", () => showMore(asked));
  search(history.state ?? {});
}

setUp();
