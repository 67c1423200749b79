// The page on which a paper is added: what is typed becomes a record, a preview and a link to
// GitHub's editor. Nothing is sent or stored; texts reach the page as text, never as markup.
(() => {
  "use strict";

  const { data: loaded, gettext, ngettext, number: written, row, heard } = awesomeHeads;
  const find = (id) => document.getElementById(id);
  const form = find("contribute");
  const data = JSON.parse(find("contribute-data").textContent);
  const fields = new Map(data.fields.map((field) => [field.path, field]));
  const picked = new Map(data.fields.filter((f) => f.kind === "terms").map((f) => [f.path, []]));
  const visited = new Set();
  const refused = new Map(); // what was typed for a term and is none
  let papers = []; // those of the list, once they are needed and loaded
  const inputOf = (path) => find(`field-${fields.get(path).id}`);

  const make = (tag, className, ...inside) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  };

  // Plain text, as the engine reads it

  const trim = (text) => text.replace(/^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g, "");
  const wordsIn = (text) => text.split(/\s+/).filter(Boolean).length;
  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const titleKey = (text) => plain(text).replace(/ß/g, "ss").replace(/[^\p{L}\p{N}]/gu, "");
  const slugify = (text) => {
    const spelt = [...text].map((each) => data.letters[each] ?? plain(each)).join("");
    const words = spelt.toLowerCase().replace(/'/g, "").replace(/[^a-z0-9]+/g, "-");
    const slug = words.replace(/^-+|-+$/g, "");
    if (slug.length <= data.limits.slug) return slug;
    const cut = slug.slice(0, data.limits.slug + 1);
    return cut.slice(0, Math.max(cut.lastIndexOf("-"), 0)) || slug.slice(0, data.limits.slug);
  };

  // Papers by their ids

  const ARXIV = /^(?:arxiv:\s*)?(\d{4}\.\d{4,5}|[a-z][a-z.-]*\/\d{7})(?:v\d+)?(?:\.pdf)?\/?$/i;
  const ACL = /^(?:acl:?\s+)?([A-Z]\d{2}-\d{4,5}|\d{4}\.[a-z0-9_]+-[a-z0-9]+\.\d+)(?:\.pdf|\.bib)?\/?$/i;
  const HOSTS = /^(?:[\w-]+\.)?(?:arxiv\.org|doi\.org|dl\.acm\.org|openreview\.net|aclanthology\.org)\//i;

  const addressOf = (text) => {
    try {
      const url = new URL(HOSTS.test(text) ? `https://${text}` : text);
      return /^https?:$/.test(url.protocol) ? url : null;
    } catch {
      return null;
    }
  };
  const arxivId = (text) => {
    const found = ARXIV.exec(text);
    const id = found && found[1].toLowerCase().replace(/\.[a-z-]+\//, "/");
    return id && { name: `arxiv:${id}`, label: `arXiv:${id}`, url: `https://arxiv.org/abs/${id}` };
  };
  const doiId = (text) => {
    const found = /10\.\d{4,9}\/\S+/.exec(text);
    if (!found) return null;
    const doi = found[0].replace(/[.,;]+$/, "").toLowerCase();
    const arxiv = doi.startsWith("10.48550/arxiv.") && arxivId(doi.slice("10.48550/arxiv.".length));
    return arxiv || { name: `doi:${doi}`, label: `doi:${doi}`, url: `https://doi.org/${doi}` };
  };
  const reviewId = (id) =>
    id && { name: `openreview:${id}`, label: `OpenReview ${id}`, url: `https://openreview.net/forum?id=${id}` };
  const aclId = (text) => {
    const found = ACL.exec(text);
    const id = found && (/^\d/.test(found[1]) ? found[1].toLowerCase() : found[1].toUpperCase());
    return id && { name: `acl:${id}`, label: `ACL ${id}`, url: `https://aclanthology.org/${id}/` };
  };
  const decoded = (path) => {
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  };
  const identify = (text) => {
    const url = addressOf(text);
    if (!url) {
      const review = /^openreview:?\s*([\w-]+)$/i.exec(text);
      const doi = /^(?:doi:\s*)?10\.\S+$/i.test(text) && doiId(text);
      return doi || arxivId(text) || aclId(text) || reviewId(review && review[1]) || null;
    }
    const host = url.hostname.replace(/^www\./, "");
    const arxiv = /^\/(?:abs|pdf|html|format)\/(.+)$/.exec(url.pathname);
    if (/^(?:export\.)?arxiv\.org$/.test(host)) return arxiv && arxivId(arxiv[1]);
    if (["doi.org", "dx.doi.org", "dl.acm.org"].includes(host)) return doiId(decoded(url.pathname));
    if (host === "openreview.net") return reviewId(url.searchParams.get("id"));
    return host === "aclanthology.org" ? aclId(url.pathname.slice(1)) : null;
  };
  const addressKey = (text) => {
    const url = addressOf(text);
    return url && `//${url.hostname.replace(/^www\./, "")}${url.pathname.replace(/\/+$/, "")}${url.search}${url.hash}`;
  };

  // What the fields hold

  const read = () => {
    const values = {};
    for (const [path, field] of fields) {
      const text = inputOf(path).value.toWellFormed?.() ?? inputOf(path).value;
      if (field.kind === "terms") values[path] = picked.get(path);
      else if (field.kind === "lines") values[path] = text.split("\n").map(trim).filter(Boolean);
      else values[path] = trim(text);
    }
    return values;
  };
  const termNamed = (vocabulary, text) => {
    const { terms } = data.vocabularies[vocabulary];
    const same = (name) => plain(name).replace(/[\s_-]+/g, " ") === plain(text).replace(/[\s_-]+/g, " ");
    return terms.find((t) => same(t.name)) ?? terms.find((t) => t.aliases.some(same));
  };
  const slugOf = (values) => values.id || slugify(values.title);
  const pathOf = (values) =>
    `papers/${/^\d{4}/.exec(values.date) ?? "YEAR"}/${slugOf(values) || "short-title"}.yaml`;

  // The record. JSON's strings are YAML's, once what YAML does not print is spelt out as well.

  const UNPRINTED = /[\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\p{Cs}]/gu;
  const quoted = (text) =>
    JSON.stringify(text).replace(UNPRINTED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const inBrackets = (texts) => `[${texts.map(quoted).join(", ")}]`;

  const recordOf = (values) => {
    const lines = [];
    const put = (name, path) => {
      const value = values[path];
      if (Array.isArray(value) ? value.length : value) {
        lines.push(`${name}: ${Array.isArray(value) ? inBrackets(value) : quoted(value)}`);
      } else if (fields.get(path).required) {
        lines.push(`${name}: ${Array.isArray(value) ? '[""]' : '""'}`);
      }
    };
    const putAll = (outer) => {
      const inner = [...fields.keys()].filter((path) => path.startsWith(`${outer}.`));
      if (!inner.some((path) => values[path] || fields.get(path).required)) return;
      lines.push(`${outer}:`);
      inner.forEach((path) => put(`  ${path.slice(outer.length + 1)}`, path));
    };
    put("title", "title");
    put("date", "date");
    if (values.authors.length) lines.push("authors:", ...values.authors.map((name) => `  - ${quoted(name)}`));
    put("venue", "venue");
    putAll("published");
    picked.forEach((_, path) => put(path, path));
    putAll("links");
    putAll("summary");
    return `${lines.join("\n")}\n`;
  };

  // Checks, in the engine's words, each a sentence with what to type instead; patterns and what is
  // required come from the schema.

  const PAPER = "\u0000"; // stands in a sentence for the link to a paper

  const MARKUP = /<\/?(?:a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|ol|p|pre|script|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul)(?:\s[^<>]*)?\/?>|<!--|&(?:[a-z]+\d*|#\d+|#x[0-9a-f]+);/i;
  const ENDED = /[.!?…。！？][\s"')\]*_`’”]*$/;
  const HIDDEN = /[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;
  const OTHERS = /\bet\.?\s+al\b\.?|\b(?:and|&)\s+others\b|^others$|\.\.\.|…/i;
  const PRIVATE = /^(?:[^.]*|.*\.(?:localhost|local|internal|home\.arpa)|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(?:1[6-9]|2\d|3[01])\..*|0\..*|\[.*\])$/i;

  const today = () => {
    const tomorrow = new Date(Date.now() + 86_400_000);
    return `${tomorrow.getFullYear()}-${`${tomorrow.getMonth() + 1}`.padStart(2, "0")}-${`${tomorrow.getDate()}`.padStart(2, "0")}`;
  };
  const isDay = (text) => {
    const [year, month = 1, day = 1] = text.split("-").map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  };

  function* faultsOfDate(path, text) {
    const whole = path === "date";
    if (!new RegExp(fields.get(path).pattern, "u").test(text) || !isDay(text)) {
      yield [whole
        ? gettext("“%(text)s” is not a day of the calendar: write year-month-day, such as 2024-04-24.", { text })
        : gettext("“%(text)s” is not a year, a month or a day: write 2024, 2024-05 or 2024-05-28.", { text })];
    } else if (text > today().slice(0, text.length)) {
      yield [whole
        ? gettext("%(date)s is still to come: correct it.", { date: text })
        : gettext("%(date)s is still to come: leave it out until then.", { date: text })];
    } else if (text < "1950") {
      yield [gettext("%(date)s lies before 1950: correct the year.", { date: text }), "warning"];
    }
  }

  function* faultsOfAddress(path, text) {
    const url = addressOf(text);
    if (!new RegExp(fields.get(path).pattern, "u").test(text) || /[\s<>"\\^`{|}]/.test(text) || !url) {
      yield [gettext("“%(text)s” is not a web address: write the whole address, such as https://arxiv.org/abs/2404.15574.", { text })];
    } else if (url.username || url.password) {
      yield [gettext("The address carries a user's name or password: delete it up to the @.")];
    } else if (PRIVATE.test(url.hostname)) {
      yield [gettext("“%(host)s” cannot be reached from the internet: write the public address.", { host: url.hostname })];
    }
  }

  function* faultsOfText(path, text) {
    const markup = MARKUP.exec(text.replace(/(`+)(?!`).*?\1/gs, ""));
    if (HIDDEN.test(text)) yield [gettext("The text holds an invisible character: delete it, or type the text anew.")];
    if (markup) yield [gettext("“%(text)s” is HTML: write it as readers should see it.", { text: markup[0] })];
    if (path.startsWith("summary.")) {
      const count = wordsIn(text);
      if (count > data.limits.line) yield [ngettext("The line has %(number)s word, more than %(most)s: keep the one thing that a reader should remember.", "The line has %(number)s words, more than %(most)s: keep the one thing that a reader should remember.", count, { most: written(data.limits.line) }), "warning"];
      if (!ENDED.test(text)) yield [gettext("The sentence has no end: end the line with a full stop."), "warning"];
      if (/[‘’‚‛“”„‟]/.test(text)) yield [gettext("The text has curly quotation marks: write straight ones."), "warning"];
    }
    if (path === "title" && /[^.\s]\.$/.test(text)) yield [gettext("The title ends with a full stop: delete it."), "warning"];
  }

  function* faultsOfTerms(field, names) {
    for (const name of names) {
      const term = termNamed(field.vocabulary, name);
      if (!term) yield [gettext("“%(name)s” is no term of %(vocabulary)s: choose one from the list.", { name, vocabulary: field.vocabulary })];
      else if (term.name !== name) yield [gettext("The list calls it “%(name)s”: write %(name)s.", { name: term.name })];
    }
  }

  function* faultsOfAuthors(names) {
    for (const name of names) {
      const others = OTHERS.exec(name);
      if (others) yield [gettext("“%(name)s” is not a person: write every author, or leave the field empty.", { name: others[0] })];
      else if (/[,;]|\s(?:and|&)\s/.test(name)) yield [gettext("“%(name)s” looks like more than one person: write one author a line.", { name }), "warning"];
      else if (/[\d*†‡§¹²³]/.test(name)) yield [gettext("“%(name)s” holds a mark that is no part of a name: delete it.", { name })];
    }
    if (new Set(names.map(titleKey)).size < names.length) yield [gettext("One author is named twice: delete one of the two."), "warning"];
  }

  function* faultsOfFile(values) {
    const slug = slugOf(values);
    if (!slug) {
      if (values.title) yield [gettext("The title gives no file name: write one: letters, digits and hyphens.")];
    } else if (!new RegExp(fields.get("id").pattern, "u").test(slug)) {
      yield [gettext("“%(name)s” is not lower-case words joined by hyphens: write %(better)s.", { name: slug, better: slugify(slug) || "letters-and-digits" })];
    } else {
      const owner = papers.find((paper) => paper.id === slug || paper.former.includes(slug));
      if (owner) yield [gettext("The file name “%(name)s” is taken: write another one. It belongs to %(paper)s.", { name: slug, paper: PAPER }), "error", owner];
    }
  }

  function* duplicatesOf(path, values) {
    const text = values[path];
    const identifier = path === "published.doi" ? doiId(text) : path === "title" ? null : identify(text);
    const key = path === "links.paper" && addressKey(text);
    const title = path === "title" && titleKey(text);
    for (const paper of papers) {
      if (identifier ? paper.names.includes(identifier.name) : key && paper.names.includes(key)) {
        yield [identifier
          ? gettext("%(identifier)s is in the list already: %(paper)s.", { identifier: identifier.label, paper: PAPER })
          : gettext("This address is in the list already: %(paper)s.", { paper: PAPER }), "error", paper];
      } else if (title && paper.keys.includes(title)) {
        yield [gettext("A paper of this title is in the list already: %(paper)s.", { paper: PAPER }), "error", paper];
      }
    }
  }

  function* faultOfMonth(values) {
    const found = /^arxiv:(\d\d)(\d\d)\./.exec(identify(values["links.paper"])?.name ?? "");
    if (!found || !/^\d{4}-\d\d-\d\d$/.test(values.date) || !isDay(values.date)) return;
    const month = `20${found[1]}-${found[2]}`;
    const later = new Date(`${values.date}T00:00:00Z`);
    later.setUTCDate(later.getUTCDate() + 3);
    if (values.date.slice(0, 7) === month || later.toISOString().slice(0, 7) === month) return;
    yield [gettext("The arXiv identifier is of %(month)s, the date of %(other)s: write the day in %(month)s on which version 1 came out.", { month, other: values.date.slice(0, 7) }), "warning"];
  }

  const total = (values) => data.summary.reduce((sum, [name]) => sum + wordsIn(values[`summary.${name}`]), 0);

  function* faultsOf(path, field, values) {
    const value = values[path];
    const typed = field.kind === "terms" && trim(inputOf(path).value);
    if (typed && typed === refused.get(path)) yield* faultsOfTerms(field, [typed]);
    if (value.length === 0) {
      const begun = path.startsWith("published.") && Object.keys(values).some((p) => p.startsWith("published.") && values[p]);
      if (field.required || (begun && /venue|date/.test(path))) {
        yield [field.kind === "terms"
          ? gettext("%(field)s: choose at least one.", { field: field.label })
          : gettext("%(field)s is missing.", { field: field.label }), "missing"];
      }
    } else if (field.kind === "lines") yield* faultsOfAuthors(value);
    else if (field.vocabulary) yield* faultsOfTerms(field, [value].flat());
    else if (/date$/.test(path)) yield* faultsOfDate(path, value);
    else if (field.pattern && path !== "id") yield* faultsOfAddress(path, value);
    else yield* faultsOfText(path, value);
    if (path === "id") yield* faultsOfFile(values);
    if (path === "date") yield* faultOfMonth(values);
    if (value && ["links.paper", "title", "published.doi", "published.url"].includes(path)) yield* duplicatesOf(path, values);
    if (path === longestLine(values) && total(values) > data.limits.words) {
      yield [ngettext("The summary has %(number)s word, %(over)s too many: shorten this line first; it is the longest.", "The summary has %(number)s words, %(over)s too many: shorten this line first; it is the longest.", total(values), { over: written(total(values) - data.limits.words) })];
    }
  }
  const longestLine = (values) =>
    data.summary.map(([name]) => `summary.${name}`).reduce((a, b) => (wordsIn(values[b]) > wordsIn(values[a]) ? b : a));

  const check = (values) =>
    [...fields].flatMap(([path, field]) =>
      [...faultsOf(path, field, values)].map(([text, level = "error", paper]) => ({ path, text, level, paper })));

  // What is shown

  const linkTo = (paper) => {
    const link = make("a", "", paper.title);
    link.href = `${form.dataset.root}${paper.page}`;
    return link;
  };
  const linked = ({ text, paper }) => text.split(PAPER).flatMap((part, place) => (place ? [linkTo(paper), part] : part));
  const showFaults = (faults) => {
    for (const [path, field] of fields) {
      const own = faults.filter((f) => f.path === path && (visited.has(path) || f.paper));
      const items = own.map((fault) => {
        const bad = fault.level !== "warning";
        const item = make("li", bad ? "error" : "warning", make("b", "", bad ? gettext("Error.") : gettext("Worth a look.")), " ", ...linked(fault));
        return item;
      });
      find(`told-${field.id}`).replaceChildren(...items);
      if (own.some((f) => f.level !== "warning")) inputOf(path).setAttribute("aria-invalid", "true");
      else inputOf(path).removeAttribute("aria-invalid");
    }
  };
  const showSummary = (faults) => {
    const box = find("faults");
    const items = faults.map((fault) => {
      const link = make("a", "", fault.text.replace(PAPER, () => fault.paper.title));
      link.href = `#field-${fields.get(fault.path).id}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        reveal(fault.path).focus();
      });
      return make("li", "", link);
    });
    box.querySelector("ul").replaceChildren(...items);
    box.hidden = items.length === 0;
  };
  const reveal = (path) => {
    const input = inputOf(path);
    const folded = input.closest("details");
    if (folded) folded.open = true;
    return input;
  };

  const showWords = (values) => {
    for (const [name] of data.summary) {
      const path = `summary.${name}`;
      find(`words-${fields.get(path).id}`).textContent = ngettext("%(number)s word", "%(number)s words", wordsIn(values[path]));
    }
    const all = find("words-in-all");
    const over = total(values) - data.limits.words;
    const number = written(total(values));
    all.textContent = over > 0
      ? gettext("%(number)s so far, %(over)s too many.", { number, over: written(over) })
      : gettext("%(number)s so far.", { number });
    all.className = over > 0 ? "over" : "";
  };

  const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(https?:[^)\s]+\)/g;
  const inline = (text) => {
    const parts = [];
    let end = 0;
    for (const found of text.matchAll(INLINE)) {
      const [whole, code, strong, em, link] = found;
      parts.push(text.slice(end, found.index));
      parts.push(code ? make("code", "", code) : strong ? make("strong", "", strong) : em ? make("em", "", em) : make("u", "", link));
      end = found.index + whole.length;
    }
    return [...parts, text.slice(end)];
  };
  const chip = (name) => {
    const stage = termNamed("tags", name)?.stage;
    const label = make("span", stage ? `chip stage-${stage}` : "chip");
    if (stage) label.append(make("span", "dot"));
    label.append(name);
    return make("li", "", label);
  };
  const showCard = (values) => {
    const or = (text, instead) => (text ? make("span", "", text) : make("span", "empty", instead));
    const { authors } = values;
    const shown = authors.length > 4
      ? ngettext("%(names)s and %(number)s more", "%(names)s and %(number)s more", authors.length - 3, { names: row(authors.slice(0, 3)) })
      : row(authors);
    const kinds = [...fields.keys()].filter((path) => path.startsWith("links.") && values[path]);
    const links = kinds.map((path) => make("li", "", data.links[path.slice("links.".length)]));
    const summary = make("dl", "summary");
    for (const [name, label] of data.summary) {
      const text = values[`summary.${name}`];
      summary.append(make("div", "", make("dt", "", label), make("dd", "", ...(text ? inline(text) : [or("", "…")]))));
    }
    const later = values["published.venue"] && ` → ${values["published.venue"]} ${values["published.date"].slice(0, 4)}`;
    const what = make("div", "what", make("p", "title", or(values.title, fields.get("title").label)));
    if (shown) what.append(make("p", "authors", shown));
    what.append(make("ul", "chips", ...values.tags.map(chip)));
    const where = make("div", "where", make("p", "venue", or(values.venue, fields.get("venue").label), later || ""), make("ul", "links", ...links));
    find("card").replaceChildren(make("li", "paper", make("p", "when", or(values.date, gettext("Date"))), what, where, summary));
  };

  const showPicked = () => {
    for (const [path, names] of picked) {
      const items = names.map((name) => {
        const remove = make("button", "", ...heard(gettext("[Remove] %(what)s"), { what: name }));
        remove.type = "button";
        remove.addEventListener("click", () => {
          picked.set(path, picked.get(path).filter((each) => each !== name));
          show();
          inputOf(path).focus();
        });
        return make("li", "", name, remove);
      });
      find(`picked-${fields.get(path).id}`).replaceChildren(...items);
    }
  };

  let current = { record: "", path: "", faults: [] };
  const showOpen = () => {
    const link = find("open");
    const blocking = current.faults.filter((fault) => fault.level !== "warning");
    const missing = blocking.filter((fault) => fault.level === "missing");
    const wrong = blocking.length - missing.length;
    const address = `${data.newFile}?filename=${encodeURIComponent(current.path)}&value=${encodeURIComponent(current.record)}`;
    const told = [];
    if (wrong) told.push(ngettext("One thing to mend.", "%(number)s things to mend.", wrong));
    if (missing.length) told.push(gettext("Still missing: %(fields)s.", { fields: row(missing.map((f) => fields.get(f.path).label)) }));
    if (!blocking.length) {
      told.push(address.length > data.limits.address
        ? gettext("The text is long, and GitHub may refuse the link. Should it do so, copy the text, or download the file.")
        : gettext("Ready. GitHub opens with this file written; commit it and open the pull request."));
    }
    const status = told.join(" ");
    if (find("status").textContent !== status) find("status").textContent = status;
    if (blocking.length) {
      link.removeAttribute("href");
      link.setAttribute("aria-disabled", "true");
    } else {
      Object.assign(link, { href: address, target: "_blank", rel: "noopener" });
      link.removeAttribute("aria-disabled");
      showSummary([]);
    }
    return blocking;
  };
  const show = () => {
    const values = read();
    current = { record: recordOf(values), path: pathOf(values), faults: check(values) };
    // Setting it anew would take away what the reader has selected there.
    if (find("yaml").textContent !== current.record) find("yaml").textContent = current.record;
    find("path").textContent = current.path;
    inputOf("id").placeholder = slugify(values.title);
    showWords(values);
    showCard(values);
    showPicked();
    showFaults(current.faults);
    if (!find("faults").hidden) showSummary(current.faults.filter((f) => f.level !== "warning"));
    showOpen();
  };

  // What the reader does

  const pick = (path) => {
    const field = fields.get(path);
    const typed = trim(inputOf(path).value);
    if (!typed) return;
    const name = termNamed(field.vocabulary, typed)?.name;
    visited.add(path);
    if (name) {
      if (!picked.get(path).includes(name)) picked.set(path, [...picked.get(path), name]);
      inputOf(path).value = "";
    } else refused.set(path, typed);
    show();
  };
  const tidy = (path) => {
    const input = inputOf(path);
    const { kind, vocabulary } = fields.get(path);
    const typed = trim(input.value);
    if (kind === "terms") return pick(path);
    if (kind === "prose") input.value = typed.replace(/[ \t]*[\r\n]+[ \t]*/g, " ");
    if (kind === "choice" && typed) input.value = termNamed(vocabulary, typed)?.name ?? typed;
    if (path === "published.doi" && typed) input.value = doiId(typed)?.name.replace(/^doi:/, "") ?? typed;
    if (path === "links.paper" && typed) {
      const identifier = identify(typed);
      input.value = identifier ? identifier.url : typed;
      if (identifier?.name.startsWith("arxiv:") && !inputOf("venue").value) {
        inputOf("venue").value = termNamed("venues", "arXiv")?.name ?? "";
      }
    }
    return undefined;
  };
  const refuse = () => {
    fields.forEach((_, path) => visited.add(path));
    show();
    const blocking = current.faults.filter((fault) => fault.level !== "warning");
    showSummary(blocking);
    if (blocking.length) find("faults").focus();
    else find("open").focus();
  };
  const pathOfInput = (element) => element.dataset?.path;

  // Should they not come, the paper's own check on GitHub still tells of one that is there already.
  form.addEventListener("focusin", () => {
    loaded(data.papers).then((found) => {
      papers = found;
      show();
    }, () => {});
  }, { once: true });
  form.addEventListener("input", (event) => {
    const path = pathOfInput(event.target);
    // A name chosen with the mouse from the browser's own list, not one that is being typed.
    const chosen = event.inputType === undefined || event.inputType === "insertReplacementText";
    if (chosen && picked.has(path) && termNamed(fields.get(path).vocabulary, event.target.value)) pick(path);
    else show();
  });
  form.addEventListener("change", (event) => {
    const path = pathOfInput(event.target);
    if (!path) return;
    visited.add(path);
    tidy(path);
    show();
  });
  form.addEventListener("focusout", (event) => {
    const path = pathOfInput(event.target);
    if (!path || visited.has(path)) return;
    visited.add(path);
    show();
  });
  form.addEventListener("paste", (event) => {
    if (pathOfInput(event.target) === "links.paper") setTimeout(() => { tidy("links.paper"); show(); });
  });
  form.addEventListener("keydown", (event) => {
    const path = pathOfInput(event.target);
    if (event.isComposing) return;
    if (event.key === "Enter" && path && picked.has(path)) {
      event.preventDefault();
      pick(path);
    } else if (event.key === "Enter" && event.target === find("open") && !event.target.href) refuse();
  });
  form.addEventListener("click", (event) => {
    const adds = event.target.closest("[data-adds]")?.dataset.adds;
    if (adds) {
      pick(adds);
      inputOf(adds).focus();
    } else if (event.target === find("open") && !event.target.href) refuse();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (pathOfInput(document.activeElement ?? form)) tidy(pathOfInput(document.activeElement));
    refuse();
  });

  const select = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  find("copy").addEventListener("click", async () => {
    let copied = true;
    try {
      await navigator.clipboard.writeText(current.record);
    } catch {
      select(find("yaml"));
      copied = document.execCommand("copy");
    }
    find("done").textContent = copied ? gettext("Copied.") : gettext("The text is selected: copy it with Ctrl+C or ⌘C.");
  });
  find("download").addEventListener("click", () => {
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([current.record], { type: "text/yaml" }));
    link.download = current.path.split("/").pop();
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    find("done").textContent = gettext("Put it into the folder %(folder)s of the repository.", { folder: current.path.replace(/[^/]+$/, "") });
  });

  form.hidden = false;
  find("by-hand").open = false;
  show();
})();
