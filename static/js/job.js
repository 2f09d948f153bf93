// A long job's state, asked again every few seconds; without scripts the page reloads itself.
const EVERY = 3000;

async function look() {
  const shown = document.querySelector("[data-job]");
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-job]");
      if (fresh && fresh.hasAttribute("data-over")) {
        location.reload(); // its result and its buttons
        return;
      }
      if (fresh) {
        shown.replaceWith(fresh);
      }
    }
  } catch {
    // No network just now: ask again.
  }
  setTimeout(look, EVERY);
}

setTimeout(look, EVERY);
