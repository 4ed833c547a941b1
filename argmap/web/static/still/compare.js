// Compare any two or more accounts, and show the claims of one mark or one issue. Every choice of
// accounts was compared where the pages were made; here its marks are looked up.

const SHAPES = new Map([...document.querySelectorAll("template[data-shape]")].map((t) => [t.dataset.shape, t]));
const facts = () => globalThis.argmapFacts;
const say = (name, values = {}) =>
  facts().words[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

function element(name, more = {}, ...inside) {
  const made = Object.assign(document.createElement(name), more);
  made.append(...inside);
  return made;
}

const shape = (group) => SHAPES.get(group).content.cloneNode(true);

class Sides {
  constructor(root) {
    this.root = root;
    this.facts = facts().compare;
    this.rows = [...root.querySelectorAll('.sides tbody tr[id^="claim-"]')];
    this.all = this.facts.accounts.map(([id]) => id);
    this.mark = "";
    this.form = element("form", { className: "sides-form" });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", () => this.show());
    this.addAccounts();
    this.addIssues();
    this.legend = element("div", { className: "filter-panel" });
    this.legend.setAttribute("role", "group");
    this.legend.setAttribute("aria-label", say("mark"));
    this.status = element("p", { className: "sum" });
    this.status.setAttribute("role", "status");
    root.querySelector(".hero").after(this.form, this.legend, this.status);
    this.show();
  }

  addAccounts() {
    const set = element("fieldset", {}, element("legend", { textContent: say("accounts") }));
    for (const [id, name] of this.facts.accounts) {
      const box = element("input", { type: "checkbox", name: "account", value: id, checked: true });
      set.append(element("label", {}, box, ` ${name}`), " ");
    }
    if (this.all.length > 1) this.form.append(set);
  }

  addIssues() {
    if (this.facts.issues.length < 2) return;
    const pick = element("select", { name: "issue" }, element("option", { value: "", textContent: say("all_issues") }));
    for (const [id, title] of this.facts.issues) pick.append(element("option", { value: id, textContent: title }));
    this.form.append(element("label", {}, `${say("issue")} `, pick));
  }

  get chosen() {
    const boxes = [...this.form.querySelectorAll("input[name=account]")];
    return boxes.length ? boxes.filter((box) => box.checked).map((box) => box.value) : this.all;
  }

  show() {
    const { chosen } = this;
    const compared = this.facts.choices[chosen.join(",")];
    const issue = this.form.elements.issue?.value ?? "";
    const counts = new Map(this.facts.groups.map(([id]) => [id, 0]));
    let shown = 0;
    let total = 0;
    for (const row of this.rows) {
      const held = compared?.claims[row.id.slice("claim-".length)];
      const isHere = !issue || row.closest(`#issue-${issue}`) || this.facts.issues.length < 2;
      if (isHere) total += 1;
      if (isHere && held) counts.set(held[0], counts.get(held[0]) + 1);
      const fits = isHere && (!this.mark || held?.[0] === this.mark);
      row.hidden = !fits;
      if (fits) shown += 1;
      this.columns(row, chosen);
      if (held) this.stand(row, held);
    }
    for (const head of this.root.querySelectorAll(".sides thead tr")) this.columns(head, chosen);
    for (const block of this.root.querySelectorAll("details.block")) {
      block.hidden = ![...block.querySelectorAll("tbody tr")].some((row) => !row.hidden);
      if (issue || this.mark) block.open = !block.hidden;
    }
    this.marks(counts);
    const sum = this.root.querySelector("#sum");
    if (sum && compared) sum.textContent = compared.sentence;
    if (!compared) this.status.textContent = say("two_at_least");
    else this.status.textContent = shown ? say("shown", { count: shown, total }) : say("none_fits");
  }

  columns(row, chosen) {
    this.all.forEach((id, index) => { row.cells[index + 1].hidden = !chosen.includes(id); });
  }

  stand(row, [group, verdict, sentence]) {
    const word = element("span", { textContent: this.facts.verdicts[verdict] });
    const mark = element("span", { className: `verdict is-${group}` }, shape(group), word);
    row.cells[this.all.length + 1].replaceChildren(mark, element("p", { textContent: sentence }));
  }

  marks(counts) {
    const focused = document.activeElement?.dataset?.mark;
    const list = element("ul", { className: "chips" });
    for (const [id, word] of [["", say("everything")], ...this.facts.groups]) {
      const chip = element("button", { type: "button", className: `chip${id ? ` is-${id}` : ""}` });
      chip.dataset.mark = id;
      chip.setAttribute("aria-pressed", this.mark === id);
      if (id) chip.append(shape(id), " ");
      chip.append(element("span", { textContent: word }));
      if (id) chip.append(" ", element("b", { textContent: counts.get(id) }));
      chip.addEventListener("click", () => {
        this.mark = id;
        this.show();
      });
      list.append(element("li", {}, chip));
    }
    this.legend.replaceChildren(list);
    if (focused !== undefined) this.legend.querySelector(`[data-mark="${focused}"]`)?.focus();
  }
}

function begin(root) {
  const place = root.querySelector?.("#compare");
  if (!place || place.dataset.live) return;
  place.dataset.live = "yes";
  new Sides(place);
}

begin(document);
document.addEventListener("argmap:swapped", (event) => begin(event.detail));
