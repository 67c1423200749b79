"""Diagnostics as a page, for the preview of a list that cannot be built."""

from collections.abc import Sequence
from html import escape

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.text import count

_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 46rem; margin: 3rem auto; padding: 0 1rem; overflow-wrap: anywhere }
li { margin-block: 1.2rem } code { font: 0.95em ui-monospace, monospace }
.rule { color: GrayText } .hint { display: block }
"""


def format_html(diagnostics: Sequence[Diagnostic], last: str = "") -> str:
    """Write a complete HTML page that lists the diagnostics.

    Args:
        diagnostics: What to mend.
        last: Address of the site as it was before; empty where there is none.
    """
    items = "".join(_item(each) for each in diagnostics)
    before = f' Until then, <a href="{escape(last)}">look at the last one</a>.' if last else ""
    heading = f"{count(len(diagnostics), 'problem')} to mend"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{heading}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>'
        f"<body><h1>{heading}</h1><p>The site returns as soon as these are saved.{before}</p>"
        f"<ol>{items}</ol></body></html>"
    )


def _item(each: Diagnostic) -> str:
    path, line, column, _ = each.location
    hint = f'<span class="hint">Hint: {escape(each.hint)}</span>' if each.hint else ""
    return (
        f"<li><code>{escape(path)}:{line}:{column}</code> {escape(each.message)} "
        f'<span class="rule">{escape(each.rule)}</span>{hint}</li>'
    )
