// What a page can do with JavaScript and does without otherwise: the search of a list, and copying.
"use strict";

const folded = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").toLowerCase();

// --- the search -------------------------------------------------------------------------------

const form = document.querySelector("form.search");
if (form) {
  const count = document.querySelector(".count");
  const jumps = new Map(
    [...document.querySelectorAll(".jumps a")].map((link) => [link.hash, link.parentElement]),
  );
  const groups = [...document.querySelectorAll(".group")].map((element) => ({
    element,
    jump: jumps.get(`#${element.querySelector("h2").id}`),
    number: element.querySelector(".number").firstChild,
    noun: element.querySelector(".number .unseen"),
    lines: [...element.querySelectorAll("li")].map((line) => ({
      element: line,
      text: folded(`${line.textContent} ${line.dataset.words}`),
    })),
  }));
  const choices = [...form.querySelectorAll("select")];

  const fits = (line, words) =>
    words.every((word) => line.text.includes(word)) &&
    choices.every(
      ({ name, value }) => !value || line.element.dataset[name].split(" ").includes(value),
    );

  const { one, many, none } = count.dataset;
  const noun = (number) => (number === 1 ? one : many);

  const show = () => {
    const words = folded(form.elements.q.value).split(/\s+/).filter(Boolean);
    let total = 0;
    for (const group of groups) {
      let some = 0;
      for (const line of group.lines) {
        line.element.hidden = !fits(line, words);
        some += line.element.hidden ? 0 : 1;
      }
      group.element.hidden = some === 0;
      if (group.jump) group.jump.hidden = some === 0;
      group.number.data = String(some);
      group.noun.textContent = ` ${noun(some)}`;
      total += some;
    }
    count.textContent = total ? `${total} ${noun(total)}` : none;
  };

  // What is asked for stands in the address, so that it can be bookmarked and sent.
  const keep = () => {
    const asked = new URLSearchParams();
    for (const { name, value } of [form.elements.q, ...choices]) {
      if (value) asked.set(name, value);
    }
    const query = asked.toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
  form.addEventListener("input", () => {
    show();
    keep();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () =>
    setTimeout(() => {
      show();
      keep();
    }),
  );
  form.hidden = false;
  show();
}

// --- copying ----------------------------------------------------------------------------------

// Word processors know style attributes, not the classes of this page.
const styles = {
  "csl-small-caps": ["fontVariant", "small-caps"],
  "csl-underline": ["textDecoration", "underline"],
  "csl-light": ["fontWeight", "lighter"],
  "csl-normal-weight": ["fontWeight", "normal"],
  "csl-upright": ["fontStyle", "normal"],
  "csl-normal-caps": ["fontVariant", "normal"],
  "csl-no-decoration": ["textDecoration", "none"],
};

// The entry as one paragraph: numbers of styles such as IEEE are blocks in the page.
const paragraph = (entry) => {
  const copy = document.createElement("p");
  copy.append(...entry.cloneNode(true).childNodes);
  for (const block of copy.querySelectorAll("div")) block.replaceWith(...block.childNodes, " ");
  for (const [name, [property, value]] of Object.entries(styles)) {
    for (const element of copy.querySelectorAll(`.${name}`)) {
      element.style[property] = value;
      element.removeAttribute("class");
    }
  }
  return copy;
};

// The event serves on pages without TLS, too, and leaves the HTML as it is.
const copyByEvent = (kinds) => {
  const put = (event) => {
    for (const [type, data] of Object.entries(kinds)) event.clipboardData.setData(type, data);
    event.preventDefault();
  };
  document.addEventListener("copy", put);
  const done = document.execCommand("copy");
  document.removeEventListener("copy", put);
  return done;
};

const copy = async (entry) => {
  const element = paragraph(entry);
  const kinds = {
    "text/html": element.outerHTML,
    "text/plain": element.textContent.replace(/\s+/g, " ").trim(),
  };
  if (copyByEvent(kinds)) return;
  const blobs = Object.entries(kinds).map(([type, data]) => [type, new Blob([data], { type })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
};

for (const button of document.querySelectorAll("button.copy")) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const status = document.getElementById("status");
    let said = button.dataset.copied;
    try {
      await copy(document.getElementById(button.dataset.copies));
    } catch {
      said = button.dataset.failed;
    }
    button.textContent = said;
    status.textContent = said;
    setTimeout(() => {
      button.textContent = label;
      status.textContent = "";
    }, 3000);
  });
}
