// Comfort on every page: theme and density, dates as the reader writes them, stars, copying, what is new.
"use strict";
(() => {
  const { root, make, memory, announce, copy, gettext, heard } = awesomeHeads;
  const page = document.documentElement;

  // Theme and density: chosen here, applied before painting by theme.js.
  const CHOICES = {
    theme: [gettext("Theme"), [["", gettext("System")], ["light", gettext("Light")], ["dark", gettext("Dark")]]],
    density: [gettext("Lists"), [["", gettext("Comfortable")], ["compact", gettext("Compact")]]],
  };

  function apply(name, value) {
    if (value) page.dataset[name] = value;
    else delete page.dataset[name];
  }

  function choice(name) {
    const [legend, options] = CHOICES[name];
    const group = make("fieldset", {}, make("legend", {}, legend));
    for (const [value, label] of options) {
      const radio = make("input", { type: "radio", name, value, checked: value === (page.dataset[name] ?? "") });
      radio.addEventListener("change", () => {
        apply(name, value);
        memory.set(name, value || null);
      });
      group.append(make("label", {}, radio, label));
    }
    return group;
  }

  function furnish() {
    const display = make("details", { className: "display" }, make("summary", {}, gettext("Display")),
      make("div", {}, ...Object.keys(CHOICES).map(choice)));
    const close = (event) => {
      const away = event.type === "keydown" ? event.key === "Escape" : !display.contains(event.target);
      if (!display.open || !away) return;
      if (display.contains(document.activeElement)) display.firstChild.focus();
      display.open = false;
    };
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    document.getElementById("comfort")?.append(display);
    memory.onchange((name, value) => {
      if (!CHOICES[name]) return;
      apply(name, value);
      for (const radio of display.querySelectorAll(`[name=${name}]`)) radio.checked = radio.value === (value ?? "");
    });
  }

  // Dates: the markup keeps the ISO date, the text becomes what the reader is used to. Among texts in
  // another language than English it is in that language, as its readers in their country write it.
  const { language } = awesomeHeads;
  const varieties = navigator.languages.filter((tag) => tag.split("-")[0] === language.split("-")[0]);
  const locales = language === "en" ? undefined : [...varieties, language];
  const day = new Intl.DateTimeFormat(locales, { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(locales, { year: "numeric", month: "short", timeZone: "UTC" });

  function localise(time) {
    const iso = time.getAttribute("datetime") ?? "";
    if (!/^\d{4}-\d\d(-\d\d)?$/.test(iso) || time.lang) return;
    const format = iso.length === 7 ? month : day;
    time.textContent = format.format(new Date(iso));
    time.lang = format.resolvedOptions().locale;
  }

  // Stars: ids of papers, in the order they were starred.
  const listeners = new Set();

  function starred() {
    try {
      const ids = JSON.parse(memory.get("stars") ?? "[]");
      return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
    } catch {
      return [];
    }
  }

  const stars = {
    all: starred,
    has: (id) => starred().includes(id),
    toggle(id) {
      const ids = starred();
      const on = !ids.includes(id);
      memory.set("stars", JSON.stringify(on ? [...ids, id] : ids.filter((each) => each !== id)));
      tell();
      return on;
    },
    onchange: (listener) => listeners.add(listener),
  };

  function tell() {
    const ids = new Set(starred());
    for (const button of document.querySelectorAll("button.star")) {
      button.setAttribute("aria-pressed", ids.has(button.dataset.paper));
    }
    for (const listener of listeners) listener([...ids]);
  }
  memory.onchange((name) => { if (name === "stars") tell(); });

  /** The day from which papers count as new: that of the last visit, which half an hour's pause ends. */
  function lastVisit() {
    const PAUSE = 30 * 60 * 1000;
    const now = Date.now();
    const seen = Number(memory.get("visit.seen"));
    if (seen && now - seen > PAUSE) memory.set("visit.before", new Date(seen).toISOString().slice(0, 10));
    memory.set("visit.seen", String(now));
    return memory.get("visit.before");
  }
  const since = lastVisit();

  /** A button that copies and says so; `text` gives what is copied, and may need to fetch it. */
  function copier(label, what, text, otherwise) {
    const button = make("button", { type: "button", className: "copy" }, ...label);
    button.addEventListener("click", async () => {
      let found;
      try {
        found = await text();
      } catch {
        otherwise();
        return;
      }
      if (!await copy(found, what)) return;
      button.classList.add("done");
      setTimeout(() => button.classList.remove("done"), 2000);
    });
    return button;
  }

  function star(id, title) {
    const button = make("button", { type: "button", className: "star", "data-paper": id, "aria-pressed": stars.has(id), "aria-label": gettext("Star: %(title)s", { title }) }, gettext("Star"));
    button.addEventListener("click", () => announce(stars.toggle(id) ? gettext("Starred") : gettext("Star removed")));
    return button;
  }

  async function fetched(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address} cannot be read`);
    return answer.text();
  }

  function tools(row) {
    const link = row.querySelector(".title a");
    const title = link.textContent;
    const cite = () => new URL("#cite", link.href).href;
    // Browsers let no page read files, so from a folder the way leads to the paper's page.
    const citing = location.protocol === "file:"
      ? make("a", { href: cite() }, ...heard(gettext("[Cite] of %(title)s"), { title }))
      : copier(heard(gettext("[Copy BibTeX] of %(title)s"), { title }), "BibTeX", () => fetched(new URL("paper.bib", link.href)), () => location.assign(cite()));
    row.querySelector(".where").append(make("p", { className: "tools" }, citing, star(row.id.slice("paper-".length), title)));
  }

  /** Give the rows and dates in an element what only a script can; each row once. */
  function decorate(element) {
    element.querySelectorAll("time").forEach(localise);
    for (const row of element.querySelectorAll(".paper:not(.ready)")) {
      row.classList.add("ready");
      tools(row);
      if (since && row.dataset.added >= since) {
        row.querySelector(".when").append(make("span", { className: "fresh" }, ...heard(gettext("[New] since your last visit"))));
      }
    }
  }

  function paperPage() {
    for (const block of document.querySelectorAll(".cite details")) {
      const label = block.querySelector("summary").textContent;
      block.querySelector(".take").prepend(copier(heard(gettext("[Copy] %(what)s"), { what: label }), label, () => block.querySelector("pre").textContent));
    }
    const sheet = document.querySelector(".sheet[data-paper]");
    sheet?.querySelector(".links").append(make("li", {}, star(sheet.dataset.paper, sheet.querySelector("h1").textContent)));
  }

  /** A row of a long list moves on to further pages as papers join; its link leads to the paper then. */
  function follow() {
    const [, id] = /^#paper-([a-z0-9-]+)$/.exec(location.hash) ?? [];
    if (id && document.querySelector(".pager") && !document.getElementById(`paper-${id}`)) {
      location.replace(`${root}papers/${id}/index.html`);
    }
  }

  Object.assign(awesomeHeads, { stars, decorate });
  follow();
  furnish();
  decorate(document);
  paperPage();
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a.anchor, .when > a");
    if (link) copy(link.href, gettext("Link"));
  });
  // Older browsers keep closed disclosures closed on paper, whatever the style sheet says.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details.more:not([open])")];
    for (const each of closed) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of closed) each.open = false;
  });
})();
