"""A vocabulary's terms renamed or merged, in the vocabulary and in every record that names them."""

from collections.abc import Collection
from dataclasses import dataclass

from awesome_heads.checks import Case
from awesome_heads.checks.terms import uses_of
from awesome_heads.diagnostics import Edit
from awesome_heads.errors import AwesomeHeadsError, UsageError
from awesome_heads.model import Vocabulary
from awesome_heads.records import Source
from awesome_heads.records.editing import add_item, apply_edits, remove_item, replace_text
from awesome_heads.records.source import Loc
from awesome_heads.render import Output
from awesome_heads.text import nearest


@dataclass(frozen=True)
class Governed:
    """A vocabulary with its file."""

    source: Source
    vocabulary: Vocabulary

    def place(self, name: str) -> int:
        """Where a term stands in its file.

        Raises:
            UsageError: There is no term of this name.
        """
        names = [term.name for term in self.vocabulary.terms]
        if name not in names:
            close = nearest(name, self.vocabulary.by_name)
            meant = self.vocabulary.by_name[close].name if close else None
            hint = f"did you mean `{meant}`?" if meant else "see `awesome-heads tags list`"
            raise UsageError(f"`{name}` is no term of {self.source.path}", hint)
        return names.index(name)


def govern(case: Case, vocabulary: str) -> Governed:
    """Find a vocabulary by its name.

    Raises:
        UsageError: There is none of this name.
    """
    known = {each.id: Governed(source, each) for source, each in case.vocabularies}
    if vocabulary not in known:
        hint = f"those of taxonomy/: {', '.join(sorted(known))}"
        raise UsageError(f"there is no vocabulary `{vocabulary}`", hint)
    return known[vocabulary]


def rename(case: Case, vocabulary: str, old: str, new: str) -> tuple[Output, ...]:
    """The files that change when a term gets another name; the old one stays as an alias.

    Raises:
        UsageError: There is no such term, or the new name is taken.
        AwesomeHeadsError: A file is written in a way that cannot be edited.
    """
    governed = govern(case, vocabulary)
    place = governed.place(old)
    if new == old:
        raise UsageError(f"`{old}` has this name already", "give another name")
    owner = governed.vocabulary.by_name.get(new)
    if owner is not None and owner.name != old:
        hint = f"merge them: awesome-heads tags merge '{old}' --into '{owner.name}'"
        raise UsageError(f"`{new}` already names `{owner.name}`", hint)
    changed = {governed.source.path: _renamed(governed, place, old, new)}
    return _outputs(changed | _records(case, vocabulary, {old}, new))


def _renamed(governed: Governed, place: int, old: str, new: str) -> str:
    loc: Loc = ("terms", place)
    source = governed.source
    term = governed.vocabulary.terms[place]
    edits = [replace_text(source, (*loc, "name"), new)]
    if new in term.aliases:
        edits.append(replace_text(source, (*loc, "aliases", term.aliases.index(new)), old))
    else:
        edits.append(add_item(source, loc, "aliases", old))
    return _edited(source, edits)


def merge(case: Case, vocabulary: str, names: Collection[str], into: str) -> tuple[Output, ...]:
    """The files that change when terms become one; their names stay as its aliases.

    Raises:
        UsageError: One of the terms does not exist, or there is nothing to merge.
        AwesomeHeadsError: A file is written in a way that cannot be edited.
    """
    governed = govern(case, vocabulary)
    target = governed.place(into)
    gone = sorted({governed.place(name) for name in names} - {target})
    if not gone:
        raise UsageError("there is nothing to merge", "name the terms that should go")
    terms = governed.vocabulary.terms
    wanted = [name for place in gone for name in (terms[place].name, *terms[place].aliases)]
    source = governed.source
    for alias in dict.fromkeys(wanted):
        if alias not in {into, *terms[target].aliases}:
            source = _with(source, [add_item(source, ("terms", target), "aliases", alias)])
    for place in reversed(gone):
        source = _with(source, [remove_item(source, ("terms", place))])
    replaced = {terms[place].name for place in gone}
    return _outputs({source.path: source.text} | _records(case, vocabulary, replaced, into))


def _records(case: Case, vocabulary: str, old: set[str], new: str) -> dict[str, str]:
    """Texts of the records that name one of the old terms, naming the new one once instead."""
    changed = {}
    for source, paper in case.papers:
        uses = [(loc, text) for name, loc, text in uses_of(paper) if name == vocabulary]
        if any(text in old for _, text in uses):
            changed[source.path] = _record(source, uses, old, new).text
    return changed


def _record(source: Source, uses: list[tuple[Loc, str]], old: set[str], new: str) -> Source:
    """Edit from the end, so that the places of what stands before stay what they were."""
    named = {loc[:-1] for loc, text in uses if text == new and isinstance(loc[-1], int)}
    firsts: dict[Loc, Loc] = {}
    for loc, text in uses:
        if text in old and loc[:-1] not in named:
            firsts.setdefault(loc[:-1] if isinstance(loc[-1], int) else loc, loc)
    for loc, text in reversed(uses):
        if text in old:
            keeps = loc in firsts.values()
            edit = replace_text(source, loc, new) if keeps else remove_item(source, loc)
            source = _with(source, [edit])
    return source


def _edited(source: Source, edits: list[Edit | None]) -> str:
    sound = [edit for edit in edits if edit is not None]
    if len(sound) < len(edits):
        raise AwesomeHeadsError(
            f"{source.path} is written in a way that cannot be edited line by line",
            "write its lists in brackets or with a hyphen a line, and try again",
        )
    return apply_edits(source.text, sound)


def _with(source: Source, edits: list[Edit | None]) -> Source:
    return Source(source.path, _edited(source, edits).encode())


def _outputs(texts: dict[str, str]) -> tuple[Output, ...]:
    return tuple(Output(path, text.encode()) for path, text in sorted(texts.items()))
