"""From one assembly's proposal to a congress and back to the base, by people in browsers without scripts."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.lean import lean, lean_packages
from tests.node.nodes import Served, script

MAKE = '''
import os, time
from django.core.management import call_command
call_command("migrate", verbosity=0)
import tomllib
from symbiosis.actions import people
from symbiosis.actions.founding import Randomness, found_body
from symbiosis.actions.perform import perform
now = int(time.time())
ASSEMBLY = """
charter = 1
name = "Assembly"
timezone = "America/Detroit"
languages = ["en"]
[roles.secretary]
title = "Secretary"
powers = ["*"]
[roles.speaker]
title = "Speaker"
powers = ["ProposalPut"]
[decisions]
SeatRecalled = "recall"
[matters.mandate]
title = "Mandate our delegation"
[[matters.mandate.stages]]
electorate = "members"
conditions = [{ needs = "more_than", share = "1/2" }]
[matters.ratification]
title = "Ratify a decision"
[[matters.ratification.stages]]
electorate = "members"
conditions = [{ needs = "more_than", share = "1/2" }]
[matters.recall]
title = "Recall a delegate"
[[matters.recall.stages]]
electorate = "members"
conditions = [{ needs = "more_than", share = "1/2" }]
"""
CONGRESS = """
charter = 1
name = "Congress"
timezone = "America/Detroit"
languages = ["en", "es"]
[roles.chair]
title = "Chair"
powers = ["*"]
[bodies]
[bodies.apportionment]
per = 1
[bodies.delegations]
delegates = 1
alternates = 1
composition = [{ traits = ["women"], needs = "at_least", share = "2/3" }]
[matters.common]
title = "Common decision"
[[matters.common.stages]]
electorate = "delegations"
needs_mandate = true
quorum = [{ counts = "with_mandate", needs = "at_least", share = "2/3", of = "all", counted_in = "bodies" }]
conditions = [{ needs = "more_than", share = "1/2", counted_in = "votes" }]
[[matters.common.stages]]
electorate = "bodies"
conditions = [{ needs = "at_least", share = "3/4", of = "all", counted_in = "bodies" }]
"""
def found(text, **more):
    random = Randomness(*(os.urandom(n) for n in (32, 32, 32, 32, 16)))
    return found_body(tomllib.loads(text) | more, random, at=now)
def join(body, name, by):
    [slip] = people.invite(body, [name], by=by, at=now)
    return people.claim(slip.code, people.create_account(name, "a long enough phrase"), at=now)
congress = found(CONGRESS)
chair = join(congress, "chair", "chair")
perform(congress, "RoleGiven", {"token": chair.token, "role": "chair"}, at=now, by="chair")
NORTH, SOUTH = ["nora", "niko", "nell", "nadja"], ["sara", "sol"]
for code, name, who in (("north", "North Street", NORTH), ("south", "South Yard", SOUTH)):
    body = found(ASSEMBLY, name=name)
    members = [join(body, each, "secretary") for each in who]
    perform(body, "RoleGiven", {"token": members[0].token, "role": "secretary"}, at=now, by="secretary")
    perform(body, "RoleGiven", {"token": members[1].token, "role": "speaker"}, at=now, by="secretary")
    joined = {"to": congress, "code": code, "members": len(who), "languages": ["en"], "region": "Lakes"}
    perform(body, "BodyJoined", joined, at=now, by="secretary")
    seats = [{"credential": f"{code}-1", "kind": "delegate"}, {"credential": f"{code}-2", "kind": "alternate"}]
    sent = {"to": congress, "seats": seats, "composition": {"women": 1}}
    perform(body, "DelegationElected", sent, at=now, by="secretary")
    people.hand_credential(members[-2] if code == "north" else members[-1], congress, f"{code}-1")
    if code == "north":
        people.hand_credential(members[-1], congress, "north-2")
    print(code, body)
print("congress", congress)
'''


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, dict[str, str], Path]]:
    """A node with two assemblies and their congress, being served."""
    data = tmp_path_factory.mktemp("congress") / "data"
    data.mkdir(mode=0o700)
    made = script(data, MAKE)
    assert made.returncode == 0, made.stderr
    bodies = dict(line.split() for line in made.stdout.splitlines())
    with Served(data) as node:
        yield node, bodies, data


class People:
    """Each person in a session of their own, without scripts; every request is noted."""

    def __init__(self, chromium: Browser, url: str) -> None:
        self.chromium, self.url = chromium, url
        self.pages: dict[str, Page] = {}
        self.requests: set[str] = set()

    def __getitem__(self, name: str) -> Page:
        if name not in self.pages:
            context = self.chromium.new_context(
                java_script_enabled=False, viewport={"width": 390, "height": 800}
            )
            page = context.new_page()
            page.on("request", lambda request: self.requests.add(request.url))
            page.goto(f"{self.url}/sign-in")
            page.fill("#username", name)
            page.fill("#password", "a long enough phrase")
            page.click("main button")
            assert page.locator("h1").inner_text() == "What waits for me"
            self.pages[name] = page
        return self.pages[name]

    def at(self, name: str, path: str) -> Page:
        """A person's page at an address of the node."""
        self[name].goto(self.url + path)
        return self[name]

    def follow(self, name: str, card: str, button: str) -> Page:
        """From the first page, the button on the card that speaks of something."""
        page = self.at(name, "/")
        page.locator(".card", has_text=card).get_by_role("link", name=button, exact=True).first.click()
        return page

    def vote(self, name: str, card: str, choice: str) -> None:
        """Vote at home."""
        page = self.follow(name, card, "To the vote")
        page.check(f"input[value={choice}]")
        page.click("main form button")
        assert "Your vote is in" in page.inner_text("main")


def submit(page: Page) -> str:
    """Send the form on a page; what the next one says."""
    page.locator("main form button").first.click()
    return page.inner_text("main")


def close(people: People, name: str, path: str) -> None:
    """Close a vote by its button."""
    page = people.at(name, path)
    page.get_by_role("link", name="Close the vote").click()
    assert "done, entry" in submit(page)


def test_a_congress_from_base_to_base(
    chromium: Browser, kept: tuple[Served, dict[str, str], Path], tmp_path: Path
) -> None:
    node, bodies, data = kept
    people = People(chromium, node.url)
    north, south, congress = (f"/b/{bodies[code]}/" for code in ("north", "south", "congress"))

    # A member proposes; the congress freezes the text.
    page = people.at("niko", f"{north}act/ProposalPut/")
    page.get_by_label("Congress", exact=True).check()
    page.locator("main form button").click()
    page.fill("#f-title", "Common fund for evictions")
    page.select_option("#f-matter", "common")
    page.fill(
        "#f-texts-en",
        "# Common fund\n\n1. Each body pays 2 % into a fund.\n2. Tellers publish every payment.",
    )
    assert "done, entry" in submit(page)
    item = f"{congress}proposal/common-fund-for-evictions/"
    page = people.at("chair", item)
    page.get_by_role("link", name="Freeze the text").click()
    assert "done, entry" in submit(page)

    # Two assemblies mandate: one strictly.
    for secretary, members, home, mode in (
        ("nora", ("nora", "niko", "nell"), north, "strict"),
        ("sara", ("sara", "sol"), south, "guided"),
    ):
        page = people.follow(secretary, "Common fund", "Open the vote about it")
        assert "done, entry" in submit(page)
        for member in members:
            people.vote(member, "Common fund", "yes")
        close(people, secretary, f"{home}voting/mandate-1/")
        page = people.follow(secretary, "Common fund", "Give the mandate")
        page.select_option("#f-mode", mode)
        assert "done, entry" in submit(page)
        assert "Common fund for evictions" in page.inner_text("main")

    # The congress votes. A delegate votes against a strict mandate and is stopped, then votes as mandated.
    page = people.at("chair", item)
    page.get_by_role("link", name="Open the vote").click()
    assert "done, entry" in submit(page)
    vote = page.url.removeprefix(node.url)
    page = people.follow("nell", "Vote for your body", "To the vote")
    assert "Your mandate is strict: 4 Yes" in page.inner_text("main")
    page.fill("#v-yes", "0")
    page.fill("#v-no", "4")
    refused = submit(page)
    assert page.locator("[role=alert]").count() == 1
    assert "mandate" in refused.lower()
    assert page.locator("#v-no").count() == 1  # still on the form
    page.fill("#v-yes", "4")
    page.fill("#v-no", "0")
    assert "The vote of your body is in" in submit(page)

    # Recalled in the middle, by the way that the assembly's charter has for it; the vote is void.
    page = people.at("nora", f"{north}delegation/{bodies['congress']}/")
    page.locator("summary", has_text="Recall").first.click()
    page.get_by_role("link", name="Open the vote about it").first.click()
    assert "done, entry" in submit(page)
    for member in ("nora", "niko"):
        people.vote(member, "Recall a delegate", "yes")
    close(people, "nora", f"{north}voting/recall-1/")
    page = people.at("nora", f"{north}delegation/{bodies['congress']}/")
    page.locator("summary", has_text="Recall").first.click()
    page.get_by_role("link", name="Carry out the recall").first.click()
    assert "done, entry" in submit(page)
    council = people.at("chair", f"{congress}council/common-fund-for-evictions/")
    assert "void: seat recalled" in council.inner_text("main")
    assert "taken this seat back" in people.at("nell", vote).inner_text("main")

    # The alternate is seated, with a warning about the composition first, and votes.
    page = people.at("nora", f"{north}act/AlternateSeated/?to={bodies['congress']}")
    page.select_option("#f-alternate", "north-2")
    page.select_option("#f-instead_of", "north-1")
    page.fill("#f-composition-women", "0")
    warned = submit(page)
    assert "women 1 of 2" in warned
    assert "Nothing was done yet" in warned
    page.locator("main form button").first.click()
    assert "done, entry" in page.inner_text("main")
    for delegate, votes in (("nadja", "4"), ("sol", "2")):
        page = people.follow(delegate, "Vote for your body", "To the vote")
        page.fill("#v-yes", votes)
        assert "The vote of your body is in" in submit(page)
    close(people, "chair", vote)
    decision = vote.replace("/voting/", "/decision/")
    assert "provisional: adopted" in people.at("chair", decision).inner_text("main")

    # The base ratifies.
    page = people.at("chair", item)
    page.get_by_role("link", name="Open the vote").click()
    assert "done, entry" in submit(page)
    second = page.url.removeprefix(node.url)
    for secretary, members, home in (("nora", ("nora", "niko"), north), ("sara", ("sara", "sol"), south)):
        page = people.follow(secretary, "Ratify or refuse", "Open the vote about it")
        assert "done, entry" in submit(page)
        for member in members:
            people.vote(member, "Vote: Common fund", "yes")
        close(people, secretary, f"{home}voting/ratification-1/")
        page = people.follow(secretary, "Ratify or refuse", "Give the answer")
        assert "done, entry" in submit(page)
    close(people, "chair", second)
    ratified = second.replace("/voting/", "/decision/")
    page = people.at("chair", ratified)
    page.get_by_role("link", name="Certify the outcome").click()
    assert "done, entry" in submit(page)

    # The page's figures are those of the verifier, run on the exported file where Django is not.
    files = []
    for code, home in (("congress", congress), ("north", north), ("south", south)):
        with people["chair"].expect_download() as wanted:
            people["chair"].goto(f"{node.url}{home}record/")
            people["chair"].get_by_role("link", name="Export the board").click()
        files.append(tmp_path / f"{code}.bundle")
        wanted.value.save_as(files[-1])
    told = lean(lean_packages(tmp_path / "packages"), "verify", *files)
    assert told.returncode == 0, told.stderr
    for address, outcomes in ((decision, 1), (ratified, 2)):
        page = people.at("chair", address)
        lines = [
            line
            for line in page.inner_text("main").splitlines()
            if re.match(r"Quorum: |Condition \d+: ", line)
        ]
        assert len(lines) >= outcomes
        for line in lines:
            assert line in told.stdout
    assert "6 of 6 (yes + no)" in told.stdout

    # Nothing left the node.
    assert {request.split("/")[2] for request in people.requests} == {node.url.split("/")[2]}

    # A vote tampered with in the database: the page says that the record is unsound.
    tamper(data, bodies["congress"])
    page = people.at("chair", decision)
    assert page.locator("h1").inner_text() == "This record is unsound"
    assert "6 of 6" not in page.inner_text("main")


def tamper(data: Path, body: str) -> None:
    """Turn a delegation's yes into a no in the stored entry."""
    with sqlite3.connect(data / "node.sqlite3", timeout=20) as database:
        [(pk, entry)] = database.execute(
            "SELECT id, data FROM store_entry WHERE log_id = ?"
            " AND CAST(data AS TEXT) LIKE '%\"south-1\"%' AND CAST(data AS TEXT) LIKE '%\"CouncilVoteCast\"%'",
            (f"body/{body}/board",),
        ).fetchall()
        changed = bytes(entry).replace(b'"yes":2', b'"no":2')
        assert changed != bytes(entry)
        database.execute("UPDATE store_entry SET data = ? WHERE id = ?", (changed, pk))
