// Pages that a search may mean beside papers: terms and groups, by their names and what is said of them.
// Loaded by the box below which they are shown.
"use strict";
awesomeHeads.subjects = (() => {
  const SHOWN = 3;
  // What a word is worth in a name, beside one in the text about it.
  const NAMED = 3;
  // The part of a query that a page must have, in words weighed by how rare they are.
  const ENOUGH = 0.6;

  let subjects = null;

  async function open() {
    const raw = await awesomeHeads.data("search/subjects.js");
    subjects = raw.map(([name, kind, page, names, about]) =>
      ({ name, kind, page, names: ` ${names} `, about: ` ${about} ` }));
  }

  /** Whether words have one, its singular, or, where it is long enough to mean something, its longer forms. */
  function has(words, word) {
    if (awesomeHeads.words.isUnspaced(word)) return words.includes(` ${word}`);
    const one = word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word;
    return words.includes(word.length > 2 ? ` ${one}` : ` ${word} `);
  }

  /** The pages that a text means best; none where its words tell no page from another. */
  async function find(text) {
    if (!subjects) await open();
    const typed = awesomeHeads.words.ofQuery(text);
    const scores = subjects.map(() => ({ had: 0, score: 0 }));
    let whole = 0, telling = false;
    for (const word of typed) {
      const worths = subjects.map(({ names, about }) => (has(names, word) ? NAMED : has(about, word) ? 1 : 0));
      const number = worths.filter(Boolean).length;
      telling ||= number > 0 && number <= Math.max(SHOWN, subjects.length / 4);
      const rarity = Math.log(1 + subjects.length / (number || 0.5));
      whole += rarity;
      worths.forEach((worth, at) => {
        scores[at].had += worth && rarity;
        scores[at].score += worth * rarity;
      });
    }
    if (!telling) return [];
    return subjects
      .map((subject, at) => ({ ...subject, ...scores[at] }))
      .filter(({ had }) => had >= ENOUGH * whole)
      .sort((one, other) => other.score - one.score || one.names.length - other.names.length)
      .slice(0, SHOWN);
  }

  return { find };
})();
