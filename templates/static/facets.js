// What narrows the papers down. The form's own fields are the state: an address is written from them
// and read into them, and a query is made of them.
"use strict";
awesomeHeads.facets = (() => {
  const { gettext, number: written } = awesomeHeads;
  const form = document.getElementById("facets");
  const ticks = [...form.querySelectorAll("input")];
  const [from, to] = [form.elements.from, form.elements.to];
  const labelOf = (input) => input.parentElement.querySelector(".says").textContent;
  const ticked = (name) => ticks.filter((each) => each.checked && each.name === name);
  const numbers = new Map(ticks.map((input) => [input, input.parentElement.querySelector(".number")]));
  // Counts as the page came, for the list as a whole.
  const totals = new Map([...numbers].map(([input, number]) => [input, number.textContent]));
  const years = [...from.options, ...to.options].filter((option) => option.value)
    .map((option) => ({ option, whole: option.text }));

  // What a paper may come with, as it is said where it is chosen, and within a sentence.
  const HAVING = {
    code: [gettext("With code"), gettext("code")],
    data: [gettext("With data"), gettext("data")],
    demo: [gettext("With demo"), gettext("demo")],
  };

  /** What is chosen, as parts that can be dropped one by one: name, words, what goes, and how. */
  function active() {
    const parts = ticks.filter((input) => input.checked).map((input) => {
      const name = input.name.replace(/-in$/, "");
      const [words, what = words] = (name === "has" && HAVING[input.value]) || [labelOf(input)];
      return { name, words, what, undo: () => { input.checked = false; } };
    });
    if (from.value || to.value) {
      const words = spanned(from.value, to.value);
      parts.unshift({ name: "years", words, what: words, undo: () => { from.value = to.value = ""; } });
    }
    return parts;
  }

  function spanned(first, last) {
    if (!last) return gettext("Since %(year)s", { year: first });
    if (!first) return gettext("Until %(year)s", { year: last });
    return first === last ? first : gettext("%(first)s to %(last)s", { first, last });
  }

  function clear() {
    for (const input of ticks) input.checked = false;
    from.value = to.value = "";
  }

  /** What is chosen as pairs of name and values, for the address; their order is the form's. */
  function pairs() {
    const found = new Map();
    if (from.value || to.value) {
      found.set("years", from.value === to.value ? from.value : `${from.value}-${to.value}`);
    }
    for (const input of ticks.filter((each) => each.checked)) {
      found.set(input.name, found.has(input.name) ? `${found.get(input.name)},${input.value}` : input.value);
    }
    return [...found];
  }

  /** Choose what an address says; what the list does not know any more is passed over. */
  function restore(parameters) {
    const said = (name) => (parameters.get(name) ?? "").split(",");
    const [first, last = first] = (parameters.get("years") ?? "").split("-");
    const known = (select, year) => [...select.options].some((option) => option.value === year) ? year : "";
    from.value = known(from, first);
    to.value = known(to, last);
    for (const input of ticks) input.checked = said(input.name).includes(input.value);
    for (const details of form.querySelectorAll("details")) {
      details.open ||= ticked(details.dataset.facet).length + ticked(`${details.dataset.facet}-in`).length > 0;
    }
  }

  /** What is chosen as a query to the index. `dropped` names one part that is left out. */
  function query(index, starred, dropped) {
    const terms = {};
    for (const facet of index.facets.filter((each) => each.id !== dropped)) {
      const slugs = new Set(ticked(facet.id).map((input) => input.value));
      const chosen = facet.terms.map((_, place) => place).filter((place) => slugs.has(facet.terms[place].slug));
      const groups = new Set(ticked(`${facet.id}-in`).map((input) => input.value));
      for (const group of facet.groups.filter((each) => groups.has(each.slug))) chosen.push(...group.terms);
      if (chosen.length) terms[facet.id] = [...new Set(chosen)];
    }
    const spanned = dropped !== "years" && (from.value || to.value);
    // Years the wrong way round are read the right way round.
    const span = [Number(from.value || index.years[0]), Number(to.value || index.years[1])].sort((a, b) => a - b);
    return {
      terms,
      years: spanned ? span : null,
      has: dropped === "has" ? [] : ticked("has").map((input) => input.value),
      only: dropped !== "starred" && ticked("starred").length ? starred : null,
    };
  }

  /** Say how many papers each option would leave; without counts, those of the whole list. */
  function count(index, counts) {
    const now = new Map();
    if (counts) {
      const places = new Map();
      for (const facet of index.facets) {
        facet.terms.forEach((term, place) => places.set(`${facet.id}/${term.slug}`, counts[facet.id][place]));
        facet.groups.forEach((group, place) => places.set(`${facet.id}-in/${group.slug}`, counts.groups[facet.id][place]));
      }
      for (const input of ticks) {
        const number = input.name === "has" ? counts.has[input.value] : places.get(`${input.name}/${input.value}`);
        now.set(input, written(number ?? 0));
      }
    }
    for (const { option, whole } of years) {
      option.text = counts ? `${option.value} (${written(counts.years[option.value] ?? 0)})` : whole;
    }
    for (const [input, whole] of totals) {
      if (input.name === "starred") continue;
      const number = now.get(input) ?? whole;
      if (numbers.get(input).textContent !== number) numbers.get(input).textContent = number;
      input.disabled = number === written(0) && !input.checked;
    }
  }

  /** Offer the starred papers, as soon as there are any. */
  function star(number) {
    const input = form.elements.starred;
    numbers.get(input).textContent = written(number);
    document.getElementById("stars").hidden = !number && !input.checked;
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button.every");
    if (!button) return;
    const open = button.getAttribute("aria-expanded") === "false";
    button.setAttribute("aria-expanded", open);
    button.parentElement.classList.toggle("unfolded", open);
    button.firstChild.data = open ? gettext("Fewer") : button.dataset.folded;
  });
  for (const button of form.querySelectorAll("button.every")) button.dataset.folded = button.firstChild.data;

  // On narrow screens the facets are in a sheet.
  const sheet = document.getElementById("sheet");
  const beside = form.parentElement;
  document.getElementById("narrow").addEventListener("click", () => {
    sheet.prepend(form);
    sheet.showModal();
  });
  document.getElementById("shut").addEventListener("click", () => sheet.close());
  sheet.addEventListener("click", ({ target }) => { if (target === sheet) sheet.close(); });
  sheet.addEventListener("close", () => beside.append(form));
  matchMedia("(min-width: 56rem)").addEventListener("change", () => sheet.open && sheet.close());

  return { form, active, clear, pairs, restore, query, count, star };
})();
