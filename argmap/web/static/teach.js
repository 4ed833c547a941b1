// Draw the bench again when an option is changed; without this a button and links do the same.

const PAUSE_MS = 250;

class Bench {
  constructor(bench) {
    this.bench = bench;
    bench.addEventListener("change", (event) => this.changed(event));
    bench.addEventListener("submit", (event) => this.sent(event));
    bench.addEventListener("click", (event) => this.followed(event));
    addEventListener("popstate", () => this.go(location.href, false));
  }

  changed(event) {
    const form = event.target.closest("[data-options]");
    if (!form || !form.checkValidity()) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.go(this.addressOf(form), true), PAUSE_MS);
  }

  sent(event) {
    event.preventDefault();
    clearTimeout(this.timer);
    this.go(this.addressOf(event.target), true);
  }

  followed(event) {
    const link = event.target.closest(".makings a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    this.go(link.href, true);
  }

  addressOf(form) {
    const address = new URL(form.action);
    address.search = new URLSearchParams(new FormData(form));
    return address.href;
  }

  async go(address, isNew) {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    this.bench.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: asking.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const bench = page.querySelector("[data-bench]");
      if (!answer.ok || !bench) {
        location.assign(address);
        return;
      }
      const focused = document.activeElement?.id;
      const chosen = document.activeElement?.closest(".makings a") ? "[aria-current]" : "";
      this.bench.replaceChildren(...bench.children);
      document.title = page.title;
      if (isNew) history.pushState(null, "", address);
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
      else if (chosen) this.bench.querySelector(`.makings ${chosen}`)?.focus({ preventScroll: true });
    } catch (error) {
      if (error.name === "AbortError") return;
      location.assign(address);
    }
    if (this.asking === asking) this.bench.removeAttribute("aria-busy");
  }
}

for (const bench of document.querySelectorAll("[data-bench]")) new Bench(bench);
