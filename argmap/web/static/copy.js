// Put a button beside each line that people copy; without this module the line is there to select.

const SAID_MS = 2500;

const status = document.createElement("p");
status.className = "sr";
status.setAttribute("role", "status");

// Where the server does not know the site's own address, the browser does.
for (const section of document.querySelectorAll("[data-path]")) {
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    node.data = node.data.replaceAll(section.dataset.path, location.origin + section.dataset.path);
  }
}

async function copy(line) {
  const plain = line.textContent;
  if (navigator.clipboard?.write && window.ClipboardItem) {
    const rich = [...line.childNodes].map((node) => {
      const piece = document.createElement(node.nodeName === "I" ? "i" : "span");
      piece.textContent = node.textContent;
      return piece.outerHTML;
    }).join("");
    const kinds = { "text/plain": plain, "text/html": rich };
    const blobs = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  } else {
    await navigator.clipboard.writeText(plain);
  }
}

// What cannot be put on the clipboard is selected, one key away from it.
function select(line) {
  getSelection().selectAllChildren(line);
}

for (const line of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy: ${line.dataset.copy}`);
  button.addEventListener("click", async () => {
    let said = "Copied";
    try {
      await copy(line);
    } catch {
      select(line);
      said = "Selected: press Ctrl+C";
    }
    button.textContent = said;
    status.textContent = said;
    setTimeout(() => { button.textContent = "Copy"; status.textContent = ""; }, SAID_MS);
  });
  line.after(" ", button);
}
if (document.querySelector("[data-copy]")) document.body.append(status);
