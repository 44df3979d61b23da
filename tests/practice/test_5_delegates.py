"""Practice, section 1.5: delegates, mandates, recall, rotation, account (R43 to R55)."""

from __future__ import annotations

import pytest

from symbiosis.core.accounts import reports_owed
from symbiosis.core.mandates import credential_standing
from symbiosis.core.roles import holds_role
from tests.practice import worlds as w
from tests.strategies.bodies import token

MANDATED = {"plain": w.matter(w.stage("delegations", needs_mandate=True))}


def item_before(hub, name: str = "item", **more) -> None:
    """An item before the council, its text fixed."""
    w.put(hub, name, code="hub", **more)
    w.freeze(hub, name, "hub")


def test_r43_exactly_what_the_union_agreed_and_then_account_before_it():
    hub = w.council({"a": 10, "b": 10}, MANDATED, bodies={"mandates": {"on_breach": "flag"}})
    item_before(hub)
    w.mandate(hub, "a", "item", {"yes": 7, "no": 3})
    w.mandate(hub, "b", "item", {"yes": 6, "no": 4})
    assert w.council_decides(hub, "v", "plain", w.on("item"), a="yes", b="no") == "not_adopted"
    cast = w.held(hub, "v", "hub").cast
    assert [cast[hub.id(code)].breach for code in "ab"] == [False, True]
    home, council = w.board(hub, "b"), w.board(hub, "hub")
    assert reports_owed(home, council) == ["v"]
    account = {"to": hub.id("hub"), "voting": "v", "text": w.TEXT}
    hub.do("b", "ReportGiven", "desk", **account, accepted=False)
    w.no(hub, "AlreadyReported", "ReportGiven", "b", **account)
    assert (reports_owed(home, council), list(home.accounts.values())) == ([], ["not_accepted"])


def test_r44_nothing_is_decided_that_was_not_decided_before_and_a_note_taker_sits_in_silence():
    hub = w.council(
        {"a": 10}, MANDATED, bodies={"delegations": {"notetakers": 1}, "mandates": {"modes": ["strict"]}}
    )
    seats = [{"credential": "a-1", "kind": "delegate"}, {"credential": "quiet", "kind": "notetaker"}]
    hub.do("a", "DelegationElected", "desk", to=hub.id("hub"), seats=seats)
    item_before(hub)
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="plain", **w.on("item"))
    vote = {"voting": "v", "sender": hub.id("a"), "votes": {"yes": 1}}
    w.no(hub, "NoMandate", "CouncilVoteCast", "hub", **vote, credential="a-1")
    w.no(hub, "NotSeated", "CouncilVoteCast", "hub", **vote, credential="quiet")
    w.mandate(hub, "a", "item", {"yes": 9, "no": 1})
    w.no(hub, "NotSeated", "CouncilVoteCast", "hub", **vote, credential="quiet")
    w.speak(hub, "v", a="yes")


def test_r45_the_diversity_of_sentiment_travels_with_the_mandate():
    hub = w.council(
        {"a": 10}, MANDATED, bodies={"apportionment": {"per": 1}, "mandates": {"split": "largest_remainder"}}
    )
    item_before(hub)
    w.mandate(hub, "a", "item", {"yes": 6, "no": 3, "abstain": 1})
    [given] = w.board(hub, "hub").mandates[hub.id("a"), "item"]
    assert given.tally == {"yes": 6, "no": 3, "abstain": 1}
    assert given.votes == {"yes": 7, "no": 3}


def test_r46_spokes_rotate_every_meeting_and_are_recalled_at_any_time():
    hub = w.council({"a": 10}, bodies={"delegations": {"rotation": True}})
    to = hub.id("hub")
    same = [{"credential": "a-1", "kind": "delegate"}]
    w.no(hub, "SameDelegateAgain", "DelegationElected", "a", to=to, seats=same)
    w.send(hub, "a", "a-2")
    hub.do("a", "SeatRecalled", "desk", to=to, credential="a-2")
    w.no(
        hub,
        "SameDelegateAgain",
        "DelegationElected",
        "a",
        to=to,
        seats=[{"credential": "a-2", "kind": "delegate"}],
    )
    w.send(hub, "a", "a-1")  # one delegation later


OFFICE = {
    "title": "Treasurer",
    "powers": ["AttendanceStated"],
    "term_days": 365,
    "max_terms": 2,
    "bar_elections": 2,
}


def officers(people: int = 20, **more):
    """People with an office under terms, and a recall by petition of a tenth."""
    recall = w.matter(w.stage(in_meeting=True, notice_days=14), petition={"share": "1/10"})
    roles = w.ROLES | {"treasurer": OFFICE | more}
    return w.circle(people, {"recall": recall}, roles=roles, decisions={"RoleRecalled": "recall"})


def elect(world, name: str = "p0") -> None:
    """An election outwardly, and who it is in the book."""
    until = w.today(world, days=365)
    world.do("us", "OfficeFilled", "desk", role="treasurer", holders=1, until=until)
    world.do("us", "RoleGiven", "desk", role="treasurer", token=token(name), until=until)


def test_r47_a_tenth_ask_a_majority_of_those_there_decides_two_weeks_notice():
    world = officers()
    elect(world)
    about = {"act": "RoleRecalled", "role": "treasurer"}
    world.do("us", "PetitionPut", petition="enough", matter="recall", about=about)
    for number in range(2):
        world.do("us", "PetitionSigned", petition="enough", token=token(f"p{number}"))
    world.do("us", "PetitionCounted", petition="enough")
    opened = {"voting": "v", "matter": "recall", "about": about, "petition": "enough"}
    world.do("us", "MeetingCalled", "desk", meeting="early", on=w.today(world, days=13))
    world.do("us", "MeetingCalled", "desk", meeting="late", on=w.today(world, days=14))
    w.wait(world, days=13)
    world.do("us", "AttendanceStated", "desk", meeting="early", present=12)
    w.no(world, "NoticeTooShort", "VotingOpened", **opened, meeting="early")
    w.wait(world, days=1)
    world.do("us", "AttendanceStated", "desk", meeting="late", present=12)
    assert (
        w.decide(world, "v", "recall", "y" * 7 + "n" * 5, about=about, petition="enough", meeting="late")
        == "adopted"
    )
    w.no(world, "NotDecided", "RoleRecalled", role="treasurer")
    assert holds_role(world.bodies["us"].book, token("p0"), "treasurer", w.today(world))
    world.do("us", "RoleRecalled", "desk", role="treasurer", voting="v")
    assert not holds_role(world.bodies["us"].book, token("p0"), "treasurer", w.today(world))
    assert w.board(world).offices["treasurer"].holders == 0


def test_r47_b_barred_from_the_next_two_elections():
    world = officers()
    elect(world)
    world.do("us", "RoleEnded", "desk", role="treasurer", token=token("p0"), recalled=True)
    given = {"role": "treasurer", "token": token("p0"), "until": w.today(world, days=365)}
    for other in ("p1", "p2"):
        elect(world, other)
        w.no(world, "BarredAfterRecall", "RoleGiven", **given)
        world.do("us", "RoleEnded", "desk", role="treasurer", token=token(other))
    elect(world)
    assert holds_role(world.bodies["us"].book, token("p0"), "treasurer", w.today(world))


def test_r48_a_rotation_of_two_weeks_and_never_more_than_three_years():
    world = officers(term_days=14)
    fields = {"role": "treasurer", "token": token("p0")}
    w.no(world, "TermTooLong", "RoleGiven", **fields, until=w.today(world, days=15))
    w.no(world, "TermTooLong", "RoleGiven", **fields)
    world.do("us", "RoleGiven", "desk", **fields, until=w.today(world, days=14))
    hub = w.council({}, bodies={"delegations": {"term_days": 3 * 365}})
    w.board(hub, "hub")
    hub.found("a", w.rules(name="A"), book=False)
    hub.do("a", "BodyJoined", "desk", to=hub.id("hub"), code="a", members=5, languages=["en"])
    seats = [{"credential": "a-1", "kind": "delegate"}]
    too_long = {"to": hub.id("hub"), "seats": seats, "until": w.today(hub, days=3 * 365 + 1)}
    w.no(hub, "TermTooLong", "DelegationElected", "a", **too_long)


def test_r49_two_terms_in_a_row_and_after_a_pause_again():
    world = officers()
    for _ in range(2):
        elect(world)
        w.wait(world, days=365)
    given = {"role": "treasurer", "token": token("p0"), "until": w.today(world, days=365)}
    w.no(world, "TooManyTerms", "RoleGiven", **given)
    w.wait(world, days=365)
    w.no(world, "TooManyTerms", "RoleGiven", **given | {"until": w.today(world, days=365)})
    w.wait(world, days=1)
    elect(world)
    w.check_same(world)


def test_r50_account_is_given_in_every_base_unit():
    hub = w.council({"one": 80, "two": 60, "three": 70, "four": 90})
    assert w.council_decides(hub, "v", one="yes", two="yes", three="no", four="yes") == "adopted"
    council = w.board(hub, "hub")
    account = {"to": hub.id("hub"), "voting": "v", "text": w.TEXT}
    for code in ("one", "two", "three"):
        hub.do(code, "ReportGiven", "desk", **account)
    owed = {code: reports_owed(w.board(hub, code), council) for code in ("one", "two", "three", "four")}
    assert owed == {"one": [], "two": [], "three": [], "four": ["v"]}


def test_r51_alternates_vote_only_when_they_replace_and_the_substitution_has_its_time():
    hub = w.council({"a": 10}, bodies={"delegations": {"delegates": 10, "alternates": 1}})
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="plain")
    vote = {"voting": "v", "sender": hub.id("a"), "credential": "a-a", "votes": {"no": 1}}
    w.no(hub, "NotSeated", "CouncilVoteCast", "hub", **vote)
    hub.do("a", "AlternateSeated", "desk", to=hub.id("hub"), alternate="a-a", instead_of="a-1")
    hub.do("hub", "CouncilVoteCast", **vote)
    seat = w.board(hub, "hub").delegations[hub.id("a"), hub.id("hub")].credentials["a-1"]
    assert (seat.seated, seat.recalled_at) == (False, hub.at)


def test_r52_credentials_have_a_standing_and_a_reason_that_everyone_reads():
    hub = w.council({"a": 10, "b": 10, "c": 10}, MANDATED)
    item_before(hub)
    w.mandate(hub, "a", "item", {"yes": 9, "no": 1})
    hub.do("b", "RollCounted", "desk", members=10)
    w.meet(hub, "m", 2, "b")
    hub.do("b", "NoMandateGiven", "desk", to=hub.id("hub"), proposal="item", reason="undecided")
    board = w.board(hub, "hub")
    told = {code: credential_standing(board, hub.id(code), "item", 1, w.today(hub)) for code in "abc"}
    assert told == {"a": "valid", "b": "undecided", "c": "awaited"}


def test_r53_a_mandate_is_that_of_an_organization_and_carries_its_own_count():
    hub = w.council({"a": 10}, MANDATED)
    item_before(hub)
    to = hub.id("hub")
    w.no(
        hub,
        "NotDecided",
        "MandateGiven",
        "a",
        to=to,
        proposal="item",
        version=1,
        mode="strict",
        votes={},
        tally={},
    )
    w.mandate(hub, "a", "item", {"yes": 9, "no": 1})
    forged = {"to": to, "proposal": "item", "version": 1, "mode": "strict", "voting": "m-item-1-0"}
    w.no(hub, "TallyDiffers", "MandateGiven", "a", **forged, tally={"yes": 10}, votes={"yes": 1})


def test_r54_the_words_of_obeying_stand_with_each_office():
    from symbiosis.core.reading import read_charter
    from symbiosis.phrases import charter_lines

    words = "To obey, not to command; to represent, not to replace."
    charter = read_charter(w.rules(roles=w.ROLES | {"delegate": {"title": "Delegate", "duties": words}}))
    assert any(words in line for line in dict(charter_lines(charter))["Roles"])


def test_r55_a_vigilance_commission_has_powers_of_its_own_and_nobody_is_in_both():
    roles = w.ROLES | {
        "treasurer": {"title": "Treasurer"},
        "vigilance": {
            "title": "Vigilance",
            "powers": ["CaseOpened", "OutcomeContested"],
            "excludes": ["treasurer"],
        },
    }
    world = w.circle(2, roles=roles)
    world.do("us", "RoleGiven", "desk", role="treasurer", token=token("p0"))
    w.no(world, "RolesExclude", "RoleGiven", role="vigilance", token=token("p0"))
    world.do("us", "RoleGiven", "desk", role="vigilance", token=token("p1"))
    w.no(world, "RolesExclude", "RoleGiven", role="treasurer", token=token("p1"))


@pytest.mark.parametrize("holders", [2, 0])
def test_r56_a_role_has_as_many_seats_as_the_charter_says(holders):
    world = w.circle(3, roles=w.ROLES | {"chair": {"title": "Chair", "seats": 1}})
    if holders > 1:
        w.no(world, "WrongNumberOfHolders", "OfficeFilled", role="chair", holders=holders)
    else:
        world.do("us", "OfficeFilled", "desk", role="chair", holders=holders)
