// Papers as rows, by their number in the list: loaded a few at a time, and marked where words match.
"use strict";
awesomeHeads.rows = (() => {
  // As many as views/chunks.py puts in a file.
  const A_FILE = 4;
  const MARKED = ".title, .authors, .chips, .venue, .summary dd";
  const known = new Map();
  const { data, make } = awesomeHeads;

  /** Remember rows that follow one another, without what scripts have added to them already. */
  function keep(first, elements) {
    [...elements].forEach((element, place) => {
      const plain = element.cloneNode(true);
      plain.classList.remove("ready");
      for (const added of plain.querySelectorAll(".tools, .fresh")) added.remove();
      known.set(first + place, plain);
    });
  }

  /** Have the rows of these papers at hand. */
  async function fetched(numbers) {
    const missing = numbers.filter((number) => !known.has(number));
    const files = new Set(missing.map((number) => Math.floor(number / A_FILE)));
    await Promise.all([...files].map(async (file) => {
      const template = make("template");
      template.innerHTML = (await data(`search/rows/${file}.js`)).join("");
      keep(file * A_FILE, template.content.children);
    }));
  }

  /** Mark words in an element. Text stays text: nothing of it is read as markup. */
  function mark(element, words) {
    if (!words.length) return;
    for (const part of element.querySelectorAll(MARKED)) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        for (const [from, to] of awesomeHeads.search.marks(text.data, words).reverse()) {
          const found = text.splitText(from);
          found.splitText(to - from);
          const marked = make("mark");
          found.replaceWith(marked);
          marked.append(found);
        }
      }
    }
  }

  /** A paper's row with words marked, or nothing where it is still to be fetched. */
  function row(number, words) {
    const copy = known.get(number)?.cloneNode(true);
    if (copy) mark(copy, words);
    return copy;
  }

  return { keep, fetched, row, has: (number) => known.has(number) };
})();
