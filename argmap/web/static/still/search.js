// Search the pages by the words of the corpus. The stems were made where the pages were; a word
// that is typed is brought to one of them by taking off its ending.

const MOST = 60;
const WEIGHTS = 4;
const LEAST_PREFIX = 2;
const PAUSE_MS = 120;

const facts = () => globalThis.argmapFacts;
const say = (name, values = {}) =>
  facts().words[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

function address(path, anchor = "") {
  const { root } = document.body.dataset;
  if (root === "#") return `#/${path}${anchor ? `~${anchor.slice(1)}` : ""}`;
  return `${root}${path}.html${anchor}`;
}

function folded(word) {
  const bare = word.replace(/['’ʼ]s$/i, "").toLowerCase();
  const form = /[Ѐ-ӿ]/.test(bare) ? "NFKC" : "NFKD";
  return bare.normalize(form).replace(/ё/g, "е").replace(/[^\p{L}\p{N}]/gu, "");
}

const words = (text) => (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’ʼ]*/gu) ?? []).map(folded).filter(Boolean);

function stemOf(word) {
  const { stems, forms, endings } = facts().search;
  const has = (each) => Object.hasOwn(stems, each);
  if (Object.hasOwn(forms, word)) return forms[word];
  if (has(word)) return word;
  for (let size = 0; size < 7; size += 1) {
    const base = word.slice(0, word.length - size);
    if (base.length < 3) break;
    if (size && !endings.includes(word.slice(word.length - size))) continue;
    const found = [base, `${base}e`, `${base}i`].find(has);
    if (found) return found;
  }
  return "";
}

// The records that have a word, each with its weight; the last word may be half typed.
function having(word, isLast) {
  const { stems } = facts().search;
  const found = new Map();
  const stem = stemOf(word);
  const add = (each, share) => {
    for (const one of stems[each]) {
      const doc = Math.floor(one / WEIGHTS);
      found.set(doc, Math.max(found.get(doc) ?? 0, (1 + (one % WEIGHTS)) * share));
    }
  };
  if (stem) add(stem, 1);
  if (isLast && word.length >= LEAST_PREFIX) {
    for (const each of Object.keys(stems)) if (each.startsWith(word)) add(each, 0.6);
  }
  return found;
}

function search(query) {
  const asked = words(query);
  const { docs } = facts().search;
  const lists = asked.map((word, index) => having(word, index === asked.length - 1));
  if (!lists.length) return [];
  const score = new Map();
  const count = new Map();
  for (const list of lists) {
    const rare = Math.log(1 + docs.length / (1 + list.size));
    for (const [doc, weight] of list) {
      score.set(doc, (score.get(doc) ?? 0) + weight * rare);
      count.set(doc, (count.get(doc) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...count.values());
  // All words if some record has them all, else as many as any has.
  return [...score].filter(([doc]) => count.get(doc) === most)
    .sort(([a, x], [b, y]) => y - x || a - b).map(([doc]) => docs[doc]);
}

function element(name, text = "", more = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  Object.assign(made, more);
  return made;
}

function show(results, query) {
  const found = query.trim() ? search(query) : [];
  const status = results.querySelector("[role=status]");
  const list = results.querySelector("ol");
  if (!query.trim()) status.textContent = "";
  else status.textContent = found.length ? say("found", { count: found.length }) : say("found_none");
  list.replaceChildren(...found.slice(0, MOST).map(([kind, path, anchor, text, about]) => {
    const item = document.createElement("li");
    const part = document.createElement("div");
    const link = element("a", kind === "quotation" ? `“${text}”` : text, { className: "said", dir: "auto" });
    link.href = address(path, anchor);
    part.append(link);
    if (about) part.append(element("p", about, { className: "note", dir: "auto" }));
    item.append(element("span", facts().search.kinds[kind], { className: "kind" }), part);
    return item;
  }));
}

function asked() {
  if (document.body.dataset.root !== "#") return new URLSearchParams(location.search).get("q") ?? "";
  const [page, words] = location.hash.split("?");
  return page === "#/search" && words ? new URLSearchParams(words).get("q") ?? "" : "";
}

function searchPage(root) {
  const results = root.querySelector?.("[data-results]");
  if (!results || results.dataset.live) return;
  results.dataset.live = "yes";
  const label = element("label", say("words"), { htmlFor: "q" });
  const field = element("input", "", { type: "search", id: "q", maxLength: 200, autocomplete: "off" });
  const form = element("div", "", { className: "wide-find" });
  form.setAttribute("role", "search");
  form.append(label, field);
  results.prepend(form);
  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(results, field.value), PAUSE_MS);
  });
  field.value = asked();
  show(results, field.value);
  field.focus({ preventScroll: true });
}

function headField() {
  const place = document.querySelector("[data-find]");
  if (!place || place.firstChild) return;
  const form = element("form");
  const field = element("input", "", { type: "search", name: "q", maxLength: 200, placeholder: say("search") });
  field.setAttribute("aria-label", say("search_label"));
  form.setAttribute("role", "search");
  form.append(field, element("button", say("search"), { type: "submit" }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = `?${new URLSearchParams({ q: field.value })}`;
    location.assign(address("search") + words);
    field.value = "";
  });
  place.append(form);
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea")) return;
  const field = document.querySelector("#q, [data-find] input");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

headField();
searchPage(document);
document.addEventListener("argmap:swapped", (event) => searchPage(event.detail));
