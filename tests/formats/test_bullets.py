"""Papers as bullets of Markdown, as GitHub shows them."""

from urllib.parse import unquote

from hypothesis import given

from awesome_heads.formats import Bibliography
from awesome_heads.formats.bibliography import MARKDOWN
from awesome_heads.project import Project
from tests.builders import a_library, a_paper
from tests.formats.test_anything import ANY, TYPED
from tests.judges import elements, on_github, parse, text_of


def written(**changes: object) -> str:
    """One paper's bullet."""
    paper = a_paper(**changes)
    return Bibliography(a_library(paper), "https://lists.example/").file([paper], MARKDOWN)


def shown(text: str) -> list[tuple[str, list[str]]]:
    """The items of the one list that GitHub makes of a text, each with where its links lead."""
    page = parse(on_github(text))
    assert sum(each.tag == "ul" for each in elements(page)) == bool(text)
    return [
        (text_of(item), [link.get("href") or "" for link in item.iter("a")])
        for item in elements(page)
        if item.tag == "li"
    ]


def test_a_bullet_is_written_out() -> None:
    """Title with its link, authors, venue and year, then the further links by kind."""
    links = {
        "paper": "https://arxiv.org/abs/2401.00001",
        "code": ["https://code.example/1", "https://code.example/2"],
        "blog": "https://blog.example/(1)",
    }
    assert written(links=links) == (
        "- [Copying Heads in a Made-Up Model](https://arxiv.org/abs/2401.00001), "
        "Ada Example, Ben Sample, arXiv 2024. [[code](https://code.example/1)] "
        "[[code](https://code.example/2)] [[blog](https://blog.example/%281%29)]\n"
    )


def test_unknown_authors_leave_no_gap() -> None:
    """Without authors the venue follows the title."""
    assert written(authors=None).endswith("2401.00001), arXiv 2024.\n")


@TYPED
@given(title=ANY, author=ANY)
def test_github_shows_what_was_typed(title: str, author: str) -> None:
    """No sign of a title or a name makes a link, a tag or another item."""
    ((text, links),) = shown(written(title=title, authors=[author]))
    assert text == f"{title}, {author}, arXiv 2024."
    assert links == ["https://arxiv.org/abs/2401.00001"]


def test_a_list_is_one_list(small: Project) -> None:
    """Each paper is an item, in order, and links lead where the record says."""
    papers = small.library.papers
    kept = Bibliography(small.library, small.config.base_url)
    items = shown(kept.file(papers, MARKDOWN))
    for paper, (text, links) in zip(papers, items, strict=True):
        cited = kept.citation(paper)
        assert text.startswith(" ".join(cited.title.split()))
        further = [url for kind, url in paper.links.pairs() if kind != "paper"]
        assert list(map(unquote, links)) == list(map(unquote, (cited.url, *further)))
    assert shown(kept.file([], MARKDOWN)) == []
