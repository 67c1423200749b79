"""Outputs that are made when they are asked for, so that a large site is never held as a whole."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from awesome_heads.errors import UsageError
from awesome_heads.render.keys import KeyOf, Made
from awesome_heads.render.output import Output
from awesome_heads.views import Page


class Rendered(Mapping[str, Output]):
    """Outputs by path, each rendered anew whenever it is looked up."""

    def __init__(self, made: Iterable[Made], render: Callable[[Made], Output]) -> None:
        """Take what will be rendered, in the order in which it will be.

        It is taken only as far as it is asked for. Whatever asks for all, or for a path that has
        not come yet, raises UsageError where two of them have one path.
        """
        self._render = render
        self._to_come = iter(made)
        self._known: dict[str, Made] = {}

    def _take(self, wanted: Callable[[Made], bool] = lambda _: False) -> None:
        """Go on until something wanted has come, or to the end."""
        for each in self._to_come:
            if each.path in self._known:
                raise UsageError(
                    f"two pages would be written to {each.path}",
                    "give the vocabulary or static file that makes one of them another name",
                )
            self._known[each.path] = each
            if wanted(each):
                return

    @property
    def _made(self) -> dict[str, Made]:
        """All of it by path."""
        self._take()
        return self._known

    def examples(self, templates: Iterable[str]) -> Iterator[str]:
        """Path of the first page that each of these templates makes, if it makes any."""
        wanted = set(templates)
        for path, made in self._made.items():
            if isinstance(made, Page) and made.template in wanted:
                wanted.remove(made.template)
                yield path

    def keys_by(self, key_of: KeyOf) -> dict[str, str]:
        """The key of each output, by its path; none is rendered."""
        return {path: key_of(made) for path, made in self._made.items()}

    def __getitem__(self, path: str) -> Output:
        """Render what stands at a path."""
        if path not in self:
            raise KeyError(path)
        return self._render(self._known[path])

    def __contains__(self, path: object) -> bool:
        """Whether something stands at a path, without rendering it."""
        if path not in self._known:
            self._take(lambda each: each.path == path)
        return path in self._known

    def __iter__(self) -> Iterator[str]:
        """The paths."""
        return iter(self._made)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._made)
