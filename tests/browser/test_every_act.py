"""Every act of people is done through its page, in a browser with scripts off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from symbiosis.core.acts import ROWS
from tests.node.nodes import Served, script

MAKE = '''
import os, time, tomllib
from django.core.management import call_command
call_command("migrate", verbosity=0)
from symbiosis.actions import people
from symbiosis.actions.founding import Randomness, found_body
from symbiosis.actions.perform import perform
now = int(time.time())
VOTE = """
electorate = "members"
secrecy = "open"
conditions = [{ needs = "more_than", share = "1/2" }]
"""
ASSEMBLY = """
charter = 1
name = "Assembly"
timezone = "UTC"
languages = ["en"]
[roles.secretary]
title = "Secretary"
powers = ["*"]
[roles.steward]
title = "Steward"
[meetings]
notice_days = 0
""" + "".join(f"""
[matters.{name}]
title = "Matter {name}"
{more}
[[matters.{name}.stages]]
{VOTE}
""" for name, more in (("general", ""), ("mandate", ""), ("office", 'petition = { share = "1/3" }'))) + """
proxies = 1
extension = { days = 1, positions = ["abstain"] }
[emergencies]
by = ["secretary"]
matter = "general"
judged_days = 30
[expulsion]
grounds = ["disruption"]
matter = "general"
"""
CONGRESS = """
charter = 1
name = "Congress"
timezone = "UTC"
languages = ["en"]
[roles.chair]
title = "Chair"
powers = ["*"]
[meetings]
notice_days = 0
[expulsion]
grounds = ["disruption"]
matter = "plain"
[bodies]
[bodies.apportionment]
per = 1
[bodies.caucuses.women]
title = "Women's council"
body = "three"
referral_hours = 1
[decisions]
AmendmentDecided = "amending"
[matters.common]
title = "Common decision"
[matters.common.translations]
required = [["en", "text"], ["es", "text"], ["fr", "text"]]
days_before = 1
waiver = "1/2"
[[matters.common.stages]]
electorate = "delegations"
needs_mandate = true
conditions = [{ needs = "more_than", share = "1/2", counted_in = "votes" }]
[[matters.common.stages]]
electorate = "referendum"
secrecy = "hands"
late_grace_hours = 1
contest_days = 0
counters = 2
conditions = [{ needs = "more_than", share = "1/2" }]
[matters.plain]
title = "Plain decision"
answer_days = 30
[[matters.plain.stages]]
electorate = "delegations"
conditions = [{ needs = "more_than", share = "1/2", counted_in = "votes" }]
[matters.ratified]
title = "Ratified decision"
[[matters.ratified.stages]]
electorate = "bodies"
conditions = [{ needs = "more_than", share = "1/2", of = "all", counted_in = "bodies" }]
[matters.amending]
title = "Amend"
[[matters.amending.stages]]
electorate = "delegations"
conditions = [{ needs = "more_than", share = "1/2", counted_in = "votes" }]
[matters.urgent]
title = "Urgent"
[[matters.urgent.stages]]
electorate = "delegations"
method = "consensus"
block_grounds = ["principle"]
[matters.demanded]
title = "Demanded"
petition = { share = "1/4", counted_in = "bodies" }
[[matters.demanded.stages]]
electorate = "delegations"
conditions = [{ needs = "more_than", share = "1/2", counted_in = "votes" }]
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
print("congress", congress)
for code in ("one", "two", "three", "four"):
    body = found(ASSEMBLY, name=f"Body {code}")
    sec = join(body, f"sec-{code}", "secretary")
    perform(body, "RoleGiven", {"token": sec.token, "role": "secretary"}, at=now, by="secretary")
    if code == "one":
        join(body, "mem-one", "secretary")
    else:
        people.invite(body, ["Ana", "Bo"], by="secretary", at=now)
        tongues = {"two": ["en"], "three": ["es"], "four": ["en"]}[code]
        joined = {"to": congress, "code": code, "members": 3, "languages": tongues}
        perform(body, "BodyJoined", joined, at=now, by="secretary")
        seats = [{"credential": f"{code}-1", "kind": "delegate"}, {"credential": f"{code}-2", "kind": "alternate"}]
        perform(body, "DelegationElected", {"to": congress, "seats": seats}, at=now, by="secretary")
        people.hand_credential(sec, congress, f"{code}-1")
    print(code, body)
'''


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """A node with four assemblies (one of them not in the congress yet) and a congress."""
    data: Path = tmp_path_factory.mktemp("acts") / "data"
    data.mkdir(mode=0o700)
    made = script(data, MAKE)
    assert made.returncode == 0, made.stderr
    with Served(data) as node:
        yield node.url, dict(line.split() for line in made.stdout.splitlines())


class Hands:
    """Whoever does an act through its form; notes which acts were done."""

    def __init__(self, chromium: Browser, url: str, bodies: dict[str, str]) -> None:
        self.chromium, self.url, self.bodies = chromium, url, bodies
        self.pages: dict[str, Page] = {}
        self.done: set[str] = set()

    def page(self, name: str) -> Page:
        """A person's own session."""
        if name not in self.pages:
            page = self.chromium.new_context(java_script_enabled=False).new_page()
            page.goto(f"{self.url}/sign-in")
            page.fill("#username", name)
            page.fill("#password", "a long enough phrase")
            page.click("main button")
            self.pages[name] = page
        return self.pages[name]

    def do(self, who: str, where: str, kind: str, query: str = "", /, **typed: str) -> Page:
        """Fill in a form and send it: a select by its value, a box by "on", anything else by typing."""
        page = self.page(who)
        for code, body in self.bodies.items():
            query = query.replace(f"@{code}", body)
            typed = {field: value.replace(f"@{code}", body) for field, value in typed.items()}
        page.goto(f"{self.url}/b/{self.bodies[where]}/act/{kind}/?{query}")
        for field, value in typed.items():
            place = page.locator(f"#f-{field.replace('__', '-')}")
            if place.evaluate("each => each.tagName") == "SELECT":
                place.select_option(value)
            else:
                place.fill(value)
        page.locator("main form button").first.click()
        said = page.inner_text("main")
        assert "done, entry" in said, (kind, said[:600])
        self.done.add(kind)
        return page

    def vote(self, name: str, where: str, voting: str, choice: str = "yes") -> None:
        """Vote at home."""
        page = self.page(name)
        page.goto(f"{self.url}/b/{self.bodies[where]}/voting/{voting}/")
        page.check(f"input[value={choice}]")
        page.click("main form button")
        assert "Your vote is in" in page.inner_text("main")
        self.done.add("VoteCast")

    def vote_for_body(self, name: str, voting: str, choice: str, number: str) -> None:
        """A delegate's vote in the congress."""
        page = self.page(name)
        page.goto(f"{self.url}/b/{self.bodies['congress']}/voting/{voting}/")
        page.locator("input[type=number]").first.wait_for()
        for box in page.locator("input[type=number]").all():
            box.fill("0")
        page.fill(f"#v-{choice}", number)
        page.click("main form button")
        assert "The vote of your body is in" in page.inner_text("main"), page.inner_text("main")
        self.done.add("CouncilVoteCast")

    def decide(self, name: str, where: str, voting: str) -> None:
        """Vote yes and close, in a body of few."""
        self.vote(name, where, voting)
        self.do(name, where, "VotingClosed", f"voting={voting}")


def test_each_of_them(chromium: Browser, kept: tuple[str, dict[str, str]]) -> None:
    url, bodies = kept
    hands = Hands(chromium, url, bodies)
    do, day = hands.do, date.today().isoformat()
    soon = (date.today() + timedelta(days=30)).isoformat()
    in_the_body(hands, day, soon)
    before_the_congress(hands, day)
    in_the_congress(hands)
    do("chair", "congress", "VotingOpened", "matter=ratified&stage=1&voting=word")
    about = "about.act=RatificationGiven&about.to=@congress&about.voting=word"
    do("sec-two", "two", "VotingOpened", f"matter=general&stage=1&voting=word&{about}")
    hands.decide("sec-two", "two", "word")
    do("sec-two", "two", "RatificationGiven", "to=@congress&voting=word&own=word")
    do("sec-two", "two", "SeatRecalled", "to=@congress&credential=two-1")
    do("sec-two", "two", "AlternateSeated", "to=@congress", alternate="two-2", instead_of="two-1")
    for_each_other(hands, soon)
    do("sec-four", "four", "BodyLeft", "to=@congress", effective=soon)
    people = {row.act.__name__ for row in ROWS if row.who in ("role", "seat", "member", "anyone")}
    assert people - hands.done == set()


def in_the_body(hands: Hands, day: str, soon: str) -> None:
    """The life of one assembly, and its joining."""
    do, page = hands.do, hands.page("sec-one")
    page.goto(f"{hands.url}/b/{hands.bodies['one']}/people/")
    page.locator("summary").first.click()
    page.fill("#names", "Ana\nBo")
    page.locator("main details form button").click()
    assert page.locator(".slip").count() == 2
    hands.done.add("MemberAdmitted")
    do("sec-one", "one", "RoleGiven", "role=steward", token=_token(page, hands, "mem-one"))
    do("sec-one", "one", "RoleEnded", "role=steward", token=_token(page, hands, "mem-one"))
    do("sec-one", "one", "MemberLeft", token=_token(page, hands, "Bo"))
    do("sec-one", "one", "RollCounted", "home=1")
    do("sec-one", "one", "MeetingCalled", meeting="spring", on=day)
    do("sec-one", "one", "AttendanceStated", "meeting=spring", present="2")
    do(
        "sec-one",
        "one",
        "ProposalPut",
        "home=1",
        title="A common kitchen",
        matter="general",
        texts__en="Cook together.",
    )
    do("mem-one", "one", "SupportGiven", proposal="a-common-kitchen")
    do("sec-one", "one", "SupportCounted", proposal="a-common-kitchen")
    do(
        "sec-one",
        "one",
        "PetitionPut",
        petition="office",
        matter="office",
        about="act RoleRecalled\nrole steward",
    )
    do("mem-one", "one", "PetitionSigned", petition="office")
    do("sec-one", "one", "PetitionCounted", petition="office")
    query = "matter=office&stage=1&voting=office&petition=office&about.act=RoleRecalled&about.role=steward"
    do("sec-one", "one", "VotingOpened", query)
    hands.vote("mem-one", "one", "office")
    do("sec-one", "one", "VotingClosed", "voting=office")
    do("sec-one", "one", "RoleRecalled", "role=steward&voting=office")
    do("sec-one", "one", "CharterChanged")
    do("chair", "congress", "BodyAdmitted", body="@one", code="one")
    do("sec-one", "one", "BodyJoined", to="@congress", code="one", members="3", languages="en")
    do(
        "sec-one",
        "one",
        "DelegationElected",
        "to=@congress",
        seats="one-1 delegate\none-2 alternate",
        until=soon,
    )


def _token(page: Page, hands: Hands, name: str) -> str:
    """The value under which a person can be chosen."""
    page.goto(f"{hands.url}/b/{hands.bodies['one']}/act/MemberLeft/")
    found = page.locator("#f-token option", has_text=re.compile(f"^{name}$")).get_attribute("value")
    assert found
    return found


def before_the_congress(hands: Hands, day: str) -> None:
    """Proposals put, seconded, amended, withdrawn, taken over; mandates, waivers, petitions."""
    do = hands.do
    for name, title in (("fund", "Fund"), ("plan", "Plan")):
        do(
            "sec-two",
            "two",
            "ProposalPut",
            "to=@congress",
            title=title,
            matter="common",
            texts__en=f"{title} text.",
            proposal=name,
        )
    do("sec-three", "three", "ProposalSupported", "to=@congress&proposal=fund")
    do("sec-two", "two", "ProposalWithdrawn", "to=@congress&proposal=plan")
    do("sec-four", "four", "ProposalTakenOver", "to=@congress&proposal=plan")
    do(
        "sec-three",
        "three",
        "AmendmentPut",
        "to=@congress&proposal=fund&version=1",
        amendment="more",
        texts__en="Fund text, more.",
    )
    do("sec-two", "two", "AmendmentAccepted", "to=@congress&proposal=fund&amendment=more")
    do(
        "sec-three",
        "three",
        "AmendmentPut",
        "to=@congress&proposal=plan&version=1",
        amendment="other",
        texts__en="Plan, other.",
    )
    do(
        "chair",
        "congress",
        "VotingOpened",
        "matter=amending&stage=1&voting=amend&about.act=AmendmentDecided&about.proposal=plan&about.amendment=other",
    )
    for delegate in ("two", "three"):
        hands.vote_for_body(f"sec-{delegate}", "amend", "yes", "3")
    do("chair", "congress", "VotingClosed", "voting=amend")
    do("chair", "congress", "AmendmentDecided", "proposal=plan&amendment=other&voting=amend")
    do("chair", "congress", "MeetingCalled", meeting="congress-1", on=day)
    do("chair", "congress", "VersionFrozen", "proposal=fund&version=2", meeting="congress-1")
    do("chair", "congress", "AttendanceStated", "meeting=congress-1", present="4")
    do(
        "chair",
        "congress",
        "ProposalPut",
        "home=1",
        title="Other",
        matter="common",
        texts__en="Other text.",
        proposal="other",
    )
    do("chair", "congress", "TranslationReady", "proposal=other&version=1&language=fr", text="Autre texte.")
    do(
        "sec-three",
        "three",
        "WaiverGiven",
        "to=@congress&proposal=other&version=1",
        language="es",
        form="text",
    )
    do("chair", "congress", "PetitionPut", petition="demand", matter="demanded")
    do("sec-three", "three", "PetitionSupported", "to=@congress&petition=demand")
    for code in ("two", "three"):
        mandate(hands, code, "fund", "2")
    do("sec-four", "four", "NoMandateGiven", "to=@congress&proposal=fund", reason="undecided")


def mandate(hands: Hands, code: str, proposal: str, version: str) -> None:
    """An assembly votes on an item and binds its delegation strictly."""
    about = f"about.act=MandateGiven&about.to=@congress&about.proposal={proposal}&about.version={version}"
    voting = f"m-{proposal}"
    hands.do(f"sec-{code}", code, "VotingOpened", f"matter=mandate&stage=1&voting={voting}&{about}")
    hands.decide(f"sec-{code}", code, voting)
    query = f"to=@congress&proposal={proposal}&version={version}&voting={voting}"
    hands.do(f"sec-{code}", code, "MandateGiven", query, mode="strict")


def in_the_congress(hands: Hands) -> None:
    """Votes, a referendum with late papers, a contest and a recount, a correction; a test for consensus."""
    do = hands.do
    do(
        "chair",
        "congress",
        "VotingOpened",
        "matter=common&stage=1&voting=fund&proposal=fund&version=2",
        meeting="congress-1",
    )
    for code in ("two", "three"):
        hands.vote_for_body(f"sec-{code}", "fund", "yes", "3")
    do("chair", "congress", "VotingClosed", "voting=fund")
    do("chair", "congress", "VotingOpened", "matter=common&stage=2&voting=base&proposal=fund&version=2")
    for code, yes in (("two", "2"), ("three", "1"), ("four", "1")):
        do(
            f"sec-{code}",
            code,
            "TallyReported",
            "to=@congress&voting=base",
            counts__yes=yes,
            tellers="t-1\nt-2",
        )
    page = hands.page("sec-four")
    entry = _last_entry(page, hands, "four", "TallyReported")
    do(
        "sec-four",
        "four",
        "Corrected",
        "to=@congress",
        entry=entry,
        note="Two, not one.",
        counts__yes="2",
        tellers="t-1\nt-2",
    )
    do("chair", "congress", "VotingClosed", "voting=base")
    do(
        "sec-three",
        "three",
        "TallyReported",
        "to=@congress&voting=base",
        counts__no="1",
        tellers="t-1\nt-2",
        sealed="2020-01-01T12:00",
    )
    report = _last_entry(page, hands, "three", "TallyReported")
    do("chair", "congress", "LateTallyAccepted", "voting=base&body=@three", report=report)
    do(
        "sec-three",
        "three",
        "OutcomeContested",
        "to=@congress&voting=base&body=@two",
        reason="We saw another count.",
    )
    do(
        "chair",
        "congress",
        "RecountReported",
        "voting=base&body=@two",
        counts__yes="2",
        counters="@one\n@four",
    )
    changed_after_the_mandate(hands)
    do("chair", "congress", "VotingOpened", "matter=urgent&stage=1&voting=urgent")
    hands.vote_for_body("sec-two", "urgent", "needs_discussion", "3")
    do("chair", "congress", "VotingClosed", "voting=urgent")
    do("chair", "congress", "AttemptRecorded", "voting=urgent", answer="We answer the concern like this.")


def changed_after_the_mandate(hands: Hands) -> None:
    """An item goes back to a body whose mandate is silent on its new version; it passes, is certified, in force."""
    do = hands.do
    do(
        "sec-four",
        "four",
        "ProposalPut",
        "to=@congress",
        title="Rota",
        matter="plain",
        texts__en="A rota.",
        proposal="rota",
    )
    do("chair", "congress", "VersionFrozen", "proposal=rota&version=1")
    mandate(hands, "two", "rota", "1")
    do(
        "sec-three",
        "three",
        "AmendmentPut",
        "to=@congress&proposal=rota&version=1",
        amendment="longer",
        texts__en="Longer.",
    )
    do("sec-four", "four", "AmendmentAccepted", "to=@congress&proposal=rota&amendment=longer")
    do("chair", "congress", "VotingOpened", "matter=plain&stage=1&voting=rota&proposal=rota&version=2")
    do("chair", "congress", "ItemReferredBack", "voting=rota&body=@two")
    hands.vote_for_body("sec-three", "rota", "yes", "3")
    do("chair", "congress", "VotingClosed", "voting=rota")
    do("chair", "congress", "OutcomeCertified", "voting=rota")
    do("chair", "congress", "DecisionInForce", "voting=rota", on=date.today().isoformat())


def for_each_other(hands: Hands, soon: str) -> None:
    """Offices, emergencies, cases, accounts, lots, names: the life of a body beside its votes."""
    do, tomorrow = hands.do, (date.today() + timedelta(days=1)).isoformat()
    page = hands.page("sec-two")
    do("sec-one", "one", "StandingChanged", token=_token(page_of(hands), hands, "mem-one"))
    do("sec-one", "one", "ProxyGiven", holder=_token(page_of(hands), hands, "mem-one"), until=soon)
    do(
        "sec-one",
        "one",
        "VotingOpened",
        "matter=office&stage=1&voting=longer&petition=office&about.act=RoleRecalled&about.role=steward",
        closes=f"{soon}T12:00",
    )
    hands.vote("sec-one", "one", "longer", "abstain")
    do("sec-one", "one", "VotingExtended", "voting=longer")
    do("sec-one", "one", "OfficeFilled", "home=1", role="steward", holders="1", composition__women="1")
    do(
        "sec-one",
        "one",
        "EmergencyDecided",
        emergency="roof",
        reason="It rains in.",
        text="A roofer.",
        signers="s-1",
    )
    judged = "about.act=EmergencyJudged&about.emergency=roof"
    do("sec-one", "one", "VotingOpened", f"matter=general&stage=1&voting=roof&{judged}")
    hands.decide("sec-one", "one", "roof")
    do("sec-one", "one", "EmergencyJudged", "emergency=roof&voting=roof")
    do("sec-one", "one", "DissentNoted", "voting=roof", note="Too dear.", people="1")
    do("sec-one", "one", "DecisionAnnulled", "decision=office", reason="Outside our competence.")
    case_against_a_member(hands)
    do(
        "sec-one",
        "one",
        "LotAnnounced",
        lot="council-of-24",
        groups="all 40",
        places="all 2",
        source="The lottery",
        on=tomorrow,
    )
    # Made in people's browsers, with scripts: test_secret_vote does them.
    hands.done |= {"BallotingEnded", "BallotsShuffled", "BallotsDecrypted"}
    # Done by itself when a vote with more papers than an entry holds is closed (tests/web/test_large_votes): no form
    # leads to it.
    hands.done.add("PapersStated")
    hands.done.add("LotDrawn")  # only on the next day: tests/practice draws it
    do("sec-three", "three", "ItemReferred", "to=@congress&proposal=other", reason="Nobody asked us.")
    do(
        "chair",
        "congress",
        "CaseOpened",
        case="two",
        against="body",
        ground="disruption",
        text="They shout.",
        body="@two",
    )
    about = "about.act=BodyExpelled&about.case=two"
    do("chair", "congress", "VotingOpened", f"matter=plain&stage=1&voting=out&{about}")
    hands.vote_for_body("sec-three", "out", "yes", "3")
    do("chair", "congress", "VotingClosed", "voting=out")
    do("chair", "congress", "BodySuspended", body="@two", reason="Until it is settled.")
    do("chair", "congress", "BodyReinstated", body="@two")
    do("chair", "congress", "LineageRegistered", before="@two\n@three", after="@four")
    do("chair", "congress", "NameDisputed", name="The Congress", bodies="@two\n@three")
    do("chair", "congress", "NameSettled", name="The Congress", body="@two")
    do("chair", "congress", "BodyExpelled", "case=two&voting=out", body="@two", effective=soon)
    put = {"title": "A garden", "matter": "plain", "texts__en": "A garden.", "proposal": "garden"}
    do("sec-four", "four", "ProposalPut", "to=@congress", **put)
    do("chair", "congress", "AnswerGiven", "proposal=garden", text="There is no ground for one.")
    do("sec-two", "two", "ReportGiven", "to=@congress&voting=fund", text="We voted as you said.")
    assert page.url


def page_of(hands: Hands) -> Page:
    return hands.page("sec-one")


def case_against_a_member(hands: Hands) -> None:
    """Charges, answer, decision, appeal, and the roll without a name ever in the board."""
    do = hands.do
    do("sec-one", "one", "CaseOpened", case="spring", against="member", ground="disruption", text="Charges.")
    do("sec-one", "one", "AnswerHeard", "case=spring", text="It was not so.")
    about = "about.act=MemberExpelled&about.case=spring"
    do("sec-one", "one", "VotingOpened", f"matter=general&stage=1&voting=spring&{about}")
    hands.decide("sec-one", "one", "spring")
    do("sec-one", "one", "CaseAppealed", "case=spring")
    do("sec-one", "one", "AppealDecided", "case=spring", note="The congress heard both sides.")
    token = _token(page_of(hands), hands, "mem-one")
    do("sec-one", "one", "MemberExpelled", "case=spring&voting=spring", token=token)


def _last_entry(page: Page, hands: Hands, code: str, kind: str) -> str:
    """The number of the last entry of a kind, from the record's page."""
    page.goto(f"{hands.url}/b/{hands.bodies[code]}/record/")
    row = page.locator("table tr", has_text=kind).first
    return row.locator("td").first.inner_text()
