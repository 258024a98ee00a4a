// The search page: asks the index (Pagefind's) and lists passages. Without this file the page offers its indexes.
"use strict";

const AT_ONCE = 20;
const form = document.getElementById("search");
const list = document.getElementById("results");
const count = document.getElementById("count");
const more = document.getElementById("more");
const MODES = { spoken: "spoken", reported: "with reported speech", narrated: "", note: "note" };

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

function remember() {
  const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(null, "", fields.size ? `?${fields}` : location.pathname);
}

function recall() {
  const fields = new URLSearchParams(location.search);
  for (const control of form.elements) {
    if (!fields.has(control.name)) continue;
    if (control.type === "checkbox") control.checked = fields.get(control.name) === control.value;
    else control.value = fields.get(control.name);
  }
}

async function search() {
  const turn = ++asked;
  remember();
  const { query, filters, inOrder } = wanted();
  document.getElementById("found").hidden = !query && !Object.keys(filters).length;
  if (document.getElementById("found").hidden) return showCounts(null);
  try {
    const pagefind = await load();
    const answer = await pagefind.search(query || null, { filters, ...(inOrder ? { sort: { order: "asc" } } : {}) });
    if (turn !== asked) return;
    showCounts(answer.filters);
    found = answer.results;
    list.replaceChildren();
    count.textContent = found.length === 1 ? "1 passage" : `${found.length || "No"} passages`;
    await showMore(turn);
  } catch {
    refuse();
  }
}

// ---- what is found

async function showMore(turn) {
  const shown = list.children.length;
  const passages = await Promise.all(found.slice(shown, shown + AT_ONCE).map((result) => result.data()));
  if (turn !== asked) return;
  list.append(...passages.map(entry));
  more.hidden = list.children.length >= found.length;
  if (shown) list.children[shown]?.querySelector("a").focus();
}

function entry(passage) {
  const { text = [], where = [], mode = [], speaker = [] } = passage.filters;
  const item = document.createElement("li");
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
  const facts = [mode.map((value) => MODES[value]).filter(Boolean).join(", "), speaker.map((value) => label("speaker", value)).join("; ")];
  if (facts.some(Boolean)) heading.append(span("facts-of", facts.filter(Boolean).join(": ")));
  const excerpt = document.createElement("p");
  excerpt.className = "excerpt";
  const words = passage.excerpt.replace(/<\/?mark>/g, "").trim();
  excerpt.append(passage.content.startsWith(words) ? "" : "…", ...marked(passage.excerpt), passage.content.endsWith(words) ? "" : "…");
  item.append(heading, excerpt);
  return item;
}

function span(name, words) {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = words;
  return element;
}

function label(filter, value) {
  return form.querySelector(`#f-${filter} option[value="${CSS.escape(value)}"]`)?.dataset.label || value;
}

// an excerpt is text with <mark> round what was found, and its signs escaped
function marked(excerpt) {
  return excerpt.split(/<mark>(.*?)<\/mark>/s).map((piece, at) => {
    const words = piece.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" })[name]);
    if (at % 2 === 0) return words;
    const mark = document.createElement("mark");
    mark.textContent = words;
    return mark;
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
  recall();
  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(search, event.target.id === "q" ? 250 : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
  });
  form.addEventListener("reset", () => setTimeout(search));
  form.addEventListener("focusin", () => load().catch(refuse), { once: true });
  more.addEventListener("click", () => showMore(asked));
  search();
}

setUp();
