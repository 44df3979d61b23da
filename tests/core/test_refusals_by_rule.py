"""Each no of the core under a charter that says so: composition, modes, languages, deadlines."""

from __future__ import annotations

import copy

import pytest

from tests.core.refused import check_refused
from tests.strategies.acts import PEOPLE, TEXT, begun, mandate_about, year
from tests.strategies.bodies import Confederation
from tests.strategies.charters import ROLES, assembly, council

BEGUN = begun()
DAY = 86_400
ES = {"es": TEXT}
SEAT = {"credential": "north-1", "kind": "delegate"}

STRICT_COUNCIL = {
    "apportionment": {"per": 2, "cap": 10},
    "admission": "decision",
    "take_over_hours": 1,
    "mandates": {"modes": ["strict", "guided"]},
    "delegations": {
        "composition": [
            {
                "traits": ["women"],
                "needs": "at_least",
                "share": "1/2",
                "scope": "delegation",
                "unmet": "refuse",
            }
        ]
    },
}


def under(**changes) -> Confederation:
    """The same bodies at the beginning, with other rules."""
    world = Confederation()
    bodies, stages = changes.pop("bodies", {}), changes.pop("stages", {})
    rules = council()
    rules["bodies"] |= bodies
    for matter, stage in stages.items():
        rules["matters"][matter]["stages"][0] |= stage
    rules["matters"]["spend"] |= changes
    world.found("council", rules, book=False)
    world.found("north", assembly(name="North"))
    return world


def join(world: Confederation, **more) -> None:
    """The north joins and counts its members."""
    to = world.id("council")
    for person in PEOPLE[:4]:
        world.do("north", "MemberAdmitted", "desk", token=person)
    fields = {"to": to, "code": "north", "members": 4, "languages": ["es"]} | more
    world.do("north", "BodyJoined", "desk", **fields)
    world.do("north", "RollCounted", "desk", to=to)


def mandate_vote(world: Confederation, *choices: str, version: int = 1) -> dict:
    """The north's own vote on a mandate, and the mandate that may follow."""
    about = mandate_about(world, version=version)
    name = f"own-{len(world.bodies['north'].board.votings)}"
    world.do("north", "VotingOpened", "desk", voting=name, matter="open", about=about)
    for person, choice in zip(PEOPLE, choices, strict=False):
        world.do("north", "VoteCast", voting=name, token=person, choice=choice)
    world.do("north", "VotingClosed", "desk", voting=name)
    return {
        "to": world.id("council"),
        "proposal": "oven",
        "version": version,
        "mode": "strict",
        "voting": name,
    }


def oven(world: Confederation, **more) -> None:
    """An oven is proposed in the council and its text frozen."""
    put = {"proposal": "oven", "title": "An oven", "matter": "spend", "texts": ES}
    world.do("council", "ProposalPut", "desk", **put)
    world.do("council", "VersionFrozen", "desk", **({"proposal": "oven", "version": 1} | more))


def test_a_body_is_admitted_by_decision():
    world = under(bodies=STRICT_COUNCIL)
    fields = {"to": world.id("council"), "code": "north", "members": 4, "languages": ["es"]}
    check_refused(world, "NotAdmitted", ("north", "BodyJoined", fields))


def test_a_delegation_that_the_charter_does_not_allow():
    world = under(bodies={"delegations": STRICT_COUNCIL["delegations"]})
    join(world)
    act = ("north", "DelegationElected", {"to": world.id("council"), "seats": [SEAT], "composition": {}})
    check_refused(world, "CompositionRefused", act)


def test_mandates_that_the_council_does_not_know():
    world = under(bodies={"mandates": STRICT_COUNCIL["mandates"]})
    join(world)
    oven(world)
    mandate = mandate_vote(world, "yes", "no", "yes")
    check_refused(world, "ModeNotAllowed", ("north", "MandateGiven", mandate | {"mode": "free"}))
    split = {"votes": {"yes": 1, "no": 1}}
    check_refused(world, "SplitNotAllowed", ("north", "MandateGiven", mandate | split))
    check_refused(world, "VotesDoNotFollow", ("north", "MandateGiven", mandate | {"votes": {"no": 2}}))
    check_refused(world, "WrongNumberOfVotes", ("north", "MandateGiven", mandate | {"votes": {"yes": 3}}))


@pytest.mark.parametrize(
    ("mode", "red_lines", "votes", "code"),
    [
        ("strict", [], {"yes": 2}, "MandateIsSilent"),
        ("guided", ["cost"], {"yes": 2}, "MandateIsSilent"),
        ("guided", [], {"yes": 2}, "ReasonNeeded"),
    ],
)
def test_a_mandate_and_a_later_version(mode, red_lines, votes, code):
    world = under()
    join(world)
    oven(world)
    to = world.id("council")
    world.do("north", "DelegationElected", "desk", to=to, seats=[SEAT])
    mandate = mandate_vote(world, "yes", "yes") | {"mode": mode, "red_lines": red_lines}
    world.do("north", "MandateGiven", "desk", **mandate)
    longer = {"proposal": "oven", "amendment": "longer"}
    world.do("council", "AmendmentPut", "desk", **longer, version=1, texts=ES, touches=["cost"])
    world.do("council", "AmendmentAccepted", "desk", **longer)
    world.do("council", "VotingOpened", "desk", voting="new", matter="spend", proposal="oven", version=2)
    cast = {"voting": "new", "sender": world.id("north"), "credential": "north-1", "votes": votes}
    check_refused(world, code, ("council", "CouncilVoteCast", cast))
    world.do("council", "CouncilVoteCast", **(cast | {"votes": {"abstain": 2}}))
    if code == "ReasonNeeded":
        world.do("council", "CouncilVoteCast", **cast, reason="It costs less.")
        return
    world.do("council", "ItemReferredBack", "desk", voting="new", body=world.id("north"))
    again = {"voting": "new", "body": world.id("north")}
    check_refused(world, "AlreadyReferredBack", ("council", "ItemReferredBack", again))


def test_a_vote_against_the_mandate():
    world = under()
    join(world)
    oven(world)
    world.do("north", "DelegationElected", "desk", to=world.id("council"), seats=[SEAT])
    world.do("north", "MandateGiven", "desk", **mandate_vote(world, "yes", "yes"))
    world.do("council", "VotingOpened", "desk", voting="new", matter="spend", proposal="oven", version=1)
    cast = {"voting": "new", "sender": world.id("north"), "credential": "north-1", "votes": {"no": 2}}
    check_refused(world, "MandateSaysOtherwise", ("council", "CouncilVoteCast", cast))


@pytest.mark.parametrize(
    ("stage", "fields", "code"),
    [
        ({"in_meeting": True}, {}, "MeetingNeeded"),
        ({"open_days": 3}, {"closes": 1_804_248_000 + 2 * DAY}, "OpenTooShort"),
    ],
)
def test_a_stage_and_how_it_is_held(stage, fields, code):
    world = under(stages={"voice": stage})
    join(world)
    opened = {"voting": "new", "matter": "voice"} | fields
    check_refused(world, code, ("council", "VotingOpened", opened))


def test_a_text_is_frozen_and_translated_in_time():
    world = under(freeze_days=7, translations={"required": [["en", "text"]], "days_before": 3})
    join(world)
    world.do("council", "MeetingCalled", "desk", meeting="soon", on="2027-03-08")
    world.do("council", "MeetingCalled", "desk", meeting="later", on="2027-03-15")
    put = {"proposal": "oven", "title": "An oven", "matter": "spend", "texts": ES}
    world.do("council", "ProposalPut", "desk", **put)
    frozen = {"proposal": "oven", "version": 1}
    check_refused(world, "FrozenTooLate", ("council", "VersionFrozen", frozen | {"meeting": "soon"}))
    world.do("council", "VersionFrozen", "desk", **frozen, meeting="later")
    world.at += 8 * DAY
    world.do("council", "TranslationReady", "desk", **frozen, language="en", text=TEXT)
    opened = {"voting": "new", "matter": "spend"} | frozen
    check_refused(world, "TranslationLate", ("council", "VotingOpened", opened))


def test_a_withdrawn_item_is_taken_over_in_time():
    world = under(bodies={"take_over_hours": 1})
    join(world)
    put = {"proposal": "oven", "title": "An oven", "matter": "spend", "texts": ES}
    world.do("council", "ProposalPut", "desk", **put)
    world.do("council", "ProposalWithdrawn", "desk", proposal="oven")
    world.at += 3601
    taken = {"to": world.id("council"), "proposal": "oven"}
    check_refused(world, "TooLateToTakeOver", ("north", "ProposalTakenOver", taken))


def test_a_role_has_a_term():
    roles = ROLES | {"chair": {"title": "Chair", "powers": [], "term_days": 30}}
    world = Confederation()
    world.found("east", assembly(roles=roles))
    world.do("east", "MemberAdmitted", "desk", token=PEOPLE[0])
    given = {"token": PEOPLE[0], "role": "chair"}
    check_refused(world, "TermTooLong", ("east", "RoleGiven", given))
    check_refused(world, "TermTooLong", ("east", "RoleGiven", given | {"until": "2027-04-05"}))
    check_refused(world, "DateInThePast", ("east", "RoleGiven", given | {"until": "2027-03-04"}))
    world.do("east", "RoleGiven", "desk", **given, until="2027-04-04")


def test_contests_come_in_time():
    world = copy.deepcopy(BEGUN)
    for code, kind, by, fields in year(world):
        if kind != "OutcomeContested":
            world.do(code, kind, by, **fields)
    world.at += 2 * DAY
    contest = {"to": world.id("council"), "voting": "five", "body": world.id("north")}
    check_refused(world, "ContestTooLate", ("north", "OutcomeContested", contest))
