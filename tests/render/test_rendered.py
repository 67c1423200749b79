"""Outputs that are listed and made as far as somebody asks."""

from collections.abc import Iterator

import pytest

from awesome_heads.errors import UsageError
from awesome_heads.render import Output, Rendered
from awesome_heads.render.keys import Made
from awesome_heads.views import File


def _render(made: Made) -> Output:
    assert isinstance(made, File)
    return Output(made.path, made.data)


def _files(taken: list[str], *paths: str) -> Iterator[File]:
    for path in paths:
        taken.append(path)
        yield File(path, path.encode())


def test_what_comes_after_a_page_is_not_listed_for_it() -> None:
    """A page is found without those behind it, and those before it are not listed twice."""
    taken: list[str] = []
    site = Rendered(_files(taken, "a", "b", "c"), _render)
    assert site["b"].data == b"b"
    assert site["a"].data == b"a"
    assert taken == ["a", "b"]


def test_a_path_that_is_not_there_is_looked_for_to_the_end() -> None:
    """What no page has as its path is missing, and the pages are all the same there."""
    site = Rendered(_files([], "a", "b"), _render)
    assert "c" not in site
    with pytest.raises(KeyError):
        _ = site["c"]
    assert list(site) == ["a", "b"]


def test_two_outputs_of_one_path_are_refused() -> None:
    """Whoever asks for all of them is told which path two of them have."""
    site = Rendered(_files([], "a", "b", "a"), _render)
    with pytest.raises(UsageError, match="two pages would be written to a"):
        len(site)
