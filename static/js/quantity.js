// Two buttons beside a number field; the field alone does the same without scripts.
function stepper(frame) {
  if (frame.querySelector("button")) return; // already has them
  const input = frame.querySelector("input");

  function button(sign, label, step) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = sign;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", () => {
      if (step > 0) input.stepUp();
      else input.stepDown();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    return made;
  }

  const less = button("−", frame.dataset.less, -1);
  const more = button("+", frame.dataset.more, 1);
  const limit = () => {
    const value = input.valueAsNumber || 0;
    less.disabled = value <= Number(input.min);
    more.disabled = input.max !== "" && value >= Number(input.max);
  };
  input.addEventListener("input", limit);
  input.addEventListener("change", limit);
  input.before(less);
  input.after(more);
  limit();
}

document.querySelectorAll("[data-quantity]").forEach(stepper);
