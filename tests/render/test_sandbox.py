"""A stranger's templates: what they may do, and every way out of them that is tried."""

import pickle
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import IOBase
from pathlib import Path
from types import CodeType, FrameType, ModuleType

import pytest
from jinja2 import Environment, Template, Undefined

from awesome_heads.config import ListConfig
from awesome_heads.errors import UsageError
from awesome_heads.project import Project
from awesome_heads.render import Renderer, Theme
from awesome_heads.views import Page, build_site
from awesome_heads.views.page import Context
from tests.builders import a_config

HIDDEN = "what no template may read"
PICKLE = "{{ config.parse_raw(pickled, proto='pickle', allow_pickle=true, encoding='latin1') }}"
WALKS = [
    "{{ word.__class__ }}",
    "{{ word['__class__'] }}",
    "{{ word|attr('__class__') }}",
    r"{{ word|attr('\x5f\x5fclass\x5f\x5f') }}",
    "{{ word|attr(['_'*2, 'class', '_'*2]|join) }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ [word]|map(attribute='__class__')|join }}",
    "{{ [word]|map('attr', '__class__')|join }}",
    "{{ ([word]|groupby('__class__')|first).grouper }}",
    "{{ [word]|sort(attribute='__class__.__name__') }}",
    "{{ [word]|selectattr('__class__')|list }}",
    "{{ [word]|sum(attribute='__class__') }}",
    "{{ words.__class__.__base__ }}",
    "{{ ([1]|map('string')).gi_frame.f_globals }}",
    "{{ ([1]|map('string')).gi_code }}",
    "{{ (1).__class__.__bases__ }}",
    "{{ none.__class__ }}",
    "{{ missing.__class__ }}",
]
FORMATS = [
    "{{ '{0.__class__}'.format(word) }}",
    "{{ '{x.__class__.__mro__}'.format(x=word) }}",
    "{{ '{x.__class__}'.format_map({'x': word}) }}",
    "{{ ('{0.__cl' ~ 'ass__}').format(word) }}",
    "{{ ('<b>{0.__class__}</b>'|safe).format(word) }}",
    "{{ ('<b>{x.__class__}</b>'|safe).format_map({'x': word}) }}",
    "{{ ('{0.__class__}'|attr('format'))(word) }}",
    "{{ '{0.__class__}'['format'](word) }}",
    "{{ once('{0.__class__}'.format, word) }}",
    "{% set f = '{0.__class__}'.format %}{{ f(word) }}",
    "{{ '{0.parse_file}'.format(config) }}",
]
GLOBALS = [
    "{{ cycler.__init__.__globals__.os }}",
    "{{ cycler('a').__init__.__globals__ }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ joiner('a').__call__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ namespace(a=1)._Namespace__attrs }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ dict.__base__.__subclasses__() }}",
    "{{ range.__self__ }}",
    "{{ range.__globals__ }}",
    "{{ _.__globals__ }}",
    "{{ gettext.__wrapped__ }}",
    "{{ once.__call__.__globals__ }}",
    "{{ once.__init__.__globals__ }}",
    "{{ once._made }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__dict__ }}",
    "{% for each in [1] %}{{ loop._iterator }}{% endfor %}",
    "{% for each in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m._environment }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% import 'own.html' as me %}{{ me.__class__ }}",
    "{{ environment }}",
    "{{ context }}",
    "{{ request.application }}",
    "{{ __import__('os') }}",
    "{{ open('/') }}",
]
MODELS = [
    "{{ config.parse_file(secret) }}",
    "{{ config['parse_file'](secret) }}",
    "{{ (config|attr('parse_file'))(secret) }}",
    "{{ once(config.parse_file, secret) }}",
    "{{ [config]|map(attribute='parse_file')|join }}",
    PICKLE,
    "{{ config.model_construct() }}",
    "{{ config.model_copy() }}",
    "{{ config.licence.parse_file(secret) }}",
    "{{ config.model_config['x'] }}",
    "{{ config.__pydantic_validator__ }}",
    "{{ config.model_fields['name'].metadata_lookup['fail_fast']() }}",
    "{{ config.model_fields_set }}",
]
FILES = [
    "{% include secret %}",
    "{% include '../' ~ secret %}",
    "{% include '../../list.yaml' %}",
    "{% include '../readme/README.md' %}",
    "{% include '/etc/passwd' %}",
    "{% include '//etc/passwd' %}",
    "{% include 'file:///etc/passwd' %}",
    r"{% include '..\\..\\list.yaml' %}",
    "{% include './home.html' %}",
    "{% include ['../../a', '../../b'] %}",
    "{% extends secret %}",
    "{% import secret as x %}",
    "{% from '../../list.yaml' import x %}",
]
CHANGES = [
    "{{ words.append('x') }}",
    "{{ words.clear() }}",
    "{{ words.sort() }}",
    "{{ known.update(a=1) }}",
    "{{ known.pop('a') }}",
    "{{ known.setdefault('x', 1) }}",
    "{% set config.name = 'x' %}",
    "{% do words.append('x') %}",
]
BOMBS = [
    "{{ range(1000000000)|list }}",
    "{% for each in range(100001) %}{% endfor %}",
    "{{ range(0, 10**9, 2)|length }}",
    "{{ '%s' % range(10**9)|list }}",
]
ATTEMPTS = [*WALKS, *FORMATS, *GLOBALS, *MODELS, *FILES, *CHANGES, *BOMBS]


class Poison:
    """What a pickle makes a program do: here, to write a file."""

    def __init__(self, path: Path) -> None:
        """Take the file."""
        self._path = path

    def __reduce__(self) -> tuple[object, ...]:
        """Write it as soon as it is read back."""
        return Path.write_text, (self._path, HIDDEN)


@dataclass(frozen=True)
class Given(Context):
    """What a page of a stranger's is given, a model of pydantic among it."""

    secret: str
    pickled: str
    word: str = "word"
    words: list[str] = field(default_factory=lambda: ["a", "b"])
    known: Mapping[str, int] = field(default_factory=lambda: {"a": 1})
    config: ListConfig = field(default_factory=a_config)


@pytest.fixture
def given(tmp_path: Path) -> Given:
    """A context that names a secret file, and a pickle that would write another."""
    secret = tmp_path / "secret.json"
    secret.write_text(f'"{HIDDEN}"')
    pickled = pickle.dumps(Poison(tmp_path / "written"), protocol=0).decode("latin1")
    return Given(str(secret), pickled)


def rendered(template: str, given: Given, *, is_trusted: bool = False) -> str:
    """What a template of a list's own makes of a context."""
    theme = Theme({"site/own.html": template.encode()}, is_trusted=is_trusted)
    page = Page("out", "own.html", given)
    return Renderer(theme).render_site([page])["out"].data.decode()


def outputs(project: Project) -> Iterator[tuple[str, bytes]]:
    """README and site of a list, by path."""
    for path, output in (*project.readme().items(), *project.site().items()):
        yield path, output.data


@pytest.mark.parametrize("template", ATTEMPTS)
def test_no_template_gets_out(template: str, given: Given) -> None:
    """Every attempt ends in an error that names the template, and has touched nothing."""
    with pytest.raises(UsageError, match=r"the template .* fails for out|own\.html"):
        rendered(template, given)
    assert given.words == ["a", "b"]
    assert given.known == {"a": 1}
    assert not Path(given.secret).with_name("written").exists()


def test_the_readme_is_in_the_same_sandbox(small: Project) -> None:
    """Templates of Markdown can do no more than those of pages."""
    own = {"readme/README.md": b"{{ config.__class__.__mro__ }}"}
    with pytest.raises(UsageError, match="unsafe"):
        replace(small, theme=Theme(own, is_trusted=False)).readme()


def test_these_are_ways_out_where_there_is_no_sandbox(given: Given) -> None:
    """The attempts are real: a trusted template walks to any class, and a pickle is run."""
    assert "class" in rendered("{{ ''.__class__.__mro__[1] }}", given, is_trusted=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of methods that pydantic has kept
        with pytest.raises(UsageError):
            rendered(PICKLE, given, is_trusted=True)
    assert Path(given.secret).with_name("written").read_text() == HIDDEN


def test_a_list_looks_the_same_from_within_the_sandbox(small: Project) -> None:
    """README and site are byte for byte what they are without it, so it takes nothing away."""
    assert dict(outputs(small.in_sandbox())) == dict(outputs(small))


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("{{ config.name }}", "Made-Up Heads"),
        ("{{ '{0} of {n:03}'.format('one', n=7) }}", "one of 007"),
        ("{{ '%s and %s'|format(1, 2) }} {{ word.upper().split('R')|join('-') }}", "1 and 2 WO-D"),
        ("{% for each in words %}{{ loop.cycle('x', 'y') }}{% endfor %}", "xy"),
        ("{% macro m(a) %}<{{ a }}>{% endmacro %}{{ once(m, 1) }}", "<1>"),
        ("{% set c = cycler(1, 2) %}{{ c.next() }}{{ c.next() }}", "12"),
        ("{% for key, value in known.items() %}{{ key }}{{ value }}{% endfor %}", "a1"),
        ("{% set n = namespace(a=1) %}{% set n.a = 2 %}{{ n.a }}", "2"),
        ("{% block b %}{{ _('Papers') }}{% endblock %}{{ self.b() }}", "PapersPapers"),
    ],
)
def test_what_templates_are_for_still_works(template: str, made: str, given: Given) -> None:
    """Fields, formats, loops, macros, blocks and texts are there for a stranger's template."""
    assert rendered(template, given) == made


@pytest.mark.parametrize("path", ["locale/../../secret.po", "locale/../locale/x.po", "/x.po"])
def test_no_language_leads_out_of_the_catalogues(path: str) -> None:
    """The tag in list.yaml names a catalogue that ships or is the list's own, and no other file."""
    assert Theme().catalogue(path) is None


def parts(value: object) -> Iterator[object]:
    """What a template gets out of a value: its items, and the attributes that it may have."""
    if isinstance(value, Mapping):
        yield from (*value.keys(), *value.values())
    elif isinstance(value, list | tuple | set | frozenset):
        yield from value
    if isinstance(value, (str, int, float)):
        return
    sandbox = Renderer(Theme(is_trusted=False)).site
    for name in dir(value):
        found = sandbox.getattr(value, name)
        if not isinstance(found, Undefined) and not callable(found):
            yield found


def reachable(values: Iterable[object]) -> Iterator[object]:
    """All that can be had from some values, however long the way."""
    seen: dict[int, object] = {}
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        if id(value) not in seen:
            seen[id(value)] = value  # kept, so that no other gets its id
            yield value
            waiting += parts(value)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_nothing_that_a_page_is_given_can_do_anything(small: Project) -> None:
    """Whatever way a template takes from its variables, it comes upon values, never upon means."""
    site = build_site(small.config, small.library)
    pages = {each.template: each for each in site if isinstance(each, Page)}
    given = [value for page in pages.values() for value in page.context.variables().values()]
    found = list(reachable(given))
    assert len(found) > len(given)
    means = (Path, IOBase, ModuleType, FrameType, CodeType, Environment, Template)
    assert [each for each in found if isinstance(each, means)] == []
    assert [each for each in found if callable(each)] == []
