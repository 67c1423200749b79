// The search box of every page: "/" leads to it, and its first use loads what searches.
"use strict";
(() => {
  const box = document.getElementById("find");
  if (!box) return;

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog")) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  // The page of all papers shows what is found below the box, by itself.
  if (document.getElementById("results")) return;
  const PARTS = ["static/search.js", "static/rows.js", "static/popup.js"];
  // Where a part fails to load, Enter still leads to the page of all papers.
  const wake = () => PARTS.forEach((path) => awesomeHeads.load(path).catch(() => {}));
  // What is typed before the parts are here stays in the box; they read it when they come.
  if (document.activeElement === box) wake();
  else box.addEventListener("focus", wake, { once: true });
})();
