"""What an output is made of, as a digest: where it is the same, so is the output."""

from collections.abc import Callable, Iterable, Mapping

from awesome_heads.digests import digest, digest_of
from awesome_heads.model import Paper
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
        self._but_summaries: dict[str, str] = {}

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
        digests = self._records if inputs.summaries else self._without_summaries(inputs.papers)
        return f"{' '.join([digests[paper.id] for paper in inputs.papers])} {inputs.facts!r}"

    def _without_summaries(self, papers: Iterable[Paper]) -> Mapping[str, str]:
        """A digest at least of each of these papers without its summary, by the paper's id."""
        known = self._but_summaries
        for paper in papers:
            if paper.id not in known:
                known[paper.id] = digest(paper.model_dump_json(exclude={"summary"}).encode())
        return known

    def _key(self, *parts: str) -> str:
        return digest("\n".join((self._common, *parts)).encode(errors="surrogatepass"))
