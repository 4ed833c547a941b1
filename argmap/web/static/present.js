// Steps by keys, buttons and swipes, without fetching; each step keeps its address.
// Without this module the links lead from step to step, or all steps stand one below the other.

const SWIPE_PX = 60;
const isPlain = (event) => !(event.button || event.ctrlKey || event.metaKey || event.altKey);

class Presentation {
  constructor(stage) {
    this.stage = stage;
    this.scenes = [...stage.querySelectorAll(".scene")];
    this.back = stage.querySelector("[data-back]");
    this.on = stage.querySelector("[data-on]");
    this.count = stage.querySelector("[data-count]");
    this.hasNotes = false;
    this.notes = this.button(stage.dataset.notes, "N", () => this.openNotes(!this.hasNotes));
    this.notes.setAttribute("aria-pressed", "false");
    if (document.fullscreenEnabled) this.button(stage.dataset.full, "F", () => this.fill());
    for (const [link, by] of [[this.back, -1], [this.on, 1]]) {
      link.addEventListener("click", (event) => {
        if (!isPlain(event) || event.shiftKey) return;
        event.preventDefault();
        this.show(this.now + by);
      });
    }
    this.takeSwipes();
    this.begin();
  }

  // One step is shown where the page is asked for a step; in a page of all steps its place says.
  begin() {
    this.now = Math.max(this.named, this.scenes.findIndex((scene) => !scene.hidden));
    this.scenes.forEach((scene, place) => { scene.hidden = place !== this.now; });
    for (const each of [this.back, this.on, this.count]) each.hidden = false;
    this.tell();
    this.stage.classList.add("is-live");
    this.stage.parentElement.querySelector("[data-keys]").hidden = false;
    history.replaceState({ step: this.now }, "");
  }

  // The step that the address names after its "#", or -1.
  get named() {
    const id = /[#~](step-\d+)$/.exec(location.hash)?.[1];
    return this.scenes.findIndex((scene) => scene.id === id);
  }

  tell() {
    this.lead(this.back, this.now - 1);
    this.lead(this.on, this.now + 1);
    this.count.textContent = this.stage.dataset.say
      .replace("{number}", this.now + 1).replace("{count}", this.scenes.length);
  }

  lead(link, to) {
    const target = this.scenes[to];
    link.toggleAttribute("href", Boolean(target));
    if (target) {
      link.href = target.dataset.step;
      link.removeAttribute("aria-disabled");
    } else {
      link.setAttribute("aria-disabled", "true");
    }
  }

  show(to, isNew = true) {
    if (to === this.now || !this.scenes[to]) return;
    const held = this.scenes[this.now].contains(document.activeElement);
    this.scenes[this.now].hidden = true;
    const scene = this.scenes[to];
    scene.hidden = false;
    this.now = to;
    this.tell();
    const heading = scene.querySelector("h2");
    this.stage.querySelector("[data-aloud]").textContent = `${this.count.textContent}. ${heading.textContent}`;
    if (held) heading.focus({ preventScroll: true });
    if (isNew) history.pushState({ step: to }, "", scene.dataset.step);
    this.stage.querySelector(".scenes").scrollTop = 0;
    if (this.stage.getBoundingClientRect().top < 0) this.stage.scrollIntoView();
  }

  openNotes(isOpen) {
    this.hasNotes = isOpen;
    for (const each of this.stage.querySelectorAll(".notes")) each.open = isOpen;
    this.notes.setAttribute("aria-pressed", isOpen);
  }

  fill() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.stage.requestFullscreen?.();
  }

  button(words, key, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.setAttribute("aria-keyshortcuts", key);
    made.addEventListener("click", act);
    this.stage.querySelector(".more").prepend(made, " ");
    return made;
  }

  key(event) {
    if (event.defaultPrevented || !isPlain(event)) return;
    const { key, shiftKey, target } = event;
    if (target.closest("input, select, textarea, [contenteditable]")) return;
    if (key === "Escape" && !document.fullscreenElement) {
      this.stage.querySelector("[data-leave]").click();
      return;
    }
    const isSpace = key === " " && !target.closest("a, button, summary");
    const keys = {
      ArrowRight: () => this.show(this.now + 1), PageDown: () => this.show(this.now + 1),
      ArrowLeft: () => this.show(this.now - 1), PageUp: () => this.show(this.now - 1),
      Home: () => this.show(0), End: () => this.show(this.scenes.length - 1),
      f: () => this.fill(), n: () => this.openNotes(!this.hasNotes),
    };
    const act = isSpace
      ? () => this.show(this.now + (shiftKey ? -1 : 1))
      : keys[key.length === 1 ? key.toLowerCase() : key];
    if (!act || (shiftKey && !isSpace)) return;
    event.preventDefault();
    act();
  }

  takeSwipes() {
    let start = null;
    this.stage.addEventListener("touchstart", (event) => {
      start = event.touches.length === 1 ? event.touches[0] : null;
    }, { passive: true });
    this.stage.addEventListener("touchend", (event) => {
      if (!start) return;
      const across = event.changedTouches[0].clientX - start.clientX;
      const down = event.changedTouches[0].clientY - start.clientY;
      start = null;
      if (Math.abs(across) < SWIPE_PX || Math.abs(across) < 2 * Math.abs(down)) return;
      this.show(this.now + (across < 0 ? 1 : -1));
    }, { passive: true });
  }
}

// An edition in one file puts another page in the place of this one.
let shown = null;
const isHere = () => shown?.stage.isConnected;

function begin(root) {
  const stage = root.querySelector?.("[data-presentation]:not(.is-live)");
  if (stage) shown = new Presentation(stage);
}

document.addEventListener("keydown", (event) => { if (isHere()) shown.key(event); });
addEventListener("popstate", (event) => { if (isHere()) shown.show(event.state?.step ?? shown.named, false); });
begin(document);
document.addEventListener("argmap:swapped", (event) => begin(event.detail));
