// Steps by keys, buttons and swipes, without fetching; each step keeps its address.
// Without this module the links lead from step to step.

const SWIPE_PX = 60;

function present(stage) {
  const scenes = [...stage.querySelectorAll(".scene")];
  const back = stage.querySelector("[data-back]");
  const on = stage.querySelector("[data-on]");
  const count = stage.querySelector("[data-count]");
  const aloud = stage.querySelector("[data-aloud]");
  let now = scenes.findIndex((scene) => !scene.hidden);
  let hasNotes = false;

  function lead(link, to) {
    const target = scenes[to];
    link.toggleAttribute("href", Boolean(target));
    if (target) {
      link.href = target.dataset.address;
      link.removeAttribute("aria-disabled");
    } else {
      link.setAttribute("aria-disabled", "true");
    }
  }

  function show(to, isNew = true) {
    if (to === now || !scenes[to]) return;
    const held = scenes[now].contains(document.activeElement);
    scenes[now].hidden = true;
    const scene = scenes[to];
    scene.hidden = false;
    now = to;
    lead(back, now - 1);
    lead(on, now + 1);
    count.textContent = stage.dataset.say
      .replace("{number}", now + 1).replace("{count}", scenes.length);
    const heading = scene.querySelector("h2");
    aloud.textContent = `${count.textContent}. ${heading.textContent}`;
    if (held) heading.focus({ preventScroll: true });
    if (isNew) history.pushState({ step: now }, "", scene.dataset.address);
    stage.querySelector(".scenes").scrollTop = 0;
    if (stage.getBoundingClientRect().top < 0) stage.scrollIntoView();
  }

  function openNotes(isOpen) {
    hasNotes = isOpen;
    for (const each of stage.querySelectorAll(".notes")) each.open = isOpen;
    notes.setAttribute("aria-pressed", isOpen);
  }

  function fill() {
    if (document.fullscreenElement) document.exitFullscreen();
    else stage.requestFullscreen?.();
  }

  function button(words, key, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.setAttribute("aria-keyshortcuts", key);
    made.addEventListener("click", act);
    stage.querySelector(".more").prepend(made, " ");
    return made;
  }

  const notes = button(stage.dataset.notes, "N", () => openNotes(!hasNotes));
  notes.setAttribute("aria-pressed", "false");
  if (document.fullscreenEnabled) button(stage.dataset.full, "F", fill);

  const keys = {
    ArrowRight: () => show(now + 1), PageDown: () => show(now + 1),
    ArrowLeft: () => show(now - 1), PageUp: () => show(now - 1),
    Home: () => show(0), End: () => show(scenes.length - 1),
    f: fill, n: () => openNotes(!hasNotes),
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target.closest("input, select, textarea, [contenteditable]")) return;
    const isSpace = event.key === " " && !target.closest("a, button, summary");
    if (event.key === "Escape" && !document.fullscreenElement) {
      location.assign(stage.dataset.leave);
      return;
    }
    const act = isSpace
      ? () => show(now + (event.shiftKey ? -1 : 1))
      : keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || (event.shiftKey && !isSpace)) return;
    event.preventDefault();
    act();
  });

  for (const [link, by] of [[back, -1], [on, 1]]) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      show(now + by);
    });
  }

  let start = null;
  stage.addEventListener("touchstart", (event) => {
    start = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  stage.addEventListener("touchend", (event) => {
    if (!start) return;
    const across = event.changedTouches[0].clientX - start.clientX;
    const down = event.changedTouches[0].clientY - start.clientY;
    start = null;
    if (Math.abs(across) < SWIPE_PX || Math.abs(across) < 2 * Math.abs(down)) return;
    show(now + (across < 0 ? 1 : -1));
  }, { passive: true });

  const first = now;
  addEventListener("popstate", (event) => show(event.state?.step ?? first, false));
  document.querySelector("[data-keys]").hidden = false;
}

const stage = document.querySelector("[data-stage]");
if (stage) present(stage);
