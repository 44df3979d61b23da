"""A passkey is added after signing in and used instead of the password; elsewhere it is not offered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.node.nodes import Served, script

MAKE = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
from symbiosis.actions import people
people.create_account("ana", "a long enough phrase")
"""


@pytest.fixture
def node(tmp_path) -> Iterator[Served]:
    """A node with one account."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    made = script(data, MAKE)
    assert made.returncode == 0, made.stderr
    with Served(data) as node:
        yield node


def with_device(page: Page) -> None:
    """Give a page's browser an authenticator of its own, as a phone has one."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
    }
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def sign_in(page: Page, url: str) -> None:
    page.goto(f"{url}/sign-in")
    page.fill("#username", "ana")
    page.fill("#password", "a long enough phrase")
    page.click("main form button:not([type=button])")
    page.wait_for_url(f"{url}/")


def test_added_used_and_removed(chromium: Browser, node: Served) -> None:
    url = f"http://localhost:{node.port}"
    page = chromium.new_context().new_page()
    with_device(page)
    sign_in(page, url)
    page.goto(f"{url}/me/")
    page.get_by_role("button", name="Add a passkey on this device").click()
    page.get_by_role("button", name="Remove it").wait_for()

    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{url}/sign-in")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{url}/")
    assert page.locator("h1").inner_text() == "What waits for me"

    page.goto(f"{url}/me/")
    page.get_by_role("button", name="Remove it").click()
    assert "signs nobody in any more" in page.inner_text("main")
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{url}/sign-in")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("The passkey did not work here").wait_for()


def test_not_offered_where_browsers_do_not_let_it(chromium: Browser, node: Served) -> None:
    page = chromium.new_context().new_page()
    sign_in(page, node.url)
    page.goto(f"{node.url}/me/")
    assert page.locator("[data-passkey]").count() == 0
    assert page.locator("script").count() == 0


def test_without_scripts_the_password_is_enough(chromium: Browser, node: Served) -> None:
    url = f"http://localhost:{node.port}"
    page = chromium.new_context(java_script_enabled=False).new_page()
    sign_in(page, url)
    page.goto(f"{url}/me/")
    assert not page.get_by_role("button", name="Add a passkey on this device").is_visible()
