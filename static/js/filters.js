// A filter form that applies itself. On narrow screens the form is a panel with its own
// button, so several boxes can be ticked before one reload.
const PLACE = "filters:place";
const WIDE = matchMedia("(min-width: 60rem)");

function comeBack(form) {
  const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
  sessionStorage.removeItem(PLACE);
  if (!kept || kept.path !== location.pathname) return;
  const control = [...form.elements].find(
    (one) => one.name === kept.name && one.value === kept.value,
  );
  control?.focus({ preventScroll: true });
  scrollTo({ top: kept.top, behavior: "instant" });
}

for (const form of document.querySelectorAll("form[data-auto-submit]")) {
  comeBack(form);
  for (const note of form.querySelectorAll("[data-auto-submit-note]")) note.hidden = !WIDE.matches;
  form.addEventListener("change", (event) => {
    if (!WIDE.matches) return;
    const { name, value } = event.target;
    const place = { path: location.pathname, name, value, top: scrollY };
    sessionStorage.setItem(PLACE, JSON.stringify(place));
    form.requestSubmit();
  });
  // Empty fields would only make the address long.
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) {
      if (value === "") event.formData.delete(name);
    }
  });
}
