// Before anything is painted: the theme and density that the reader chose, and a mark that scripts run.
"use strict";
(() => {
  const page = document.documentElement;
  page.classList.add("scripted");
  for (const name of ["theme", "density"]) {
    try {
      const chosen = localStorage.getItem(`awesome-heads.${name}`);
      if (chosen) page.dataset[name] = chosen;
    } catch {
      // Storage may be forbidden: the system's theme and the usual density stay.
    }
  }
})();
