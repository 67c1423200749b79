"""A file of `taxonomy/` as a vocabulary."""

from pathlib import PurePosixPath

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.model import Vocabulary
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
    terms = data.get("terms")
    shaped = dict(data) | {"id": PurePosixPath(source.path).stem}
    if isinstance(terms, list):
        shaped["terms"] = [_with_properties(term, names) for term in terms]
    return validate(Vocabulary, shaped, source, _in_file)


def _with_properties(term: object, declared: set[str]) -> object:
    if not isinstance(term, dict) or "properties" in term:
        return term
    own = {name: value for name, value in term.items() if name not in declared}
    own["properties"] = {name: value for name, value in term.items() if name in declared}
    return own if own["properties"] else term


def _in_file(loc: Loc) -> Loc:
    if loc == ("id",):
        return ()
    if loc[:1] == ("terms",) and loc[2:3] == ("properties",):
        return (*loc[:2], *loc[3:])
    return loc
