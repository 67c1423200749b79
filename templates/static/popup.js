// Results below the search box, on every page but that of all papers.
"use strict";
(async () => {
  const SHOWN = 8;
  const { load, root, make, gettext, ngettext, papers } = awesomeHeads;
  const box = document.getElementById("find");
  const form = box.form;
  const looks = new Promise((resolve) => {
    document.head.append(make("link", { rel: "stylesheet", href: `${root}static/popup.css`, onload: resolve, onerror: resolve }));
  });
  await Promise.all([load("static/search.js"), load("static/rows.js"), load("static/subjects.js"), looks]);
  const { search, rows, subjects } = awesomeHeads;

  const popup = make("div", { className: "popup", hidden: true });
  const told = make("p", { className: "unseen", role: "status" });
  form.append(popup, told);
  let turn = 0;
  let showing = false; // what loses the focus by being replaced is not left
  const stops = () => [box, ...popup.querySelectorAll("a")];
  const goTo = (place) => stops()[Math.min(Math.max(place, 0), stops().length - 1)].focus();

  function close() {
    turn += 1;
    popup.hidden = true;
    told.textContent = "";
  }

  /** A result: title, date and venue, taken from the paper's row. */
  function entry(number, words) {
    const row = rows.row(number, words);
    // Its place is kept until its file is here, so that nothing jumps.
    if (!row) return make("li", { className: "coming", "data-number": number }, "\u00a0");
    const title = row.querySelector(".title a");
    const link = make("a", { href: root + title.getAttribute("href").replace("../", "") }, ...title.childNodes);
    const venues = [...row.querySelectorAll(".venue a")].map((venue) => venue.textContent).join(" → ");
    return make("li", {}, link, make("p", {}, row.querySelector("time"), ` · ${venues}`));
  }

  /** Pages that the words may mean, above the papers. */
  function meant(pages) {
    if (!pages.length) return [];
    const items = pages.map(({ name, kind, page }) =>
      make("li", {}, make("a", { href: root + page }, name), make("p", {}, kind)));
    return [make("ul", { className: "meant", "aria-label": gettext("Pages") }, ...items)];
  }

  function show(found, pages, text) {
    const number = found.papers.length;
    const all = make("a", { className: "whole", href: `${root}papers/index.html?q=${encodeURIComponent(text)}` },
      number
        ? ngettext("Show it among all papers", "All %(number)s papers", number)
        : gettext("Look through all papers instead"));
    const first = found.papers.slice(0, SHOWN);
    const list = make("ul", {}, ...first.map((each) => entry(each, found.words)));
    if (!number) all.href = `${root}papers/index.html`;
    const said = number ? found.partial && gettext("No paper has all of these words. Closest:") : gettext("No paper matches.");
    // Who has gone on to the results before the last letters' came stays at the same place.
    const place = stops().indexOf(document.activeElement);
    showing = true;
    popup.replaceChildren(...meant(pages), ...(said ? [make("p", { className: "said" }, said)] : []), list, all);
    awesomeHeads.decorate?.(list);
    popup.hidden = false;
    if (place > 0) goTo(place);
    showing = false;
    told.textContent = number ? papers(number) : said;
    return first;
  }

  async function seek() {
    const mine = ++turn;
    const text = box.value.trim();
    if (!text) return close();
    // Papers are found without these, too.
    const found = await search.find({ text });
    const pages = await subjects.find(text).catch(() => []);
    if (mine !== turn) return;
    const first = show(found, pages, text);
    if (first.every(rows.has)) return;
    await rows.fetched(first);
    if (mine !== turn) return;
    // Only what was missing: the focus may be on a result already.
    for (const place of popup.querySelectorAll(".coming")) place.replaceWith(entry(Number(place.dataset.number), found.words));
    awesomeHeads.decorate?.(popup);
  }

  // One search a frame: of several keys within it only the last one's is made.
  let waiting = 0;
  const soon = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => seek().catch(close));
  };

  box.addEventListener("input", soon);
  box.addEventListener("focus", () => { if (popup.hidden) soon(); });
  form.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      box.value = "";
      close();
      box.focus();
    } else if (!popup.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      goTo(stops().indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1));
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!showing && !form.contains(event.relatedTarget)) close();
  });
  // A press beside a link would take the focus away, and close what was pressed.
  popup.addEventListener("mousedown", (event) => event.preventDefault());
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) close();
  });
  if (document.activeElement === box) soon();
})().catch(() => {
  // Without a part that searches, Enter still leads to the page of all papers.
});
