"""Somebody who never saw a charter's file founds a body, changes its quorum, and recalls a delegate by petition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.node.nodes import Served

PHRASE = "a long enough phrase"


class Clock:
    """The node's clock, which a test may set forward: days of voting pass for the node alone."""

    def __init__(self, folder: Path) -> None:
        self.file, self.days = folder / "clock", 0
        self.file.write_text("+0d\n")

    def environment(self) -> dict[str, str]:
        [library] = Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")
        return {
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }

    def pass_days(self, days: int) -> None:
        self.days += days
        self.file.write_text(f"+{self.days}d\n")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[tuple[str, str, Clock]]:
    """An empty node: its address, the founding key that its terminal printed, and its clock."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    clock = Clock(tmp_path)
    with Served(data, **clock.environment()) as node:
        yield node.url, (data / "founding-key").read_text().strip(), clock


class People:
    """Sessions of their own, with scripts off."""

    def __init__(self, chromium: Browser, url: str) -> None:
        self.chromium, self.url = chromium, url

    def arrive(self) -> Page:
        return self.chromium.new_context(java_script_enabled=False).new_page()

    def join(self, code: str, name: str) -> Page:
        page = self.arrive()
        page.goto(f"{self.url}/join/{code}")
        for field, typed in (("name", name), ("username", name.lower()), ("password", PHRASE)):
            page.fill(f"#{field}", typed)
        page.locator("main form button").first.click()
        return page


def words(page: Page) -> str:
    return page.inner_text("main")


def press(page: Page, label: str) -> None:
    """A button or link by what it says."""
    found = page.locator("main").get_by_text(label, exact=True)
    found.first.click()


def found_body(page: Page, url: str, rulebook: str, name: str, **more: str) -> str:
    page.fill("#name", name)
    page.check(f"input[name=rulebook][value={rulebook}]")
    for field, typed in more.items():
        page.fill(f"#{field}", typed)
    press(page, "Found it")
    match = re.search(r"/b/([a-z2-7]{52})/", page.url)
    assert match, words(page)
    return match.group(1)


def vote(people: list[Page], url: str, body: str, voting: str) -> None:
    for page in people:
        page.goto(f"{url}/b/{body}/voting/{voting}/")
        page.check("input[value=yes]")
        page.click("main form button")
        assert "Your vote is in" in words(page)


def sign_in_again(page: Page, url: str, name: str) -> None:
    """Sessions end after some hours of the node's clock."""
    page.goto(f"{url}/sign-in")
    page.fill("#username", name)
    page.fill("#password", PHRASE)
    page.locator("main form button").first.click()


def send(page: Page) -> None:
    """Send the form that is shown; it is done."""
    page.locator("main form button").first.click()
    assert "done, entry" in words(page), words(page)


def test_without_ever_seeing_a_file(chromium: Browser, empty: tuple[str, str, Clock]) -> None:
    url, key, clock = empty
    people = People(chromium, url)
    rosa = people.arrive()
    rosa.goto(f"{url}/found?key={key}")
    rosa.get_by_text("Read it").first.click()
    assert "at least 1/5 of the roll" in words(rosa)
    rosa.goto(f"{url}/found?key={key}")
    body = found_body(rosa, url, "assembly", "Cedar Hill", founder="Rosa", username="rosa", password=PHRASE)
    members = [rosa, *invited(people, rosa, body, "Ana", "Bo", "Cy")]
    rosa.goto(f"{url}/b/{body}/act/RollCounted/?home=1")
    send(rosa)
    change_the_quorum(members, url, body, clock)
    council = join_a_council(members, url, body)
    recall_by_petition(members, url, body, council)


def invited(people: People, rosa: Page, body: str, *names: str) -> list[Page]:
    rosa.goto(f"{people.url}/b/{body}/people/")
    if not rosa.locator("#names").is_visible():
        rosa.locator("summary").first.click()
    rosa.fill("#names", "\n".join(names))
    rosa.locator("main details form button").click()
    codes = [slip.inner_text() for slip in rosa.locator(".slip code").all()]
    return [people.join(code, name) for code, name in zip(codes, names, strict=True)]


def change_the_quorum(members: list[Page], url: str, body: str, clock: Clock) -> None:
    """One fifth becomes one third: asked for by a member, in words, and decided in the days that the rules give."""
    rosa, ana, *_ = members
    quorum = "[id='c-meetings.quorum.0.share']"
    ana.goto(f"{url}/b/{body}/charter/")
    press(ana, "Propose a change")
    assert ana.input_value(quorum) == "1/5"
    ana.fill(quorum, "1/3")
    press(ana, "Show what would change")
    assert "at least 1/5 of the roll" in ana.locator("del").first.inner_text()
    assert "at least 1/3 of the roll" in ana.locator("ins").first.inner_text()
    assert "Those who open votes" in words(ana)
    draft = ana.url
    rosa.goto(draft)
    press(rosa, "Open the vote about it")
    send(rosa)
    voting = re.search(r"/voting/([^/]+)/", rosa.url)
    assert voting, rosa.url
    vote(members, url, body, voting.group(1))
    rosa.goto(f"{url}/b/{body}/act/VotingClosed/?voting={voting.group(1)}")
    rosa.locator("main form button").first.click()
    assert "too early" in words(rosa)
    clock.pass_days(8)
    for page, name in zip(members, ("rosa", "ana", "bo", "cy"), strict=True):
        sign_in_again(page, url, name)
    rosa.goto(f"{url}/b/{body}/act/VotingClosed/?voting={voting.group(1)}")
    send(rosa)
    rosa.goto(draft)
    press(rosa, "Put the changed charter in force")
    assert "is in force" in words(rosa)
    ana.goto(f"{url}/b/{body}/charter/")
    assert "at least 1/3 of the roll" in words(ana)
    assert "It began from the rulebook" in words(ana)
    ana.locator("summary").first.click()
    assert "at least 1/5 of the roll" in ana.locator("del").first.inner_text()


def join_a_council(members: list[Page], url: str, body: str) -> str:
    """A council is founded on another rulebook; the assembly joins it and sends Bo."""
    rosa = members[0]
    rosa.goto(f"{url}/found")
    council = found_body(rosa, url, "council", "Council of the hills", founder="Rosa")
    rosa.goto(f"{url}/b/{body}/act/BodyJoined/")
    rosa.select_option("#f-to", council)
    for field, typed in (("code", "cedar"), ("members", "4"), ("languages", "en")):
        rosa.fill(f"#f-{field}", typed)
    send(rosa)
    rosa.goto(f"{url}/b/{body}/act/DelegationElected/?to={council}")
    rosa.get_by_label("Bo", exact=True).select_option("delegate")
    rosa.get_by_label("Cy", exact=True).select_option("alternate")
    send(rosa)
    return council


def recall_by_petition(members: list[Page], url: str, body: str, council: str) -> None:
    """Ana begins a petition; one signature of four is a tenth, rounded up; the vote takes Bo's seat back."""
    rosa, ana, *_ = members
    ana.goto(f"{url}/b/{body}/delegation/{council}/")
    assert "Bo" in words(ana)
    ana.locator("summary", has_text="Recall").first.click()
    press(ana, "Begin a petition for it")
    send(ana)
    assert "0 signed, 1 needed" in words(ana)
    press(ana, "Sign")
    assert "You have signed" in words(ana)
    assert "1 signed, 1 needed" in words(ana)
    petition = ana.url
    rosa.goto(petition)
    press(rosa, "Open the vote about it")
    send(rosa)
    voting = re.search(r"/voting/([^/]+)/", rosa.url)
    assert voting, rosa.url
    vote(members, url, body, voting.group(1))
    rosa.goto(f"{url}/b/{body}/act/VotingClosed/?voting={voting.group(1)}")
    send(rosa)
    rosa.goto(f"{url}/b/{body}/delegation/{council}/")
    rosa.locator("summary", has_text="Recall").first.click()
    press(rosa, "Carry out the recall")
    send(rosa)
    rosa.goto(f"{url}/b/{body}/delegation/{council}/")
    assert "recalled" in words(rosa)
