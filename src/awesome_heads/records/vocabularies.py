"""A file of `taxonomy/` as a vocabulary."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from awesome_heads.diagnostics import Diagnostic, Location
from awesome_heads.model import Paper, Term, Vocabulary
from awesome_heads.records.source import Loc, Source
from awesome_heads.records.validation import unknown_field, validate


def parse_vocabulary(source: Source) -> tuple[Vocabulary | None, list[Diagnostic]]:
    """Read a vocabulary; its id is the file's name.

    A term's fields beyond the model's own are the properties that the vocabulary declares.
    """
    data, diagnostics = source.read()
    if diagnostics or not isinstance(data, dict):
        return None, diagnostics
    if "id" in data:
        known = [name for name in Vocabulary.model_fields if name != "id"]
        return None, [unknown_field(source, ("id",), known)]
    declared = data.get("properties")
    names = set(declared) if isinstance(declared, dict) else set()
    found = [
        Diagnostic(source.locate(("properties", name), key=True), "unknown-field", message, hint)
        for name in sorted(names & _OWN)
        for message, hint in [(f"`{name}` is a field of every term", "choose another name")]
    ]
    shaped = dict(data) | {"id": PurePosixPath(source.path).stem}
    if isinstance(data.get("terms"), list):
        found += list(_undeclared(source, data["terms"], names))
        shaped["terms"] = [_with_properties(term, names) for term in data["terms"]]
    vocabulary, problems = validate(Vocabulary, shaped, source, _in_file)
    if vocabulary is not None:
        found += _name_faults(source, vocabulary)
    every = sorted(found + problems, key=lambda each: each.order)
    return (None, every) if every else (vocabulary, [])


def _name_faults(source: Source, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    name = vocabulary.id
    if name in _SITE_FOLDERS:
        message = f"`{name}/` is a folder of the site that holds something else"
    elif name in _RECORD_FIELDS and vocabulary.on_records:
        message = f"`{name}` is a field of its own in every record"
    elif name in NEEDED and not vocabulary.on_records:
        place = source.locate(("on_records",))
        message = f"records name the terms of `{name}`"
        yield Diagnostic(place, "reserved-name", message, "delete the line")
        return
    else:
        return
    hint = f"give the file another name, such as taxonomy/kinds-of-{name}.yaml"
    yield Diagnostic(Location(source.path), "reserved-name", message, hint)


NEEDED = ("tags", "venues")
_SITE_FOLDERS = frozenset({"papers", "years", "static"})
_RECORD_FIELDS = frozenset(Paper.model_fields) - {"tags"}
_OWN = frozenset(Term.model_fields) - {"properties"}


def _undeclared(source: Source, terms: list[object], declared: set[str]) -> Iterator[Diagnostic]:
    known = _OWN | declared
    for place, term in enumerate(terms):
        for name in term if isinstance(term, dict) else ():
            if name not in known:
                yield unknown_field(source, ("terms", place, name), known)


def _with_properties(term: object, declared: set[str]) -> object:
    """The term as the model has it; fields that nobody declared were told before."""
    if not isinstance(term, dict):
        return term
    own = {name: value for name, value in term.items() if name in _OWN}
    further = declared - _OWN
    return own | {"properties": {name: term[name] for name in term if name in further}}


def _in_file(loc: Loc) -> Loc:
    if loc == ("id",):
        return ()
    if loc[:1] == ("terms",) and loc[2:3] == ("properties",):
        return (*loc[:2], *loc[3:])
    return loc
