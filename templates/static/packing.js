// Reads the numbers that views/search/packing.py writes. Part of the search.
"use strict";
awesomeHeads.packing = (() => {
  // Signs for digits begin with # and leave out the backslash. The last digit of a number is one of
  // the first BASE signs, and those before it are of the MORE that follow.
  const FIRST = "#".charCodeAt(0), LEFT_OUT = "\\".charCodeAt(0), BASE = 46, MORE = 45;

  /** Numbers one after the other. */
  function unpack(text) {
    const numbers = [];
    let number = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const digit = code - FIRST - (code > LEFT_OUT);
      if (digit < BASE) {
        numbers.push(number * BASE + digit);
        number = 0;
      } else number = number * MORE + digit - BASE + 1;
    }
    return numbers;
  }

  /** Numbers that never fall, written by their differences. */
  function unpackRising(text) {
    const numbers = Uint32Array.from(unpack(text));
    for (let at = 1; at < numbers.length; at++) numbers[at] += numbers[at - 1];
    return numbers;
  }

  return { unpack, unpackRising };
})();
