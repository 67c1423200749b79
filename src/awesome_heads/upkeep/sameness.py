"""Whether two texts are the same address, id or value."""

from collections.abc import Iterable

from awesome_heads.identifiers import Identifier, address_key
from awesome_heads.references import other_names, parse_reference


def same_text(one: str, other: str) -> bool:
    """Whether two values say the same; of addresses and ids, whether they lead to the same."""
    if not one or not other:
        return one == other
    return one.strip() == other.strip() or bool(names_of([one]) & names_of([other]))


def names_of(texts: Iterable[str]) -> set[Identifier | str]:
    """Everything by which addresses, ids or texts are known."""
    return {name for text in texts for name in _names(text)}


def _names(text: str) -> tuple[Identifier | str, ...]:
    identifier = parse_reference(text)
    if identifier is not None:
        return other_names(identifier)
    return (address_key(text) if "://" in text else text,)
