// A form of filters that applies itself. On narrow screens it is a panel with its own button,
// so that several boxes can be ticked before one reload; what stands outside the panel (the
// order of the list) applies at once on every screen.
const PLACE = "filters:place";
const WIDE = matchMedia("(min-width: 60rem)");

function comeBack(form) {
  const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
  if (!kept || kept.path !== location.pathname) return;
  const control = [...form.elements].find(
    (one) => one.name === kept.name && (one.type !== "checkbox" || one.value === kept.value),
  );
  if (!control) return;
  sessionStorage.removeItem(PLACE);
  control.closest("details")?.setAttribute("open", "");
  control.focus({ preventScroll: true });
  scrollTo({ top: kept.top, behavior: "instant" });
}

function showWhatApplies(form) {
  for (const note of form.querySelectorAll("[data-auto-submit-note]")) note.hidden = !WIDE.matches;
  for (const go of form.querySelectorAll("[data-auto-submit-go]")) go.hidden = WIDE.matches;
}

function apply(form, control) {
  const { name, value } = control;
  const place = { path: location.pathname, name, value, top: scrollY };
  sessionStorage.setItem(PLACE, JSON.stringify(place));
  form.requestSubmit();
}

for (const form of document.querySelectorAll("form[data-auto-submit]")) {
  comeBack(form);
  showWhatApplies(form);
  WIDE.addEventListener("change", () => showWhatApplies(form));
  // Controls may stand anywhere (form="…"), so the page is listened to and not the form.
  document.addEventListener("change", ({ target }) => {
    if (target.form !== form) return;
    if (WIDE.matches || !form.contains(target)) apply(form, target);
  });
  // Empty fields, and the order that every list begins with, would only make the address long.
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) {
      const isFirst = form.elements[name]?.selectedIndex === 0;
      if (value === "" || isFirst) event.formData.delete(name);
    }
  });
}
