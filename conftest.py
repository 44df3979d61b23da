"""What every test run has: long tests only where they are asked for (`make faults`)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

# How long a case takes is the machine's affair: no test fails over it.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", deadline=None)


def pytest_configure(config: pytest.Config) -> None:
    """Arbitrary cases are the same at every run, so that a change is judged by itself; `--slow` draws new ones."""
    settings.load_profile("new" if config.getoption("--slow") else "same")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--slow` runs the long forms of tests too."""
    parser.addoption("--slow", action="store_true", help="also run tests that take minutes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked slow, and say how many (as deselected)."""
    if config.getoption("--slow"):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A running PostgreSQL of our own: the folder of its socket, for `tests.postgresql.new_database`."""
    from tests.postgresql import cluster

    with cluster() as socket:
        yield socket


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium; installed by tests/system_packages.sh."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "Chromium is missing: as root, run: apt-get install -y chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()
