// Tell beside the map about the box that was chosen; all that is told is in the page already.
// Without this a box leads to the page of what it stands for.

const stageOf = (element) => element.closest?.("[data-stage]");
const boxesOf = (stage) => [...stage.querySelectorAll("svg.argmap-picture a[data-box]")];
const panelOf = (stage) => stage.querySelector('[data-part="panel"]');
const isPlain = (event) => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

function boxNamed(stage, name) {
  return boxesOf(stage).find((box) => box.dataset.box === name);
}

// Say in the address which box is chosen, so that it can be sent as it is seen.
function note(anchor) {
  if (document.body.dataset.root === "#") {
    const page = document.body.dataset.at;
    history.replaceState(null, "", anchor ? `${page}~${anchor}` : page);
  } else {
    history.replaceState(null, "", anchor ? `#${anchor}` : location.pathname + location.search);
  }
}

function choose(stage, name) {
  const told = [...stage.querySelectorAll("template[data-panel]")].find((each) => each.dataset.panel === name);
  const box = boxNamed(stage, name);
  if (!told) return false;
  const panel = panelOf(stage);
  for (const each of boxesOf(stage)) each.removeAttribute("aria-current");
  box?.setAttribute("aria-current", "true");
  panel.replaceChildren(told.content.cloneNode(true));
  panel.hidden = false;
  panel.scrollTop = 0;
  stage.classList.add("has-panel");
  stage.querySelector("[data-said]").textContent = panel.querySelector("h3")?.textContent ?? "";
  if (box) {
    note(box.id);
    const picture = stage.querySelector("[data-map]")?.picture;
    picture?.stopAt(box);
    picture?.bring(box);
  }
  document.dispatchEvent(new CustomEvent("argmap:swapped", { detail: panel }));
  return true;
}

function close(stage) {
  const panel = panelOf(stage);
  const chosen = boxesOf(stage).find((box) => box.hasAttribute("aria-current"));
  panel.hidden = true;
  panel.replaceChildren();
  stage.classList.remove("has-panel");
  chosen?.removeAttribute("aria-current");
  chosen?.focus({ preventScroll: true });
  note("");
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-stage] a");
  if (!link || !isPlain(event) || event.defaultPrevented) return;
  const stage = stageOf(link);
  if (link.dataset.key === "close") {
    event.preventDefault();
    close(stage);
  } else if (link.dataset.box && !(link.matches("svg a") && link.hasAttribute("aria-current"))) {
    // A second time on the same box opens its own page.
    if (!choose(stage, link.dataset.box)) return;
    event.preventDefault();
    if (!link.matches("svg a")) panelOf(stage).querySelector("h3")?.focus({ preventScroll: true });
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const stage = stageOf(event.target);
  if (!stage || panelOf(stage)?.hidden !== false) return;
  const key = { Escape: "close", n: "next", p: "previous" }[event.key];
  const link = key && panelOf(stage).querySelector(`a[data-key="${key}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});

// What somebody typed need not be an address that can be read.
const plain = (text) => { try { return decodeURIComponent(text); } catch { return text; } };

function begin(root) {
  const anchor = document.body.dataset.root === "#" ? location.hash.split("~")[1] : location.hash.slice(1);
  const stage = root.querySelector?.("[data-stage]");
  const box = stage && anchor && boxesOf(stage).find((each) => each.id === plain(anchor));
  if (box) choose(stage, box.dataset.box);
}

begin(document);
document.addEventListener("argmap:swapped", (event) => begin(event.detail));
