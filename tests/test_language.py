"""What a list's language makes of texts, numbers, dates and rows of words."""

import datetime as dt

import pytest

from awesome_heads.catalogue import parse_catalogue
from awesome_heads.errors import UsageError
from awesome_heads.language import IN_ENGLISH, Language, read_language
from tests.builders import in_another_language

CZECH = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);\\n"

#: templates/static/site.js
msgid "%(number)s paper"
msgid_plural "%(number)s papers"
msgstr[0] "%(number)s článek"
msgstr[1] "%(number)s články"
msgstr[2] "%(number)s článků"

msgctxt "count"
msgid "%(number)s %(noun)s"
msgstr "%(noun)s: %(number)s"

#: templates/static/site.js
msgctxt "between words"
msgid ", "
msgstr " a "

#: templates/static/site.js
#, fuzzy
msgid "Years"
msgstr "Jaro"

msgid "Authors"
msgstr ""

#: src/awesome_heads/views/home.py
msgid "%(first)s to %(last)s"
msgstr "od %(first)s do %(last)s"
"""
IN_CZECH = Language("cs", parse_catalogue("locale/cs.po", CZECH.encode()))


@pytest.mark.parametrize(("number", "said"), [(1, "1 článek"), (3, "3 články"), (5, "5 článků")])
def test_a_number_takes_the_form_that_the_catalogue_gives_it(number: int, said: str) -> None:
    """Languages have as many plural forms as their catalogue says."""
    assert IN_CZECH.papers(number) == said


def test_values_are_put_where_the_translation_names_them() -> None:
    """A translation may order its values as it likes."""
    assert IN_CZECH.gettext("%(first)s to %(last)s", first=1, last=2) == "od 1 do 2"
    assert IN_CZECH.count(2, "head", "heads") == "heads: 2"


@pytest.mark.parametrize("text", ["Years", "Authors", "Never heard of"])
def test_what_is_doubtful_or_missing_is_said_in_english(text: str) -> None:
    """A reader is shown a text that was meant, rather than none or a guess."""
    assert IN_CZECH.gettext(text) == text


def test_english_needs_no_catalogue() -> None:
    """Numbers are grouped, nouns counted, words joined without a comma before the last."""
    assert IN_ENGLISH.papers(1) == "1 paper"
    assert IN_ENGLISH.papers(1204) == "1,204 papers"
    assert IN_ENGLISH.count(2, "ox", "oxen") == "2 oxen"
    assert IN_ENGLISH.count(0, "head") == "0 heads"
    assert IN_ENGLISH.listed(["a", "b", "c"]) == "a, b and c"
    assert IN_ENGLISH.of_scripts == {}


def test_dates_and_rows_of_words_follow_the_language() -> None:
    """Each language has its own order, months and joints."""
    day = dt.date(2024, 4, 24)
    chinese = in_another_language(tag="zh-Hans")
    assert IN_ENGLISH.day(day) == "24 Apr 2024"
    assert in_another_language(tag="de").day(day) == "24.04.2024"
    assert chinese.day(day) == "2024年4月24日"
    assert chinese.listed(["甲", "乙", "丙"]) == "甲、乙和丙"
    assert chinese.months[4] == "4月"
    assert IN_ENGLISH.month(day) == "April 2024"
    assert chinese.month(day) == "2024年4月"


def test_what_joins_the_parts_of_a_description_is_translated() -> None:
    """Labels, rows and periods have the signs of their language."""
    assert IN_ENGLISH.series(["a", "b"]) == "a; b"
    assert IN_ENGLISH.labelled("Depth", "low") == "Depth: low"
    assert IN_ENGLISH.period(2018, 2018) == "2018"
    assert IN_ENGLISH.period(2018, 2025) == "2018 to 2025"
    assert IN_CZECH.period(2018, 2025) == "od 2018 do 2025"
    assert IN_CZECH.row(["a", "b", "c"]) == "a a b a c"


def test_scripts_are_given_what_they_say_and_no_more() -> None:
    """Texts for scripts are the finished ones that stand in scripts, or nobody says where."""
    assert IN_CZECH.of_scripts == {
        "%(number)s paper": ("%(number)s článek", "%(number)s články", "%(number)s článků"),
        "count\x04%(number)s %(noun)s": ("%(noun)s: %(number)s",),
        "between words\x04, ": (" a ",),
    }


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("zh-Hans", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hans-SG", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh-TW", None),
        ("de-AT", "de"),
        ("pt-BR", "pt-BR"),
        ("fr", None),
        ("x-made-up", None),
    ],
)
def test_the_closest_catalogue_is_taken(tag: str, found: str | None) -> None:
    """A tag finds its own catalogue, else that of its script, else that of its language."""
    there = {f"locale/{name}.po": name for name in ("zh-Hans", "de", "pt-BR", "pt")}
    asked: list[str] = []

    def read(path: str) -> bytes | None:
        if path in there:
            asked.append(there[path])
            return CZECH.encode()
        return None

    read_language(tag, read)
    assert asked == ([found] if found else [])


@pytest.mark.parametrize("data", [b"\xff\xfe", b"no catalogue at all"])
def test_a_broken_catalogue_is_named(data: bytes) -> None:
    """A catalogue that cannot be read stops the build, with its path and what to do."""
    with pytest.raises(
        UsageError, match=r"templates/locale/de\.po is no gettext catalogue"
    ) as told:
        parse_catalogue("locale/de.po", data)
    assert "delete your own copy" in (told.value.hint or "")


@pytest.mark.parametrize("said", ["%(number)s článků", "tolik", "100 %% z %(number)s"])
def test_a_translation_may_leave_its_values_out(said: str) -> None:
    """A text that names no other value than the English one fits."""
    text = f'msgid "%(number)s entries"\nmsgstr "{said}"\n'
    assert parse_catalogue("locale/cs.po", text.encode())


@pytest.mark.parametrize("said", ["%(numer)s článků", "%(number) článků", "100 % z %(number)s"])
def test_a_translation_that_does_not_fit_its_values_is_named(said: str) -> None:
    """A slip stops the build with its line and text, and no page fails later."""
    text = f'msgid "%(number)s entries"\nmsgstr "{said}"\n'
    with pytest.raises(UsageError, match=r"templates/locale/cs\.po:1: `.*` does not fit"):
        parse_catalogue("locale/cs.po", text.encode())


def test_a_doubtful_translation_need_not_fit() -> None:
    """What is never said cannot do harm."""
    text = '#, fuzzy\nmsgid "%(number)s entries"\nmsgstr "%(numer)s"\n'
    assert parse_catalogue("locale/cs.po", text.encode())


def test_the_head_of_a_catalogue_is_no_text() -> None:
    """A rule for plurals may divide with a percent sign."""
    head = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n%10==1 ? 0 : 1;\\n"\n'
    assert parse_catalogue("locale/is.po", head.encode()).num_plurals == 2


def test_plural_forms_that_cannot_be_read_are_named() -> None:
    """The rule for plurals is part of what makes a catalogue."""
    head = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n !;\\n"\n'
    with pytest.raises(UsageError, match="is no gettext catalogue"):
        parse_catalogue("locale/cs.po", head.encode())
