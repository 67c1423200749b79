// Words of a query, and which words of the list they may mean: the same words, words that begin
// like them, and words that somebody who mistyped them may have wanted. Part of the search; loaded
// with it on first use. Words are made like views/search/words.py makes them.
"use strict";
awesomeHeads.words = (() => {
  // Scripts that set no blanks between words, Han and Kana: each pair of signs counts as a word.
  const UNSPACED = /([\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}]+)/u;
  const RUN = /[\p{L}\p{N}\p{M}]+/gu;

  // How far a word of the list is from what was typed, as a weight between 0 and 1.
  const SAME = 1, PLURAL = 0.9, LONGER = 0.75, ONE_EDIT = 0.5, TWO_EDITS = 0.3;
  // Each word of the list that a mistyped one may mean costs postings; the nearest must do.
  const MOST_GUESSES = 40;

  /** Letters alone: without case, accents and what else NFKD and Unicode's cases take for equal. */
  function fold(text) {
    const plain = text.normalize("NFKD").replace(/\p{M}/gu, "");
    return plain.toUpperCase().toLowerCase().replaceAll("\u03c2", "\u03c3");
  }

  /** A query's words in order; of a run in a script without blanks, each pair of signs. */
  function ofQuery(text) {
    const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.flatMap((word) => word.split(UNSPACED).filter(Boolean).flatMap((piece) => {
      const signs = Array.from(piece);
      if (!isUnspaced(piece) || signs.length < 3) return [piece];
      return signs.slice(1).map((sign, at) => signs[at] + sign);
    }));
  }

  /** The list's words out of the text that Lexicon.front_coded writes, with what each shares. */
  function lexicon(coded) {
    const words = [], shared = [];
    let last = "";
    for (const [, letter, rest] of coded.matchAll(/([A-Z])([^A-Z]*)/g)) {
      const alike = letter.charCodeAt(0) - 65;
      words.push(last = last.slice(0, alike) + rest);
      shared.push(alike);
    }
    return { words, shared };
  }

  /** Number of the first word that is not before a text. */
  function place(words, text) {
    let low = 0, high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < text) low = middle + 1; else high = middle;
    }
    return low;
  }

  /** Whether a word is of a script without blanks. */
  const isUnspaced = (word) => UNSPACED.test(word);

  /**
   * Words of the list that are a word, its plural or singular, or longer ones that begin with it:
   * their numbers and weights. One letter stands for what begins with it only while it is being
   * typed, and then the list has gathered that under the letter and a star.
   */
  function matches({ words }, word, typing) {
    const found = new Map();
    const add = (text, weight) => {
      const number = place(words, text);
      if (words[number] === text) found.set(number, weight);
    };
    const starred = words[place(words, `${word}*`)] === `${word}*`;
    if (starred && typing) add(`${word}*`, LONGER / 2);
    if (word.length > 1 || isUnspaced(word) || (typing && !starred)) {
      for (let number = place(words, word); words[number]?.startsWith(word); number++) {
        found.set(number, LONGER * (1 + word.length / words[number].length) / 2);
      }
    }
    if (word.length > 3 && word.endsWith("s")) add(word.slice(0, -1), PLURAL);
    if (word.length > 2) add(`${word}s`, PLURAL);
    add(word, SAME);
    return found;
  }

  /** Words that a mistyped word may mean, or, while it is being typed, may begin to mean. */
  function guesses(list, word, typing) {
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    if (!most) return new Map();
    let found = near(list, word, most, false);
    if (typing && !found.length && word.length > 4) found = near(list, word, most, true);
    const length = (number) => list.words[number].length;
    found.sort((one, other) => one[1] - other[1] || length(one[0]) - length(other[0]));
    const closest = found.filter(([, edits]) => edits === found[0][1]).slice(0, MOST_GUESSES);
    return new Map(closest.map(([number, edits]) => [number, edits > 1 ? TWO_EDITS : ONE_EDIT]));
  }

  /**
   * Words within so many edits (a letter more, less or other, or two swapped), as [number, edits].
   *
   * The usual table, a row for each letter of the list's word. Neighbours in the list begin alike,
   * so their first rows are kept, and where a beginning is too far off all that share it are passed.
   * With `begins`, the beginning of a longer word will do.
   */
  function near({ words, shared }, wanted, most, begins) {
    const width = wanted.length + 1;
    const rows = [Uint8Array.from({ length: width }, (_, at) => at)];
    const least = [0];        // by depth: the least number of a row,
    const best = [width];     // and the fewest edits of any beginning so far
    const found = [];
    let hopeless = Infinity;  // the depth at which the last word was too far off
    for (let number = 0; number < words.length; number++) {
      if (shared[number] >= hopeless) continue;
      hopeless = Infinity;
      const word = words[number];
      let depth = shared[number];
      while (depth < word.length && hopeless === Infinity) {
        least[++depth] = fillRow(rows, depth, word, wanted);
        best[depth] = Math.min(best[depth - 1], rows[depth][width - 1]);
        // A swap reaches back two rows, so one bad row alone is no end.
        if (least[depth] > most && least[depth - 1] >= most) hopeless = depth;
      }
      const whole = hopeless === Infinity ? rows[word.length][width - 1] : width;
      const edits = begins ? best[depth] : whole;
      if (edits <= most && !word.endsWith("*")) found.push([number, edits]);
    }
    return found;
  }

  /** Fill the row for a word's letter before `depth`; the least number in it. */
  function fillRow(rows, depth, word, wanted) {
    const above = rows[depth - 1], letter = word[depth - 1];
    const row = rows[depth] ??= new Uint8Array(above.length);
    let least = row[0] = depth;
    for (let at = 1; at < row.length; at++) {
      let edits = above[at - 1] + (letter === wanted[at - 1] ? 0 : 1);
      if (edits > above[at] + 1) edits = above[at] + 1;
      if (edits > row[at - 1] + 1) edits = row[at - 1] + 1;
      const swapped = depth > 1 && letter === wanted[at - 2] && word[depth - 2] === wanted[at - 1];
      if (swapped && edits > rows[depth - 2][at - 2]) edits = rows[depth - 2][at - 2] + 1;
      row[at] = edits;
      if (edits < least) least = edits;
    }
    return least;
  }

  /**
   * Where a text has words that were found, as [from, to] in the text as it is.
   * A beginning marks every word that begins so; one that ends with a blank only that very word.
   * In a script without blanks the signs themselves are marked.
   */
  function marks(text, wanted) {
    const found = [];
    for (const { 0: run, index } of text.matchAll(RUN)) {
      let start = index;
      for (const piece of run.split(UNSPACED)) {
        const folded = `${fold(piece)} `;
        if (isUnspaced(piece)) found.push(...within(piece, start, wanted));
        else if (wanted.some((word) => folded.startsWith(word))) found.push([start, start + piece.length]);
        start += piece.length;
      }
    }
    return joined(found.sort((one, other) => one[0] - other[0]));
  }

  /** Where words stand in a piece of a script without blanks that begins at a place of its text. */
  function within(piece, start, wanted) {
    let folded = "", place = start;
    const places = []; // in the text, of each sign that is left once folded, and of the end
    for (const sign of piece) {
      const plain = fold(sign);
      for (let at = 0; at < plain.length; at++) places.push(place);
      folded += plain;
      place += sign.length;
    }
    places.push(place);
    const found = [];
    for (const word of wanted.map((each) => each.trim())) {
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
        found.push([places[at], places[at + word.length]]);
      }
    }
    return found;
  }

  /** Ranges in order, those that touch made one. */
  function joined(ranges) {
    const kept = [];
    for (const [from, to] of ranges) {
      const last = kept.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to); else kept.push([from, to]);
    }
    return kept;
  }

  return { fold, isUnspaced, ofQuery, lexicon, place, matches, guesses, marks };
})();
