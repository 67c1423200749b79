"""Rendered texts that another build can use again, by what they are made of."""

from collections.abc import Callable, Mapping

from awesome_heads.render.keys import KeyOf
from awesome_heads.render.output import Output
from awesome_heads.views import Page

Render = Callable[[Page], Output]


class Texts:
    """Renders pages that say what they are made of once, and knows them from then on.

    Attributes:
        key_of: What tells pages apart.
        used: What the pages that were asked for hold, by their keys: texts as bytes, since one
            sign of a picture makes every other sign of a text four times as large.
    """

    def __init__(self, key_of: KeyOf, known: Mapping[str, str]) -> None:
        """Take what tells pages apart, and the texts that an earlier build used."""
        self.key_of = key_of
        self._known = known
        self.used: dict[str, bytes] = {}

    @property
    def learnt(self) -> bool:
        """Whether any had to be rendered."""
        return not self.used.keys() <= self._known.keys()

    def remembering(self, render: Render) -> Render:
        """The same, but for each page once; pages that may show anything are rendered always."""

        def look_up(page: Page) -> Output:
            if page.inputs is None:
                return render(page)
            key = self.key_of(page)
            if key in self._known:
                self.used[key] = self._known[key].encode()
            else:
                self.used[key] = render(page).data
            return Output(page.path, self.used[key])

        return look_up
