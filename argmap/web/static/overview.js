// Show a large picture small in a corner, with the part of it that is in view.

const LARGE = 0.6;
const MOST_PX = { width: 150, height: 190 };
const STEP = 0.25;
const PAUSE_MS = 50;
const WAYS = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

class Overview {
  constructor(map) {
    this.map = map;
    this.picture = map.picture;
    this.svg = map.parentElement.querySelector(".overview");
    this.seen = this.svg.querySelector(".seen");
    map.addEventListener("picture:drawn", () => this.draw());
    map.addEventListener("picture:moved", () => this.follow());
    this.svg.addEventListener("keydown", (event) => this.key(event));
    this.svg.addEventListener("pointerdown", (event) => {
      this.svg.setPointerCapture(event.pointerId);
      this.point(event);
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (this.svg.hasPointerCapture(event.pointerId)) this.point(event);
    });
    this.draw();
  }

  draw() {
    this.isDrawn = false;
    this.follow();
  }

  // Measuring all boxes takes longer than a swap may: it waits until the picture itself is seen.
  drawLater() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.drawBoxes();
      this.follow();
    }, PAUSE_MS);
  }

  // The boxes alone, as they lie; drawn when there is first something to show.
  drawBoxes() {
    const { x, y, width, height } = this.picture.whole;
    const scale = Math.min(MOST_PX.width / width, MOST_PX.height / height);
    this.svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    this.svg.setAttribute("width", width * scale);
    this.svg.setAttribute("height", height * scale);
    const origin = this.picture.svg.querySelector(".edges").parentElement.transform.baseVal.getItem(0).matrix;
    const boxes = this.picture.boxes.map((box) => {
      const at = box.transform.baseVal.getItem(0).matrix;
      const size = box.getBBox();
      const small = document.createElementNS(this.svg.namespaceURI, "rect");
      const set = { x: at.e + origin.e, y: at.f + origin.f, width: size.width, height: size.height };
      for (const [name, value] of Object.entries(set)) small.setAttribute(name, value);
      small.setAttribute("class", box.getAttribute("class"));
      return small;
    });
    this.svg.replaceChildren(...boxes, this.seen);
    this.isDrawn = true;
  }

  follow() {
    const { view, whole } = this.picture;
    const part = Math.min(1, view.width / whole.width) * Math.min(1, view.height / whole.height);
    this.svg.toggleAttribute("hidden", part > LARGE);
    if (part > LARGE) return;
    if (!this.isDrawn) {
      this.drawLater();
      return;
    }
    for (const name of ["x", "y", "width", "height"]) this.seen.setAttribute(name, view[name]);
  }

  point(event) {
    const box = this.svg.getBoundingClientRect();
    const { view, whole } = this.picture;
    const x = whole.x + ((event.clientX - box.left) / box.width) * whole.width;
    const y = whole.y + ((event.clientY - box.top) / box.height) * whole.height;
    this.picture.show({ ...view, x: x - view.width / 2, y: y - view.height / 2 });
    event.preventDefault();
  }

  key(event) {
    const way = WAYS[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const { view } = this.picture;
    this.picture.show({
      ...view, x: view.x + way[0] * view.width * STEP, y: view.y + way[1] * view.height * STEP,
    });
  }
}

function begin(root) {
  for (const map of root.querySelectorAll("[data-map]")) {
    if (map.picture && !map.overview) map.overview = new Overview(map);
  }
}

begin(document);
document.addEventListener("argmap:swapped", (event) => begin(event.detail));
