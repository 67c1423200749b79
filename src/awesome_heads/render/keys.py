"""What an output is made of, as a digest: where it is the same, so is the output."""

from collections.abc import Callable, Mapping

from awesome_heads.digests import digest, digest_of
from awesome_heads.views import File, Page, Picture
from awesome_heads.views.page import Inputs

Made = Page | File | Picture
KeyOf = Callable[[Made], str]


class Keys:
    """Keys of the outputs of one state of a list."""

    def __init__(self, common: str, records: Mapping[str, str]) -> None:
        """Take what all outputs are made of, and each paper, as digests.

        Args:
            common: Of the program, settings, vocabularies and templates.
            records: Of each paper's file, by the paper's id.
        """
        self._common = common
        self._records = records
        self._whole = digest_of(sorted(records.items()))

    def __call__(self, made: Made) -> str:
        """The key of an output."""
        if isinstance(made, Picture):
            return self._key(made.path, "", digest_of(made.drawing))
        if isinstance(made, File) and isinstance(made.source, bytes):
            return self._key(made.path, "", digest(made.source))
        template = made.template if isinstance(made, Page) else ""
        return self._key(made.path, template, self._made_of(made.inputs))

    def _made_of(self, inputs: Inputs | None) -> str:
        if inputs is None:
            return self._whole
        records = self._records
        return f"{' '.join([records[paper.id] for paper in inputs.papers])} {inputs.facts!r}"

    def _key(self, *parts: str) -> str:
        return digest("\n".join((self._common, *parts)).encode(errors="surrogatepass"))
