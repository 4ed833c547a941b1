// Put a button beside each line that people copy; without this module the line is there to select.

const SAID_MS = 2500;

// What is said stands on the page, in its language.
const say = document.body.dataset;
const status = document.createElement("p");
status.className = "sr";
status.setAttribute("role", "status");

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

// Where the server does not know the site's own address, the browser does.
function complete(section) {
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    node.data = node.data.replaceAll(section.dataset.path, location.origin + section.dataset.path);
  }
  section.removeAttribute("data-path");
}

function addButton(line) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = say.sayCopy;
  button.setAttribute("aria-label", `${say.sayCopy}: ${line.dataset.copy}`);
  button.addEventListener("click", async () => {
    let said = say.sayCopied;
    try {
      await copy(line);
    } catch {
      select(line);
      said = say.saySelected;
    }
    button.textContent = said;
    status.textContent = said;
    setTimeout(() => { button.textContent = say.sayCopy; status.textContent = ""; }, SAID_MS);
  });
  line.after(" ", button);
}

function prepare(root) {
  for (const section of root.querySelectorAll("[data-path]")) complete(section);
  for (const line of root.querySelectorAll("[data-copy]")) {
    if (!line.parentElement.querySelector(".copy")) addButton(line);
  }
}

prepare(document);
document.addEventListener("argmap:swapped", (event) => prepare(event.detail));
if (document.querySelector("[data-copy]")) document.body.append(status);
