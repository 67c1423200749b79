"""The facts that a list is made of."""

import pytest
from pydantic import BaseModel, ValidationError

from awesome_heads import model
from awesome_heads.model import LINK_KINDS, Colour, Links, Paper, Term
from tests.builders import a_paper, a_vocabulary

MODELS = [
    value
    for value in vars(model).values()
    if isinstance(value, type) and issubclass(value, BaseModel) and value.model_fields
]


@pytest.mark.parametrize("kind", MODELS, ids=lambda kind: kind.__name__)
def test_every_field_is_described(kind: type[BaseModel]) -> None:
    """Each field says in a sentence what it holds."""
    for name, field in kind.model_fields.items():
        assert (field.description or "").endswith("."), name


def test_required_fields_of_a_paper() -> None:
    """A record states at least title, date, venue, tags, links and summary; the id is its name."""
    required = {name for name, field in Paper.model_fields.items() if field.is_required()}
    assert required == {"id", "title", "date", "venue", "tags", "links", "summary"}


def test_link_kinds_are_the_fields_of_links() -> None:
    """The order of kinds names every kind there is, and no other."""
    assert tuple(Links.model_fields) == LINK_KINDS


def test_links_come_in_pairs() -> None:
    """Every link comes with its kind, kinds in their order and several of a kind as typed."""
    links = Links.model_validate(
        {
            "blog": "https://example.org/blog",
            "code": ["https://example.org/z", "https://example.org/a"],
            "paper": "https://example.org/paper",
        }
    )
    assert links.pairs() == (
        ("paper", "https://example.org/paper"),
        ("code", "https://example.org/z"),
        ("code", "https://example.org/a"),
        ("blog", "https://example.org/blog"),
    )


def test_a_paper_needs_a_link_to_itself() -> None:
    """An empty list of addresses is no address of the paper."""
    with pytest.raises(ValidationError, match="too_short"):
        Links.model_validate({"paper": []})


def test_a_paper_needs_a_tag() -> None:
    """A paper without any tag is refused."""
    with pytest.raises(ValidationError, match="too_short"):
        a_paper(tags=[])


def test_terms_of_tags() -> None:
    """The vocabulary `tags` is the field `tags`."""
    assert a_paper(tags=["b", "a"]).terms_of("tags") == ("b", "a")


def test_terms_of_venues() -> None:
    """A paper's venue is its only term of `venues` until it appears elsewhere."""
    assert a_paper(venue="arXiv").terms_of("venues") == ("arXiv",)


@pytest.mark.parametrize(
    ("later", "venues"), [("Journal", ("arXiv", "Journal")), ("arXiv", ("arXiv",))]
)
def test_terms_of_venues_count_both_versions(later: str, venues: tuple[str, ...]) -> None:
    """A preprint that appeared later belongs to both venues, each once."""
    paper = a_paper(venue="arXiv", published={"venue": later, "date": "2024"})
    assert paper.terms_of("venues") == venues


def test_terms_of_further_vocabularies() -> None:
    """A paper's terms of a further vocabulary are those it names, or none."""
    paper = a_paper(terms={"methods": ["Ablation"]})
    assert paper.terms_of("methods") == ("Ablation",)
    assert paper.terms_of("models") == ()


def test_the_page_of_a_term() -> None:
    """A term's page is named by the slug of its name."""
    assert Term(name="Look-Back Head").slug == "look-back-head"


def test_terms_by_name_and_alias() -> None:
    """A term is found by its name and by every alias."""
    vocabulary = a_vocabulary(terms=[{"name": "Copy Head", "aliases": ["Copier", "Copying"]}])
    assert set(vocabulary.by_name) == {"Copy Head", "Copier", "Copying"}
    assert {term.name for term in vocabulary.by_name.values()} == {"Copy Head"}


def test_a_name_wins_over_an_alias() -> None:
    """Where one term's alias is another's name, the name counts."""
    vocabulary = a_vocabulary(terms=["Copier", {"name": "Copy Head", "aliases": ["Copier"]}])
    assert vocabulary.by_name["Copier"].name == "Copier"


def test_groups_hold_groups() -> None:
    """A vocabulary's tree may be several groups deep."""
    vocabulary = a_vocabulary(groups=[{"name": "a", "groups": [{"name": "b"}]}])
    assert vocabulary.groups[0].groups[0].name == "b"


@pytest.mark.parametrize("colour", ["red", "#fff", "#GGGGGG", "#FFFFFF", "#0123456"])
def test_colours_are_six_digits(colour: str) -> None:
    """A colour in any other shape than `#rrggbb` is refused."""
    with pytest.raises(ValidationError, match="light"):
        Colour(light=colour, dark="#abcdef")
