// Unpack the pages that are in this file, and show the one that the address names after its "#".
// Without this the file is the whole corpus as one document.

const TITLE = document.title;
const READING = "reading";

// What somebody typed need not be an address that can be read.
const plain = (text) => { try { return decodeURIComponent(text); } catch { return text; } };

async function unpacked(id) {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

class Pages {
  constructor(chunks, { pages, home, facts }) {
    this.chunks = chunks;
    this.pages = new Map(pages.map(([path, ...rest]) => [path, rest]));
    this.home = home;
    globalThis.argmapFacts = facts;
    this.reading = document.querySelector("main.reading");
    this.at = null;
  }

  content(path) {
    const [, mark, steps] = this.pages.get(path);
    let at = 0;
    return steps.map((step) => this.chunks[at += step]).join("").replaceAll("\u0001", mark);
  }

  title(path) {
    const escaped = document.createElement("textarea");
    escaped.innerHTML = this.pages.get(path)[0];
    return escaped.value.replace(/\s+/g, " ").trim();
  }

  get asked() {
    const [path] = location.hash.slice(2).split(/[~?]/);
    if (path === READING) return READING;
    return this.pages.has(path) ? path : this.home;
  }

  show({ isFirst = false } = {}) {
    // An anchor within the page that is shown: the browser goes there by itself.
    if (!isFirst && location.hash && !location.hash.startsWith("#/")) return;
    const path = this.asked;
    document.body.dataset.at = `#/${path}`;
    const [place, words] = [location.hash.split("~")[1], location.hash.split("?")[1]];
    const asked = `${path}?${path === "search" ? words ?? "" : ""}`;
    if (asked !== this.at) {
      this.at = asked;
      this.put(path);
      if (!isFirst) document.querySelector("#content").focus({ preventScroll: true });
      if (!place) scrollTo({ top: 0, behavior: "instant" });
    }
    if (place) document.getElementById(plain(place))?.scrollIntoView();
  }

  put(path) {
    for (const old of document.querySelectorAll("body > main, body > .trail")) old.remove();
    const footer = document.querySelector("body > footer");
    if (path === READING) {
      footer.before(this.reading);
      document.title = TITLE;
      return;
    }
    const holder = document.createElement("template");
    // The application's own markup, every word in it escaped there.
    holder.innerHTML = this.content(path);
    footer.before(holder.content);
    // The file has the title of its first page, with the corpus's behind it.
    document.title = TITLE.replace(this.title(this.home), () => this.title(path));
    document.dispatchEvent(new CustomEvent("argmap:swapped", { detail: document.querySelector("#content") }));
  }
}

async function open() {
  const [chunks, data] = await Promise.all([unpacked("packed-texts"), unpacked("packed-pages")]);
  const pages = new Pages(chunks.split("\u0000"), JSON.parse(data));
  begin();
  pages.show({ isFirst: true });
  addEventListener("hashchange", () => pages.show());
  const link = document.querySelector("[data-reading]");
  link.textContent = " · ";
  link.append(Object.assign(document.createElement("a"), {
    href: `#/${READING}`, textContent: globalThis.argmapFacts.words.reading,
  }));
}
