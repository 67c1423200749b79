// The search: which papers have some words and terms, best first, and how many each further term
// would leave. Papers are numbers in the list's order, newest first. docs/search.md says why it is
// made this way; views/search/ writes what it loads.
"use strict";
awesomeHeads.search = (() => {
  // What becomes of a paper: it passes, it fails for more than one reason or for one that offers no
  // other choice, or it fails in one facet alone, whose number follows (the years come after them).
  const PASSES = 0, FAILS = 1, BUT_FOR = 2;

  let index = null, texts = null, opening = null;

  /** What is known of all papers, loaded once. */
  function open() {
    opening ??= load().catch((error) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  async function load() {
    const [raw, coded] = await Promise.all([
      awesomeHeads.data("search/index.js"),
      awesomeHeads.data("search/lexicon.js"),
      ...["packing", "words", "ranking"].map((name) => awesomeHeads.load(`static/${name}.js`)),
    ]);
    const { unpack, unpackRising } = awesomeHeads.packing;
    const yearOf = new Uint16Array(raw.size);
    let from = 0;
    for (const [year, papers] of raw.years) yearOf.fill(year, from, from += papers);
    index = {
      size: raw.size,
      years: [yearOf.at(-1), yearOf[0]],
      yearOf: (paper) => yearOf[paper],
      has: Object.keys(raw.has),
      facets: raw.facets.map((facet) => facetOf(facet, raw.size)),
      carriers: Object.values(raw.has).map((packed) => flags(raw.size, unpackRising(packed))),
      lengths: unpack(raw.titles),
      blocks: raw.blocks,
    };
    texts = awesomeHeads.ranking(index, awesomeHeads.words.lexicon(coded));
    return index;
  }

  /** A vocabulary: its groups and terms, and the terms of all papers, one paper after the other. */
  function facetOf({ id, groups: slugs, terms: raw, papers: packed }, size) {
    const papers = packed.split(" ").map(awesomeHeads.packing.unpackRising);
    const terms = raw.map(([name, slug, group, ...aliases], number) =>
      ({ name, slug, aliases, group: slugs[group] ?? "", total: papers[number].length }));
    const groups = slugs.map((slug) => ({
      slug,
      terms: [...terms.keys()].filter((term) => `${terms[term].group}/`.startsWith(`${slug}/`)),
    }));
    const groupsOf = terms.map((_, term) =>
      [...groups.keys()].filter((group) => groups[group].terms.includes(term)));
    const starts = new Uint32Array(size + 1);
    for (const each of papers) for (const paper of each) starts[paper + 1]++;
    for (let paper = 0; paper < size; paper++) starts[paper + 1] += starts[paper];
    const ends = starts.slice(), termsOf = new Uint16Array(starts[size]);
    papers.forEach((each, term) => each.forEach((paper) => { termsOf[ends[paper]++] = term; }));
    return { id, terms, groups, groupsOf, papers, starts, termsOf };
  }

  function flags(size, numbers) {
    const flagged = new Uint8Array(size);
    for (const number of numbers) flagged[number] = 1;
    return flagged;
  }

  /** Papers that a query leaves, in order, and for each choice how many papers it would leave. */
  async function find(query) {
    await open();
    const text = query.text ? await texts.find(query.text) : null;
    const fates = filtered(query, text);
    const sort = query.sort ?? "relevance";
    return {
      papers: sort === "relevance" && text ? byScore(fates, text.scores) : await ordered(fates, sort),
      counts: counted(fates),
      words: text?.words ?? [],
      partial: text?.partial ?? false,
    };
  }

  /** What becomes of each paper. */
  function filtered(query, text) {
    const fates = new Uint8Array(index.size);
    const filter = (fate, passes) => {
      for (let paper = 0; paper < index.size; paper++) {
        if (!passes(paper)) fates[paper] = fates[paper] === PASSES ? fate : FAILS;
      }
    };
    index.facets.forEach(({ id, terms, starts, termsOf }, number) => {
      const chosen = flags(terms.length, query.terms?.[id] ?? []);
      if (chosen.includes(1)) filter(BUT_FOR + number, (paper) => {
        for (let at = starts[paper]; at < starts[paper + 1]; at++) if (chosen[termsOf[at]]) return true;
        return false;
      });
    });
    if (query.years) {
      const [first, last] = query.years;
      const within = (year) => year >= first && year <= last;
      filter(BUT_FOR + index.facets.length, (paper) => within(index.yearOf(paper)));
    }
    index.has.forEach((kind, number) => {
      if (query.has?.includes(kind)) filter(FAILS, (paper) => index.carriers[number][paper]);
    });
    if (query.only) filter(FAILS, (paper) => query.only.has(paper));
    if (text) filter(FAILS, (paper) => text.scores[paper] > 0);
    return fates;
  }

  /** For each choice the papers it would leave, had nothing else been chosen in the same facet. */
  function counted(fates) {
    const counts = { groups: {}, has: {}, years: {} };
    const each = (fate, count) => {
      for (let paper = 0; paper < index.size; paper++) {
        if (fates[paper] === PASSES || fates[paper] === fate) count(paper);
      }
    };
    index.facets.forEach(({ id, terms, groups, groupsOf, starts, termsOf }, number) => {
      const ofTerms = counts[id] = new Array(terms.length).fill(0);
      const ofGroups = counts.groups[id] = new Array(groups.length).fill(0);
      // The paper that a group counted last: one with two of its terms counts once.
      const last = new Int32Array(groups.length).fill(-1);
      each(BUT_FOR + number, (paper) => {
        for (let at = starts[paper]; at < starts[paper + 1]; at++) {
          ofTerms[termsOf[at]]++;
          for (const group of groupsOf[termsOf[at]]) {
            if (last[group] !== paper) ofGroups[group]++;
            last[group] = paper;
          }
        }
      });
    });
    each(BUT_FOR + index.facets.length, (paper) => {
      counts.years[index.yearOf(paper)] = (counts.years[index.yearOf(paper)] ?? 0) + 1;
    });
    index.has.forEach((kind, number) => {
      counts.has[kind] = 0;
      each(PASSES, (paper) => { counts.has[kind] += index.carriers[number][paper]; });
    });
    return counts;
  }

  /** Papers that pass, best first, newer first where equal. */
  function byScore(fates, scores) {
    // One number a paper, its rank before its own number, for numbers sort several times faster.
    const keys = new Float64Array(fates.reduce((count, fate) => count + (fate === PASSES), 0));
    let at = 0;
    fates.forEach((fate, paper) => {
      if (fate === PASSES) keys[at++] = paper - Math.round(scores[paper] * 1000) * index.size;
    });
    return Array.from(keys.sort(), (key) => key - Math.floor(key / index.size) * index.size);
  }

  /** Papers that pass, in one of the orders that are kept; by date where it is none of them. */
  async function ordered(fates, sort) {
    const dated = sort === "date" || sort === "relevance";
    const order = dated ? fates.keys() : await kept(sort);
    return Array.from(order).filter((paper) => fates[paper] === PASSES);
  }

  async function kept(sort) {
    const orders = await awesomeHeads.data("search/orders.js");
    return awesomeHeads.packing.unpack(orders[sort] ?? "");
  }

  /** The numbers of papers by their ids; ids that the list does not have are left out. */
  async function numbersOf(ids) {
    const every = (await awesomeHeads.data("search/ids.js")).split(" ");
    const numbers = new Map(every.map((id, number) => [id, number]));
    return new Map([...ids].filter((id) => numbers.has(id)).map((id) => [id, numbers.get(id)]));
  }

  const marks = (text, words) => awesomeHeads.words.marks(text, words);

  return { open, find, marks, numbersOf };
})();
