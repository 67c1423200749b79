"""Texts that stand deeper in a list: flows, walk-throughs, nested groups, scales, the citation."""

from collections.abc import Callable, Mapping

Say = Callable[[str], str]
_OUTER, _INNER, _WALKS = 6, 3, 5


def name_of(kind: str, number: int, text: str) -> str:
    """A name that begins alike in the list and in its twin, so that pages have one address."""
    return f"{kind}{number:02} {text}"


def group_path(number: int, every: list[str], plain: Say) -> list[str]:
    """A term's place in the tree: in an outermost group, or in one that lies within it."""
    outer = number % _OUTER
    inner = 10 + outer * _INNER
    names = [outer, inner, inner + 1]
    return [_group(each, every, plain) for each in names[: 1 + number % 3]]


def _group(number: int, every: list[str], plain: Say) -> str:
    return name_of("Group", number, plain(every[number % len(every)]))


def tree(every: list[str], plain: Say, marked: Say) -> dict[str, object]:
    """Groups within groups, arrows between the outermost, and examples step by step."""
    return {
        "groups": [_outer(number, every, plain, marked) for number in range(_OUTER)],
        "flows": [
            {
                "start": _group(number % _OUTER, every, plain),
                "end": _group((number + 1 + number // _OUTER) % _OUTER, every, plain),
                "label": plain(text),
            }
            for number, text in enumerate(every)
        ],
        "walkthroughs": [_walk(number, every, plain, marked) for number in range(_WALKS)],
    }


def _outer(number: int, every: list[str], plain: Say, marked: Say) -> dict[str, object]:
    first = 10 + number * _INNER
    innermost = _named(first + 1, every, plain, marked)
    inner = _named(first, every, plain, marked) | {"groups": [innermost]}
    beside = _named(first + 2, every, plain, marked)
    colour = {"light": "#8a6e00", "dark": "#d7bc66"}
    return _named(number, every, plain, marked) | {"colour": colour, "groups": [inner, beside]}


def _named(number: int, every: list[str], plain: Say, marked: Say) -> dict[str, object]:
    text = every[number % len(every)]
    return {"name": _group(number, every, plain), "description": marked(text)}


def _walk(number: int, every: list[str], plain: Say, marked: Say) -> dict[str, object]:
    def at(place: int) -> str:
        return every[(number * 4 + place) % len(every)]

    def step(place: int) -> dict[str, object]:
        takes = {"after": [place]} if place else {"reads": [1, 2]}
        term = (number * 4 + place) % len(every)
        return {
            "group": _group(place, every, plain),
            "terms": [name_of("tags", term, plain(every[term]))],
            **takes,
            "writes": plain(at(place)),
            "text": marked(at(place)),
        }

    return {
        "title": name_of("Walk", number, plain(at(0))),
        "about": marked(at(1)),
        "prompt": [plain(at(2)), plain(at(3)), plain(at(0))],
        "answer": plain(at(1)),
        "steps": [step(place) for place in range(4)],
    }


def scale(every: list[str], plain: Say) -> list[str]:
    """Steps of a scale, which a slash would part."""
    return [plain(text.replace("/", " ")) for text in every]


def settings(every: list[str], plain: Say) -> Mapping[str, object]:
    """Settings that are any text at all, and those of a section that a list may add."""
    return {
        "branch": plain(every[20]),
        "language": plain(every[21]),
        "vocabularies": ["tags", "glossary"],
    }


def citation(every: list[str], plain: Say) -> str:
    """What to cite: an entry, with texts in its fields and beside it."""
    notes = "\n".join(plain(text) for text in every)
    return f"@misc{{survey,\n  title = {{{plain(every[0])}}},\n}}\n{notes}\n"
