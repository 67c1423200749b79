"""Pages to files, and whose templates are used."""

from dataclasses import dataclass

import pytest

from awesome_heads.errors import UsageError
from awesome_heads.project import Project
from awesome_heads.render import Output, Renderer, Theme
from awesome_heads.render.renderer import Once
from awesome_heads.views import Page, build_readme
from awesome_heads.views.page import Context
from tests.builders import a_config, a_library, a_paper, a_vocabulary


@dataclass(frozen=True)
class Words(Context):
    """A context for templates made up here."""

    word: str = "a<b"


def _site(template: str, name: str = "own.html", **files: str) -> Output:
    """A page rendered from a template of a list's own."""
    own = {f"site/{name}": template} | {f"site/_{key}.html": text for key, text in files.items()}
    theme = Theme({path: text.encode() for path, text in own.items()})
    return Renderer(theme).render_site([Page("out/page", name, Words())])["out/page"]


def _readme(template: str) -> str:
    """What a template of the README makes of the word, without the seal below it."""
    theme = Theme({"readme/README.md": f"{{% set word = 'a<b' %}}{template}".encode()})
    readme = build_readme(a_config(), a_library(a_paper()), "")
    return next(Renderer(theme).render_readme(readme)).data.decode().rpartition("\n<!--")[0]


def test_a_page_becomes_a_file() -> None:
    """The output goes where the page says, as UTF-8, with the template's last line end."""
    assert _site("é {{ word|length }}\n") == Output("out/page", "é 3\n".encode())


@pytest.mark.parametrize("name", ["own.html", "own.svg", "own.css", "own.xml", "own.txt", "own"])
def test_everything_of_the_site_is_escaped(name: str) -> None:
    """No suffix is left out, so that no picture or feed is unsafe by its name."""
    assert _site("{{ word }}", name).data == b"a&lt;b"


def test_the_readme_is_escaped_by_its_filters_alone() -> None:
    """Markdown has no escape that fits everywhere, so the templates say which."""
    assert _readme("{{ word }} {{ word|md }} {{ word|attr }} {{ word|cell }}") == (
        "a<b a&#60;b a&lt;b a&#60;b"
    )


def test_pictures_of_the_readme_are_escaped_like_the_site() -> None:
    """A picture is XML, whoever shows it."""
    readme = build_readme(a_config(), a_library(a_paper()), "")
    theme = Theme({"site/taxonomy.svg": b"{{ 'a<b' }}", "readme/taxonomy.svg": b"wrong"})
    made = {output.path: output.data for output in Renderer(theme).render_readme(readme)}
    assert made["assets/taxonomy-dark.svg"] == b"a&lt;b"


def test_a_lists_own_template_wins(small: Project) -> None:
    """One file replaces the shipped one of the same name; all others stay."""
    theme = Theme({"readme/_news.md": b"NO NEWS\n"})
    pages = build_readme(small.config, small.library, "")
    text = next(Renderer(theme).render_readme(pages)).data.decode()
    assert "NO NEWS" in text
    assert "out of the oven" not in text
    assert "## The newest papers" in text


def test_a_template_of_one_folder_is_not_one_of_the_other() -> None:
    """README and site have templates of their own."""
    with pytest.raises(UsageError, match=r"own\.html"):
        Renderer(Theme({"readme/own.html": b"x"})).render_site([Page("x", "own.html", Words())])[
            "x"
        ]


def test_own_templates_may_extend_those_shipped(small: Project) -> None:
    """A list changes one block and keeps the frame."""
    own = b'{% extends "base.html" %}{% block content %}<h1>Gone fishing</h1>{% endblock %}'
    site = Project(small.config, small.library, Theme({"site/404.html": own}), "").site()
    text = site["404.html"].data.decode()
    assert "<h1>Gone fishing</h1>" in text
    assert 'class="skip"' in text
    assert "There is no page here</h1>" not in text


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{{ wrod }}", "'wrod' is undefined"),
        ("{{ word.size }}", "has no attribute 'size'"),
        ("{% if wrod %}{% endif %}", "'wrod' is undefined"),
        ("{% for each in wrod %}{% endfor %}", "'wrod' is undefined"),
        ("{% for %}", "Expected"),
        ("{{ word|shout }}", "No filter named 'shout'"),
        ('{% include "_gone.html" %}', "_gone.html"),
        ('{% include "_part.html" %}', "'inner' is undefined"),
    ],
)
def test_a_fault_names_the_template(template: str, reason: str) -> None:
    """Nothing undefined passes for empty: the message says where and what, and how to go back."""
    with pytest.raises(UsageError) as caught:
        _site(template, part="{{ inner }}")
    assert caught.value.message.startswith("the template ")
    assert " fails for out/page: " in caught.value.message
    assert reason in caught.value.message
    assert "delete your own copy" in caught.value.hint


def test_filters_of_the_site() -> None:
    """Inline Markdown as HTML or as words, and numbers with their noun."""
    text = (
        "{{ '*a* & b'|inline }} {{ '*a* & b'|words }} {{ 1|count('head') }} {{ 2|count('head') }}"
    )
    assert _site(text).data.decode() == "<em>a</em> &amp; b a &amp; b 1 head 2 heads"


def test_filters_of_the_readme() -> None:
    """Text, inline Markdown, link targets and numbers."""
    assert _readme(
        "{{ '*a*'|md }} {{ '*a*'|cell }} {{ 'b(c)'|target }} {{ 3|count('ox', 'oxen') }}"
    ) == (r"\*a\* <em>a</em> b%28c%29 3 oxen")


def test_static_files_follow_the_pages(small: Project) -> None:
    """No template is looked for in them."""
    theme = Theme({"static/own.css": b"{{ not_a_variable }}"})
    made = Renderer(theme).render_site([])
    outputs = {path: output.data for path, output in made.items()}
    assert outputs["static/own.css"] == b"{{ not_a_variable }}"
    assert "static/site.css" in outputs
    assert small.theme.files == {}


def _table(**readme: object) -> str:
    tags = a_vocabulary(terms=["Copy-Paste_Head | 2"])
    venues = a_vocabulary("venues", ["Blog & Co"])
    links = {"paper": "https://example.org/p", "code": "https://example.org/c"}
    paper = a_paper(tags=["Copy-Paste_Head | 2"], venue="Blog & Co", links=links)
    library = a_library(paper, vocabularies=[tags, venues])
    settings = a_config(readme={"sections": ["papers"], **readme})
    return next(Renderer(Theme()).render_readme(build_readme(settings, library, ""))).data.decode()


def test_tags_as_badges() -> None:
    """A badge doubles what shields.io reads as a sign, and says its label without pictures."""
    table = _table(tags="badge")
    assert (
        '<a href="https://example.org/heads/tags/copy-paste-head-2/">'
        '<img src="https://img.shields.io/badge/Copy--Paste__Head_%7C_2-blue" '
        'alt="Copy-Paste_Head &#124; 2"></a>'
    ) in table
    assert "[Paper](https://example.org/p)<br>[Code](https://example.org/c)" in table


def test_links_as_badges() -> None:
    """The paper's badge shows where it appeared, the others what they are."""
    table = _table(links="badge")
    assert (
        '<a href="https://example.org/p">'
        '<img src="https://img.shields.io/badge/Blog_%26_Co-Paper-brightgreen" alt="Paper"></a><br>'
    ) in table
    assert '<img src="https://img.shields.io/badge/Code-Code-brightgreen" alt="Code">' in table


def test_badges_of_the_lists_own() -> None:
    """Any address with a place for the label will do."""
    table = _table(tags="badge", tag_badge="https://badges.example/{label}?a=1&b=2")
    assert 'src="https://badges.example/Copy--Paste__Head_%7C_2?a=1&amp;b=2"' in table


def test_open_years_stand_unfolded() -> None:
    """A section is folded once there are as many open ones as the settings say."""
    assert "<details>" not in _table(open_years=1)
    assert "<details>" in _table(open_years=0)


def test_a_macro_is_called_once_for_the_same_values() -> None:
    """What stands on many pages is made for the first of them."""
    called: list[str] = []
    once = Once()

    def macro(*words: str) -> str:
        called.append(" ".join(words))
        return called[-1].upper()

    assert [once(macro, "a", "b"), once(macro, "a", "b"), once(macro, "b")] == ["A B", "A B", "B"]
    assert called == ["a b", "b"]


def test_what_is_kept_of_a_large_list_is_bounded() -> None:
    """Once too much is kept all of it is forgotten, and made again where it is needed."""
    called: list[int] = []
    once = Once(most=2)

    def macro(number: int) -> int:
        called.append(number)
        return number

    for number in (1, 2, 1, 3, 1):
        once(macro, number)
    assert called == [1, 2, 3, 1]
