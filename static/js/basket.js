// Quantities apply themselves a moment after the last change; without scripts there is a button.
const REST = 900; // milliseconds: time to press + several times

for (const form of document.querySelectorAll("form[data-basket]")) {
  let waiting;
  form.addEventListener("change", (event) => {
    clearTimeout(waiting);
    if (event.target.type === "number") waiting = setTimeout(() => form.requestSubmit(), REST);
  });
  form.addEventListener("submit", () => clearTimeout(waiting));
}

// A way that was chosen shows its total after the same rest.
for (const form of document.querySelectorAll("form:has(.ways)")) {
  let waiting;
  form.addEventListener("change", (event) => {
    clearTimeout(waiting);
    if (event.target.closest(".ways")) waiting = setTimeout(() => form.requestSubmit(), REST);
  });
  form.addEventListener("submit", () => clearTimeout(waiting));
}
