"""What became of every link, as JSON, in a shape that only ever grows within a version.

`version` is 1. `summary` counts links by what they are: `alive`, `moved`, `blocked`, `private`,
`failing`, `dead`. Each of `links` has `url`, `verdict` (one of those), `because`, `redirects` (each
with `status` and `url`), `last` (where the way ended), `moved_to`, `doubt`, `failed` (the days of
failure that are remembered), `archived` and `places` (each with `path`, `line` and `column`); what
there is nothing to say of is empty. `diagnostics` are those of `awesome-heads check`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.links import FoundLink, Ledger, Outcome, tally
from awesome_heads.links.report import archived, verdict
from awesome_heads.reporters.json import format_json

VERSION = 1


def format_links(
    links: Iterable[FoundLink],
    outcomes: Mapping[str, Outcome],
    ledger: Ledger,
    diagnostics: Sequence[Diagnostic],
) -> str:
    """Write one JSON object, indented, with a final line end; links by their addresses."""
    places: defaultdict[str, list[dict[str, object]]] = defaultdict(list)
    for link in links:
        path, line, column, _ = link.source.locate(link.loc)
        places[link.url].append({"path": path, "line": line, "column": column})
    content = {
        "version": VERSION,
        "summary": tally(outcomes.values(), ledger),
        "links": [_entry(outcomes[url], ledger, places[url]) for url in sorted(outcomes)],
        "diagnostics": json.loads(format_json(diagnostics))["diagnostics"],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _entry(outcome: Outcome, ledger: Ledger, places: list[dict[str, object]]) -> dict[str, object]:
    failing = ledger.get(outcome.url)
    return {
        "url": outcome.url,
        "verdict": verdict(outcome, ledger),
        "because": outcome.because,
        "redirects": [hop._asdict() for hop in outcome.hops],
        "last": outcome.last,
        "moved_to": outcome.moved_to,
        "doubt": outcome.doubt,
        "failed": [day.isoformat() for day in failing.failed] if failing else [],
        "archived": archived(failing) if failing else "",
        "places": places,
    }
