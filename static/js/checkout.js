// Another province means other fees: the summary follows while the form is filled in. And one
// press is one order: the button rests while the form is on its way (the server makes sure of it).
for (const form of document.querySelectorAll("form[data-checkout]")) {
  const province = form.elements.province;
  let latest = 0;

  province.addEventListener("change", async () => {
    const asked = ++latest;
    const asks = new URLSearchParams({ tinh: province.value });
    for (const way of form.querySelectorAll("[data-way]")) asks.append(way.name, way.value);
    const answer = await fetch(`${form.dataset.totals}?${asks}`).catch(() => null);
    if (!answer?.ok || asked !== latest) return;
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = made.querySelector("[data-summary]");
    if (fresh) document.querySelector("[data-summary]")?.replaceWith(fresh);
  });

  form.addEventListener("submit", () => {
    const button = [...form.elements].find((one) => one.type === "submit");
    setTimeout(() => { button.disabled = true; });
    addEventListener("pageshow", () => { button.disabled = false; });
  });
}
