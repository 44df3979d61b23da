"""Practice, section 1.2: thresholds, blocks, variants of consensus (R12 to R25)."""

from __future__ import annotations

import pytest

from symbiosis.counting.lots import drawn_from
from tests.practice import worlds as w
from tests.strategies.bodies import token

NINE_TENTHS = [{"needs": "at_least", "share": "9/10", "of": "cast-stand_aside"}]
GROUNDS = ["ethical", "moral", "safety"]
ONE = {"of": "one"}


def consensus(**more) -> dict:
    return w.stage(method="consensus", block_grounds=GROUNDS, **more)


def test_r12_a_block_is_a_moral_ethical_or_safety_concern_and_nine_tenths_go_past_it():
    vote = w.stage(conditions=NINE_TENTHS, after="no_consensus", attempts=1)
    world = w.circle(20, {"ga": w.matter(consensus(), vote)})
    world.do("us", "VotingOpened", "desk", voting="round", matter="ga")
    block = {"voting": "round", "token": token("p0"), "choice": "block"}
    w.no(world, "GroundNeeded", "VoteCast", **block, ground="taste")
    w.cast(world, "round", "bb" + "g" * 18)
    assert w.close(world, "round") == "no_consensus"
    w.no(world, "AttemptNeeded", "VotingOpened", voting="vote", matter="ga", stage=2)
    world.do("us", "AttemptRecorded", "desk", voting="round", answer="0" * 64, size=10)
    assert w.decide(world, "vote", "ga", "nn" + "y" * 18, stage=2) == "adopted"  # 18/20 is exactly 9/10


def test_r12_b_one_more_against_and_nine_tenths_are_missed():
    world = w.circle(20, {"ga": w.matter(w.stage(conditions=NINE_TENTHS))})
    assert w.decide(world, "vote", "ga", "nnn" + "y" * 17) == "not_adopted"


@pytest.mark.parametrize(
    ("condition", "choices", "result"),
    [
        ({"needs": "at_most", "share": "0", "counts": "no", **ONE}, "yyyy", "adopted"),
        ({"needs": "at_most", "share": "0", "counts": "no", **ONE}, "yyyn", "not_adopted"),
        ({"needs": "at_most", "share": "1", "counts": "no", **ONE}, "yyyn", "adopted"),
        ({"needs": "at_most", "share": "1", "counts": "no", **ONE}, "yynn", "not_adopted"),
        ({"needs": "at_least", "share": "3/4"}, "yyyn", "adopted"),
        ({"needs": "at_least", "share": "3/4"}, "yynn", "not_adopted"),
    ],
)
def test_r13_unanimity_unanimity_but_one_and_three_quarters(condition, choices, result):
    world = w.circle(4, {"choose": w.matter(w.stage(conditions=[condition]))})
    assert w.decide(world, "v", "choose", choices) == result


@pytest.mark.parametrize(
    ("choices", "result"),
    [
        ("gggg", "adopted"),
        ("ggrr", "adopted"),
        ("grsr", "adopted"),
        ("gssr", "no_consensus"),
        ("gggb", "no_consensus"),
        ("gggd", "no_consensus"),
        ("aaaa", "NotAChoice"),
    ],
)
def test_r14_agreement_reservations_stand_asides_blocks_and_a_limit(choices, result):
    world = w.circle(4, {"c": w.matter(consensus(stand_aside_limit=1))})
    if result == "NotAChoice":
        world.do("us", "VotingOpened", "desk", voting="v", matter="c")
        w.no(world, "NotAChoice", "VoteCast", voting="v", token=token("p0"), choice="abstain")
    else:
        assert w.decide(world, "v", "c", choices) == result


def test_r15_consent_stuck_goes_to_the_broader_circle_and_what_passes_has_a_review_date():
    roles = w.ROLES | {"broader": {"title": "The broader circle"}}
    rule = w.matter(consensus(if_lost="broader"), review_adopted_days=180)
    world = w.circle(3, {"consent": rule}, roles=roles)
    for name, choices in (("stuck", "ggb"), ("good-enough", "ggr")):
        w.put(world, name, "consent")
        w.freeze(world, name)
        w.decide(world, f"v-{name}", "consent", choices, **w.on(name))
        w.certify(world, f"v-{name}")
    items = w.board(world).proposals
    assert items["stuck"].referred_to == "broader"
    assert items["good-enough"].review_on == w.today(world, days=180)


ONLINE = w.stage(
    positions=["yes", "no", "extend", "block"],
    open_days=7,
    extension={"days": 7, "positions": ["extend"], "most": 9},
    conditions=[
        {"needs": "at_least", "share": "3", **ONE},
        {"needs": "at_most", "share": "0", "counts": "no+block", **ONE},
    ],
)


def test_r16_three_for_it_and_nobody_against_within_a_week():
    for choices, result in (("yyy---", "adopted"), ("yy----", "not_adopted"), ("yyyn--", "not_adopted")):
        world = w.circle(6, {"online": w.matter(ONLINE)})
        closes = world.at + 7 * w.DAY
        world.do("us", "VotingOpened", "desk", voting="v", matter="online", closes=closes)
        w.cast(world, "v", choices)
        w.wait(world, days=7)
        assert w.close(world, "v") == result


def test_r16_b_each_member_may_extend_once():
    world = w.circle(6, {"online": w.matter(ONLINE)})
    closes = world.at + 7 * w.DAY
    world.do("us", "VotingOpened", "desk", voting="v", matter="online", closes=closes)
    w.no(world, "NoExtension", "VotingExtended", voting="v")
    w.cast(world, "v", "ee")
    for _ in range(2):
        world.do("us", "VotingExtended", "desk", voting="v")
    w.no(world, "NoExtension", "VotingExtended", voting="v")
    assert w.held(world, "v").closes == closes + 14 * w.DAY
    w.check_same(world)


LAPSING = w.matter(
    w.stage(
        snapshot="put",
        conditions=[
            {"needs": "at_least", "share": "1/3", "of": "entitled"},
            {"needs": "at_most", "share": "0", "counts": "no", **ONE},
        ],
    ),
    lapse_days=14,
    review_days=182,
)


@pytest.mark.parametrize(("yes", "result"), [(3, "not_adopted"), (4, "adopted")])
def test_r17_a_third_rounded_up_of_those_there_when_it_was_put(yes, result):
    world = w.circle(10, {"t": LAPSING})
    w.put(world, "item", "t")
    world.do("us", "MemberAdmitted", "desk", token=token("late"))
    world.do("us", "RollCounted", "desk")
    w.freeze(world, "item")
    world.do("us", "VotingOpened", "desk", voting="v", matter="t", **w.on("item"))
    assert w.held(world, "v").entitled == 10
    w.no(world, "AdmittedTooLate", "VoteCast", voting="v", token=token("late"), choice="yes")
    w.cast(world, "v", "y" * yes)
    assert w.close(world, "v") == result


def test_r17_b_it_lapses_after_two_weeks_and_comes_back_after_six_months():
    world = w.circle(3, {"t": LAPSING})
    w.put(world, "item", "t")
    w.wait(world, days=14)
    w.freeze(world, "item")
    w.wait(world, days=1)
    w.no(world, "ProposalLapsed", "VotingOpened", voting="v", matter="t", **w.on("item"))
    w.put(world, "lost", "t")
    w.freeze(world, "lost")
    assert w.decide(world, "w", "t", "nyy", **w.on("lost")) == "not_adopted"
    w.certify(world, "w")
    again = {"proposal": "again", "title": "x", "matter": "t", "texts": {"en": w.TEXT}, "again": "lost"}
    w.wait(world, days=181)
    w.no(world, "NotBeforeReview", "ProposalPut", **again)
    w.wait(world, days=1)
    world.do("us", "ProposalPut", "desk", **again)


def test_r18_needs_further_discussion_stops_the_clock():
    poll = w.stage(
        positions=["yes", "block", "stand_aside", "needs_discussion"],
        open_days=3,
        extension={"days": 3, "positions": ["needs_discussion"]},
        conditions=[{"needs": "at_most", "share": "1", "counts": "block", **ONE}],
    )
    world = w.circle(5, {"poll": w.matter(poll)})
    closes = world.at + 3 * w.DAY
    world.do("us", "VotingOpened", "desk", voting="v", matter="poll", closes=closes)
    w.cast(world, "v", "ydyyb")
    world.do("us", "VotingExtended", "desk", voting="v")
    w.wait(world, days=3)
    w.no(world, "NotYetOver", "VotingClosed", voting="v")
    w.cast(world, "v", "-y")
    w.wait(world, days=3)
    assert w.close(world, "v") == "adopted"  # consensus minus one


def test_r18_b_in_a_council_delegations_ask_for_time_too():
    poll = w.stage("delegations", positions=["yes", "no", "extend"], extension={"days": 1})
    hub = w.council({"a": 10, "b": 10}, {"poll": w.matter(poll)})
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="poll", closes=hub.at + w.DAY)
    w.speak(hub, "v", a="extend", b="yes")
    w.no(hub, "TallyDiffers", "VotingExtended", "hub", voting="v", asked=2)
    hub.do("hub", "VotingExtended", "desk", voting="v")
    w.no(hub, "NoExtension", "VotingExtended", "hub", voting="v")


def test_r19_votes_by_weight_only_after_the_attempt_and_with_a_second_condition():
    unit = {"counted_in": "votes"}
    both = [
        w.YES_OF_SIDES[0] | unit,
        {"needs": "at_least", "share": "1/3", "of": "all", "counted_in": "bodies"},
    ]
    first = w.stage("delegations", method="consensus", block_grounds=["safety"])
    second = w.stage("delegations", after="no_consensus", attempts=1, conditions=both)
    hub = w.council(
        {"big": 300, "b": 10, "c": 10, "d": 10},
        {"m": w.matter(first, second)},
        bodies={"apportionment": {"per": 25}},
    )
    w.no(hub, "StageNotReached", "VotingOpened", "hub", voting="v", matter="m", stage=2)
    assert w.council_decides(hub, "c", "m", big="agree", b="block") == "no_consensus"
    hub.do("hub", "AttemptRecorded", "desk", voting="c", answer="0" * 64, size=1)
    again = {"stage": 2}
    # 12 of 15 votes, but one of four bodies is less than a third
    assert w.council_decides(hub, "v", "m", again, big="yes", b="no", c="no", d="no") == "not_adopted"
    assert w.council_decides(hub, "w", "m", again, big="yes", b="yes", c="no", d="no") == "adopted"


def test_r20_outcomes_have_classes_and_a_maker_may_not_present():
    eighty = {"needs": "more_than", "share": "4/5"}
    steps = w.matter(
        w.stage(conditions=[eighty]), w.stage(conditions=[{"needs": "at_least", "share": "2/3"}])
    )
    world = w.circle(10, {"m": steps})
    assert w.decide(world, "consensus", "m", "y" * 9 + "n") == "adopted"
    assert w.decide(world, "failed", "m", "y" * 8 + "nn") == "not_adopted"  # 80 % is not more than 80 %
    w.put(world, "item", "m")
    world.do("us", "ProposalWithdrawn", "desk", proposal="item")
    w.no(world, "ProposalIsOver", "VersionFrozen", proposal="item", version=1)


RIVALS = {
    "text": w.matter(
        w.stage(
            "referendum",
            secrecy="hands",
            conditions=[w.YES_OF_SIDES[0], w.YES_OF_SIDES[0] | {"counted_in": "bodies"}],
        )
    ),
    "deciding": w.matter(
        w.stage("referendum", method="deciding", secrecy="hands", counted_in=["members", "bodies"])
    ),
}


def swiss(initiative: dict, counter: dict, deciding: dict):
    """Three cantons vote on an initiative, its counter-proposal, and which of them they prefer."""
    hub = w.council({"a": 100, "b": 100, "c": 100}, RIVALS)
    for name in ("initiative", "counter"):
        w.put(hub, name, "text", "hub")
        w.freeze(hub, name, "hub")
        hub.do("hub", "VotingOpened", "desk", voting=name, matter="text", **w.on(name))
    between = ["initiative", "counter"]
    w.no(hub, "NotTwoRivals", "VotingOpened", "hub", voting="x", matter="deciding")
    hub.do("hub", "VotingOpened", "desk", voting="which", matter="deciding", between=between)
    for voting, counts in (("initiative", initiative), ("counter", counter), ("which", deciding)):
        for code, (one, other) in counts.items():
            sides = ("first", "second") if voting == "which" else ("yes", "no")
            tally = dict(zip(sides, (one, other), strict=True))
            marks = {"counts": tally, "tellers": ["t-1", "t-2"]}
            hub.do(code, "TallyReported", "desk", to=hub.id("hub"), voting=voting, **marks)
        w.close(hub, voting, "hub")
    return hub


ADOPTED = {"a": (60, 40), "b": (60, 40), "c": (40, 60)}


def test_r21_double_majority_of_people_and_cantons():
    lost = {"a": (90, 10), "b": (45, 55), "c": (45, 55)}  # 180 of 300 people, one canton of three
    hub = swiss(lost, ADOPTED, ADOPTED)
    assert w.held(hub, "initiative", "hub").outcome.result == "not_adopted"
    assert w.held(hub, "counter", "hub").outcome.result == "adopted"
    for voting in ("initiative", "counter"):
        w.certify(hub, voting, "hub")
    hub.do("hub", "DecisionInForce", "desk", voting="counter", on=w.today(hub))


def test_r21_b_both_adopted_the_deciding_question_says_which_stands():
    # The first has 130 of 300 people and two of three cantons: 0.433 + 0.667 is more than 1.
    hub = swiss(ADOPTED, ADOPTED, {"a": (51, 49), "b": (51, 49), "c": (28, 72)})
    for voting in ("initiative", "counter"):
        w.certify(hub, voting, "hub")
    w.no(hub, "RivalUndecided", "DecisionInForce", "hub", voting="initiative", on=w.today(hub))
    w.certify(hub, "which", "hub")
    assert w.held(hub, "which", "hub").outcome.result == "first"
    w.no(hub, "RivalPreferred", "DecisionInForce", "hub", voting="counter", on=w.today(hub))
    hub.do("hub", "DecisionInForce", "desk", voting="initiative", on=w.today(hub))
    states = {name: item.state for name, item in w.board(hub, "hub").proposals.items()}
    assert states == {"initiative": "adopted", "counter": "lost"}
    w.check_same(hub, "hub")


def test_r21_c_a_petition_counts_its_signatures_for_eighteen_months_only():
    petition = {"share": "1/2", "window_days": 548}
    for days, reached in ((548, True), (549, False)):
        world = w.circle(2, {"initiative": w.matter(petition=petition)})
        world.do("us", "PetitionPut", petition="ask", matter="initiative")
        w.wait(world, days=days)
        world.do("us", "PetitionSigned", petition="ask", token=token("p0"))
        world.do("us", "PetitionCounted", petition="ask")
        assert bool(w.board(world).petitions["ask"].reached) is reached


def test_r22_simple_majority_normally_and_for_the_rules_five_endorsers_thirty_days_and_two_thirds():
    strict = w.matter(
        w.stage(in_meeting=True, notice_days=14, conditions=[{"needs": "at_least", "share": "2/3"}]),
        seconds=5,
        freeze_days=30,
    )
    world = w.circle(9, {"bylaws": strict})
    assert w.decide(world, "plain", "plain", "yyyyynnnn") == "adopted"
    w.put(world, "item", "bylaws")
    for number in range(5):
        world.do("us", "SupportCounted", "desk", proposal="item")
        w.no(world, "TooFewSeconds", "VersionFrozen", proposal="item", version=1)
        world.do("us", "SupportGiven", proposal="item", token=token(f"p{number}"))
    world.do("us", "SupportCounted", "desk", proposal="item")
    world.do("us", "MeetingCalled", "desk", meeting="m", on=w.today(world, days=30))
    w.wait(world, days=1)
    w.no(world, "FrozenTooLate", "VersionFrozen", proposal="item", version=1, meeting="m")
    w.wait(world, days=-1)
    w.freeze(world, "item", meeting="m")
    w.wait(world, days=30)
    world.do("us", "AttendanceStated", "desk", meeting="m", present=9)
    assert w.decide(world, "v", "bylaws", "yyyyyynnn", **w.on("item"), meeting="m") == "adopted"


def test_r23_raised_hands_are_estimated_only_where_the_charter_takes_an_estimate():
    report = {"voting": "v", "counts": {"yes": 300, "no": 300}, "tellers": ["t-1", "t-2"], "estimated": True}
    for rule, code in (({}, "CountThemAll"), ({"estimates": True}, "")):
        world = w.circle(1, {"ring": w.matter(w.stage(secrecy="hands", **rule))})
        world.do("us", "VotingOpened", "desk", voting="v", matter="ring")
        fields = report | {"counts": {"yes": 0, "no": 1}}
        if code:
            w.no(world, "CountThemAll", "TallyReported", **fields)
        else:
            world.do("us", "TallyReported", "desk", **fields)
            assert w.held(world, "v").reported[0].estimated


def test_r23_b_in_a_council_an_estimate_is_refused_where_it_arrives():
    hub = w.council({"a": 10}, {"all": w.matter(w.stage("referendum", secrecy="hands"))})
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="all")
    fields = {"to": hub.id("hub"), "voting": "v", "counts": {"yes": 3}, "tellers": ["t-1", "t-2"]}
    w.no(hub, "CountThemAll", "TallyReported", "a", **fields, estimated=True)


@pytest.mark.parametrize(("tie", "result"), [("fails", "not_adopted"), ("passes", "adopted")])
def test_r23_c_what_cannot_be_told_apart_is_decided_by_the_rule(tie, result):
    world = w.circle(4, {"ring": w.matter(w.stage(tie=tie))})
    assert w.decide(world, "v", "ring", "yynn") == result


def test_r24_a_consultative_vote_binds_nobody_and_never_comes_into_force():
    hub = w.council({"a": 10, "b": 10}, {"feel": w.matter(w.stage("delegations"), binding="advisory")})
    assert w.council_decides(hub, "v", "feel", a="yes", b="yes") == "adopted"
    w.certify(hub, "v", "hub")
    w.no(hub, "AdvisoryOnly", "DecisionInForce", "hub", voting="v", on=w.today(hub))


LOT = {
    "lot": "council",
    "groups": {"women": 40, "men": 38},
    "places": {"women": 12, "men": 12},
    "source": "The lottery",
}


def test_r25_a_council_of_24_by_lot_with_quotas_from_a_seed_fixed_beforehand():
    world = w.circle(2)
    w.no(
        world, "TooFewForTheLot", "LotAnnounced", **LOT | {"places": {"women": 41}}, on=w.today(world, days=1)
    )
    w.no(world, "DateInThePast", "LotAnnounced", **LOT, on=w.today(world))
    world.do("us", "LotAnnounced", "desk", **LOT, on=w.today(world, days=1))
    w.no(world, "LotExists", "LotAnnounced", **LOT, on=w.today(world, days=1))
    drawn = drawn_from("7 14 21 28 35 42", "council", LOT["groups"], LOT["places"])
    draw = {"lot": "council", "seed": "7 14 21 28 35 42"}
    w.no(world, "NotYetOver", "LotDrawn", **draw, drawn=drawn)
    w.wait(world, days=1)
    w.no(world, "DrawDiffers", "LotDrawn", **draw, drawn=drawn | {"men": tuple(range(1, 13))})
    world.do("us", "LotDrawn", "desk", **draw, drawn=drawn)
    w.no(world, "NoSuchLot", "LotDrawn", **draw, drawn=drawn)
    assert {group: len(set(numbers)) for group, numbers in drawn.items()} == {"women": 12, "men": 12}
    w.check_same(world)


def test_r25_b_who_refuses_a_recommendation_must_say_why_in_time():
    world = w.circle(3, {"recommendation": w.matter(answer_days=90)})
    w.put(world, "item", "recommendation")
    w.put(world, "other")
    item = w.board(world).proposals["item"]
    assert (item.answer_due, item.answered) == (w.today(world, days=90), "")
    w.no(world, "NoAnswerOwed", "AnswerGiven", proposal="other", text=w.TEXT)
    world.do("us", "AnswerGiven", "desk", proposal="item", text=w.TEXT)
    assert item.answered == w.today(world)
