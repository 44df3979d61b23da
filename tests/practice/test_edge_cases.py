"""Practice, section 2.1: the edge cases that matter (E1 to E28)."""

from __future__ import annotations

import pytest

from symbiosis.core.mandates import covers, credential_standing
from symbiosis.core.outcomes import bound
from symbiosis.core.voting import standing_votes
from tests.practice import worlds as w
from tests.practice.test_6_composition import FORTY
from tests.strategies import charters
from tests.strategies.bodies import Confederation, token

ES = {"es": w.TEXT}


def mandated(bodies: dict | None = None, sizes: dict[str, int] | None = None, **more):
    """A council with mandates, and an item before it with its text fixed."""
    matters = {"plain": w.matter(w.stage("delegations", needs_mandate=True), **more)}
    hub = w.council(sizes or {"a": 10, "b": 10}, matters, bodies=bodies)
    w.put(hub, "item", code="hub")
    w.freeze(hub, "item", "hub")
    return hub


def amend(hub, *touches: str) -> None:
    """The item has a new version that touches these clauses."""
    number = len(w.board(hub, "hub").proposals["item"].versions)
    fields = {"proposal": "item", "amendment": f"am-{number}", "version": number, "texts": {"en": w.TEXT}}
    hub.do("hub", "AmendmentPut", "desk", **fields, touches=list(touches))
    hub.do("hub", "AmendmentAccepted", "desk", proposal="item", amendment=f"am-{number}")


def test_e1_a_delegate_without_a_mandate_has_a_voice_and_no_vote():
    hub = mandated()
    w.mandate(hub, "b", "item", {"yes": 10})
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="plain", **w.on("item"))
    for side in ("yes", "no", "abstain"):
        vote = {"voting": "v", "sender": hub.id("a"), "credential": "a-1", "votes": {side: 1}}
        w.no(hub, "NoMandate", "CouncilVoteCast", "hub", **vote)
    w.speak(hub, "v", b="yes")
    assert w.close(hub, "v", "hub") == "adopted"
    assert w.held(hub, "v", "hub").outcome.figures["votes/cast"] == "1"


@pytest.mark.parametrize(
    ("mode", "touches", "covered"),
    [
        ("strict", (), False),
        ("guided", ("price",), True),
        ("guided", ("cost",), False),
        ("free", ("cost",), True),
    ],
)
def test_e2_a_mandate_is_silent_on_an_amendment_or_covers_it(mode, touches, covered):
    hub = mandated()
    w.mandate(hub, "a", "item", {"yes": 10}, mode=mode, red_lines=["cost"])
    amend(hub, *touches)
    board = w.board(hub, "hub")
    [given] = board.mandates[hub.id("a"), "item"]
    assert covers(board, given, 2) is covered
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="plain", **w.on("item", 2))
    vote = {
        "voting": "v",
        "sender": hub.id("a"),
        "credential": "a-1",
        "votes": {"yes": 1},
        "reason": "In its sense.",
    }
    if covered:
        hub.do("hub", "CouncilVoteCast", **vote)
    else:
        w.no(hub, "MandateIsSilent", "CouncilVoteCast", "hub", **vote)
        assert standing_votes(board, board.votings["v"]) == {hub.id("a"): {"abstain": 1}}
        hub.do("hub", "ItemReferredBack", "desk", voting="v", body=hub.id("a"))
        assert board.proposals["item"].referred_back == {hub.id("a"): 2}


def test_e3_an_amended_text_is_not_voted_on_in_a_language_that_lacks_it():
    languages = {"required": [["es", "text"]], "on_change": [["es", "text"]], "days_before": 0}
    hub = mandated(translations=languages)
    amend(hub)
    opened = {"voting": "v", "matter": "plain"} | w.on("item", 2)
    w.no(hub, "TranslationMissing", "VotingOpened", "hub", **opened)
    hub.do("hub", "TranslationReady", "desk", proposal="item", version=2, language="es", text=w.TEXT)
    hub.do("hub", "VotingOpened", "desk", **opened)


def test_e4_a_body_that_was_not_quorate_twice_is_there_without_a_vote_and_is_no_no():
    hub = mandated(sizes={"a": 10, "b": 10, "c": 40})
    second = {"quorum": [{"share": "1/2"}, {"call": 2, "share": "1/4", "after_days": 7}]}
    hub.found("few", w.rules(name="Few", meetings=second), book=False)
    w.join(hub, "few", 40)
    hub.do("few", "RollCounted", "desk", members=40)
    w.meet(hub, "first", 19, "few")
    w.wait(hub, days=7)
    w.meet(hub, "second", 9, "few", call=2, first="first")
    hub.do("few", "NoMandateGiven", "desk", to=hub.id("hub"), proposal="item", reason="not_quorate")
    for code in ("a", "b"):
        w.mandate(hub, code, "item", {"yes": 10})
    board = w.board(hub, "hub")
    assert credential_standing(board, hub.id("few"), "item", 1, w.today(hub)) == "not_quorate"
    assert w.council_decides(hub, "v", "plain", w.on("item"), a="yes", b="yes") == "adopted"
    figures = w.held(hub, "v", "hub").outcome.figures
    assert (figures["bodies/yes"], figures["bodies/no"], figures["bodies/with_mandate"]) == ("2", "0", "2")


def test_e4_b_who_was_quorate_cannot_say_otherwise():
    hub = mandated()
    hub.do("a", "RollCounted", "desk", members=10)
    w.meet(hub, "m", 10, "a")
    silent = {"to": hub.id("hub"), "proposal": "item", "reason": "not_quorate"}
    w.no(hub, "MeetingWasQuorate", "NoMandateGiven", "a", **silent)


def test_e5_a_split_mandate_by_largest_remainder_and_the_body_counts_by_its_majority():
    hub = mandated({"apportionment": {"per": 1, "cap": 10}, "mandates": {"split": "largest_remainder"}})
    w.mandate(hub, "a", "item", {"yes": 7, "no": 3})
    w.mandate(hub, "b", "item", {"yes": 5, "no": 5})
    w.council_decides(hub, "v", "plain", w.on("item"), a={"yes": 7, "no": 3}, b={"yes": 5, "no": 5})
    figures = w.held(hub, "v", "hub").outcome.figures
    told = {
        name: figures[name] for name in ("votes/yes", "votes/no", "bodies/yes", "bodies/no", "bodies/abstain")
    }
    assert list(told.values()) == ["12", "8", "1", "0", "1"]


def test_e6_a_delegate_recalled_while_a_vote_is_open_and_after_one_has_closed():
    hub = w.council({"a": 10, "b": 10})
    assert w.council_decides(hub, "closed", a="yes", b="no") == "not_adopted"
    hub.do("hub", "VotingOpened", "desk", voting="open", matter="plain")
    w.speak(hub, "open", a="yes")
    hub.do("a", "SeatRecalled", "desk", to=hub.id("hub"), credential="a-1")
    vote = {"voting": "open", "sender": hub.id("a"), "votes": {"no": 1}}
    w.no(hub, "SeatWasRecalled", "CouncilVoteCast", "hub", **vote, credential="a-1")
    assert standing_votes(w.board(hub, "hub"), w.held(hub, "open", "hub")) == {}
    hub.do("a", "AlternateSeated", "desk", to=hub.id("hub"), alternate="a-a", instead_of="a-1")
    hub.do("hub", "CouncilVoteCast", **vote, credential="a-a")
    assert w.close(hub, "open", "hub") == "not_adopted"
    assert w.held(hub, "closed", "hub").final_votes[hub.id("a")] == {"yes": 1}


@pytest.mark.parametrize(("breach", "result"), [("flag", "not_adopted"), ("mandate", "adopted")])
def test_e7_a_vote_against_the_mandate_is_marked_and_the_charter_says_what_counts(breach, result):
    hub = mandated({"mandates": {"on_breach": breach}})
    for code in ("a", "b"):
        w.mandate(hub, code, "item", {"yes": 10})
    assert w.council_decides(hub, "v", "plain", w.on("item"), a="yes", b="no") == result
    assert w.held(hub, "v", "hub").cast[hub.id("b")].breach


def test_e8_whoever_carries_for_several_bodies_keeps_each_bundle_apart():
    hub = mandated()
    w.mandate(hub, "a", "item", {"yes": 10})
    w.mandate(hub, "b", "item", {"no": 10})
    # One person may hold both credentials; each is a seat of its own body with a mandate of its own.
    assert w.council_decides(hub, "v", "plain", w.on("item"), a="yes", b="no") == "not_adopted"
    assert set(w.held(hub, "v", "hub").cast) == {hub.id("a"), hub.id("b")}


def test_e9_a_body_leaves_during_a_process_what_it_cast_stands_what_opens_later_is_without_it():
    hub = w.council({"a": 10, "b": 10, "c": 10})
    hub.do("hub", "VotingOpened", "desk", voting="before", matter="plain")
    w.speak(hub, "before", a="yes", b="yes", c="no")
    hub.do("b", "BodyLeft", "desk", to=hub.id("hub"), effective=w.today(hub))
    assert w.close(hub, "before", "hub") == "adopted"
    hub.do("hub", "VotingOpened", "desk", voting="after", matter="plain")
    assert hub.id("b") not in w.held(hub, "after", "hub").electorate
    hub.do("b", "RollCounted", "desk", members=9)  # its own record goes on


def test_e10_a_body_admitted_in_the_middle_votes_in_what_opens_later():
    hub = w.council({"a": 10})
    hub.do("hub", "VotingOpened", "desk", voting="before", matter="plain")
    w.join(hub, "b", 10)
    vote = {"voting": "before", "sender": hub.id("b"), "credential": "b-1", "votes": {"yes": 1}}
    w.no(hub, "NotInTheElectorate", "CouncilVoteCast", "hub", **vote)
    assert w.council_decides(hub, "after", a="yes", b="yes") == "adopted"


def test_e11_a_merger_and_a_split_are_entries_with_their_lineage():
    hub = w.council({"one": 10, "two": 10, "both": 20})
    one, two, both = (hub.id(code) for code in ("one", "two", "both"))
    w.no(hub, "NoLineage", "LineageRegistered", "hub", before=[one, two], after=[both, one])
    hub.do("hub", "LineageRegistered", "desk", before=[one, two], after=[both])
    hub.do("hub", "LineageRegistered", "desk", before=[both], after=[one, two])
    assert [each.kind for each in w.board(hub, "hub").lineages] == ["merge", "split"]
    w.check_same(hub, "hub")


LATE = {"secrecy": "hands", "late_grace_hours": 24, "contest_days": 2}


@pytest.mark.parametrize(
    ("hours", "sealed", "code"), [(24, -60, ""), (25, -60, "GraceIsOver"), (1, 60, "SealedTooLate")]
)
def test_e12_a_late_envelope_counts_if_it_was_sealed_in_time_and_came_within_the_grace(hours, sealed, code):
    world = w.circle(20, {"m": w.matter(w.stage(**LATE))})
    world.do("us", "VotingOpened", "desk", voting="v", matter="m")
    marks = {"tellers": ["t-1", "t-2"]}
    world.do("us", "TallyReported", "desk", voting="v", counts={"yes": 9, "no": 9}, **marks)
    assert w.close(world, "v") == "not_adopted"
    late = {"voting": "v", "body": world.id("us"), "counts": {"yes": 1}, "sealed": world.at + sealed, **marks}
    w.wait(world, hours=hours)
    if code:
        w.no(world, code, "LateTallyAccepted", **late)
    else:
        world.do("us", "LateTallyAccepted", "desk", **late)
        assert w.held(world, "v").outcome.result == "adopted"
        assert [each.outcome.result for each in w.held(world, "v").history] == ["not_adopted", "adopted"]


def test_e13_a_contested_count_is_counted_again_by_two_of_other_bodies():
    hub = w.council({"a": 10, "b": 10, "c": 10, "d": 10}, {"all": w.matter(w.stage("referendum", **LATE))})
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="all")
    marks = {"tellers": ["t-1", "t-2"]}
    for code, yes in (("a", 6), ("b", 4)):
        counts = {"yes": yes, "no": 10 - yes}
        hub.do(code, "TallyReported", "desk", to=hub.id("hub"), voting="v", counts=counts, **marks)
    assert w.close(hub, "v", "hub") == "not_adopted"
    hub.do("b", "OutcomeContested", "desk", to=hub.id("hub"), voting="v", body=hub.id("a"))
    w.wait(hub, days=3)
    w.no(hub, "ContestIsOpen", "OutcomeCertified", "hub", voting="v")
    again = {"voting": "v", "body": hub.id("a"), "counts": {"yes": 7, "no": 3}}
    w.no(hub, "WrongCounters", "RecountReported", "hub", **again, counters=[hub.id("b"), hub.id("c")])
    hub.do("hub", "RecountReported", "desk", **again, counters=[hub.id("c"), hub.id("d")])
    w.certify(hub, "v", "hub")
    assert [each.standing for each in w.held(hub, "v", "hub").history] == [
        "provisional",
        "recounted",
        "certified",
    ]


def test_e14_two_texts_are_both_adopted():
    from tests.practice.test_2_thresholds import ADOPTED, swiss

    hub = swiss(ADOPTED, ADOPTED, {"a": (40, 60), "b": (40, 60), "c": (60, 40)})
    for voting in ("initiative", "counter", "which"):
        w.certify(hub, voting, "hub")
    states = {name: item.state for name, item in w.board(hub, "hub").proposals.items()}
    assert states == {"initiative": "lost", "counter": "adopted"}


@pytest.mark.parametrize(("rule", "result"), [({}, "not_adopted"), ({"tie": "passes"}, "adopted")])
def test_e15_a_tie_is_the_status_quo_unless_the_charter_says_otherwise(rule, result):
    world = w.circle(4, {"m": w.matter(w.stage(**rule))})
    assert w.decide(world, "v", "m", "yynn") == result


@pytest.mark.parametrize(("aside", "result"), [(4, "adopted"), (5, "no_consensus")])
def test_e16_stand_asides_reach_their_limit(aside, result):
    world = w.circle(22, {"c": w.matter(w.stage(method="consensus", stand_aside_limit=4))})
    assert w.decide(world, "v", "c", "s" * aside + "g" * (22 - aside)) == result


def test_e17_a_block_needs_a_ground_of_the_charter_and_the_way_past_it_is_recorded():
    ways = w.matter(
        w.stage(method="consensus", block_grounds=["safety"]), w.stage(after="no_consensus", attempts=1)
    )
    world = w.circle(3, {"c": ways})
    world.do("us", "VotingOpened", "desk", voting="v", matter="c")
    w.no(world, "GroundNeeded", "VoteCast", voting="v", token=token("p0"), choice="block")
    w.cast(world, "v", "bgg")
    assert w.close(world, "v") == "no_consensus"
    world.do("us", "AttemptRecorded", "desk", voting="v", answer="0" * 64, size=9)
    assert w.decide(world, "w", "c", "nyy", stage=2) == "adopted"
    assert w.held(world, "v").attempts == 1


def test_e18_a_substitution_that_breaks_a_quota_is_refused_where_the_charter_says_so():
    refuse = FORTY | {"scope": "delegation", "unmet": "refuse"}
    hub = w.council({}, bodies={"delegations": {"delegates": 2, "composition": [refuse]}})
    hub.found("a", w.rules(name="A"), book=False)
    hub.do("a", "BodyJoined", "desk", to=hub.id("hub"), code="a", members=10, languages=["en"])
    w.send(hub, "a", "a-1", "a-2", composition={"women": 1})
    swap = {"to": hub.id("hub"), "alternate": "a-a", "instead_of": "a-1"}
    w.no(hub, "CompositionRefused", "AlternateSeated", "a", **swap, composition={})


def test_e20_whoever_presides_over_an_item_does_not_vote_on_it():
    world = w.circle(2, roles=w.ROLES | {"chair": {"title": "Chair", "no_vote": True}})
    world.do("us", "RoleGiven", "desk", role="chair", token=token("p0"))
    world.do("us", "VotingOpened", "desk", voting="v", matter="plain")
    w.no(world, "DoesNotVote", "VoteCast", voting="v", token=token("p0"), choice="no")


@pytest.mark.parametrize(
    ("choices", "days", "standing"), [("yyn", 14, "confirmed"), ("ynn", 14, "refused"), ("", 15, "lapsed")]
)
def test_e21_what_was_done_between_assemblies_is_confirmed_refused_or_void(choices, days, standing):
    from tests.practice.test_1_who_decides import EMERGENCIES, LAWYER, judge

    world = w.circle(3, emergencies=EMERGENCIES)
    world.do("us", "EmergencyDecided", "desk", **LAWYER)
    w.wait(world, days=days)
    if choices:
        judge(world, choices)
    else:
        w.no(world, "EmergencyIsOver", "EmergencyJudged", emergency="lawyer", voting="v")
    assert w.board(world).emergencies["lawyer"].standing(w.today(world)) == standing


def test_e21_b_it_is_judged_by_a_finished_vote_about_itself():
    from tests.practice.test_1_who_decides import EMERGENCIES, LAWYER

    world = w.circle(3, emergencies=EMERGENCIES)
    world.do("us", "EmergencyDecided", "desk", **LAWYER)
    w.decide(world, "other", "plain", "yyy")
    w.no(world, "DecidedSomethingElse", "EmergencyJudged", emergency="lawyer", voting="other")
    about = {"act": "EmergencyJudged", "emergency": "lawyer"}
    world.do("us", "VotingOpened", "desk", voting="open", matter="plain", about=about)
    w.no(world, "NotYetOver", "EmergencyJudged", emergency="lawyer", voting="open")


def test_e22_a_miscalled_meeting_is_refused_before_it_is_held():
    world = w.circle(4, meetings={"notice_days": 30})
    w.no(world, "NoticeTooShort", "MeetingCalled", meeting="m", on="2027-04-03")  # 29 days from 5 March
    world.do("us", "MeetingCalled", "desk", meeting="m", on="2027-04-04")


@pytest.mark.parametrize(("hours", "code"), [(48, ""), (49, "TooLateToTakeOver")])
def test_e23_a_withdrawn_proposal_may_be_taken_over_for_some_hours(hours, code):
    hub = w.council({"a": 10, "b": 10}, bodies={"take_over_hours": 48})
    to = hub.id("hub")
    put = {"proposal": "item", "title": "x", "matter": "plain", "texts": {"en": w.TEXT}}
    hub.do("a", "ProposalPut", "desk", to=to, **put)
    hub.do("a", "ProposalWithdrawn", "desk", to=to, proposal="item")
    w.wait(hub, hours=hours)
    if code:
        w.no(hub, code, "ProposalTakenOver", "b", to=to, proposal="item")
    else:
        hub.do("b", "ProposalTakenOver", "desk", to=to, proposal="item")
        assert w.board(hub, "hub").proposals["item"].sender == hub.id("b")


def test_e24_a_version_names_its_authentic_languages_and_a_translation_the_version_it_follows():
    world = w.circle(2)
    put = {"proposal": "item", "title": "x", "matter": "plain", "texts": {"en": w.TEXT, "es": w.TEXT}}
    world.do("us", "ProposalPut", "desk", **put)
    ready = {"proposal": "item", "version": 1, "language": "fr", "text": w.TEXT}
    world.do("us", "TranslationReady", "desk", **ready)
    w.no(world, "AlreadyTranslated", "TranslationReady", **ready)
    version = w.board(world).proposals["item"].versions[0]
    assert (list(version.texts), list(version.ready)) == (["en", "es"], [("fr", "text")])


def test_e25_votes_on_a_lost_line_come_on_paper_or_by_voice_and_say_so():
    hub = w.council({"a": 10, "b": 10})
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="plain")
    for code, channel in (("a", "sms"), ("b", "paper")):
        vote = {"voting": "v", "sender": hub.id(code), "credential": f"{code}-1", "votes": {"yes": 1}}
        hub.do("hub", "CouncilVoteCast", **vote, channel=channel, confirmed=channel == "paper")
    marks = {code: w.held(hub, "v", "hub").cast[hub.id(code)].confirmed for code in "ab"}
    assert marks == {"a": False, "b": True}
    assert w.close(hub, "v", "hub") == "adopted"


def test_e26_nobody_needs_an_account_two_tellers_attest_the_count_of_a_room():
    world = w.circle(30, {"room": w.matter(w.stage(secrecy="hands"))})
    world.do("us", "VotingOpened", "desk", voting="v", matter="room")
    count = {"voting": "v", "counts": {"yes": 20, "no": 10}}
    w.no(world, "TwoTellersNeeded", "TallyReported", **count, tellers=["t-1", "t-1"])
    w.no(world, "MoreThanTheRoll", "TallyReported", **count | {"counts": {"yes": 31}}, tellers=["t-1", "t-2"])
    world.do("us", "TallyReported", "desk", **count, tellers=["t-1", "t-2"])
    assert w.close(world, "v") == "adopted"


def test_e27_members_vote_in_secret_from_the_record_and_the_delegates_vote_is_open():
    world = w.circle(5, {"closed": w.matter(w.stage(secrecy="closed"))})
    world.do("us", "VotingOpened", "desk", voting="v", matter="closed")
    w.no(world, "SecrecyDiffers", "VoteCast", voting="v", token=token("p0"), choice="yes")
    assert w.close(world, "v", tally={"yes": 3, "no": 2}) == "adopted"
    assert not any(b'"VoteCast"' in entry for entry in world.bodies["us"].entries["book"])


def test_e27_b_a_secret_vote_of_the_base_mandates_a_delegate_who_votes_openly():
    hub, secret = Confederation(), {"authority": "desk", "trustees": "desk", "number": 1}
    hub.found("hub", charters.council(), book=False)
    at_home = charters.assembly()
    at_home["matters"]["mandate"] = {
        "title": "Mandate",
        "stages": [w.stage(secrecy="secret", ballots=secret)],
    }
    hub.found("a", at_home)
    for person in ("p0", "p1", "p2", "p3"):
        hub.do("a", "MemberAdmitted", "desk", token=token(person))
    to = hub.id("hub")
    hub.do("a", "BodyJoined", "desk", to=to, code="a", members=4, languages=["es"])
    hub.do("a", "RollCounted", "desk", to=to)
    hub.do("hub", "ProposalPut", "desk", proposal="oven", title="An oven", matter="spend", texts=ES)
    hub.do("hub", "VersionFrozen", "desk", proposal="oven", version=1)
    seat = {"credential": "a-1", "kind": "delegate"}
    hub.do("a", "DelegationElected", "desk", to=to, seats=[seat])
    about = {"act": "MandateGiven", "to": to, "proposal": "oven", "version": "1"}
    file = {"sha256": "0" * 64, "size": 9}
    files = dict.fromkeys(("election", "trustees", "credentials"), file)
    election = files | {"uuid": "1" * 14, "voters": 4}
    hub.do("a", "VotingOpened", "desk", voting="m", matter="mandate", about=about, ballots=election)
    posted = [{"sha256": letter * 64, "size": 9} for letter in "abc"]
    hub.do("a", "BallotsPosted", voting="m", ballots=posted)
    hub.do("a", "BallotingEnded", "desk", voting="m", counted=3, sum=file)
    hub.do("a", "BallotsDecrypted", "desk", voting="m", trustee=1, decryption=file)
    hub.do("a", "VotingClosed", "desk", voting="m", tally={"yes": 2, "no": 1})
    given = {"to": to, "proposal": "oven", "version": 1, "mode": "strict", "voting": "m", "votes": {"yes": 2}}
    hub.do("a", "MandateGiven", "desk", **given)
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="spend", proposal="oven", version=1)
    against = {"voting": "v", "sender": hub.id("a"), "credential": "a-1"}
    votes = hub.bodies["hub"].board.votings["v"].electorate[hub.id("a")]
    w.no(hub, "MandateSaysOtherwise", "CouncilVoteCast", "hub", **against, votes={"no": votes})
    hub.do("hub", "CouncilVoteCast", **against, votes={"yes": votes})
    cast = hub.bodies["hub"].board.votings["v"].cast[hub.id("a")]
    assert cast.votes == {"yes": votes}
    entries = b"".join(hub.bodies["a"].entries["board"] + hub.bodies["a"].entries["book"])
    assert b'"VoteCast"' not in entries


def test_e28_a_decision_outside_the_competence_is_void_and_nothing_is_deleted():
    hub = w.council({"a": 10, "b": 10})
    assert w.council_decides(hub, "v", a="yes", b="yes") == "adopted"
    w.certify(hub, "v", "hub")
    hub.do("hub", "DecisionInForce", "desk", voting="v", on=w.today(hub))
    assert bound(w.board(hub, "hub"), w.held(hub, "v", "hub")) == {hub.id("a"), hub.id("b")}
    void = {"decision": "v", "reason": "Only the bodies decide this."}
    before = len(hub.bodies["hub"].entries["board"])
    hub.do("hub", "DecisionAnnulled", "desk", **void)
    w.no(hub, "AlreadyVoid", "DecisionAnnulled", "hub", **void)
    assert bound(w.board(hub, "hub"), w.held(hub, "v", "hub")) == set()
    assert len(hub.bodies["hub"].entries["board"]) == before + 1
    assert w.council_decides(hub, "w", a="no", b="no") == "not_adopted"
    w.no(hub, "NotAdopted", "DecisionAnnulled", "hub", decision="w", reason="x")
    w.check_same(hub, "hub")


def test_e28_b_a_void_decision_does_not_come_into_force():
    hub = w.council({"a": 10, "b": 10})
    assert w.council_decides(hub, "v", a="yes", b="yes") == "adopted"
    w.certify(hub, "v", "hub")
    hub.do("hub", "DecisionAnnulled", "desk", decision="v", reason="Not ours.")
    w.no(hub, "AlreadyVoid", "DecisionInForce", "hub", voting="v", on=w.today(hub))
