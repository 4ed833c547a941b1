// The switch of languages leads to what is shown now, which scripts may have changed since the page
// came. Without this module it leads to the page as it was asked for.

function renew(event) {
  const link = event.target.closest?.(".languages a");
  if (!link) return;
  const url = new URL(link.href);
  url.search = location.search;
  url.hash = location.hash;
  link.href = url.href;
}

for (const name of ["pointerdown", "focusin", "click"]) document.addEventListener(name, renew, true);
