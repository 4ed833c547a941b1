// Suggest while one types, and go to the search field at "/"; without this the form is whole.

const PAUSE_MS = 150;
const LEAST_CHARS = 2;

class Suggestions {
  constructor(field) {
    this.field = field;
    this.address = field.dataset.search;
    this.box = document.createElement("div");
    this.box.className = "suggestions";
    this.box.hidden = true;
    this.status = document.createElement("p");
    this.status.className = "sr";
    this.status.setAttribute("role", "status");
    field.after(this.box, this.status);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-haspopup", "listbox");
    field.setAttribute("aria-expanded", "false");
    field.addEventListener("input", () => this.typed());
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("blur", () => this.close());
    // A press on the list must not take the focus away from the field.
    this.box.addEventListener("pointerdown", (event) => event.preventDefault());
    this.box.addEventListener("mousedown", (event) => event.preventDefault());
    this.box.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
  }

  get options() { return [...this.box.querySelectorAll("[role=option]")]; }

  get isOpen() { return !this.box.hidden; }

  typed() {
    clearTimeout(this.timer);
    this.asking?.abort();
    if (this.field.value.trim().length < LEAST_CHARS) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.ask(), PAUSE_MS);
  }

  async ask() {
    const words = this.field.value.trim();
    this.asking = new AbortController();
    const address = `${this.address}?${new URLSearchParams({ q: words })}`;
    try {
      const answer = await fetch(address, { signal: this.asking.signal });
      if (!answer.ok) return;
      const list = await answer.text();
      if (words === this.field.value.trim() && document.activeElement === this.field) this.open(list);
    } catch {
      // Typed on, or the server is away: the form still searches.
    }
  }

  open(list) {
    // The server's own markup, every word in it escaped there.
    this.box.innerHTML = list;
    this.box.hidden = false;
    // The field may stand at either side; the list must not hang over the edge of the page.
    this.box.classList.remove("is-rightward");
    this.box.classList.toggle("is-rightward", this.box.getBoundingClientRect().left < 0);
    this.choice = -1;
    const any = this.options.length > 0;
    this.field.setAttribute("aria-expanded", any);
    if (any) this.field.setAttribute("aria-controls", "suggestions");
    this.status.textContent = this.box.querySelector("[data-said]").dataset.said;
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.box.hidden = true;
    this.box.replaceChildren();
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-controls");
    this.field.removeAttribute("aria-activedescendant");
    this.status.textContent = "";
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!this.isOpen) this.typed();
      else this.step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && this.isOpen && this.choice >= 0) {
      this.go(this.options[this.choice]);
    } else if (event.key === "Escape" && (this.isOpen || this.field.value === "")) {
      if (this.isOpen) this.close();
      else this.field.blur();
    } else return;
    event.preventDefault();
  }

  // One step past either end stands for the words as they were typed.
  step(by) {
    const { options } = this;
    if (!options.length) return;
    options[this.choice]?.setAttribute("aria-selected", "false");
    const places = options.length + 1;
    this.choice = ((this.choice + 1 + by + places) % places) - 1;
    const chosen = options[this.choice];
    if (!chosen) {
      this.field.removeAttribute("aria-activedescendant");
      return;
    }
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", chosen.id);
  }

  go(option) {
    if (option) location.assign(option.dataset.address);
  }
}

for (const field of document.querySelectorAll("[data-search]:not([data-search=''])")) {
  new Suggestions(field);
}

addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  const field = document.querySelector("[data-search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
