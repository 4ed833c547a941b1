// Swap the parts of a claim's page that a link to another state of its map changes, in place of
// loading the page; without this module the same links load it.

const PART = "part";
const SIZES = ["is-narrow", "is-middling", "is-wide", "is-widest"];
// How low the panel may begin on a narrow screen, in heights of the screen.
const LOW = 0.6;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// What of an address the drawing depends on.
function drawn(url) {
  const given = new URLSearchParams(url.search);
  given.delete("box");
  given.sort();
  return `${url.pathname}?${given}`;
}

class Explorer {
  constructor(stage) {
    this.stage = stage;
    this.map = stage.querySelector("[data-map]");
    this.said = stage.querySelector("[data-said]");
    this.address = new URL(stage.dataset.address, location);
    this.shown = location.search;
    this.swaps = 0;
    document.addEventListener("click", (event) => this.click(event));
    document.addEventListener("keydown", (event) => this.key(event));
    addEventListener("popstate", () => this.back());
  }

  get picture() { return this.map?.picture; }

  get panel() { return this.stage.querySelector('[data-part="panel"]'); }

  linked(name) { return this.panel.querySelector(`a[data-key="${name}"]`); }

  click(event) {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey
      || event.altKey) return;
    const link = event.target.closest?.("a[href]");
    if (!link || !this.stage.contains(link) || link.matches(".show-picture")) return;
    // The address that a link inside SVG gives of itself is an object.
    const url = new URL(link.getAttribute("href"), location);
    if (url.origin !== location.origin || url.pathname !== location.pathname) return;
    event.preventDefault();
    const own = this.linked("own");
    if (link.matches('svg [aria-current="true"]')) {
      // A second time on the same box opens its own page.
      if (own) own.click();
      return;
    }
    this.go(url, { anchor: this.anchor(link), pushes: true });
  }

  // What is to stay where it is: the box itself, or for a stub the box it belongs to.
  anchor(link) {
    if (!link.matches("svg a")) return null;
    if (link.dataset.kind !== "more") return link.id;
    const { prefix } = this.stage.dataset;
    return prefix + link.id.slice(prefix.length).split("/").slice(2).join("/");
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!this.stage.contains(event.target)) return;
    const name = { Escape: "close", n: "next", p: "previous" }[event.key];
    const link = name && this.linked(name);
    if (!link) return;
    event.preventDefault();
    this.go(new URL(link.href), { pushes: true });
  }

  back() {
    const url = new URL(location);
    // A place on the page, of which the browser tells in the same way, is no other state of it.
    if (url.pathname !== this.address.pathname || url.search === this.shown) return;
    this.go(url, { pushes: false });
  }

  async go(url, { anchor = null, pushes }) {
    this.asked?.abort();
    this.asked = new AbortController();
    const box = url.searchParams.get("box");
    const isDrawn = drawn(url) === drawn(this.address) && (!box || this.boxOf(box));
    const from = new URL(url);
    from.hash = "";
    from.searchParams.set(PART, isDrawn ? "panel" : "tree");
    let answer;
    try {
      answer = await fetch(from, { signal: this.asked.signal });
      if (!answer.ok) throw new Error(answer.status);
      answer = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
      return;
    }
    this.put(answer, url, anchor, pushes);
  }

  boxOf(name) { return this.picture?.byId(this.stage.dataset.prefix + name); }

  put(answer, url, anchor, pushes) {
    const { address } = answer.querySelector("[data-stage]").dataset;
    const held = this.picture?.hold(anchor ?? this.idOf(url));
    const focus = this.noteFocus();
    const svg = answer.querySelector("svg.argmap-picture");
    const isNew = answer.querySelector("[data-map], .no-picture") !== null;
    if (isNew && !(svg && this.picture)) {
      location.assign(url);
      return;
    }
    this.address = new URL(address, location);
    this.stage.dataset.address = address;
    if (pushes) history.pushState(null, "", this.address);
    this.shown = location.search;
    const size = SIZES.find((each) => answer.querySelector("[data-map]")?.classList.contains(each));
    const key = answer.querySelector(".key");
    if (key) this.stage.querySelector(".key").replaceWith(key);
    for (const part of answer.querySelectorAll("[data-part]:not([data-part='picture'])")) {
      this.swap(part);
    }
    this.stage.classList.toggle("has-panel", !this.panel.hidden);
    this.stage.classList.toggle("has-lit", this.address.searchParams.has("source"));
    if (svg) this.picture.replace(svg, size);
    this.mark();
    if (held) this.picture.keep(held);
    this.giveFocus(focus);
    this.makeRoom();
    this.tell(isNew);
    document.dispatchEvent(new CustomEvent("argmap:swapped", { detail: this.panel }));
    this.stage.dataset.swaps = ++this.swaps;
  }

  swap(part) {
    const old = document.querySelector(`[data-part="${part.dataset.part}"]`);
    if (!old) return;
    old.hidden = part.hidden;
    old.replaceChildren(...part.childNodes);
    if (part.dataset.part === "panel") old.scrollTop = 0;
  }

  idOf(url) {
    const box = url.searchParams.get("box") ?? this.address.searchParams.get("box");
    return box && this.stage.dataset.prefix + box;
  }

  mark() {
    if (!this.picture) return;
    this.picture.selected?.removeAttribute("aria-current");
    const box = this.address.searchParams.get("box");
    if (box) this.boxOf(box)?.setAttribute("aria-current", "true");
  }

  // Remember what has the focus, by what will be there again after the swap.
  noteFocus() {
    const active = document.activeElement;
    if (!this.stage.contains(active)) return null;
    if (active.closest("svg")) return { id: active.id };
    const part = active.closest("[data-part]")?.dataset.part;
    return { part, key: active.dataset.key, text: active.textContent };
  }

  giveFocus(focus) {
    if (!focus || (document.activeElement && document.activeElement !== document.body)) return;
    const within = focus.part && document.querySelector(`[data-part="${focus.part}"]`);
    const links = within && !within.hidden ? [...within.querySelectorAll("a[href]")] : [];
    const again = links.find((link) => focus.key && link.dataset.key === focus.key)
      ?? links.find((link) => link.textContent === focus.text)
      ?? (links.length ? within.querySelector("[tabindex]") : null)
      ?? this.picture?.byId(focus.id) ?? this.picture?.stop;
    again?.focus({ preventScroll: true });
  }

  // Where the panel is below the map, bring its beginning up as far as the box allows.
  makeRoom() {
    const { panel } = this;
    if (panel.hidden || document.fullscreenElement) return;
    const box = this.picture?.selected?.getBoundingClientRect();
    const top = panel.getBoundingClientRect().top;
    if (!box || top < box.bottom) return;
    const by = Math.min(top - innerHeight * LOW, box.top);
    if (by > 0) scrollBy({ top: by, behavior: calm.matches ? "instant" : "smooth" });
  }

  tell(isNew) {
    const title = this.panel.querySelector("h3")?.textContent;
    const about = isNew && this.picture?.svg.querySelector("desc")?.textContent;
    this.said.textContent = [title, about].filter(Boolean).join(". ");
  }
}

for (const stage of document.querySelectorAll("[data-stage]")) new Explorer(stage);
