// Letters without marks, in lower case: "Đắk Lắk" becomes "dak lak" (as catalog.lib.vietnamese).
export function fold(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/gi, "d")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

// Short names that people type.
const SHORT = { hn: "ha noi", hcm: "ho chi minh", tphcm: "ho chi minh", sg: "ho chi minh", dn: "da nang", hp: "hai phong", ct: "can tho" };

// How well a name answers what was typed: 0 best, Infinity not at all.
export function rank(name, typed) {
  const words = SHORT[typed] ?? typed;
  const folded = fold(name);
  if (folded === words) return 0;
  if (folded.startsWith(words)) return 1;
  if (folded.includes(` ${words}`)) return 2;
  const initials = folded.split(" ").map((word) => word[0]).join("");
  if (initials === words.replaceAll(" ", "")) return 3;
  if (folded.replaceAll(" ", "").includes(words.replaceAll(" ", ""))) return 4;
  return Infinity;
}
