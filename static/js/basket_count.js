// The number of goods beside "Giỏ hàng". Pages are kept for all visitors, so the number
// comes from the readable cookie `gio` and not from the server.
const COOKIE = /(?:^|;\s*)gio=(\d{1,4})(?:;|$)/;

export function basketCount(cookies) {
  const found = COOKIE.exec(cookies);
  return found ? Number(found[1]) : 0;
}

function show() {
  const count = basketCount(document.cookie);
  for (const badge of document.querySelectorAll("[data-basket-count]")) {
    badge.textContent = count > 99 ? "99+" : String(count);
    badge.hidden = count === 0;
  }
}

show();
// Back and forward bring a kept page whose number may be old.
addEventListener("pageshow", show);
