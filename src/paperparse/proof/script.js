"use strict";
// Links the two sides: what is hovered, focused or pinned on one is lit on both.
(() => {
  const leaves = new Map();
  for (const node of document.querySelectorAll("[data-leaf]")) {
    const id = node.dataset.leaf;
    if (!leaves.has(id)) leaves.set(id, []);
    leaves.get(id).push(node);
  }
  let lit = null;
  let pinned = null;
  const paneOf = (node) => node.closest(".print, .read");
  const leafOf = (target) => (target instanceof Element ? target.closest("[data-leaf]") : null);
  const light = (id) => {
    if (id === lit) return;
    for (const node of leaves.get(lit) || []) node.classList.remove("lit");
    for (const node of leaves.get(id) || []) node.classList.add("lit");
    lit = id;
  };
  const across = (node) => (leaves.get(node.dataset.leaf) || []).find((other) => paneOf(other) !== paneOf(node));
  const show = (node) => {
    const other = across(node);
    if (!other) return;
    // only the other pane scrolls, never the page under the reader
    const pane = paneOf(other);
    const box = pane.getBoundingClientRect();
    const at = other.getBoundingClientRect();
    if (at.top < box.top || at.bottom > box.bottom) pane.scrollTop += at.top - box.top - box.height / 3;
  };
  let resting = 0;
  document.addEventListener("mouseover", (event) => {
    const node = leafOf(event.target);
    light(node ? node.dataset.leaf : pinned);
    // a pointer on its way somewhere else moves nothing
    clearTimeout(resting);
    if (node) resting = setTimeout(show, 250, node);
  });
  document.addEventListener("mouseleave", () => light(pinned));
  document.addEventListener("click", (event) => {
    const node = leafOf(event.target);
    if (!node) return;
    pinned = node.dataset.leaf;
    light(pinned);
    show(node);
  });
  document.addEventListener("focusin", (event) => {
    const node = leafOf(event.target);
    if (!node) return;
    pinned = node.dataset.leaf;
    light(pinned);
    show(node);
    for (const other of paneOf(node).querySelectorAll('[data-leaf][tabindex="0"]')) other.tabIndex = -1;
    node.tabIndex = 0;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      pinned = null;
      light(null);
      return;
    }
    const node = leafOf(event.target);
    if (!node || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [...paneOf(node).querySelectorAll("[data-leaf][tabindex]")];
    const at = stops.indexOf(node);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 };
    let next = null;
    if (event.key in steps) next = stops[steps[event.key]];
    else if (event.key === "Enter") {
      next = leaves.get(node.dataset.leaf).find((other) => paneOf(other) !== paneOf(node) && other.hasAttribute("tabindex"));
    } else return;
    event.preventDefault();
    if (next) next.focus();
  });
  // one stop of the Tab key for each pane
  for (const pane of document.querySelectorAll(".print, .read")) {
    const first = pane.querySelector("[data-leaf][tabindex]");
    if (first) first.tabIndex = 0;
  }
})();
