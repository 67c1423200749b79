"""A plugin of pytest: notes how long each test takes, or runs those that were chosen alone."""

import json
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names the file of times."""
    parser.addoption("--times", type=Path, help="write how long each test takes to this file")


def pytest_configure(config: pytest.Config) -> None:
    """Note times where that was asked for, in the process that hears of every test."""
    if config.option.times and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Timed(config.option.times))


class Timed:
    """Notes how long each test takes, with what it set up, and writes that when all are done."""

    def __init__(self, path: Path) -> None:
        """Take the file to write."""
        self.path = path
        self.seconds: dict[str, float] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add a phase of a test to what the test took."""
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration

    def pytest_sessionfinish(self) -> None:
        """Write what each took."""
        self.path.write_text(json.dumps(self.seconds), encoding="utf-8")


class Chosen:
    """Runs the tests that were chosen, in the order in which they were named."""

    def __init__(self, tests: list[str]) -> None:
        """Take the names of tests."""
        self.order = {test: number for number, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave what was chosen; a test that a mutant no longer lets be made is not missed."""
        items[:] = [item for item in items if item.nodeid in self.order]
        items.sort(key=lambda item: self.order[item.nodeid])
