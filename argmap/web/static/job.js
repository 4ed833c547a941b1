// Show how far a job is while it is being made; without this module the page loads itself again.

const PAUSE_MS = 1000;

async function look() {
  const part = document.querySelector("[data-job]");
  if (!part || "over" in part.dataset) return;
  try {
    const answer = await fetch(part.dataset.job, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-job]");
    if (!fresh) {
      location.reload();
      return;
    }
    put(part, fresh);
  } catch {
    // The server is away for a moment, or for good: the page says what was known last.
  }
  setTimeout(look, PAUSE_MS);
}

// The button keeps the focus, so only what is above it is put anew as long as it is there.
function put(part, fresh) {
  const said = fresh.querySelector("h2").textContent;
  const bar = part.querySelector("progress");
  const next = fresh.querySelector("progress");
  if (bar && next) {
    bar.max = next.max;
    if (next.hasAttribute("value")) bar.value = next.value;
    bar.nextElementSibling.textContent = next.nextElementSibling.textContent;
    return;
  }
  const hadFocus = part.contains(document.activeElement);
  const isNew = part.querySelector("h2").textContent !== said;
  if (!isNew) return;
  part.replaceWith(document.adoptNode(fresh));
  document.querySelector("[data-said]").textContent = said;
  if (hadFocus) fresh.querySelector("a, button")?.focus();
}

setTimeout(look, PAUSE_MS);
