// What every page shares. Other scripts of the site find it as `awesomeHeads`.
"use strict";
window.awesomeHeads = (() => {
  // From the page to the top of the site: empty, or "../" repeated.
  const root = document.currentScript.getAttribute("src").replace("static/site.js", "");
  const loading = new Map();

  /** Load a classic script of the site once; modules and fetch are refused for files. */
  function load(path) {
    if (!loading.has(path)) {
      loading.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = root + path;
        script.onload = resolve;
        script.onerror = () => {
          loading.delete(path);
          reject(new Error(`${path} cannot be loaded`));
        };
        document.head.append(script);
      }));
    }
    return loading.get(path);
  }

  // Another language than English comes with `texts.js`, which is loaded before this.
  const said = self.awesomeHeadsTexts ?? { form: (n) => Number(n !== 1), texts: {} };
  const language = self.awesomeHeadsTexts ? document.documentElement.lang : "en";
  const number = new Intl.NumberFormat(language).format;

  const fill = (text, values) =>
    text.replace(/%\((\w+)\)s|%%/g, (whole, name) => (name ? values[name] ?? whole : "%"));

  /** A text in the language of the page, with values in the places that it names as `%(name)s`. */
  function gettext(text, values = {}) {
    return fill(said.texts[text]?.[0] ?? text, values);
  }

  /** A text that means different things in different places; `context` tells which. */
  function pgettext(context, text) {
    return said.texts[`${context}\u0004${text}`]?.[0] ?? text;
  }

  /** A text that depends on a number, which it names as `%(number)s`. */
  function ngettext(one, many, count, values = {}) {
    const text = said.texts[one]?.[said.form(count)] ?? (count === 1 ? one : many);
    return fill(text, { number: number(count), ...values });
  }

  /** A number of papers. */
  function papers(count) {
    return ngettext("%(number)s paper", "%(number)s papers", count);
  }

  /** Words one after the other: `a, b, c`. */
  function row(words) {
    return words.join(pgettext("between words", ", "));
  }

  const given = new Map();

  /** Called by a data file of the site, which is a script so that it works from a folder too. */
  function give(path, value) {
    given.set(path, value);
  }

  /** What a data file of the site holds. */
  async function data(path) {
    await load(path);
    return given.get(path);
  }

  /** An element with properties (`data-...` and `aria-...` as attributes) and children. */
  function make(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name.includes("-")) element.setAttribute(name, value);
      else element[name] = value;
    }
    element.append(...children);
    return element;
  }

  /** The content of an element whose text has in brackets what eyes see; ears are told all of it. */
  function heard(text, values = {}) {
    const parts = text.split(/[[\]]/).map((part) => fill(part, values));
    const unseen = (part) => make("span", { className: "unseen" }, part);
    return parts.map((part, place) => (place === 1 || parts.length === 1 ? part : part && unseen(part)));
  }

  // What is kept between visits. Storage may be forbidden or full: then it lasts as long as the page.
  const OURS = "awesome-heads."; // a host may serve other sites, too
  const kept = new Map();
  const memory = {
    get(name) {
      try {
        return kept.get(name) ?? localStorage.getItem(OURS + name);
      } catch {
        return null;
      }
    },
    set(name, value) {
      try {
        if (value === null) localStorage.removeItem(OURS + name);
        else localStorage.setItem(OURS + name, value);
        kept.delete(name);
      } catch {
        kept.set(name, value);
      }
    },
    /** Be told when another tab of the site keeps something else under a name. */
    onchange(listener) {
      addEventListener("storage", ({ key, newValue }) => {
        if (key?.startsWith(OURS)) listener(key.slice(OURS.length), newValue);
      });
    },
  };

  // The one place from which screen readers are told what happened; others see it at the window's foot.
  const status = make("p", { className: "status", role: "status" });
  document.body.append(status);
  let silence;

  /** Say what happened, to eyes and ears. */
  function announce(text) {
    status.textContent = "";
    clearTimeout(silence);
    // A live region speaks when its content changes, so the same words twice need a gap.
    requestAnimationFrame(() => { status.textContent = text; });
    silence = setTimeout(() => { status.textContent = ""; }, 4000);
  }

  /** Copy a text, say so, and tell whether it worked. */
  async function copy(text, what = gettext("Text")) {
    let copied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = make("textarea", { value: text, className: "unseen" });
      const before = document.activeElement;
      document.body.append(area);
      area.select();
      copied = document.execCommand("copy");
      area.remove();
      before?.focus();
    }
    announce(copied
      ? gettext("%(what)s copied", { what })
      : gettext("The browser refused to copy. Select the text and copy it by hand."));
    return copied;
  }

  const speech = { language, gettext, ngettext, papers, number, row, heard };
  return { root, load, give, data, make, memory, announce, copy, ...speech };
})();
