// The page of all papers: what the box and the facets say is searched, shown, and kept in the address.
"use strict";
(() => {
  const { load, make, rows, facets, stars, gettext, ngettext, papers, number: written, row: joined, heard } = awesomeHeads;
  const find = (id) => document.getElementById(id);
  const [box, sort, tally, active, all, list, empty, next] =
    ["find", "sort", "tally", "active", "all", "results", "empty", "next"].map(find);
  const results = list.parentElement;
  const size = Number(all.dataset.papers);
  const STEP = 20;
  const FIRST = 8; // fill the screen: the others need not be in the frame of a key press
  const title = document.title;
  const take = find("take");
  const takeWords = find("_take").textContent;
  const files = [...take.querySelectorAll("a")].map((link) => [link, link.textContent]);
  const anchor = make("span", { hidden: true });
  all.before(anchor);
  rows.keep(0, all.querySelectorAll(".paper"));

  let turn = 0; // of searches; an older one that comes back late is dropped
  let limit = STEP;
  let found = null; // what is shown instead of the page's own rows, or nothing
  let order = ""; // what the reader sorts by, where it is not the usual
  let opening = null;
  let chosenStars = new Set();

  const usual = () => (box.value.trim() ? "relevance" : "date");

  /** Load what searches; the index, once it is here. */
  function opened() {
    opening ??= load("static/search.js").then(() => awesomeHeads.search.open());
    opening.catch(() => { opening = null; });
    return opening;
  }

  const links = () => [...(all.isConnected ? all : list).querySelectorAll(".title a")];

  // The address

  function address() {
    const pairs = [["q", box.value.trim()], ...facets.pairs(), ["sort", order]].filter(([, value]) => value);
    // Commas and strokes part words that readers should be able to read.
    const write = (text) => encodeURIComponent(text).replace(/%20/g, "+").replace(/%2C/g, ",").replace(/%2F/g, "/");
    return pairs.map(([name, value]) => `${name}=${write(value)}`).join("&");
  }

  function restore() {
    const parameters = new URLSearchParams(location.search);
    box.value = parameters.get("q") ?? "";
    const known = [...sort.options].map((option) => option.value);
    order = known.includes(parameters.get("sort")) ? parameters.get("sort") : "";
    facets.restore(parameters);
    limit = history.state?.limit ?? STEP;
  }

  /** Keep the view in the address: `push` makes a step for Back, `replace` does not. */
  function remember(how) {
    const query = address();
    if (query === location.search.slice(1) && how === "push") return;
    history[`${how}State`]({ limit }, "", query ? `?${query}` : location.pathname);
  }

  // What is shown

  function words() {
    const text = box.value.trim();
    return [...(text ? [text] : []), ...facets.active().map((part) => part.words)];
  }

  function showActive() {
    const parts = facets.active();
    const button = (content, undo, more = {}) => {
      const made = make("button", { type: "button", ...more }, ...content);
      made.addEventListener("click", () => {
        undo();
        update("push");
        (active.querySelector("button") ?? box).focus({ preventScroll: true });
      });
      return make("li", {}, made);
    };
    const cross = () => make("span", { "aria-hidden": "true" }, "\u00d7");
    const label = (what) => [...heard(gettext("Remove [%(what)s]"), { what }), cross()];
    active.replaceChildren(...parts.map(({ words: what, undo }) => button(label(what), undo, { className: "drop" })));
    if (parts.length) active.append(button([gettext("Clear all")], clear));
    active.hidden = !parts.length;
    find("narrow").querySelector(".number").textContent = parts.length ? written(parts.length) : "";
    for (const option of sort.options) {
      if (option.value === "relevance") option.hidden = option.disabled = !box.value.trim();
    }
    sort.value = order || usual();
    document.title = [joined(words()), title].filter(Boolean).join(" · ");
  }

  function clear() {
    facets.clear();
    box.value = "";
    order = "";
  }

  /** A row, or its place where it is still being fetched. */
  function item(number) {
    return rows.row(number, found.words) ?? make("li", { className: "coming", "data-number": number }, "\u00a0");
  }

  /** Show rows from one place to another; those already there stay as they are. */
  async function showRows(from, to = limit) {
    const mine = turn;
    const numbers = found.papers.slice(from, to);
    list.append(...numbers.map(item));
    awesomeHeads.decorate?.(list);
    next.hidden = found.papers.length <= limit;
    next.textContent = gettext("Show %(more)s more of %(all)s", {
      more: written(Math.min(STEP, found.papers.length - limit)),
      all: written(found.papers.length),
    });
    if (numbers.every(rows.has)) return;
    await rows.fetched(numbers);
    if (mine !== turn) return;
    for (const place of list.querySelectorAll(".coming")) place.replaceWith(item(Number(place.dataset.number)));
    awesomeHeads.decorate?.(list);
  }

  function showTally(number) {
    const values = { number: written(number), all: written(size) };
    tally.textContent = number === size ? papers(size) : found.partial
      ? ngettext("%(number)s of %(all)s paper: no paper has all of these words, these come closest", "%(number)s of %(all)s papers: no paper has all of these words, these come closest", size, values)
      : ngettext("%(number)s of %(all)s paper", "%(number)s of %(all)s papers", size, values);
    find("shut").textContent = ngettext("Show %(number)s paper", "Show %(number)s papers", number);
    find("_take").textContent = number === size ? takeWords : ngettext("Download this paper", "Download these %(number)s papers", number);
    take.hidden = number === 0;
    // A large list comes in parts; what was found is one file in each format.
    for (const [link, name] of files) {
      const shown = found ? link.dataset.label : name;
      if (link.textContent !== shown) link.textContent = shown;
      link.parentElement.hidden = Boolean(found) && "further" in link.dataset;
    }
  }

  /** The page as it came: rows that need no script. */
  function showAll() {
    found = null;
    results.hidden = true;
    next.hidden = Number(all.dataset.shown) >= size;
    next.textContent = gettext("Show more");
    anchor.after(all);
    list.replaceChildren();
    showTally(size);
  }

  /** Which single part to drop, so that something is found. */
  async function showEmpty(index) {
    const mine = turn;
    empty.hidden = found.papers.length > 0;
    if (!empty.hidden) {
      empty.replaceChildren(make("p", {}, gettext("No paper matches all of this.")));
      const parts = facets.active();
      const ways = [...new Set(parts.map((part) => part.name))].map((name) => ({
        what: joined(parts.filter((part) => part.name === name).map((part) => part.what)),
        query: { ...facets.query(index, chosenStars, name), text: box.value.trim() },
        undo: () => parts.filter((part) => part.name === name).forEach((part) => part.undo()),
      }));
      if (box.value.trim()) {
        const undo = () => { box.value = ""; };
        ways.push({ what: gettext("“%(text)s”", { text: box.value.trim() }), query: facets.query(index, chosenStars), undo });
      }
      for (const way of ways) way.papers = (await awesomeHeads.search.find(way.query)).papers.length;
      if (mine !== turn) return;
      const useful = ways.filter((way) => way.papers).sort((a, b) => b.papers - a.papers);
      empty.append(make("ul", {}, ...useful.map((way) => {
        const button = make("button", { type: "button" }, ngettext("Without %(what)s: %(number)s paper", "Without %(what)s: %(number)s papers", way.papers, way));
        button.addEventListener("click", () => {
          way.undo();
          update("push");
          box.focus({ preventScroll: true });
        });
        return make("li", {}, button);
      })));
      if (!useful.length) empty.append(make("p", {}, gettext("Dropping one of them alone does not help: clear all, and start anew.")));
    }
  }

  /** Search for what is chosen, and show it. The first rows are painted before anything else. */
  async function update(how) {
    const mine = ++turn;
    if (how) limit = STEP;
    if (how) remember(how);
    showActive();
    const plain = !words().length && !order && limit === STEP;
    if (plain) showAll();
    if (plain && !opening) return facets.count();
    let shown;
    try {
      const index = await opened();
      if (facets.form.elements.starred.checked) {
        chosenStars = new Set((await awesomeHeads.search.numbersOf(stars?.all() ?? [])).values());
      }
      const query = { ...facets.query(index, chosenStars), text: box.value.trim(), sort: order || usual() };
      const answer = await awesomeHeads.search.find(query);
      if (mine !== turn) return;
      if (!plain) {
        found = answer;
        // Who has gone on to the results before the last letters' came stays at the same place.
        const place = links().indexOf(document.activeElement);
        all.remove();
        results.hidden = false;
        list.replaceChildren();
        showTally(found.papers.length);
        // More than at first are shown at once to who asked for them.
        const first = limit > STEP ? limit : FIRST;
        shown = showRows(0, first);
        if (place >= 0) (links()[Math.min(place, first - 1)] ?? box).focus();
        showEmpty(index);
      }
      // The rest follows in a turn of its own, after these have been painted.
      setTimeout(() => {
        if (mine !== turn) return;
        if (!plain && limit === STEP) showRows(FIRST).catch(broken);
        facets.count(index, answer.counts);
      });
      await shown;
    } catch (error) {
      if (mine === turn) broken(error);
    }
  }

  function broken(error) {
    console.error(error);
    showAll();
    tally.textContent = gettext("Searching fails: a part of it cannot be loaded. Here are all papers.");
  }

  // What the reader does

  // At once, so that the rows stand in the very next frame that is painted.
  box.addEventListener("input", () => update("replace"));
  for (const part of [box, facets.form]) {
    part.addEventListener("focusin", () => opened().catch(() => {}), { once: true });
  }
  facets.form.addEventListener("change", () => update("push"));
  sort.addEventListener("change", () => {
    order = sort.value === usual() ? "" : sort.value;
    update("push");
  });
  addEventListener("popstate", () => {
    restore();
    update("");
  });

  next.addEventListener("click", () => {
    const from = found ? limit : Number(all.dataset.shown);
    limit = from + STEP;
    history.replaceState({ limit }, "");
    (found ? showRows(from) : update("")).then(() => links()[from]?.focus()).catch(broken);
  });

  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Leaving the box also puts a phone's keyboard away.
    update("push").then(() => links()[0]?.focus());
  });
  document.addEventListener("keydown", (event) => {
    const stops = [box, ...links()];
    const place = stops.indexOf(document.activeElement);
    if (place < 0 || event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      if (place === 0) box.value = "";
      if (place === 0) update("replace");
      box.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const target = stops[place + (event.key === "ArrowDown" ? 1 : -1)];
      if (!target) return;
      event.preventDefault();
      target.focus();
    }
  });

  // What is found is carried off in the formats of the static files.
  async function carry(act, format) {
    const numbers = found ? found.papers : [...Array(size).keys()];
    await load("static/take.js");
    awesomeHeads.take[act](numbers, format, words());
  }
  for (const [link] of files) {
    link.addEventListener("click", (event) => {
      if (!found) return; // the link itself leads to the whole list
      event.preventDefault();
      carry("save", link.dataset.format).catch(broken);
    });
  }
  find("copy-found").addEventListener("click", () => carry("copy", "bibtex").catch(broken));

  const showStars = () => facets.star(stars.all().length);
  if (stars) {
    stars.onchange(() => {
      showStars();
      if (facets.form.elements.starred.checked) update("");
    });
    showStars();
  }

  restore();
  update("");
})();
