"""The page on vocabularies."""

from awesome_heads.model import Vocabulary
from tools.pages.examples import VOCABULARY, VOCABULARY_PATH
from tools.pages.tables import block, data_of, fields_table, sections


def vocabularies() -> str:
    """The page on vocabularies."""
    data = data_of(VOCABULARY_PATH, VOCABULARY)
    inner = "\n\n".join(sections(Vocabulary, data))
    return f"""# A vocabulary

A vocabulary is one file, `taxonomy/<name>.yaml`: terms with their meaning, and the tree they hang
in. The file's name is the field that records use.

## Every field in use

This made-up vocabulary would be `{VOCABULARY_PATH}`, and a record could then say
`kites: [Sled, Eddy Kite]`.

{block(VOCABULARY)}

The smallest has `title`, `singular`, `description` and `terms`, each term just a `name`.

## The fields

{fields_table(Vocabulary, data)}

## The fields inside fields

{inner}

## Good to know

- Every list has `tags` and `venues`. A record names tags in `tags`, and venues in `venue` and
  `published.venue`. Any other file is a field that records may leave out.
- A file's name is lower-case words joined by hyphens, and not the name of a field of a
  [record](record.md#the-fields), nor `papers`, `years` or `static`, which the site uses itself.
- `on_records: false` makes a vocabulary that is only read, such as a glossary: it gets a page, its
  terms get none, and records have no field for it.
- A term's `group` is the path from the outermost group: `[Framed, Flat]`.
- Without a `group_title`, the outermost groups are called `Groups`, in the
  [language of the list](languages.md).
- A property is declared once, under `properties`. Terms then state it as a field of that name, such
  as `wind` above, and not every term has to. Do not call it like a field that terms have anyway.
- A property with a `scale` is drawn as a bar: `reach: low/middling` fills the first two of three
  cells. Where a vocabulary declares several, the first one is drawn and the others stay words.
- Every group has a page, named by the path to it, with its terms and papers.
- In the vocabulary that `tree` in [list.yaml](settings.md) names, the outermost groups are the
  stages of the list. Only those with a `colour` appear in the picture of the stages; only its
  `flows` are drawn.
- The same rules hold for the text as [in a record](record.md#what-you-type-is-what-it-says).
"""
