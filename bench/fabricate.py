"""A made-up list of any size, the same for the same size: what benchmarks are run on."""

import random
from itertools import accumulate
from pathlib import Path

_WORDS = (
    *("lantern", "harbour", "ribbon", "copper", "meadow", "signal", "thimble", "orchard"),
    *("velvet", "compass", "ember", "pebble", "thistle", "anchor", "willow", "saddle"),
    *("parcel", "kettle", "mirror", "garden", "rudder", "basket", "feather", "hollow"),
)
_SYLLABLES = tuple(first + second for first in "bdfgklmnprstvz" for second in "aeiou")
# So many words, the common ones so much commoner: about as many different ones as real papers have.
_RARE_WORDS = 80_000
_RARENESS = tuple(accumulate(1 / (rank + 60) for rank in range(_RARE_WORDS)))
# Name, kind and full name.
_VENUES = (
    ("arXiv", "preprint", "arXiv"),
    ("ACME", "conference", "Annual Conference of Made-Up Engines"),
    ("BACME", "conference", "Biennial Assembly on Copper, Mirrors and Embers"),
    ("CACME", "journal", "Collected Articles on Compasses and Meadows"),
)
_TAGS = 120
# Hugo compares every term with every other before it writes anything: with the 80,000 people of a
# list of 100,000 papers it had not come to an end after six minutes of processor time.
_MOST_PEOPLE = 10_000


def write_list(folder: Path, papers: int) -> Path:
    """Write a list of so many papers into an empty folder; gives the folder back."""
    chance = random.Random(papers)  # noqa: S311 -- the same list every time, not a secret
    _write(folder / "CITATION.bib", "@misc{bench, title = {A Made-Up Survey}}\n")
    _write(folder / "list.yaml", _SETTINGS)
    words = ["".join(chance.choices(_SYLLABLES, k=2 + rank % 3)) for rank in range(_RARE_WORDS)]
    tags = [f"{first.capitalize()} {second} Head" for first in _WORDS for second in _WORDS][:_TAGS]
    _write(folder / "taxonomy/tags.yaml", _vocabulary("Tag", tags))
    _write(folder / "taxonomy/venues.yaml", _venues())
    number_of_people = min(papers, _MOST_PEOPLE)
    people = [" ".join(chance.choices(words, k=2)).title() for _ in range(number_of_people)]
    often = tuple(accumulate(1 / (rank + 60) for rank in range(number_of_people)))
    for number in range(papers):
        authors = dict.fromkeys(chance.choices(people, cum_weights=often, k=chance.randint(1, 7)))
        _write(
            folder / f"papers/{_year(number)}/paper-{number}.yaml",
            _record(chance, number, tags, words, list(authors)),
        )
    return folder


def _year(number: int) -> int:
    return 2009 + number % 17


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _vocabulary(singular: str, names: list[str]) -> str:
    terms = "".join(f"  - name: {name}\n" for name in names)
    head = f"title: {singular}s\nsingular: {singular}\ndescription: Made up.\n"
    return f"{head}terms:\n{terms}"


def _venues() -> str:
    properties = "".join(
        f"  {name}: {{label: {label}, description: Made up.}}\n"
        for name, label in (("kind", "Kind"), ("full_name", "In full"))
    )
    terms = "".join(
        f"  - {{name: {name}, kind: {kind}, full_name: '{full}'}}\n" for name, kind, full in _VENUES
    )
    head = "title: Venues\nsingular: Venue\ndescription: Made up.\n"
    return f"{head}properties:\n{properties}terms:\n{terms}"


def _record(
    chance: random.Random, number: int, tags: list[str], words: list[str], people: list[str]
) -> str:
    def word() -> str:
        return chance.choices(words, cum_weights=_RARENESS)[0]

    def sentence(length: int) -> str:
        words = [chance.choice((word(), chance.choice(_WORDS))) for _ in range(length)]
        words[chance.randrange(length)] = f"*{chance.choice(_WORDS)}*"
        return " ".join(words).capitalize() + "."

    month, day = 1 + number % 12, 1 + number % 20
    title = " ".join(word().capitalize() for _ in range(chance.randint(5, 11)))
    authors = "".join(f"  - {name}\n" for name in people)
    lines = "".join(f'  {name}: "{sentence(18)}"\n' for name in ("innovation", "tasks", "result"))
    return (
        f"title: {title}\ndate: {_year(number)}-{month:02}-{day:02}\nauthors:\n{authors}"
        f"venue: {chance.choice(_VENUES)[0]}\n"
        f"tags: [{', '.join(chance.sample(tags, chance.randint(1, 3)))}]\nlinks:\n"
        f"  paper: https://example.org/papers/{number}\n"
        f"  code: https://github.com/example/code-{number}\nsummary:\n{lines}"
    )


_SETTINGS = """\
name: Bench
title: Bench
description: A list to measure with.
lead: A list to measure with.
introduction: [A list to measure with.]
site_url: https://example.org/bench/
repository_url: https://github.com/example/bench
started: 2009-01-01
citation: {title: A Made-Up Survey, url: https://example.org/survey}
licence: {data: CC0 1.0, code: MIT, data_url: https://example.org/licence}
"""
