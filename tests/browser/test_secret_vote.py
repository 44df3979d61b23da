"""A secret ballot as people hold it: trustees, voters and an authority in browsers of their own, the node killed
in the middle, nothing from elsewhere, and no choice on any line."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.node.nodes import Served, environment, script

MAKE = """
import os, time
from django.core.management import call_command
call_command("migrate", verbosity=0)
from symbiosis.actions import people
from symbiosis.actions.founding import Randomness, found_body
from symbiosis.actions.perform import perform
now = int(time.time())
RULE = {
    "electorate": "members", "secrecy": "secret",
    "ballots": {"authority": "commission", "trustees": "key-holder", "number": 3, "threshold": 2},
}
charter = {
    "charter": 1, "name": "Harbour assembly", "timezone": "UTC", "languages": ["en"],
    "roles": {
        "secretary": {"title": "Secretary", "powers": ["*"]},
        "commission": {"title": "Election commission"},
        "key-holder": {"title": "Key holder", "powers": ["BallotsShuffled", "BallotsDecrypted"]},
    },
    "matters": {
        "board": {"title": "Who speaks for us", "stages": [RULE | {"method": "schulze"}]},
        "strike": {
            "title": "Whether we strike",
            "stages": [RULE | {"conditions": [{"needs": "more_than", "share": "1/2"}]}],
        },
    },
}
body = found_body(charter, Randomness(*(os.urandom(n) for n in (32, 32, 32, 32, 16))), at=now)
ROLES = ["secretary", "commission", "key-holder", "key-holder", "key-holder"]
names = ["sec", "com", "tina", "tom", "tess", "v5", "v6", "v7", "v8", "v9"]
for name, role in zip(names, ROLES + [""] * 5):
    [slip] = people.invite(body, [name], by="secretary", at=now)
    person = people.claim(slip.code, people.create_account(name, "a long enough phrase"), at=now)
    if role:
        perform(body, "RoleGiven", {"token": person.token, "role": role}, at=now, by="secretary")
perform(body, "RollCounted", {}, at=now, by="secretary")
print(body)
"""
OPTIONS = ("Rosa", "Tierra", "Agua")
TRUSTEES = ("tina", "tom", "tess")


class Node:
    """A node that can be killed and started again in the same folder."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.served = Served(data).__enter__()

    @property
    def url(self) -> str:
        return self.served.url

    def kill_and_start_again(self) -> None:
        os.killpg(self.served.process.pid, signal.SIGKILL)
        self.served.process.wait(timeout=20)
        assert self.served.gone(10)
        self.served.__exit__()
        self.served = Served(self.data).__enter__()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[tuple[Node, str]]:
    """A body of ten on a node."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    made = script(data, MAKE)
    assert made.returncode == 0, made.stderr
    node = Node(data)
    yield node, made.stdout.split()[-1]
    node.served.__exit__()


class People:
    """Everybody in a browser context of their own; what goes over the lines is noted."""

    def __init__(self, chromium: Browser, node: Node, downloads: Path) -> None:
        self.chromium, self.node, self.downloads = chromium, node, downloads
        self.pages: dict[str, Page] = {}
        self.sent: list[tuple[str, str, str]] = []

    def arrive(self) -> Page:
        """Somebody whom the node does not know, on a phone."""
        page = self.chromium.new_context(viewport={"width": 390, "height": 800}).new_page()
        page.on("request", self.note)
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        return page

    def note(self, request: Request) -> None:
        self.sent.append((request.method, request.url, request.post_data or ""))

    def at(self, name: str, path: str) -> Page:
        """A person's page at an address of the node; signed in the first time."""
        if name not in self.pages:
            page = self.pages[name] = self.arrive()
            page.goto(f"{self.node.url}/sign-in")
            page.fill("#username", name)
            page.fill("#password", "a long enough phrase")
            page.click("main button")
        self.pages[name].goto(self.node.url + path)
        return self.pages[name]

    def follow(self, name: str, words: str) -> Page:
        """From the first page, the button of what waits."""
        page = self.at(name, "/")
        page.get_by_role("link", name=words, exact=True).first.click()
        return page

    def key(self, name: str) -> str:
        """A trustee's first round: the secret is saved, then the public half handed in."""
        page = self.follow(name, "Do your part")
        page.get_by_role("button", name="Make my part of the key").click()
        with page.expect_download() as saving:
            page.get_by_role("button", name="Save it as a file").click()
        file = self.downloads / f"{name}.txt"
        saving.value.save_as(file)
        page.get_by_label("I have it in a safe place.").check()
        page.get_by_role("button", name="Hand in the public half").click()
        expect(page.get_by_text("Taken: you are trustee")).to_be_visible(timeout=30_000)
        return file.read_text().strip()

    def with_secret(self, name: str, deed: str, said: str, page: Page) -> None:
        """What needs the kept secret, read from its file."""
        page.set_input_files("#secret-file", self.downloads / f"{name}.txt")
        expect(page.locator("#secret")).not_to_have_value("")
        page.get_by_role("button", name=deed).click()
        expect(page.get_by_text(said)).to_be_visible(timeout=120_000)


def prepared(people: People, body: str, matter: str, **opening: str) -> list[str]:
    """From the form of the opening act to the open vote; gives the credentials on the slips."""
    page = people.at("sec", f"/b/{body}/act/VotingOpened/")
    for field, value in {"voting": matter, "matter": matter, **opening}.items():
        control = page.locator(f"#f-{field}")
        if control.evaluate("each => each.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)
    page.locator("main form button").first.click()
    assert "This secret vote is being prepared" in page.inner_text("main")
    for name in TRUSTEES:
        people.key(name)
    for said in ("Seal a share of your part", "Yours are opened and checked"):
        for name in TRUSTEES:
            page = people.follow(name, "Do your part")
            expect(page.get_by_text(said)).to_be_visible()
            people.with_secret(name, "Hand in the public half", "Taken: you are trustee", page)
    page = people.follow("com", "Make the credentials")
    page.get_by_role("button", name="Make the credentials").click()
    expect(page.get_by_label("All slips are printed and can be read.")).to_be_visible(timeout=120_000)
    credentials = re.findall(r"(?:\w{3}-){4}\w{3}", page.locator("#slips").inner_text())
    kept = page.locator("#slips .slip:last-child code").inner_text()
    page.get_by_label("All slips are printed and can be read.").check()
    page.get_by_role("button", name="Hand in the public halves").click()
    expect(page.get_by_text("The public credentials are handed in")).to_be_visible()
    page = people.follow("sec", "To its preparation")
    page.get_by_role("button", name="Open the vote").click()
    assert "The vote is open" in page.inner_text("main")
    assert kept in page.locator("dt:has-text('list of credentials') + dd").inner_text()
    return sorted(set(credentials))


def vote(people: People, body: str, voting: str, credential: str, choose) -> str:
    """One voter from link to receipt, on a device that nobody signed in on; gives the tracker."""
    page = people.arrive()
    page.goto(f"{people.node.url}/b/{body}/booth/{voting}/#{credential}")
    choose(page)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Encrypt my ballot").click()
    page.get_by_role("button", name="Cast this ballot").click(timeout=60_000)
    expect(page.get_by_text("Your ballot has been received")).to_be_visible(timeout=60_000)
    assert "#" not in page.url
    tracker = re.search(r"^[A-Za-z0-9+/]{43}$", page.inner_text("main"), flags=re.MULTILINE)
    assert tracker, page.inner_text("main")
    page.context.close()
    return tracker[0]


def ranked(*places: str):
    """Ranks the options so: "" leaves one out."""

    def choose(page: Page) -> None:
        for number, place in enumerate(places):
            page.select_option(f"#q0-{number}", place)

    return choose


def picked(word: str):
    """Chooses one answer by its word."""
    return lambda page: page.get_by_label(word.title(), exact=True).check()


def is_there(people: People, body: str, voting: str, tracker: str) -> str:
    """What the vote's page says of a tracker, with scripts off."""
    page = people.chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{people.node.url}/b/{body}/ballots/{voting}/")
    page.fill("#tracker", tracker)
    page.get_by_role("button", name="Look for it").click()
    words = page.inner_text("main")
    page.context.close()
    return words


def counted(people: People, body: str, voting: str, mixed: bool, missing: str) -> Page:
    """From the end of the ballot to the closed vote, with one trustee missing."""
    page = people.at("sec", f"/b/{body}/ballots/{voting}/")
    page.get_by_text("End the ballot", exact=True).first.click()
    page.get_by_role("button", name="End the ballot").click()
    assert "The ballot has ended" in page.inner_text("main")
    there = [name for name in TRUSTEES if name != missing]
    if mixed:
        for name in there:
            page = people.follow(name, "Mix the papers")
            page.get_by_role("button", name="Mix the papers").click()
            expect(page.get_by_text("The papers are mixed")).to_be_visible(timeout=120_000)
    for name in there:
        page = people.follow(name, "Open your part of the count")
        people.with_secret(name, "Open my part of the count", "every proof holds", page)
    page = people.at("sec", f"/b/{body}/ballots/{voting}/")
    page.get_by_role("link", name="Close the vote").click()
    page.locator("main form button").first.click()
    assert "done, entry" in page.inner_text("main")
    return page


def test_papers_are_ranked_in_secret_and_counted_with_a_trustee_missing_and_the_node_killed(
    kept: tuple[Node, str], chromium: Browser, tmp_path: Path
) -> None:
    node, body = kept
    people = People(chromium, node, tmp_path)
    slips = prepared(people, body, "board", options="\n".join(OPTIONS), chosen="1")
    assert len(slips) == 10
    papers = [("1", "2", "3")] * 4 + [("2", "1", "")] * 2 + [("", "2", "1")] * 3 + [("3", "2", "1")]
    first = vote(people, body, "board", slips[0], ranked("3", "2", "1"))
    for slip, paper in zip(slips[:6], papers[:6], strict=True):
        vote(people, body, "board", slip, ranked(*paper))
    node.kill_and_start_again()
    assert "waits to be posted" in is_there(people, body, "board", first)
    for slip, paper in zip(slips[6:], papers[6:], strict=True):
        last = vote(people, body, "board", slip, ranked(*paper))
    page = counted(people, body, "board", mixed=True, missing="tom")
    assert "Yes: this ballot is on the board" in is_there(people, body, "board", last)
    expected: dict[str, int] = {}
    for paper in papers:
        line = " ".join(each or "-" for each in paper)
        expected[line] = expected.get(line, 0) + 1
    assert tally_of(node, body, "board") == expected
    assert "chosen:" in page.inner_text("main")
    verified_by_both(node, body, "board", tmp_path, ballots=11, people=people)
    nothing_tells(people, node)


def test_yes_and_no_in_secret_and_a_device_is_tested(
    kept: tuple[Node, str], chromium: Browser, tmp_path: Path
) -> None:
    node, body = kept
    people = People(chromium, node, tmp_path)
    slips = prepared(people, body, "strike")
    page = people.arrive()
    page.goto(f"{node.url}/b/{body}/booth/strike/")
    page.get_by_label("Voting credential", exact=True).fill(
        slips[0][:-1] + ("2" if slips[0][-1] != "2" else "3")
    )
    page.get_by_role("button", name="Continue").click()
    assert "typing error" in page.inner_text("main")
    page.get_by_label("Voting credential", exact=True).fill(slips[0].replace("-", " "))
    page.get_by_role("button", name="Continue").click()
    picked("no")(page)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Encrypt my ballot").click()
    page.get_by_role("button", name="Test this device").click(timeout=60_000)
    expect(page.get_by_text("The ballot has been opened and cannot be cast any more")).to_be_visible(
        timeout=60_000
    )
    assert "been received" not in page.inner_text("main")
    page.context.close()
    for slip, word in zip(slips, ["yes"] * 5 + ["no"] * 3 + ["abstain"], strict=False):
        vote(people, body, "strike", slip, picked(word))
    counted(people, body, "strike", mixed=False, missing="tina")
    assert tally_of(node, body, "strike") == {"yes": 5, "no": 3, "abstain": 1}
    verified_by_both(node, body, "strike", tmp_path, ballots=9, people=people)
    nothing_tells(people, node)


def tally_of(node: Node, body: str, voting: str) -> dict[str, int]:
    """The tally in the record."""
    told = script(
        node.data,
        "import json\nfrom symbiosis.actions import folds\n"
        f"print(json.dumps(folds.caught_up({body!r}).board.votings[{voting!r}].tally))",
    )
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


def verified_by_both(
    node: Node, body: str, voting: str, folder: Path, *, ballots: int, people: People
) -> None:
    """`symbiosis verify` audits the exported record; belenios-tool accepts the archive that the page gives."""
    bundle = folder / "body.bundle"
    command = [sys.executable, "-m", "symbiosis"]
    for words in (
        ["export", body, "--data", str(node.data), "--out", str(bundle)],
        ["verify", str(bundle)],
    ):
        done = subprocess.run(
            [*command, *words], env=environment(), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert "every proof checked" in done.stdout
    page = people.at("sec", f"/b/{body}/ballots/{voting}/")
    with page.expect_download() as saving:
        page.get_by_role("link", name="Download the archive").click()
    archive = folder / "archive" / saving.value.suggested_filename
    archive.parent.mkdir()
    saving.value.save_as(archive)
    tool = ["belenios-tool", "election", "verify", "--dir", str(archive.parent)]
    judged = subprocess.run(tool, capture_output=True, text=True, check=False, timeout=300)
    assert judged.returncode == 0, judged.stderr
    assert archive.read_bytes().count(b'"type":"Ballot"') == ballots


def nothing_tells(people: People, node: Node) -> None:
    """All requests went to this node, and none but the encrypted ballots came from the booth, without any choice."""
    assert all(re.match(r"http://127\.0\.0\.1:\d+/|blob:", url) for _, url, _ in people.sent)
    cast = [data for method, url, data in people.sent if method == "POST" and url.endswith("/cast")]
    assert cast
    plain = re.compile(r'^\{"election_uuid":"\w+","election_hash":"[\w+/]+","credential":"\d+","answers":\[')
    for data in cast:
        assert plain.match(data)
        left = re.sub(r'"\d{20,}"', "", data)
        assert not re.search(r'"(yes|no|abstain|Rosa|Tierra|Agua|[0-3])"|\[[0-3](,[0-3])*\]', left)
    booth = [(method, url) for method, url, _ in people.sent if "/booth/" in url]
    assert {method for method, url in booth if not url.endswith("/cast")} == {"GET"}
    assert not any("-" in url.partition("/booth/")[2] for _, url in booth)
