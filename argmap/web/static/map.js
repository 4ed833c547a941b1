// Pan, zoom and walk through the pictures; without this module they are whole, and links work.

const STEP = 1.25;
const LARGEST = 12;
const DRAG_PX = 4;
// In pixels for each unit of the picture, which is a point: text is set in 8 of them.
const SMALLEST = 1;
const READING = 1.5;
// How far down its picture a root may stand, in heights of the screen, before a window helps.
const FOLD = 0.75;
const EDGE_PX = 12;
const MOVE_MS = 180;
const WAYS = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// Keep the edge of the view inside the picture, or the picture in its place in a larger view:
// in the middle, or at the beginning.
function within(edge, least, room, place = 0.5) {
  return room < 0 ? least + room * place : Math.min(Math.max(edge, least), least + room);
}

function middle(element) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { clientX: (left + right) / 2, clientY: (top + bottom) / 2 };
}

class Picture {
  constructor(map) {
    this.map = map;
    map.picture = this;
    this.holder = map.closest(".picture");
    this.stage = map.closest("[data-stage]") ?? this.holder;
    this.pointers = new Map();
    this.dragged = false;
    map.tabIndex = 0;
    map.classList.add("is-live");
    this.addTools();
    this.take(map.querySelector("svg.argmap-picture"));
    map.addEventListener("keydown", (event) => this.key(event));
    map.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    map.addEventListener("pointerdown", (event) => this.press(event));
    map.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) {
      map.addEventListener(end, (event) => this.release(event));
    }
    map.addEventListener("click", (event) => this.click(event), true);
    map.addEventListener("dragstart", (event) => event.preventDefault());
    map.addEventListener("focusin", (event) => this.focused(event.target.closest("a")));
    new ResizeObserver(() => this.resized()).observe(map);
    addEventListener("beforeprint", () => this.spread());
    addEventListener("afterprint", () => this.restore());
    document.addEventListener("fullscreenchange", () => this.screenChanged());
  }

  addTools() {
    const parts = this.holder.querySelector("template[data-tools]").content.cloneNode(true);
    this.tools = {};
    for (const button of parts.querySelectorAll("[data-act]")) {
      this.tools[button.dataset.act] = button;
      button.addEventListener("click", () => this.act(button.dataset.act));
    }
    if (!document.fullscreenEnabled) this.tools.full.remove();
    this.keys = parts.querySelector("[data-keys]");
    this.map.parentElement.append(parts.querySelector(".overview"));
    this.map.parentElement.before(parts);
  }

  act(name) {
    if (name === "closer") this.zoom(1 / STEP);
    else if (name === "further") this.zoom(STEP);
    else if (name === "fit") this.fit();
    else if (name === "full") this.fullScreen();
    else if (name === "length") this.isWindow ? this.unfold() : this.fold(this.foldScale);
    else if (name === "keys") this.showKeys();
    this.tools.length.setAttribute("aria-pressed", !this.isWindow);
  }

  showKeys() {
    this.keys.hidden = !this.keys.hidden;
    this.tools.keys.setAttribute("aria-expanded", !this.keys.hidden);
  }

  // Take a drawing over, the first one or another.
  take(svg) {
    this.svg = svg;
    const { x, y, width, height } = svg.viewBox.baseVal;
    this.whole = { x, y, width, height };
    this.view = { ...this.whole };
    const boxes = this.boxes;
    for (const box of boxes) box.tabIndex = -1;
    this.stop = this.selected ?? this.root ?? boxes[0];
    if (this.stop) this.stop.tabIndex = 0;
  }

  get boxes() { return [...this.svg.querySelectorAll("a[href]")]; }

  get root() { return this.svg.querySelector("a.root"); }

  get selected() { return this.svg.querySelector('a[aria-current="true"]'); }

  // Where the whole picture would be too small to read, or its root far down a tall one, begin
  // at the root, or at the box that is selected, in a window.
  settle() {
    const wide = this.svg.clientWidth;
    if (!wide || this.isSettled) return;
    this.isSettled = true;
    if (this.needsWindow()) this.fold(this.foldScale);
    if (this.selected) this.centre(this.selected);
  }

  needsWindow() {
    const wide = this.svg.clientWidth;
    const isSmall = wide <= this.whole.width * SMALLEST;
    this.foldScale = isSmall ? READING : Math.min(READING, wide / this.whole.width);
    const needed = isSmall || this.isRootFarDown();
    this.tools.length.hidden = isSmall || !needed;
    return needed;
  }

  isRootFarDown() {
    const box = (this.selected ?? this.root)?.getBoundingClientRect();
    return box && box.bottom - this.map.getBoundingClientRect().top > innerHeight * FOLD;
  }

  get isWindow() { return this.map.classList.contains("is-window"); }

  // Whether the frame has a size of its own, that does not follow from the picture's.
  get isFramed() { return this.isWindow || this.isFull; }

  fold(scale) {
    this.map.classList.add("is-window");
    const view = this.viewAt(scale);
    if (!this.root) {
      // Lanes are read from the first one, and from the top.
      this.show({ ...view, x: this.whole.x, y: this.whole.y });
      return;
    }
    const root = this.root.getBoundingClientRect();
    const { x, y } = this.at({ clientX: root.left, clientY: root.top + root.height / 2 });
    const left = x - view.width / 20;
    this.show({ ...view, x: left, y: this.between(y - view.height / 2, left, view) });
  }

  // Move the upper edge of a view by as little as lets it cut the fewest boxes.
  between(edge, left, view) {
    const gap = EDGE_PX * (view.width / this.svg.clientWidth);
    const spans = this.boxes.map((box) => {
      const seen = box.getBoundingClientRect();
      const from = this.at({ clientX: seen.left, clientY: seen.top });
      const to = this.at({ clientX: seen.right, clientY: seen.bottom });
      return { left: from.x, right: to.x, top: from.y, bottom: to.y };
    }).filter((span) => span.right > left && span.left < left + view.width);
    const cut = (y) => spans.filter(({ top, bottom }) => top < y && y < bottom).length;
    const edges = spans.flatMap(({ top, bottom }) => [top - gap, bottom + gap / 2])
      .filter((y) => Math.abs(y - edge) < view.height / 4);
    const far = (y) => Math.abs(y - edge);
    return [edge, ...edges].sort((one, two) => cut(one) - cut(two) || far(one) - far(two))[0];
  }

  viewAt(scale) {
    return { width: this.svg.clientWidth / scale, height: this.svg.clientHeight / scale };
  }

  unfold() {
    this.map.classList.remove("is-window");
    this.fit();
  }

  // Another width of the frame shows more or less of the picture, in the same size.
  resized() {
    if (!this.isSettled) {
      this.settle();
      return;
    }
    const { clientWidth: width, clientHeight: height } = this.svg;
    const before = this.size;
    this.size = { width, height };
    if (!before || !width || (before.width === width && before.height === height)) return;
    if (!this.isFramed || !before.width) return;
    const scale = Math.min(before.width / this.view.width, before.height / this.view.height);
    this.show({ ...this.view, ...this.viewAt(scale) });
    if (this.selected) this.bring(this.selected);
  }

  // Note where things are, before something on the page changes; `anchor` is what is to stay.
  hold(anchor) {
    const box = this.byId(anchor) ?? this.selected ?? this.root;
    return {
      id: box?.id, point: box && middle(box), scale: this.fitted().scale, places: this.places(),
    };
  }

  // After the change, have what was held where it was on the screen, and all of it in view.
  keep({ id, point, scale, places }) {
    const box = this.byId(id);
    const svg = this.svg;
    if (this.isFramed) {
      if (scale) this.show({ ...this.view, ...this.viewAt(scale) });
      if (box) this.carry(box, point);
    } else if (box && svg.clientWidth) {
      scrollBy({ top: middle(box).clientY - point.clientY, behavior: "instant" });
    }
    this.size = { width: svg.clientWidth, height: svg.clientHeight };
    this.glide(places);
    if (!box) return;
    this.stopAt(box);
    this.bring(box);
  }

  // Put another drawing in the place of this one.
  replace(svg, size) {
    this.map.classList.remove("is-narrow", "is-middling", "is-wide", "is-widest");
    this.map.classList.add(size);
    this.svg.replaceWith(svg);
    this.take(svg);
    if (!this.isFramed && svg.clientWidth && this.needsWindow()) this.map.classList.add("is-window");
    this.map.dispatchEvent(new CustomEvent("picture:drawn"));
  }

  byId(id) { return id ? this.svg.getElementById(id) : null; }

  // Move the view so that a box stands at a point of the screen.
  carry(box, point) {
    const is = this.at(middle(box));
    const wanted = this.at(point);
    this.show({ ...this.view, x: this.view.x + is.x - wanted.x, y: this.view.y + is.y - wanted.y });
  }

  places() {
    return new Map(this.boxes.map((box) => [box.id, box.getBoundingClientRect()]));
  }

  // Let what was there before move from its old place, and what is new come up.
  glide(before) {
    if (calm.matches || !this.svg.animate) return;
    const { scale } = this.fitted();
    const ease = { duration: MOVE_MS, easing: "ease-out" };
    for (const box of this.boxes) {
      const was = before.get(box.id);
      const at = box.transform.baseVal.getItem(0).matrix;
      if (!was) box.animate({ opacity: [0, 1] }, ease);
      else {
        const is = box.getBoundingClientRect();
        const [dx, dy] = [(was.left - is.left) / scale, (was.top - is.top) / scale];
        if (Math.hypot(dx, dy) < 2) continue;
        box.animate({
          transform: [`translate(${at.e + dx}px, ${at.f + dy}px)`, `translate(${at.e}px, ${at.f}px)`],
        }, ease);
      }
    }
    this.svg.querySelector(".edges")?.animate({ opacity: [0, 1] }, ease);
  }

  // Paper gets the whole picture, whatever part of it is on the screen.
  spread() {
    this.onScreen = { view: this.view, isWindow: this.isWindow };
    this.unfold();
  }

  restore() {
    if (!this.onScreen) return;
    this.map.classList.toggle("is-window", this.onScreen.isWindow);
    this.show(this.onScreen.view);
  }

  get isFull() { return document.fullscreenElement === this.stage; }

  fullScreen() {
    if (this.isFull) document.exitFullscreen();
    else this.stage.requestFullscreen();
  }

  screenChanged() {
    this.tools.full.setAttribute("aria-pressed", this.isFull);
    if (!this.isFull && !this.isWindow) this.fit();
  }

  // The scale at which the picture is drawn, in pixels a unit, with what is left at its sides.
  fitted() {
    const box = this.svg.getBoundingClientRect();
    const scale = Math.min(box.width / this.view.width, box.height / this.view.height);
    return {
      scale,
      left: box.left + (box.width - this.view.width * scale) / 2,
      top: box.top + (box.height - this.view.height * scale) / 2,
    };
  }

  at(event) {
    const { scale, left, top } = this.fitted();
    return {
      x: this.view.x + (event.clientX - left) / scale,
      y: this.view.y + (event.clientY - top) / scale,
    };
  }

  show(view) {
    const { whole } = this;
    cancelAnimationFrame(this.moving);
    // At the left, a panel that takes room from the right moves nothing.
    view.x = within(view.x, whole.x, whole.width - view.width, this.isFramed ? 0 : 0.5);
    view.y = within(view.y, whole.y, whole.height - view.height);
    this.view = view;
    this.svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    this.map.classList.toggle("is-zoomed", this.isZoomed);
    this.map.dispatchEvent(new CustomEvent("picture:moved"));
  }

  // Go to another part of the picture, at a pace that the eye can follow.
  travel(wanted) {
    const { x, y } = this.view;
    if (calm.matches) {
      this.show({ ...this.view, ...wanted });
      return;
    }
    const start = performance.now();
    const step = (now) => {
      const part = Math.min(Math.max((now - start) / MOVE_MS, 0), 1);
      const eased = 1 - (1 - part) ** 3;
      const at = (from, to) => from + (to - from) * eased;
      this.show({ ...this.view, x: at(x, wanted.x), y: at(y, wanted.y) });
      if (part < 1) this.moving = requestAnimationFrame(step);
    };
    this.moving = requestAnimationFrame(step);
  }

  get isZoomed() {
    return this.view.width < this.whole.width || this.view.height < this.whole.height;
  }

  fit() { this.show({ ...this.whole }); }

  zoom(factor, centre) {
    const { view, whole } = this;
    const most = Math.max(whole.width, (whole.height * view.width) / view.height);
    const width = Math.min(Math.max(view.width * factor, whole.width / LARGEST), most);
    const by = width / view.width;
    const { x, y } = centre ?? { x: view.x + view.width / 2, y: view.y + view.height / 2 };
    this.show({
      x: x - (x - view.x) * by, y: y - (y - view.y) * by, width, height: view.height * by,
    });
  }

  wheel(event) {
    // A plain wheel scrolls the page past the picture; it is not taken away from the reader.
    if (!(event.ctrlKey || event.metaKey || this.isFull)) return;
    event.preventDefault();
    this.zoom(STEP ** Math.sign(event.deltaY), this.at(event));
  }

  press(event) {
    if (event.button !== 0) return;
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.dragged = false;
  }

  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const dx = event.clientX - before.x;
    const dy = event.clientY - before.y;
    if (!this.dragged && Math.hypot(dx, dy) < DRAG_PX) return;
    const others = [...this.pointers].filter(([id]) => id !== event.pointerId);
    if (others.length) {
      const other = others[0][1];
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      const is = Math.hypot(event.clientX - other.x, event.clientY - other.y);
      const between = { clientX: (event.clientX + other.x) / 2, clientY: (event.clientY + other.y) / 2 };
      if (is > 0) this.zoom(was / is, this.at(between));
    } else {
      if (!this.dragged) this.map.setPointerCapture(event.pointerId);
      const { scale } = this.fitted();
      this.show({ ...this.view, x: this.view.x - dx / scale, y: this.view.y - dy / scale });
    }
    this.dragged = true;
    this.map.classList.add("is-dragged");
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  release(event) {
    this.pointers.delete(event.pointerId);
    this.map.classList.remove("is-dragged");
    // The click that ends a drag comes before the timer; later ones, by key too, are real.
    setTimeout(() => { this.dragged = false; }, 0);
  }

  click(event) {
    if (!this.dragged) return;
    event.preventDefault();
    event.stopPropagation();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") this.zoom(1 / STEP);
    else if (event.key === "-") this.zoom(STEP);
    else if (event.key === "0") this.fit();
    else if (event.key === "f" && document.fullscreenEnabled) this.fullScreen();
    else if (event.key === "?") this.showKeys();
    else if (event.key in WAYS) this.walk(WAYS[event.key]);
    else return;
    event.preventDefault();
  }

  walk([across, down]) {
    const boxes = this.boxes;
    const here = boxes.indexOf(document.activeElement);
    if (here < 0) {
      (this.stop ?? boxes[0])?.focus();
      return;
    }
    const middles = boxes.map(middle);
    let best = -1;
    let least = Infinity;
    middles.forEach(({ clientX, clientY }, index) => {
      const dx = clientX - middles[here].clientX;
      const dy = clientY - middles[here].clientY;
      const ahead = dx * across + dy * down;
      const aside = Math.abs(dx * down) + Math.abs(dy * across);
      if (index === here || ahead <= 1 || aside > 3 * ahead + 200) return;
      const far = ahead + 2 * aside;
      if (far < least) [best, least] = [index, far];
    });
    if (best >= 0) boxes[best].focus({ preventScroll: this.isFramed });
  }

  // The map is one stop of the Tab key: the box that had the focus last; arrows lead to others.
  focused(link) {
    if (!link) return;
    this.stopAt(link);
    // One that a pointer is on must not move away from under it.
    if (link.matches(":focus-visible")) this.bring(link);
  }

  stopAt(box) {
    if (this.stop) this.stop.tabIndex = -1;
    this.stop = box;
    box.tabIndex = 0;
  }

  // Bring a box into a view that was zoomed past it.
  bring(box) {
    if (!this.isZoomed) return;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const frame = this.svg.getBoundingClientRect();
    const { scale } = this.fitted();
    // By as little as shows it whole, its beginning first.
    const by = (least, most, low, high) => Math.min(
      least - low - EDGE_PX, Math.max(0, most - high + EDGE_PX),
    );
    const dx = by(left, right, frame.left, frame.right) / scale;
    const dy = by(top, bottom, frame.top, frame.bottom) / scale;
    if (dx || dy) this.travel({ x: this.view.x + dx, y: this.view.y + dy });
  }

  centre(box) {
    if (!this.isZoomed) return;
    const { x, y } = this.at(middle(box));
    this.show({ ...this.view, x: x - this.view.width / 2, y: y - this.view.height / 2 });
  }
}

for (const map of document.querySelectorAll("[data-map]")) new Picture(map);
document.addEventListener("argmap:swapped", (event) => {
  for (const map of event.detail.querySelectorAll("[data-map]:not(.is-live)")) new Picture(map);
});
