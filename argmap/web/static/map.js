// Pan, zoom and walk through the pictures; without this module they are whole, and links work.

const STEP = 1.25;
const LARGEST = 12;
const DRAG_PX = 4;
// In pixels for each unit of the picture, which is a point: text is set in 8 of them.
const SMALLEST = 0.7;
const READING = 1.5;
// How far down its picture a root may stand, in heights of the screen, before a window helps.
const FOLD = 0.75;
const WAYS = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

// Keep the edge of the view inside the picture, or the picture in the middle of the view.
function within(edge, least, room) {
  return room < 0 ? least + room / 2 : Math.min(Math.max(edge, least), least + room);
}

class Picture {
  constructor(map) {
    this.map = map;
    this.svg = map.querySelector("svg.argmap-picture");
    this.whole = this.svg.viewBox.baseVal;
    this.whole = { x: this.whole.x, y: this.whole.y, width: this.whole.width, height: this.whole.height };
    this.view = { ...this.whole };
    this.pointers = new Map();
    this.dragged = false;
    map.tabIndex = 0;
    map.classList.add("is-live");
    map.before(this.tools());
    map.addEventListener("keydown", (event) => this.key(event));
    map.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    map.addEventListener("pointerdown", (event) => this.press(event));
    map.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) {
      map.addEventListener(end, (event) => this.release(event));
    }
    map.addEventListener("click", (event) => this.click(event), true);
    map.addEventListener("dragstart", (event) => event.preventDefault());
    new ResizeObserver(() => this.settle()).observe(this.svg);
    addEventListener("beforeprint", () => this.spread());
    addEventListener("afterprint", () => this.restore());
    map.addEventListener("focusin", (event) => this.reveal(event.target.closest("a")));
  }

  tools() {
    this.bar = document.createElement("div");
    this.bar.className = "map-tools";
    this.addTool("+", "Zoom in (+, or Ctrl and wheel)", () => this.zoom(1 / STEP));
    this.addTool("−", "Zoom out (−)", () => this.zoom(STEP));
    this.addTool("Fit", "Show the whole picture (0)", () => this.fit());
    if (document.fullscreenEnabled) {
      this.addTool("Full screen", "Full screen, and back", () => this.fullScreen());
    }
    return this.bar;
  }

  addTool(sign, label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.title = label;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    this.bar.append(button);
    return button;
  }

  // Where the whole picture would be too small to read, or its root far down a tall one, begin
  // at the root, in a window.
  settle() {
    const wide = this.svg.clientWidth;
    if (!wide || this.isSettled) return;
    this.isSettled = true;
    const isSmall = wide <= this.whole.width * SMALLEST;
    if (!isSmall && !this.isRootFarDown()) return;
    const scale = isSmall ? READING : wide / this.whole.width;
    this.fold(scale);
    if (!isSmall) this.addFolding(scale);
  }

  isRootFarDown() {
    const root = this.svg.querySelector("a.root")?.getBoundingClientRect();
    return root && root.bottom - this.map.getBoundingClientRect().top > innerHeight * FOLD;
  }

  get isWindow() { return this.map.classList.contains("is-window"); }

  fold(scale) {
    this.map.classList.add("is-window");
    const { width, height } = this.svg.getBoundingClientRect();
    const view = { width: width / scale, height: height / scale };
    const root = this.svg.querySelector("a.root, a[href]").getBoundingClientRect();
    const { x, y } = this.at({ clientX: root.left, clientY: root.top + root.height / 2 });
    this.show({ ...view, x: x - view.width / 20, y: y - view.height / 2 });
  }

  unfold() {
    this.map.classList.remove("is-window");
    this.fit();
  }

  addFolding(scale) {
    const button = this.addTool("Full length", "Full length, to scroll past", () => {
      if (this.isWindow) this.unfold();
      else this.fold(scale);
      button.setAttribute("aria-pressed", !this.isWindow);
    });
    button.setAttribute("aria-pressed", "false");
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

  get isFull() { return document.fullscreenElement === this.map.parentElement; }

  fullScreen() {
    if (this.isFull) document.exitFullscreen();
    else this.map.parentElement.requestFullscreen();
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
    view.x = within(view.x, whole.x, whole.width - view.width);
    view.y = within(view.y, whole.y, whole.height - view.height);
    this.view = view;
    this.svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    this.map.classList.toggle("is-zoomed", this.isZoomed);
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
      const middle = { clientX: (event.clientX + other.x) / 2, clientY: (event.clientY + other.y) / 2 };
      if (is > 0) this.zoom(was / is, this.at(middle));
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
    else if (event.key in WAYS) this.walk(WAYS[event.key]);
    else return;
    event.preventDefault();
  }

  walk([across, down]) {
    const boxes = [...this.svg.querySelectorAll("a[href]")];
    const here = boxes.indexOf(document.activeElement);
    if (here < 0) {
      (this.svg.querySelector("a.root") ?? boxes[0])?.focus();
      return;
    }
    const middles = boxes.map((box) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    });
    let best = -1;
    let least = Infinity;
    middles.forEach((middle, index) => {
      const dx = middle.x - middles[here].x;
      const dy = middle.y - middles[here].y;
      const ahead = dx * across + dy * down;
      const aside = Math.abs(dx * down) + Math.abs(dy * across);
      if (index === here || ahead <= 1 || aside > 3 * ahead + 200) return;
      const far = ahead + 2 * aside;
      if (far < least) [best, least] = [index, far];
    });
    if (best >= 0) boxes[best].focus();
  }

  // Bring a box that has got the focus into a view that was zoomed past it.
  reveal(link) {
    if (!link || !this.isZoomed) return;
    const box = link.getBoundingClientRect();
    const frame = this.svg.getBoundingClientRect();
    const inside = box.left >= frame.left && box.right <= frame.right
      && box.top >= frame.top && box.bottom <= frame.bottom;
    if (inside) return;
    const { x, y } = this.at({ clientX: (box.left + box.right) / 2, clientY: (box.top + box.bottom) / 2 });
    this.show({ ...this.view, x: x - this.view.width / 2, y: y - this.view.height / 2 });
  }
}

for (const map of document.querySelectorAll("[data-map]")) new Picture(map);
