"""Templates say the same whether Jinja compiles them or our compiler does."""

from functools import cache
from gettext import NullTranslations
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, Template, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from awesome_heads.render import Renderer, Theme
from awesome_heads.render.compiling import Catalogue, Compiler, as_html


class _Catalogue(NullTranslations):
    """A language of a few texts."""

    TEXTS: ClassVar = {
        "Plain": "Schlicht & <b>fett</b>",
        "%(name)s has %(number)s": "%(number)s sind bei %(name)s, 100 %%",
        "Twice %(name)s": "%(name)s und %(name)s",
        "Broken %(name)s": "%(nome)s %d",
    }

    def gettext(self, message: str) -> str:
        return self.TEXTS.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        return f"{context}|{self.gettext(message)}"


class _Plain(Environment):
    """Jinja as it comes."""


class _Compiled(Environment):
    """Jinja with our compiler."""

    code_generator_class = Compiler
    as_html = staticmethod(as_html)
    texts: Catalogue = _Catalogue()


class _Sandboxed(ImmutableSandboxedEnvironment, _Compiled):
    """The same in the sandbox."""


@cache
def _template(kind: type[Environment], source: str, *, autoescape: bool) -> Template:
    environment = kind(
        autoescape=autoescape, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"]
    )
    environment.install_gettext_translations(_Catalogue(), newstyle=True)  # type: ignore[attr-defined]
    return environment.from_string(source)


def _render(
    kind: type[Environment], source: str, *, autoescape: bool = True, **values: object
) -> str:
    template = _template(kind, source, autoescape=autoescape)  # type: ignore[arg-type]
    return template.render(values)


TEMPLATES = [
    "{{ value }}",
    "{{ value }}{{ value|safe }}{{ value ~ 'x' }}",
    "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(value) }}{{ m(m(value)) }}",
    "{{ _('Plain') }} {{ gettext('Plain') }} {{ pgettext('place', 'Plain') }}",
    "{{ _('%(name)s has %(number)s', name=value, number=3) }}",
    "{% trans name=value, number=value|length %}{{ name }} has {{ number }}{% endtrans %}",
    "{% trans 'place' name=value, number=1 %}{{ name }} has {{ number }}{% endtrans %}",
    "{% set text = _('Twice %(name)s', name=value) %}{{ text }}{{ text|length }}",
    "{{ _(value|replace('%', '')) }}{{ _('Plain')|upper }}",
    "{% trans n=value|length %}one{% pluralize %}{{ n }} of them{% endtrans %}",
    "{% set _ = joiner('-') %}{{ _() }}{{ value }}{{ _() }}",
    "{% macro gettext(x) %}own {{ x }}{% endmacro %}{{ gettext('Plain') }}",
    "{% autoescape value|length > 2 %}{{ value }}{{ _('Plain') }}{% endautoescape %}",
    "{% for n in range(2) %}{{ _('Twice %(name)s', name=loop.index) }}{{ value }}{% endfor %}",
]


@pytest.mark.parametrize("source", TEMPLATES)
@pytest.mark.parametrize("kind", [_Compiled, _Sandboxed], ids=["open", "sandbox"])
@pytest.mark.parametrize("autoescape", [True, False])
@settings(max_examples=30)
@given(value=st.text("a<&>\"'% {", max_size=6) | st.text("a<&", max_size=3).map(Markup))
def test_a_template_says_what_it_says_elsewhere(
    source: str, kind: type[Environment], *, autoescape: bool, value: str
) -> None:
    """Values, texts that are HTML already, translations with places, and names of its own."""
    expected = _render(_Plain, source, autoescape=autoescape, value=value)
    assert _render(kind, source, autoescape=autoescape, value=value) == expected


@pytest.mark.parametrize("value", [3, 2.5, None, ("a", "<"), [Markup("<")]])
def test_other_values_are_shown_as_elsewhere(value: object) -> None:
    """Numbers and lists are put out as their text, escaped."""
    assert _render(_Compiled, "{{ value }}", value=value) == _render(
        _Plain, "{{ value }}", value=value
    )


def test_what_is_not_defined_is_an_error_still() -> None:
    """A misspelt name is told, in a text as well."""
    for source in ("{{ missing }}", "{{ _('Twice %(name)s', name=missing) }}"):
        with pytest.raises(UndefinedError):
            _render(_Compiled, source)


@pytest.mark.parametrize(
    "source", ["{{ _('Broken %(name)s', name=1) }}", "{{ _('Twice %(name)s') }}"]
)
def test_a_text_without_its_values_fails_as_elsewhere(source: str) -> None:
    """What cannot be filled in is left to Jinja, which says so."""
    for kind in (_Plain, _Compiled):
        with pytest.raises((KeyError, TypeError)):
            _render(kind, source)


def test_a_translation_is_asked_for_once() -> None:
    """When the template is compiled, however often it is rendered."""
    asked = []

    class _Asked(_Catalogue):
        def gettext(self, message: str) -> str:
            asked.append(message)
            return message

    environment = _Compiled(autoescape=True, extensions=["jinja2.ext.i18n"])
    environment.texts = _Asked()
    template = environment.from_string("{{ _('Plain') }}")
    assert [template.render(), template.render()] == ["Plain", "Plain"]
    assert asked == ["Plain"]


@pytest.mark.parametrize("_round", [1, 2])
def test_templates_of_one_list_are_not_those_of_another(_round: int) -> None:
    """Whatever a process has compiled before, a list's own template is its own."""
    path = "readme/_contents.md"
    shipped = Renderer(Theme()).readme
    kinds = {
        "own": Renderer(Theme({path: b"own"})).readme,
        "other": Renderer(Theme({path: b"other"})).readme,
        "guarded": Renderer(Theme({path: b"guarded"}, is_trusted=False)).readme,
    }
    for text, environment in kinds.items():
        assert environment.get_template("_contents.md").render() == text
        assert environment.get_template("_contents.md").environment is environment
    assert shipped.get_template("_contents.md").environment is shipped


def test_a_template_is_compiled_once() -> None:
    """Two lists that take a shipped template have the same code of it."""
    codes = [Renderer(Theme()).site.get_template("404.html").root_render_func for _ in range(2)]
    assert codes[0].__code__ is codes[1].__code__
    guarded = Renderer(Theme(is_trusted=False)).site.get_template("404.html").root_render_func
    assert guarded.__code__ is not codes[0].__code__
