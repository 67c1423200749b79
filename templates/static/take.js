// Papers as a file in one of the list's formats, joined as the static files are.
"use strict";
awesomeHeads.take = (() => {
  // As many as views/chunks.py puts in a file.
  const A_FILE = 100;
  const { data, make, copy } = awesomeHeads;

  async function file(numbers, name) {
    const style = (await data("search/formats.js")).find((each) => each.name === name);
    const parts = new Map();
    await Promise.all(numbers.map((number) => Math.floor(number / A_FILE)).map(async (part) => {
      parts.set(part, await data(`search/cite/${name}/${part}.js`));
    }));
    const pieces = numbers.map((number) => parts.get(Math.floor(number / A_FILE))[number % A_FILE]);
    return { ...style, text: style.opening + pieces.join(style.between) + style.closing };
  }

  /** A name for the file that says what was looked for. */
  function named(words) {
    const slug = words.join(" ").normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-");
    return slug.slice(0, 60).replace(/^-+|-+$/g, "") || "papers";
  }

  /** Have the browser save these papers. */
  async function save(numbers, name, words) {
    const { text, type, suffix } = await file(numbers, name);
    const href = URL.createObjectURL(new Blob([text], { type }));
    make("a", { href, download: named(words) + suffix }).click();
    // Some browsers start reading only after the click.
    setTimeout(() => URL.revokeObjectURL(href), 10000);
  }

  return { save, copy: async (numbers, name) => copy((await file(numbers, name)).text, "BibTeX") };
})();
