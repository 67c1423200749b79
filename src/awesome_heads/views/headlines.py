"""What a figure shows, as a sentence that is true of any list."""

from collections.abc import Mapping, Sequence

from awesome_heads.text import count, sentence_list

_NAMED = 3

Tally = Mapping[str, int]


def leaders(tally: Tally) -> tuple[tuple[str, ...], int]:
    """The names with the highest number, and that number; none where nothing was counted."""
    most = max(tally.values(), default=0)
    return tuple(name for name, number in tally.items() if number == most and most), most


def named(names: Sequence[str]) -> str:
    """A few names as a sentence lists them; of many the first two and how many more."""
    if len(names) > _NAMED:
        return f"{names[0]}, {names[1]} and {len(names) - 2:,} others"
    return sentence_list(names)


def _of(names: Sequence[str], number: int, total: int) -> str:
    """How many papers the leaders have: `7 of 12`, or `7 each` where several lead."""
    return f"{number:,} each" if len(names) > 1 else f"{number:,} of {total:,}"


def of_years(tally: Tally, total: int) -> str:
    """Which year has the most papers."""
    names, number = leaders(tally)
    if number == total:
        return f"{'Every' if total > 1 else 'The only'} paper is from {names[0]}"
    return f"{named(names)} brought the most papers, {_of(names, number, total)}"


def of_months(tally: Tally) -> str:
    """Which month has the most papers."""
    names, number = leaders(tally)
    if len(names) > 1:
        return f"{named(names)} are the busiest months, with {count(number, 'paper')} each"
    return f"{names[0]} is the busiest month, with {count(number, 'paper')}"


def of_stages(ever: Tally, newest: Tally, year: str, title: str) -> str:
    """Which stage leads over all years, and which in the newest."""
    names, number = leaders(ever)
    latest, lately = leaders(newest)
    each = " each" if len(names) > 1 else ""
    verb = "lead" if each else "leads"
    begun = f"{named(names)} {verb} the {title} over the years ({count(number, 'paper')}{each})"
    if not latest:
        return begun
    each = " each" if len(latest) > 1 else ""
    who = " and" if latest == names else f", {named(latest)}"
    return f"{begun}{who} in {year} ({lately:,}{each})"


def of_terms(tally: Tally, total: int, noun: tuple[str, str]) -> str:
    """Which term most papers name."""
    names, number = leaders(tally)
    if len(names) > 1:
        return f"{named(names)} are the {noun[1]} that most papers name, {number:,} each"
    return f"{names[0]} is the {noun[0]} that most papers name, {number:,} of {total:,}"


def of_overlap(sizes: Sequence[int], noun: tuple[str, str]) -> str:
    """How many papers name several terms."""
    most = max(sizes, default=0)
    several = sum(size > 1 for size in sizes)
    if not several:
        return f"No paper names more than one {noun[0]}"
    verb = "names" if several == 1 else "name"
    return (
        f"{several:,} of {count(len(sizes), 'paper')} {verb} more than one {noun[0]}; "
        f"the most that one paper names is {most}"
    )


def of_pairs(pairs: Mapping[tuple[str, str], int], nouns: tuple[str, str]) -> str:
    """Which two terms meet most often."""
    most = max(pairs.values(), default=0)
    best = [pair for pair, number in pairs.items() if number == most]
    if len(best) == 1:
        found = f"{best[0][0]} and {best[0][1]} meet in {count(most, 'paper')}"
        return found if len(pairs) == 1 else f"{found}, more than any other pair"
    return (
        f"{len(best):,} pairs of {nouns[0]} and {nouns[1]} meet in {count(most, 'paper')} each, "
        "and none in more"
    )


def of_venues(tally: Tally, total: int) -> str:
    """Which venue has the most papers."""
    names, number = leaders(tally)
    verb = "have" if len(names) > 1 else "has"
    return f"{named(names)} {verb} the most papers, {_of(names, number, total)}"


def of_links(tally: Tally, total: int) -> str:
    """How many papers lead to each kind of thing."""
    (kind, number), *rest = tally.items()
    more = sentence_list([f"{other} from {n:,}" for other, n in rest])
    return f"{kind.capitalize()} is linked from {number:,} of {count(total, 'paper')}, {more}"
