"""What a figure shows, as a sentence that is true of any list."""

from collections.abc import Mapping, Sequence

from awesome_heads.language import Language, Plural

_NAMED = 3

Tally = Mapping[str, int]


def leaders(tally: Tally) -> tuple[tuple[str, ...], int]:
    """The names with the highest number, and that number; none where nothing was counted."""
    most = max(tally.values(), default=0)
    return tuple(name for name, number in tally.items() if number == most and most), most


def named(names: Sequence[str], language: Language) -> str:
    """A few names as a sentence lists them; of many the first two and how many more."""
    if len(names) <= _NAMED:
        return language.listed(names)
    return language.ngettext(
        "%(first)s, %(second)s and %(number)s other",
        "%(first)s, %(second)s and %(number)s others",
        len(names) - 2,
        first=names[0],
        second=names[1],
    )


def of_years(tally: Tally, total: int, language: Language) -> str:
    """Which year has the most papers."""
    _ = language.gettext
    names, number = leaders(tally)
    years, most = named(names, language), language.number(number)
    if number == total == 1:
        return _("The only paper is from %(year)s", year=years)
    if number == total:
        return _("Every paper is from %(year)s", year=years)
    if len(names) > 1:
        return _("%(years)s brought the most papers, %(number)s each", years=years, number=most)
    return _(
        "%(year)s brought the most papers, %(number)s of %(total)s",
        year=years,
        number=most,
        total=language.number(total),
    )


def of_months(tally: Tally, language: Language) -> str:
    """Which month has the most papers."""
    names, number = leaders(tally)
    if len(names) > 1:
        return language.ngettext(
            "%(months)s are the busiest months, with %(number)s paper each",
            "%(months)s are the busiest months, with %(number)s papers each",
            number,
            months=named(names, language),
        )
    return language.ngettext(
        "%(month)s is the busiest month, with %(number)s paper",
        "%(month)s is the busiest month, with %(number)s papers",
        number,
        month=names[0],
    )


def of_stages(ever: Tally, newest: Tally, year: str, title: str, language: Language) -> str:
    """Which stage leads over all years, and which in the newest.

    Each number stands in brackets, as papers, or as so many each where several stages lead.
    """
    names, number = leaders(ever)
    latest, lately = leaders(newest)
    said = {
        "names": named(names, language),
        "groups": title,
        "papers": _papers_each(number, len(names), language),
    }
    if not latest:
        return language.ngettext(
            "%(names)s leads the %(groups)s over the years (%(papers)s)",
            "%(names)s lead the %(groups)s over the years (%(papers)s)",
            len(names),
            **said,
        )
    said |= {"year": year, "lately": _each(lately, len(latest), language)}
    if latest == names:
        return language.ngettext(
            "%(names)s leads the %(groups)s over the years (%(papers)s) "
            "and in %(year)s (%(lately)s)",
            "%(names)s lead the %(groups)s over the years (%(papers)s) "
            "and in %(year)s (%(lately)s)",
            len(names),
            **said,
        )
    return language.ngettext(
        "%(names)s leads the %(groups)s over the years (%(papers)s), "
        "%(latest)s in %(year)s (%(lately)s)",
        "%(names)s lead the %(groups)s over the years (%(papers)s), "
        "%(latest)s in %(year)s (%(lately)s)",
        len(names),
        latest=named(latest, language),
        **said,
    )


def _papers_each(number: int, several: int, language: Language) -> str:
    if several == 1:
        return language.papers(number)
    return language.ngettext("%(number)s paper each", "%(number)s papers each", number)


def _each(number: int, several: int, language: Language) -> str:
    said = language.number(number)
    return said if several == 1 else language.gettext("%(number)s each", number=said)


def of_terms(tally: Tally, total: int, noun: Plural, language: Language) -> str:
    """Which term most papers name."""
    _ = language.gettext
    names, number = leaders(tally)
    if len(names) > 1:
        return _(
            "%(names)s are the %(terms)s that most papers name, %(number)s each",
            names=named(names, language),
            terms=noun.many,
            number=language.number(number),
        )
    return _(
        "%(name)s is the %(term)s that most papers name, %(number)s of %(total)s",
        name=names[0],
        term=noun.one,
        number=language.number(number),
        total=language.number(total),
    )


def of_overlap(sizes: Sequence[int], noun: Plural, language: Language) -> str:
    """How many papers name several terms."""
    several = sum(size > 1 for size in sizes)
    if not several:
        return language.gettext("No paper names more than one %(term)s", term=noun.one)
    return language.ngettext(
        "%(number)s of %(papers)s names more than one %(term)s; "
        "the most that one paper names is %(most)s",
        "%(number)s of %(papers)s name more than one %(term)s; "
        "the most that one paper names is %(most)s",
        several,
        papers=language.papers(len(sizes)),
        term=noun.one,
        most=language.number(max(sizes)),
    )


def of_pairs(
    pairs: Mapping[tuple[str, str], int], nouns: tuple[str, str], language: Language
) -> str:
    """Which two terms meet most often."""
    most = max(pairs.values(), default=0)
    best = [pair for pair, number in pairs.items() if number == most]
    if len(best) > 1:
        return language.ngettext(
            "%(pairs)s pairs of %(first)s and %(second)s meet in %(number)s paper each, "
            "and none in more",
            "%(pairs)s pairs of %(first)s and %(second)s meet in %(number)s papers each, "
            "and none in more",
            most,
            pairs=language.number(len(best)),
            first=nouns[0],
            second=nouns[1],
        )
    first, second = best[0]
    if len(pairs) == 1:
        return language.ngettext(
            "%(first)s and %(second)s meet in %(number)s paper",
            "%(first)s and %(second)s meet in %(number)s papers",
            most,
            first=first,
            second=second,
        )
    return language.ngettext(
        "%(first)s and %(second)s meet in %(number)s paper, more than any other pair",
        "%(first)s and %(second)s meet in %(number)s papers, more than any other pair",
        most,
        first=first,
        second=second,
    )


def of_venues(tally: Tally, total: int, language: Language) -> str:
    """Which venue has the most papers."""
    _ = language.gettext
    names, number = leaders(tally)
    venues, most = named(names, language), language.number(number)
    if len(names) > 1:
        return _("%(venues)s have the most papers, %(number)s each", venues=venues, number=most)
    return _(
        "%(venue)s has the most papers, %(number)s of %(total)s",
        venue=venues,
        number=most,
        total=language.number(total),
    )


def of_links(tally: Tally, total: int, language: Language) -> str:
    """How many papers lead to `code`, to `data` and to a `demo`."""
    return language.ngettext(
        "Code is linked from %(code)s of %(number)s paper, data from %(data)s "
        "and demo from %(demo)s",
        "Code is linked from %(code)s of %(number)s papers, data from %(data)s "
        "and demo from %(demo)s",
        total,
        **{kind: language.number(number) for kind, number in tally.items()},
    )
