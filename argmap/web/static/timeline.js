// Zoom and move in time by drag, keys and buttons; without this module links and the form do it.

const DRAG_PX = 6;
const LEAST_DAYS = 7;
const DAY_MS = 86_400_000;
const EPOCH_DAY = 719_163; // 1 January 1970, counted from 1 January of the year 1
const YEARS_FROM_DAYS = 1800;
const MONTHS_FROM_DAYS = 400;
const KEYS = { "+": "in", "=": "in", "-": "out", "0": "fit", ArrowLeft: "earlier", ArrowRight: "later" };
const SVG = "http://www.w3.org/2000/svg";

// Write a day as precisely as the length of the stretch asks for, as the server does.
function written(day, days) {
  const date = new Date((Math.min(Math.max(day, 1), 3_652_059) - EPOCH_DAY) * DAY_MS);
  const iso = date.toISOString();
  if (days > YEARS_FROM_DAYS) return iso.slice(0, 4);
  return days > MONTHS_FROM_DAYS ? iso.slice(0, 7) : iso.slice(0, 10);
}

class Timeline {
  constructor(root) {
    this.asked = 0;
    addEventListener("popstate", () => this.load(location.href, { keep: true }));
    this.take(root);
  }

  take(root) {
    this.root = root;
    this.first = Number(root.dataset.first);
    this.days = Number(root.dataset.days);
    for (const picture of root.querySelectorAll("[data-picture]")) new Lanes(this, picture);
    root.addEventListener("click", (event) => this.click(event));
    const form = root.querySelector("[data-form]");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit(form);
    });
    form.elements.issue?.addEventListener("change", () => {
      // Another issue has its own time.
      form.elements.from.value = form.elements.to.value = "";
      this.submit(form);
    });
  }

  submit(form) {
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) if (value) address.searchParams.set(name, value);
    this.load(address.href);
  }

  click(event) {
    const link = event.target.closest("[data-way], a.stub");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = link.getAttribute("href");
    if (address.startsWith("#")) return;
    event.preventDefault();
    this.load(address);
  }

  go(way) {
    const link = this.root.querySelector(`[data-way="${way}"]`);
    if (link) this.load(link.getAttribute("href"));
  }

  zoomTo(start, stop) {
    const middle = (start + stop) / 2;
    const days = Math.max(stop - start, LEAST_DAYS);
    const first = Math.round(middle - days / 2);
    const last = Math.round(middle + days / 2) - 1;
    const address = new URL(this.root.dataset.zoom, location.href);
    address.searchParams.set("from", written(first, days));
    address.searchParams.set("to", written(last, days));
    this.load(address.href);
  }

  // Swap the timeline for that of another address; the page stays where it is.
  async load(address, { keep = false } = {}) {
    const asked = ++this.asked;
    const root = this.root;
    root.classList.add("is-waiting");
    let next = null;
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.ok) next = page.querySelector("[data-timeline]");
      if (next) document.title = page.title;
    } catch {
      next = null;
    }
    if (asked !== this.asked) return;
    if (!next) {
      location.assign(address);
      return;
    }
    const held = this.held();
    const fresh = document.importNode(next, true);
    root.replaceWith(fresh);
    if (!keep) history.pushState(null, "", address);
    this.take(fresh);
    this.giveBack(held, fresh);
    fresh.dispatchEvent(new CustomEvent("argmap:swapped", { bubbles: true, detail: fresh }));
  }

  // What has the focus, so that it has it again after a swap.
  held() {
    const here = document.activeElement;
    if (!this.root.contains(here)) return null;
    if (here.dataset.way) return `[data-way="${here.dataset.way}"]`;
    const picture = here.closest("[data-picture]");
    if (picture) return picture.classList.contains("for-wide") ? ".time.for-wide" : ".time.for-narrow";
    return here.name ? `[name="${here.name}"]` : null;
  }

  giveBack(selector, fresh) {
    if (!selector) return;
    const there = fresh.querySelector(selector) ?? fresh.querySelector("[data-way]");
    there?.focus({ preventScroll: true });
  }
}

class Lanes {
  constructor(timeline, frame) {
    this.timeline = timeline;
    this.frame = frame;
    this.svg = frame.querySelector("svg");
    this.links = [...this.svg.querySelectorAll("a[href]")];
    // One stop for the Tab key; the arrows walk inside.
    for (const link of this.links) link.tabIndex = -1;
    frame.tabIndex = 0;
    frame.classList.add("is-live");
    frame.addEventListener("keydown", (event) => this.key(event));
    frame.addEventListener("pointerdown", (event) => this.press(event));
    frame.addEventListener("pointermove", (event) => this.move(event));
    frame.addEventListener("pointerup", (event) => this.release(event));
    frame.addEventListener("pointercancel", () => this.drop());
    frame.addEventListener("click", (event) => this.click(event), true);
    frame.addEventListener("dragstart", (event) => event.preventDefault());
    frame.addEventListener("pointerover", (event) => this.name(event));
  }

  // Show the whole name of an item under the pointer.
  name(event) {
    const item = event.target.closest("[aria-label]");
    if (!item || item === this.frame || item.matches("g.lane, svg")) return;
    if (item.querySelector(":scope > title")) return;
    const title = document.createElementNS(SVG, "title");
    title.textContent = item.getAttribute("aria-label");
    item.prepend(title);
  }

  // The part of the time at which a point of the screen lies, from 0 to 1.
  at(event) {
    const box = this.svg.getBoundingClientRect();
    const part = (event.clientX - box.left) / box.width;
    const { left, width } = this.frame.dataset;
    return Math.min(Math.max((part - Number(left)) / Number(width), 0), 1);
  }

  press(event) {
    if (event.button !== 0) return;
    this.start = { x: event.clientX, part: this.at(event), id: event.pointerId };
  }

  move(event) {
    if (!this.start || event.pointerId !== this.start.id) return;
    if (!this.band && Math.abs(event.clientX - this.start.x) < DRAG_PX) return;
    if (!this.band) {
      this.frame.setPointerCapture(event.pointerId);
      this.band = document.createElementNS(SVG, "rect");
      this.band.setAttribute("class", "band");
      this.svg.append(this.band);
    }
    const parts = [this.start.part, this.at(event)].sort((one, other) => one - other);
    const { width, height } = this.svg.viewBox.baseVal;
    const x = (part) => (Number(this.frame.dataset.left) + part * Number(this.frame.dataset.width)) * width;
    this.band.setAttribute("x", x(parts[0]));
    this.band.setAttribute("width", x(parts[1]) - x(parts[0]));
    this.band.setAttribute("y", 1);
    this.band.setAttribute("height", height - 2);
  }

  release(event) {
    if (!this.band) {
      this.start = null;
      return;
    }
    const { first, days } = this.timeline;
    const [from, to] = [this.start.part, this.at(event)].sort((one, other) => one - other);
    this.dragged = true;
    setTimeout(() => { this.dragged = false; }, 0);
    this.drop();
    this.timeline.zoomTo(first + from * days, first + to * days);
  }

  drop() {
    this.band?.remove();
    this.band = this.start = null;
  }

  click(event) {
    if (!this.dragged) return;
    event.preventDefault();
    event.stopPropagation();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = this.links.indexOf(document.activeElement);
    if (event.key === "Escape" && this.band) this.drop();
    else if (event.key === "Escape" && here >= 0) this.frame.focus();
    else if (here >= 0 && event.key.startsWith("Arrow")) this.walk(here, event.key);
    else if (event.key === "ArrowDown") this.links[0]?.focus();
    else if (event.key in KEYS) this.timeline.go(KEYS[event.key]);
    else return;
    event.preventDefault();
  }

  // Left and right lead through a lane, up and down to what is nearest in the one beside it.
  walk(here, key) {
    const lanes = [...this.svg.querySelectorAll("g.lane")];
    const lane = this.links[here].closest("g.lane");
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const next = this.links[here + (key === "ArrowRight" ? 1 : -1)];
      if (next?.closest("g.lane") === lane) next.focus();
      return;
    }
    const other = lanes[lanes.indexOf(lane) + (key === "ArrowDown" ? 1 : -1)];
    if (!other) return;
    const middle = (link) => {
      const box = link.getBoundingClientRect();
      return (box.left + box.right) / 2;
    };
    const wanted = middle(this.links[here]);
    const far = (link) => Math.abs(middle(link) - wanted);
    const there = this.links.filter((link) => link.closest("g.lane") === other);
    there.reduce((best, link) => (best && far(best) <= far(link) ? best : link), null)?.focus();
  }
}

const root = document.querySelector("[data-timeline]");
if (root) new Timeline(root);
