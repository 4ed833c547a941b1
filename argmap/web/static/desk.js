// Load the page again when a file on the author's desk was saved.

const PAUSE_MS = 1000;
const { desk, mark } = document.body.dataset;

async function look() {
  if (!document.hidden) {
    try {
      const answer = await fetch(desk, { cache: "no-store" });
      if (answer.ok && (await answer.json()).mark !== mark) {
        location.reload();
        return;
      }
    } catch {
      // The server is being started again; it will answer sooner or later.
    }
  }
  setTimeout(look, PAUSE_MS);
}

if (desk) setTimeout(look, PAUSE_MS);
