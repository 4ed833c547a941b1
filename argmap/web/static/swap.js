// Follow a link inside the marked part of a page without leaving it: the part is fetched and put
// in place, the address changes, and what was clicked stays where it is. Without this module the
// same links load the same pages.

const BETWEEN = "argmap:swapped";
const PAUSE_MS = 250;
let shown = location.pathname + location.search;
let asked = 0;
let changing;

const status = document.createElement("p");
status.className = "sr";
status.setAttribute("role", "status");

const part = () => document.querySelector("[data-swap]");
const keyed = (key) => (key ? part().querySelector(`[data-key="${CSS.escape(key)}"]`) : null);
// What was clicked may be folded away by now: then what unfolds it stands for it.
const standing = (key) => {
  const found = keyed(key);
  if (!found || found.checkVisibility?.() !== false) return found;
  return part().querySelector(".fold:not([open]) > summary");
};
const openIds = (root) => [...root.querySelectorAll("details[open][id]")].map(({ id }) => id);

function isHere(url) {
  return url.origin === location.origin && url.pathname === location.pathname;
}

async function fetched(url) {
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(String(answer.status));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.querySelector("[data-swap]")) throw new Error("another page");
  return page;
}

// Load the scripts that the other state of the page has and this one had no use for.
function loaded(page) {
  const own = new Set([...document.scripts].map(({ src }) => src));
  const missing = [...page.querySelectorAll("script[type=module][src]")]
    .map((script) => new URL(script.getAttribute("src"), location).href)
    .filter((src) => src.startsWith(`${location.origin}/`) && !own.has(src));
  return Promise.all(missing.map((src) => import(src)));
}

// Put the new part in place of the old, with everything open that the reader had opened.
function put(page) {
  const opened = new Set(openIds(part()));
  const kept = [...part().querySelectorAll("details[data-keep][open]")].map((d) => d.dataset.keep);
  const fresh = document.adoptNode(page.querySelector("[data-swap]"));
  for (const details of fresh.querySelectorAll("details")) {
    if (opened.has(details.id) || kept.includes(details.dataset.keep)) details.open = true;
  }
  part().replaceWith(fresh);
  const cite = page.querySelector("main > .cite");
  if (cite) document.querySelector("main > .cite")?.replaceWith(document.adoptNode(cite));
  putTrail(page.querySelector(".trail"));
  document.title = page.title;
}

// The way here is another one where the question is.
function putTrail(fresh) {
  document.querySelector(".trail")?.remove();
  if (fresh) document.querySelector("main").before(document.adoptNode(fresh));
}

async function go(url, { key = "", push = true } = {}) {
  // What is asked for now comes after a choice that has not been followed yet.
  clearTimeout(changing);
  const ticket = (asked += 1);
  part().setAttribute("aria-busy", "true");
  let page;
  try {
    page = await fetched(url);
    await loaded(page);
  } catch {
    if (ticket === asked) location.assign(url);
    return;
  }
  if (ticket !== asked) return;
  const before = keyed(key)?.getBoundingClientRect().top;
  if (push) history.pushState(null, "", url);
  shown = location.pathname + location.search;
  put(page);
  // What was clicked may be gone: a choice that was taken back, say.
  if (push) (standing(key) ?? keyed("clear") ?? keyed("submit"))?.focus({ preventScroll: true });
  const after = standing(key)?.getBoundingClientRect().top;
  if (before !== undefined && after !== undefined) scrollBy({ top: after - before, behavior: "instant" });
  status.textContent = part().querySelector("[data-aloud]")?.textContent ?? "";
  document.dispatchEvent(
    new CustomEvent(BETWEEN, { bubbles: true, detail: document.querySelector("main") }),
  );
}

// Say in the address which parts are open, so that it can be sent as it is seen.
function noteOpen() {
  const url = new URL(location);
  const open = [...part().querySelectorAll("details[open][data-opens]")].map((d) => d.dataset.opens);
  if (open.length) url.searchParams.set("open", open.join(","));
  else url.searchParams.delete("open");
  const address = url.href.replaceAll("%2C", ",");
  if (address !== location.href) history.replaceState(null, "", address);
  shown = location.pathname + location.search;
}

function addressOf(form) {
  const asked = new Map();
  for (const [name, value] of new FormData(form)) {
    if (value) asked.set(name, asked.has(name) ? `${asked.get(name)},${value}` : value);
  }
  const url = new URL(form.action);
  url.search = new URLSearchParams([...asked]).toString().replaceAll("%2C", ",");
  return url;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-swap] a[href]");
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  // Another page of a list is to be read from its beginning.
  if (!link || !isPlain || event.defaultPrevented || link.closest("svg, [data-load]")) return;
  const url = new URL(link.href);
  if (!isHere(url) || url.hash) return;
  event.preventDefault();
  const open = new URL(location).searchParams.get("open");
  if (open && link.dataset.key) url.searchParams.set("open", open);
  url.search = url.search.replaceAll("%2C", ",");
  go(url, { key: link.dataset.key });
});

document.addEventListener("submit", (event) => {
  // What is posted does something, and leads to a page of its own.
  if (!event.target.closest("[data-swap]") || event.target.method === "post") return;
  event.preventDefault();
  go(addressOf(event.target), { key: event.submitter?.dataset.key });
});

// A live form shows at once what a changed choice leads to; its button does the same.
document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-swap] form[data-live]");
  if (!form || !form.checkValidity()) return;
  clearTimeout(changing);
  changing = setTimeout(() => go(addressOf(form), { key: event.target.dataset.key }), PAUSE_MS);
});

// What is put in place opens by itself; only what the reader opens or folds is noted.
let touched = null;
document.addEventListener("click", (event) => {
  touched = event.target.closest?.("[data-swap] [data-opens] > summary")?.parentElement ?? null;
}, true);
document.addEventListener("toggle", (event) => {
  if (touched && event.target === touched) noteOpen();
}, true);

addEventListener("popstate", () => {
  if (part() && location.pathname + location.search !== shown) go(new URL(location), { push: false });
});

if (part()) document.body.append(status);
