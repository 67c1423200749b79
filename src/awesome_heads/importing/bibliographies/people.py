"""Names in the forms of bibliographies, as a record has them: given name first."""

from awesome_heads.formats.names import Name, parse_name


def whole_name(family: str, given: str, suffix: str = "") -> str:
    """A name in one line, so written that it is taken apart as it was put together.

    The given name stands first wherever the family name can be told from it; where it cannot,
    as with a family name of several words, a comma keeps them apart.
    """
    family, given, suffix = (" ".join(part.split()) for part in (family, given, suffix))
    if not given:
        return " ".join(part for part in (family, suffix) if part)
    wanted = _apart(family, given, suffix)
    for order in ((given, family, suffix), (family, given, suffix)):
        written = " ".join(part for part in order if part)
        if parse_name(written) == wanted:
            return written
    return ", ".join(part for part in (family, given, suffix) if part)


def turned(name: str) -> str:
    """`Family, Given` or `Family, Given, Suffix` with the given name first; others as they are."""
    parts = [" ".join(part.split()) for part in name.split(",")]
    if len(parts) == 2:  # noqa: PLR2004 -- family name and given name
        return whole_name(parts[0], parts[1])
    if len(parts) == 3:  # noqa: PLR2004 -- and what follows the name
        return whole_name(parts[0], parts[1], parts[2])
    return " ".join(name.split())


def _apart(family: str, given: str, suffix: str) -> Name:
    return parse_name(", ".join(part for part in (family, given, suffix) if part))
