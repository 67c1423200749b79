"""A list whose every text is a payload, and its twin of harmless texts in the same shape."""

import json
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.hostile import further
from tests.hostile.further import Say, name_of
from tests.hostile.records import CORPUS
from tests.lists import write

# So many payloads stand in one text.
_TOGETHER = 8
_HOST = "https://lists.example/"


def payloads() -> list[str]:
    """Every payload, in the order of the file."""
    kinds = yaml.safe_load((CORPUS / "payloads.yaml").read_text("utf-8"))
    return [payload for kind in kinds.values() for payload in kind]


def texts() -> list[str]:
    """The payloads, some of them to a text."""
    every = payloads()
    return [" ".join(every[start : start + _TOGETHER]) for start in range(0, len(every), _TOGETHER)]


def harmless(text: str) -> str:
    """A text as wide and with the same blanks, of letters alone."""
    return "".join(map(_letter, text))


def _letter(sign: str) -> str:
    if sign.isalnum() or sign.isspace() or ord(sign) > 0x7F:
        return sign
    if sign in "|!.,:;'`":
        return "l"
    if sign in '()[]/\\-"':
        return "t"
    return "m" if sign in "@%&" else "e"


def plant(root: Path, plain: Say, marked: Say) -> Path:
    """Write the list and give its root.

    Args:
        root: Where it goes.
        plain: What a text that is shown as it is says, of a payload.
        marked: What inline Markdown says.
    """
    every = texts()
    write(root, "list.yaml", json.dumps(_settings(every, plain, marked)))
    write(root, "CITATION.bib", further.citation(every, plain))
    for name in ("tags", "methods", "glossary"):
        vocabulary = _vocabulary(name, every, plain, marked)
        if name == "tags":
            vocabulary |= further.tree(every, plain, marked)
        text = json.dumps(vocabulary)
        write(root, f"taxonomy/{name}.yaml", text)
    venues = _vocabulary("venues", every, plain, marked) | {"groups": []}
    venues["terms"] = [{**term, "group": []} for term in _terms("venues", every, plain, marked)]
    write(root, "taxonomy/venues.yaml", json.dumps(venues))
    for number in range(len(every)):
        text = json.dumps(_record(number, every, plain, marked))
        write(root, f"papers/2024/paper-{number:02}.yaml", text)
    return root


def _command(text: str) -> str:
    """The text as a command may be: on one line, without backticks."""
    return " ".join(text.replace("`", "'").split())


def _record(number: int, every: list[str], plain: Say, marked: Say) -> dict[str, object]:
    def at(place: int) -> str:
        return every[(number + place) % len(every)]

    def term(kind: str, place: int) -> str:
        other = (number + place) % len(every)
        return name_of(kind, other, plain(every[other]))

    return {
        "title": plain(at(0)),
        "date": f"2024-05-{1 + number % 28:02}",
        # A name is sorted by its last word, and a comma parts it.
        "authors": [
            f"{name_of('Person', number, plain(at(1))).replace(',', ' ')} End",
            "Bo Sample",
        ],
        "venue": term("venues", 2),
        "published": {
            "venue": term("venues", 3),
            "date": "2024-07",
            "doi": f"10.5555/{number}{plain(at(14))}",
            # A hyphen parts the first page from the last.
            "pages": plain(at(4)).replace("-", " "),
            "title": plain(at(0)),
        },
        "tags": [term("tags", 5), term("tags", 6)],
        "methods": [term("methods", 7)],
        "links": {
            "paper": f"https://papers.example/{number}?a=1&b='(x)'#y",
            "code": f"https://papers.example/{number}/javascript:hacked()",
        },
        "summary": {
            "innovation": marked(at(8)),
            "tasks": marked(at(9)),
            "result": marked(at(10)),
        },
        "bibtex_key": plain(at(13)),
        "former_titles": [plain(at(11))],
        "ignore": {"html-in-text": plain(at(12))},
    }


def _vocabulary(name: str, every: list[str], plain: Say, marked: Say) -> dict[str, object]:
    return {
        "title": plain(every[0]),
        "singular": plain(every[1]),
        "group_title": plain(every[2]),
        "description": marked(every[3]),
        **({} if name != "glossary" else {"on_records": False}),
        "properties": {
            "depth": {"label": plain(every[4]), "description": plain(every[5])},
            plain(every[6]): {
                "label": plain(every[7]),
                "description": plain(every[8]),
                "scale": further.scale(every, plain),
            },
        },
        "groups": [
            {
                "name": name_of("Group", number, plain(every[number])),
                "description": marked(every[number]),
            }
            for number in range(6)
        ],
        "terms": list(_terms(name, every, plain, marked)),
    }


def _terms(name: str, every: list[str], plain: Say, marked: Say) -> Iterator[dict[str, object]]:
    steps = further.scale(every, plain)
    for number, text in enumerate(every):
        nested = further.group_path(number, every, plain)
        yield {
            "name": name_of(name, number, plain(text)),
            "aliases": [name_of("also", number, plain(text))],
            "description": marked(text),
            "group": nested if name == "tags" else nested[:1],
            "depth": plain(text),
            plain(every[6]): f"{steps[number]}/{steps[number - 1]}",
        }


def _settings(every: list[str], plain: Say, marked: Say) -> dict[str, object]:
    return {
        "name": plain(every[6]),
        "title": plain(every[7]),
        "description": plain(every[8]),
        "lead": marked(every[9]),
        "introduction": [marked(text) for text in every],
        "highlights": {
            "title": plain(every[10]),
            "text": [marked(text) for text in every],
            "points": [marked(text) for text in every],
        },
        "site_url": _HOST,
        "repository_url": "https://code.example/a/b",
        "started": "2020-01-01",
        "news": [{"date": "2024-01-01", "text": marked(text)} for text in every],
        **further.settings(every, plain),
        "citation": {"title": plain(every[11]), "url": "https://papers.example/survey"},
        "licence": {
            "data": plain(every[12]),
            "code": plain(every[13]),
            "data_url": "https://licences.example/x",
        },
        "badges": [
            {
                "label": plain(every[14]),
                "image": "https://badges.example/x",
                "url": "https://badges.example/y",
            }
        ],
        "earlier": {"before": "2022-01-01", "title": plain(every[15])},
        "readme": {
            "guide": plain(every[19]),
            "tag_badge": plain(every[18]) + "{label}",
            "link_badge": plain(every[17]) + "{label}{message}",
            "building": {
                "build": _command(plain(every[16])),
                "test": _command(plain(every[17])),
                "needs": marked(every[18]),
                "more": marked(every[19]),
            },
        },
    }
