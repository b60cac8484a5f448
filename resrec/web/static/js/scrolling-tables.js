/* A table that is wider than its place can be scrolled with the keyboard, and says what it is. */
const watch = new ResizeObserver((changes) => changes.forEach(({ target }) => mark(target)));

function mark(box) {
  if (box.scrollWidth <= box.clientWidth) {
    ["tabindex", "role", "aria-labelledby"].forEach((name) => box.removeAttribute(name));
    return;
  }
  box.tabIndex = 0;
  const caption = box.querySelector("caption");
  if (!caption) return;
  caption.id ||= `caption-${[...document.querySelectorAll("caption")].indexOf(caption)}`;
  box.setAttribute("role", "region");
  box.setAttribute("aria-labelledby", caption.id);
}

document.querySelectorAll(".table-scroll:not([role])").forEach((box) => watch.observe(box));
