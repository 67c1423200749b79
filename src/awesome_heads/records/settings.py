"""`list.yaml` as settings."""

from awesome_heads.config import ListConfig
from awesome_heads.diagnostics import Diagnostic
from awesome_heads.records.source import Source
from awesome_heads.records.validation import validate


def parse_settings(source: Source) -> tuple[ListConfig | None, list[Diagnostic]]:
    """Read `list.yaml`; None and diagnostics where it cannot be used."""
    data, diagnostics = source.read()
    return (None, diagnostics) if diagnostics else validate(ListConfig, data, source)
