// Which papers a text finds, and how well: the postings of its words, loaded as they are needed, and
// a score for each paper. Part of the search.
"use strict";
awesomeHeads.ranking = (index, list) => {
  // Where a word can stand, as views/search/lexicon.py numbers it: title, tag, author, venue, summary.
  const WEIGHTS = [8, 6, 5, 3, 1];
  const PLACES = WEIGHTS.length;
  // A query that is the very name of a term: its papers count this much more.
  const NAMED = 6;
  // Where no paper has every word, papers that are worth this part of the best are shown.
  const ENOUGH = 0.6;

  // A whole abstract may be pasted.
  const MOST_WORDS = 40;

  const { ofQuery, matches, guesses, place } = awesomeHeads.words;
  const blocks = new Map();    // number of a block -> its packed postings
  const unpacked = new Map();  // number of a word -> its postings

  /** Load the postings of some words, by blocks. */
  async function loadPostings(words) {
    const wanted = new Set();
    for (const word of words) if (!unpacked.has(word)) wanted.add(blockOf(word));
    await Promise.all([...wanted].filter((number) => !blocks.has(number)).map(async (number) => {
      const text = await awesomeHeads.data(`search/postings/${number}.js`);
      blocks.set(number, text.split(" "));
    }));
  }

  const blockOf = (word) => place(index.blocks, word + 1) - 1;

  function postings(word) {
    if (!unpacked.has(word)) {
      const block = blockOf(word);
      unpacked.set(word, awesomeHeads.packing.unpackRising(blocks.get(block)[word - index.blocks[block]]));
    }
    return unpacked.get(word);
  }

  /** Each paper's score, 0 where it is not found, and the words to mark; null for a text of no words. */
  async function find(text) {
    const typed = ofQuery(text).slice(0, MOST_WORDS);
    if (!typed.length) return null;
    const typing = (at) => at === typed.length - 1;
    const known = typed.map((word, at) => matches(list, word, typing(at)));
    const meant = known.map((found, at) => (found.size ? found : guesses(list, typed[at], typing(at))));
    const found = await scored(typed, meant);
    if (!found.partial || !known.every((each) => each.size)) return found;
    // Each word is there, but never with the others: one may be a slip that is a word as well.
    const wider = known.map((each, at) => new Map([...guesses(list, typed[at], typing(at)), ...each]));
    const second = await scored(typed, wider);
    return second.partial ? found : second;
  }

  /** Score papers by where they have each word, and how rare that word is. */
  async function scored(typed, meanings) {
    await loadPostings(meanings.flatMap((meant) => [...meant.keys()]));
    const { size, lengths } = index;
    const scores = new Float32Array(size), hits = new Uint8Array(size), titled = new Uint8Array(size);
    let weight = 0; // of the whole query
    for (const meant of meanings) {
      const best = new Float32Array(size);
      const inTitle = new Uint8Array(size);
      for (const [word, closeness] of meant) {
        for (const posting of postings(word)) {
          const paper = (posting / PLACES) | 0, spot = posting - paper * PLACES;
          const worth = WEIGHTS[spot] * closeness;
          if (worth > best[paper]) best[paper] = worth;
          if (spot === 0 && closeness > 0.8) inTitle[paper] = 1;
        }
      }
      const papers = best.reduce((count, worth) => count + (worth > 0), 0);
      const rarity = papers ? Math.log(1 + size / papers) : 0;
      weight += rarity;
      for (let paper = 0; paper < size; paper++) {
        if (!best[paper]) continue;
        scores[paper] += best[paper] * rarity;
        hits[paper]++;
        titled[paper] += inTitle[paper];
      }
    }
    for (let paper = 0; paper < size; paper++) {
      if (titled[paper]) scores[paper] *= 1 + Math.min(1, titled[paper] / lengths[paper]);
    }
    for (const paper of named(typed)) if (hits[paper]) scores[paper] += NAMED * weight;
    return { ...cut(scores, hits, meanings.length), words: toMark(typed, meanings) };
  }

  /** Papers of the terms whose name or alias is just what was typed. */
  function named(typed) {
    const text = typed.join(" ");
    return index.facets.flatMap(({ terms, papers }) => terms.flatMap((term, number) => {
      term.names ??= [term.name, ...term.aliases].map((name) => ofQuery(name).join(" "));
      return term.names.includes(text) ? [...papers[number]] : [];
    }));
  }

  /** Keep papers that have every word; if there are none, those that come nearest. */
  function cut(scores, hits, words) {
    const partial = !hits.includes(words);
    const least = partial ? ENOUGH * scores.reduce((one, other) => Math.max(one, other), 0) : 0;
    for (let paper = 0; paper < scores.length; paper++) {
      if (partial ? scores[paper] < least : hits[paper] < words) scores[paper] = 0;
    }
    return { scores, partial };
  }

  /** For `marks`: what was typed as a beginning; of other words that it may mean, the whole word. */
  function toMark(typed, meanings) {
    return typed.flatMap((word, at) => {
      const others = [...meanings[at].keys()].map((number) => list.words[number]);
      const beginning = word.length > 1 || at === typed.length - 1 ? word : `${word} `;
      const differs = (other) => !other.startsWith(word) && !other.endsWith("*");
      return [beginning, ...others.filter(differs).map((other) => `${other} `)];
    });
  }

  return { find };
};
