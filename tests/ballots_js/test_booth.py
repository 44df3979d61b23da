"""The booth in a phone's browser: voting, testing the device, errors, and that no choice ever leaves the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from symbiosis.web.booth_file import STATIC
from tests.ballots_js.elections import Election, choice, ranking
from tests.ballots_js.served import Booth

QUESTIONS = [
    choice("Shall we buy the mill?", ("Aye", "Nay", "Abstain"), 1, 1),
    choice("Who goes to the council?", ("Ana", "Bo", "Cy"), 1, 2, blank=True),
    ranking("Which place?", ("Kiln", "Harbour", "Hill")),
]


@pytest.fixture
def booth(election: Election) -> Iterator[Booth]:
    election.set_up(QUESTIONS, voters=2)
    opened = Booth(election)
    yield opened
    opened.stop()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 390, "height": 800}, accept_downloads=True)
    yield context
    context.close()


class Watched:
    """A page, and all that it asked for and printed."""

    def __init__(self, phone: BrowserContext) -> None:
        self.page = phone.new_page()
        self.printed: list[str] = []
        self.sent: list[str] = []
        self.page.on("console", lambda message: self.printed.append(message.text))
        self.page.on("pageerror", lambda error: self.printed.append(str(error)))
        self.page.on(
            "request", lambda asked: self.sent.append(f"{asked.method} {asked.url} {asked.post_data}")
        )


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).click()


def choose(page: Page) -> None:
    """Aye; Bo and Cy; Harbour before Kiln and Hill, written with a gap."""
    page.get_by_label("Aye", exact=True).check()
    page.get_by_label("Bo", exact=True).check()
    page.get_by_label("Cy", exact=True).check()
    page.get_by_label("Harbour", exact=True).select_option("1")
    page.get_by_label("Kiln", exact=True).select_option("3")
    page.get_by_label("Hill", exact=True).select_option("3")
    press(page, "Continue")
    press(page, "Encrypt my ballot")
    page.get_by_role("heading", name="Your ballot is encrypted").wait_for(timeout=60_000)


def codes(page: Page) -> list[str]:
    return page.locator("#booth pre code").all_inner_texts()


def heading(page: Page) -> str:
    return page.locator("#booth h2").inner_text()


def saved(page: Page, label: str) -> str:
    with page.expect_download() as waiting:
        press(page, label)
    return Path(waiting.value.path()).read_text()


def test_a_vote_is_cast_and_counted_and_nothing_but_ciphertext_is_sent(
    booth: Booth, phone: BrowserContext
) -> None:
    election = booth.election
    watched = Watched(phone)
    page = watched.page
    page.goto(f"{booth.url}/?a=1#{election.credentials[0]}")
    page.get_by_label("Aye", exact=True).wait_for()
    assert page.url == f"{booth.url}/?a=1"
    choose(page)
    tracker, seal = codes(page)
    assert booth.posted == []
    press(page, "Cast this ballot")
    page.get_by_role("heading", name="Your ballot has been received").wait_for()
    assert codes(page)[:2] == [tracker, seal]
    receipt = saved(page, "Save the receipt")
    assert f"Tracker: {tracker}" in receipt
    assert f"promised {tracker}" in receipt
    [(headers, text)] = booth.posted
    assert {"Cookie", "Referer"}.isdisjoint(headers)
    assert election.tool("sha256-b64", given=text).strip() == tracker
    assert json.loads(text)["signature"]["hash"] == seal
    assert set(json.loads(text)) == {"election_uuid", "election_hash", "credential", "answers", "signature"}
    nowhere_else(watched, booth, election.credentials[0])
    counted(election)


def nowhere_else(watched: Watched, booth: Booth, credential: str) -> None:
    """Neither the credential nor a choice is in an address, in storage, in cookies or in the console."""
    page = watched.page
    assert watched.printed == []
    assert all(each.split()[1].startswith(booth.url) for each in watched.sent if "blob:" not in each)
    for secret in (credential, "Aye", "Harbour", "q0", "randomness"):
        assert not [each for each in watched.sent if secret in each]
        assert secret not in page.locator("#booth").inner_html()
    stored = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])"
    assert page.evaluate(stored) == '[{},{},"session=secret",null]'
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0


def counted(election: Election) -> None:
    election.close()
    election.shuffle(1)
    election.event("EndShuffles")
    election.decrypt()
    assert election.result() == [[1, 0, 0], [0, 0, 1, 1], [[2, 1, 2]]]
    assert election.verify().returncode == 0


def test_a_tested_ballot_is_opened_told_in_words_and_never_cast(booth: Booth, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(f"{booth.url}/#{booth.election.credentials[0]}")
    choose(page)
    seal = codes(page)[1]
    press(page, "Test this device")
    page.get_by_role("heading", name="This was inside").wait_for()
    cards = page.locator("#booth .card").all_inner_texts()
    assert ["Aye" in cards[0], "Nay" in cards[0]] == [True, False]
    assert [name in cards[1] for name in ("Ana", "Bo", "Cy")] == [False, True, True]
    assert cards[2].index("Harbour") < cards[2].index("Kiln") < cards[2].index("Hill")
    assert page.get_by_role("button", name="Cast this ballot").count() == 0
    opening = saved(page, "Save the opening file")
    read = json.loads(opening)
    assert read["seal"] == seal
    assert "signature" not in read["ballot"]
    press(page, "Start again")
    assert heading(page) == "Choose"
    assert page.locator("input:checked").count() == 0
    choose(page)
    assert codes(page)[1] != seal
    assert booth.posted == []
    checked_elsewhere(booth, phone, opening, seal)


def checked_elsewhere(booth: Booth, phone: BrowserContext, opening: str, seal: str) -> None:
    """Another device opens the file: the same seal and words; a changed file is told as such."""
    page = phone.new_page()
    page.goto(booth.url)
    page.get_by_text("Check an opened ballot").click()
    give = page.locator("#booth-opening")
    give.set_input_files({"name": "opening.json", "mimeType": "application/json", "buffer": opening.encode()})
    page.locator("#booth details .card").first.wait_for()
    assert seal in codes(page)
    assert "Harbour" in page.locator("#booth details .card").nth(2).inner_text()
    read = json.loads(opening)
    read["answers"][0]["votes"] = [0, 1, 0]
    changed = json.dumps(read).encode()
    give.set_input_files({"name": "opening.json", "mimeType": "application/json", "buffer": changed})
    page.get_by_text("The opening does not fit").wait_for()
    assert page.locator("#booth details .card").count() == 0
    give.set_input_files({"name": "opening.json", "mimeType": "application/json", "buffer": b"{"})
    page.get_by_text("This is no opening file").wait_for()


def test_a_wrong_credential_is_told_before_anything_else(booth: Booth, phone: BrowserContext) -> None:
    page = phone.new_page()
    right = booth.election.credentials[0]
    wrong = right[:-1] + ("1" if right[-1] != "1" else "2")
    page.goto(f"{booth.url}/#{wrong}")
    page.get_by_text("typing error somewhere").wait_for()
    assert page.input_value("#booth-credential") == wrong
    for typed, said in (("", "Enter the credential"), ("abc", "15 letters"), ("0" * 15, "no credential has")):
        page.fill("#booth-credential", typed)
        press(page, "Continue")
        assert said in page.get_by_role("alert").inner_text()
    page.fill("#booth-credential", f" {right.replace('-', '')} ")
    page.keyboard.press("Enter")
    assert heading(page) == "Choose"


def test_what_is_missing_or_too_much_is_said_where_it_is(booth: Booth, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(f"{booth.url}/#{booth.election.credentials[0]}")
    press(page, "Continue")
    assert [each.inner_text() for each in page.get_by_role("alert").all()] == [
        "Choose one.",
        "Choose at least 1 here.",
    ]
    page.get_by_label("Abstain", exact=True).check()
    for name in ("Ana", "Bo", "Cy"):
        page.get_by_label(name, exact=True).check()
    press(page, "Continue")
    assert page.get_by_role("alert").inner_text() == "Choose at most 2 here."
    page.get_by_label("Cy", exact=True).uncheck()
    page.get_by_label("A blank paper: I take part and choose nothing").check()
    press(page, "Continue")
    assert "Either a blank paper or a choice" in page.get_by_role("alert").inner_text()
    page.get_by_label("Ana", exact=True).uncheck()
    page.get_by_label("Bo", exact=True).uncheck()
    press(page, "Continue")
    words = page.locator("#booth .card").all_inner_texts()
    assert "Abstain" in words[0]
    assert ["A blank paper" in each for each in words] == [False, True, True]
    press(page, "Change it")
    assert page.get_by_label("Abstain", exact=True).is_checked()
    assert page.get_by_label("A blank paper: I take part and choose nothing").is_checked()


def test_without_a_network_the_ballot_is_saved_and_nothing_is_lost(
    booth: Booth, phone: BrowserContext
) -> None:
    page = phone.new_page()
    page.goto(f"{booth.url}/#{booth.election.credentials[0]}")
    choose(page)
    tracker = codes(page)[0]
    phone.set_offline(True)
    press(page, "Cast this ballot")
    page.get_by_text("could not be reached").wait_for()
    ballot = saved(page, "Save the encrypted ballot as a file")
    page.get_by_text("Show it as text").click()
    assert page.locator("textarea").input_value() == ballot
    assert booth.election.tool("sha256-b64", given=ballot).strip() == tracker
    phone.set_offline(False)
    booth.refusing = "The vote has closed."
    press(page, "Try again")
    page.get_by_text("did not take the ballot: The vote has closed.").wait_for()
    booth.refusing, booth.lying = "", True
    press(page, "Try again")
    page.get_by_text("does not name your tracker").wait_for()
    assert {text for _, text in booth.posted} == {ballot}
    booth.lying = False
    press(page, "Try again")
    page.get_by_role("heading", name="Your ballot has been received").wait_for()


def test_a_changed_script_does_not_run(booth: Booth, phone: BrowserContext) -> None:
    """The page names each script's hash, and the browser holds the node's file against it."""
    page = phone.new_page()
    page.route(
        "**/static/ballots.js", lambda route: route.fulfill(body=CHANGED, content_type="text/javascript")
    )
    page.goto(f"{booth.url}/#{booth.election.credentials[0]}")
    page.wait_for_function("document.querySelector('#booth .stop')")
    assert page.evaluate("typeof Ballots.sealed") == "undefined"
    assert page.get_by_label("Aye", exact=True).count() == 0


CHANGED = (STATIC / "ballots.js").read_text() + "\n"


def test_an_old_browser_and_one_without_scripts_are_told_what_to_do(chromium: Browser, booth: Booth) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.add_init_script("delete globalThis.BigInt")
    page.goto(booth.url)
    assert "too old to encrypt a ballot" in page.get_by_role("alert").inner_text()
    context.close()
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(booth.url)
    assert "go to the booth in the meeting room, or vote on paper" in page.locator("noscript").inner_text()
    context.close()


def test_marks_in_words_and_places_that_must_differ(election: Election, phone: BrowserContext) -> None:
    """Two more papers: grades from 0, which travel from 1, and a ranking without equal places."""
    papers = [
        {
            "ranking": False,
            "least": 0,
            "most": 2,
            "marks": {"0": "against", "1": "so-so", "2": "for"},
            "hint": "Mark all.",
        },
        {"equal": False},
    ]
    election.set_up(
        [ranking("Grade them", ("Kiln", "Hill")), ranking("Order them", ("North", "South"))], voters=1
    )
    booth = Booth(election, papers=papers)
    try:
        page = phone.new_page()
        page.goto(f"{booth.url}/#{election.credentials[0]}")
        assert "Mark all." in page.inner_text("#booth")
        page.get_by_label("Kiln", exact=True).select_option(label="against")
        page.get_by_label("North", exact=True).select_option("2")
        page.get_by_label("South", exact=True).select_option("2")
        press(page, "Continue")
        assert "give each its own" in page.get_by_role("alert").inner_text()
        page.get_by_label("South", exact=True).select_option("1")
        press(page, "Continue")
        words = page.locator("#booth .card").all_inner_texts()
        assert words[0].split() == ["Grade", "them", "Kiln", "against", "Hill", "no", "mark"]
        assert words[1].index("South") < words[1].index("North")
        press(page, "Encrypt my ballot")
        press(page, "Cast this ballot")
        page.get_by_role("heading", name="Your ballot has been received").wait_for()
    finally:
        booth.stop()
    election.close()
    election.shuffle(1)
    election.event("EndShuffles")
    election.decrypt()
    assert election.result() == [[[1, 0]], [[2, 1]]]


TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_step_can_be_used_by_everyone(chromium: Browser, booth: Booth, scheme: str) -> None:
    """axe at phone width, at each step and with faults shown; and the whole way by keyboard, told where one is."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    looked: list[str] = []

    def look() -> None:
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        looked.append(heading(page))

    def key(name: str, label: str) -> None:
        page.get_by_role("button", name=label, exact=True).focus()
        page.keyboard.press(name)

    page.goto(booth.url)
    key("Enter", "Continue")
    page.get_by_text("What is protected, and what is not").click()
    look()
    page.fill("#booth-credential", booth.election.credentials[1])
    page.keyboard.press("Enter")
    key("Enter", "Continue")
    look()
    page.get_by_label("Nay", exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_label("Ana", exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_label("Harbour", exact=True).focus()
    page.keyboard.type("2")
    key("Space", "Continue")
    assert page.evaluate("document.activeElement.textContent") == "Read your ballot"
    look()
    key("Enter", "Encrypt my ballot")
    page.get_by_role("heading", name="Your ballot is encrypted").wait_for(timeout=60_000)
    look()
    key("Enter", "Test this device")
    page.get_by_role("heading", name="This was inside").wait_for()
    assert "Place 1" in page.locator("#booth .card").nth(2).inner_text()
    look()
    assert looked == [
        "Enter your credential",
        "Choose",
        "Read your ballot",
        "Your ballot is encrypted",
        "This was inside",
    ]
    context.close()
