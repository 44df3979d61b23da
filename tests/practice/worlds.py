"""Small worlds in which a rule of practice can be played: one circle of people, or bodies and their council."""

from __future__ import annotations

from datetime import UTC, datetime

from symbiosis.core.state import Board, Voting
from symbiosis.verify import replay
from tests.core.refused import check_refused
from tests.strategies.acts import TEXT
from tests.strategies.bodies import Confederation, token

ROLES = {"desk": {"title": "Desk", "powers": ["*"]}}
YES_OF_SIDES = [{"needs": "more_than", "share": "1/2"}]
CHOICES = {
    "y": "yes",
    "n": "no",
    "a": "abstain",
    "g": "agree",
    "r": "reservation",
    "s": "stand_aside",
    "b": "block",
    "d": "needs_discussion",
    "e": "extend",
    "1": "first",
    "2": "second",
}
DAY = 86_400


def stage(electorate: str = "members", **more) -> dict:
    """One step: a vote of members by majority, unless said otherwise."""
    rule = {"electorate": electorate} | more
    if rule.get("method", "vote") == "vote" and "conditions" not in rule:
        unit = {"delegations": "votes", "bodies": "bodies"}.get(electorate, "members")
        rule["conditions"] = [YES_OF_SIDES[0] | {"counted_in": unit}]
    return rule


def matter(*stages: dict, **more) -> dict:
    """A matter with these steps."""
    return {"title": "A matter", "stages": list(stages) or [stage()]} | more


def rules(matters: dict | None = None, **more) -> dict:
    """A charter with these matters and a plain one."""
    return {
        "charter": 1,
        "name": "Circle",
        "timezone": "UTC",
        "languages": ["en"],
        "roles": ROLES,
        "matters": {"plain": matter(), **(matters or {})},
    } | more


def circle(people: int, matters: dict | None = None, **more) -> Confederation:
    """One body ("us") of so many people on the roll, counted."""
    world = Confederation()
    world.found("us", rules(matters, **more))
    for number in range(people):
        world.do("us", "MemberAdmitted", "desk", token=token(f"p{number}"))
    world.do("us", "RollCounted", "desk")
    return world


def council(
    sizes: dict[str, int], matters: dict | None = None, bodies: dict | None = None, **more
) -> Confederation:
    """A council ("hub") of bodies with so many members each; each sends one delegate ("CODE-1") and an alternate."""
    world = Confederation()
    plain = {"plain": matter(stage("delegations"))} | (matters or {})
    world.found("hub", rules(None, **more) | {"matters": plain, "bodies": bodies or {}}, book=False)
    for code, members in sizes.items():
        join(world, code, members)
    return world


def join(world: Confederation, code: str, members: int, **more) -> None:
    """Found a body and bring it into the council with its delegation."""
    if code not in world.bodies:
        world.found(code, rules({"recall": matter()}, name=code.title()), book=False)
    to = world.id("hub")
    world.do(code, "BodyJoined", "desk", to=to, code=code, members=members, languages=["en"], **more)
    send(world, code)


def send(world: Confederation, code: str, *delegates: str, **more) -> None:
    """Elect a delegation of these seats (by default one) and an alternate."""
    seats = [{"credential": each, "kind": "delegate"} for each in delegates or (f"{code}-1",)]
    seats.append({"credential": f"{code}-a", "kind": "alternate"})
    world.do(code, "DelegationElected", "desk", to=world.id("hub"), seats=seats, **more)


def board(world: Confederation, code: str = "us") -> Board:
    """A body's outward state."""
    return world.bodies[code].board


def held(world: Confederation, voting: str, code: str = "us") -> Voting:
    """A vote as it stands."""
    return board(world, code).votings[voting]


def put(world: Confederation, name: str, of: str = "plain", code: str = "us", **more) -> None:
    """Put a proposal in a body itself."""
    world.do(code, "ProposalPut", "desk", proposal=name, title=name, matter=of, texts={"en": TEXT}, **more)


def freeze(world: Confederation, name: str, code: str = "us", **more) -> None:
    """Fix the text of its latest version."""
    version = len(board(world, code).proposals[name].versions)
    world.do(code, "VersionFrozen", "desk", proposal=name, version=version, **more)


def on(name: str, version: int = 1) -> dict:
    """What a vote on a proposal says of it."""
    return {"proposal": name, "version": version}


def cast(world: Confederation, voting: str, choices: str, **more) -> None:
    """Members vote in order: "yyna" is two for it, one against, one abstention; "-" is nobody."""
    for number, letter in enumerate(choices):
        if letter != "-":
            ground = {"ground": "safety"} if letter == "b" else {}
            fields = {"voting": voting, "token": token(f"p{number}"), "choice": CHOICES[letter]} | ground
            world.do("us", "VoteCast", **fields | more)


def decide(world: Confederation, voting: str, of: str, choices: str, **more) -> str:
    """Open a vote of members, cast, close; what came of it."""
    world.do("us", "VotingOpened", "desk", voting=voting, matter=of, **more)
    cast(world, voting, choices)
    return close(world, voting)


def close(world: Confederation, voting: str, code: str = "us", **more) -> str:
    """Close a vote; what came of it."""
    world.do(code, "VotingClosed", "desk", voting=voting, **more)
    outcome = held(world, voting, code).outcome
    assert outcome is not None
    return outcome.result


def speak(world: Confederation, voting: str, **sides) -> None:
    """Delegations vote: a word casts all of a body's votes, a table splits them."""
    for code, side in sides.items():
        votes = (
            side if isinstance(side, dict) else {side: held(world, voting, "hub").electorate[world.id(code)]}
        )
        ground = {"ground": "safety"} if votes.get("block") else {}
        fields = {"voting": voting, "sender": world.id(code), "credential": f"{code}-1", "votes": votes}
        world.do("hub", "CouncilVoteCast", **fields | ground)


def council_decides(
    world: Confederation, voting: str, of: str = "plain", open_with: dict | None = None, **sides
) -> str:
    """Open a vote of delegations, cast, close; what came of it."""
    world.do("hub", "VotingOpened", "desk", voting=voting, matter=of, **(open_with or {}))
    speak(world, voting, **sides)
    return close(world, voting, "hub")


def certify(world: Confederation, voting: str, code: str = "us") -> None:
    """Certify an outcome."""
    world.do(code, "OutcomeCertified", "desk", voting=voting)


def meet(world: Confederation, name: str, present: int, code: str = "us", **more) -> None:
    """Call a meeting for today and state who is there."""
    world.do(code, "MeetingCalled", "desk", **{"meeting": name, "on": today(world)} | more)
    world.do(code, "AttendanceStated", "desk", meeting=name, present=present)


def today(world: Confederation, days: int = 0) -> str:
    """The date of the world's clock, or so many days later."""
    return datetime.fromtimestamp(world.at + days * DAY, UTC).date().isoformat()


def wait(world: Confederation, days: int = 0, hours: int = 0) -> None:
    """Let time pass."""
    world.at += days * DAY + hours * 3600


def no(world: Confederation, refusal: str, kind: str, body: str = "us", /, **fields) -> None:
    """This act is refused with this code."""
    check_refused(world, refusal, (body, kind, fields))


def mandate(
    world: Confederation, code: str, item: str, tally: dict[str, int], version: int = 1, **more
) -> None:
    """A body decides by hands what it tells its delegation, and tells it."""
    to, name = world.id("hub"), f"m-{item}-{version}-{len(board(world, code).votings)}"
    about = {"act": "MandateGiven", "to": to, "proposal": item, "version": str(version)}
    members = board(world, "hub").sisters[world.id(code)].members[-1][1]
    world.do(code, "RollCounted", "desk", members=members, to=to)
    world.do(code, "VotingOpened", "desk", voting=name, matter="plain", about=about, entitled=members)
    world.do(code, "TallyReported", "desk", voting=name, counts=tally, tellers=["t-1", "t-2"])
    world.do(code, "VotingClosed", "desk", voting=name)
    fields = {"to": to, "proposal": item, "version": version, "voting": name, "mode": "strict"} | more
    world.do(code, "MandateGiven", "desk", **fields)


def check_same(world: Confederation, code: str = "us") -> None:
    """Replaying the records gives the same state."""
    kept = world.bodies[code]
    fold = replay.replay(kept.entries["board"], kept.entries["book"] or None)
    assert fold.board == kept.board
