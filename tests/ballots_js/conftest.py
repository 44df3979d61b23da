"""Our scripts in the browser that people have, on a page that has nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from symbiosis.web.booth_file import AUTHORITY, STATIC, TRUSTEE
from tests.ballots_js.elections import Election

SCRIPTS = tuple(dict.fromkeys(TRUSTEE + AUTHORITY))


@pytest.fixture(scope="session")
def scripts(chromium: Browser) -> Iterator[Page]:
    """An empty page with the cryptographic scripts: `evaluate` runs their functions."""
    page = chromium.new_page()
    for name in SCRIPTS:
        page.add_script_tag(path=STATIC / name)
    yield page
    page.close()


@pytest.fixture
def election(tmp_path, scripts: Page) -> Election:
    """An election that has not begun: its folder is the test's own."""
    return Election(tmp_path, scripts)
