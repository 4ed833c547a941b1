// Present a claim or an issue step by step on the whole screen, from what its page says.

const facts = () => globalThis.argmapFacts;
const say = (name, values = {}) =>
  facts().words[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

function slide(...parts) {
  const made = document.createElement("div");
  made.className = "slide";
  for (const part of parts) if (part) made.append(part.cloneNode(true));
  for (const each of made.querySelectorAll("[id]")) each.removeAttribute("id");
  for (const each of made.querySelectorAll("details, .copy, .contents")) each.remove();
  return made;
}

// One line of the outline, without the lines under it, below the line that it answers.
function lineSlide(line) {
  const own = line.querySelector(":scope > p");
  const above = line.parentElement.closest("li.line")?.querySelector(":scope > p");
  const made = slide(above, own);
  if (above) made.firstChild.className = "answered";
  made.lastChild.className = "now";
  return made;
}

function stepsOf(main) {
  const of = (selector) => [...main.querySelectorAll(selector)];
  const head = main.querySelector(".claim-head");
  if (head) {
    const title = head.querySelector(".claim-line");
    return [
      slide(title, head.querySelector(".in-full")),
      ...of(".claim-head .positions .held").map((held) => slide(title, held)),
      ...of('[data-part="words"] .outline li.line li.line').map(lineSlide),
    ];
  }
  if (!main.querySelector("#answers, #claims")) return [];
  const title = main.querySelector("h1");
  return [
    slide(title, main.querySelector(".hero .intro")),
    ...of(".account").map((account) => slide(title, account)),
    ...of(".sides tbody tr").map((row) => {
      const table = document.createElement("div");
      table.className = "row";
      for (const cell of row.cells) {
        const part = document.createElement("div");
        part.className = cell.className || "point";
        part.append(...[...cell.cloneNode(true).childNodes]);
        for (const each of part.querySelectorAll(".cited, details, .open-replies")) each.remove();
        table.append(part);
      }
      return slide(table);
    }),
  ];
}

class Presentation {
  constructor(steps, opener) {
    this.steps = steps;
    this.number = 0;
    this.opener = opener;
    this.dialog = document.createElement("dialog");
    this.dialog.className = "presentation";
    this.dialog.setAttribute("aria-label", say("present"));
    this.stage = document.createElement("div");
    this.stage.className = "slides";
    this.stage.setAttribute("aria-live", "polite");
    const bar = document.createElement("p");
    bar.className = "slide-bar";
    this.count = document.createElement("span");
    this.back = this.button("back", () => this.go(-1));
    this.next = this.button("next", () => this.go(1));
    bar.append(this.back, this.count, this.next, this.button("close_presentation", () => this.dialog.close()));
    this.dialog.append(this.stage, bar);
    this.dialog.addEventListener("keydown", (event) => this.key(event));
    this.dialog.addEventListener("close", () => this.end());
    document.body.append(this.dialog);
    this.dialog.showModal();
    document.documentElement.requestFullscreen?.().catch(() => {});
    this.next.focus();
    this.show();
  }

  button(name, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say(name);
    button.addEventListener("click", act);
    return button;
  }

  key(event) {
    const by = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[event.key];
    if (event.key === "Home") this.go(-this.number);
    else if (event.key === "End") this.go(this.steps.length);
    else if (by) this.go(by);
    else return;
    event.preventDefault();
  }

  go(by) {
    this.number = Math.min(Math.max(this.number + by, 0), this.steps.length - 1);
    this.show();
  }

  show() {
    this.stage.replaceChildren(this.steps[this.number]);
    this.count.textContent = say("of_steps", { number: this.number + 1, count: this.steps.length });
    this.back.disabled = this.number === 0;
    this.next.disabled = this.number === this.steps.length - 1;
    if (document.activeElement === document.body) this.dialog.querySelector("button:enabled").focus();
  }

  end() {
    this.dialog.remove();
    if (document.fullscreenElement) document.exitFullscreen();
    this.opener.focus();
  }
}

function begin(root) {
  const main = root.id === "content" ? root : root.querySelector?.("#content");
  if (!main || main.querySelector("[data-present]")) return;
  const steps = stepsOf(main);
  if (steps.length < 2) return;
  const line = document.createElement("p");
  line.className = "to-present";
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.present = "yes";
  button.textContent = say("present");
  button.addEventListener("click", () => new Presentation(stepsOf(main), button));
  const hint = document.createElement("small");
  hint.textContent = say("present_help");
  line.append(button, " ", hint);
  (main.querySelector(".claim-head") ?? main.querySelector(".hero")).append(line);
}

begin(document);
document.addEventListener("argmap:swapped", (event) => begin(event.detail));
