"""Arbitrary acts out of a small pool of names, and a year of two assemblies and their council to disturb."""

from __future__ import annotations

import msgspec
from hypothesis import strategies as st

from symbiosis.core.acts import ACTS
from symbiosis.core.reading import charter_bytes, read_charter
from symbiosis.record import canonical, keys
from tests.strategies.bodies import Confederation, seed_after, token
from tests.strategies.charters import assembly, council

CODES = ("north", "south", "council")
PEOPLE = tuple(token(f"{code}-{number}") for code in CODES[:2] for number in range(4))
PROPOSALS, VOTINGS = ("oven", "mill"), ("one", "two", "three", "four", "five", "six")
TEXT = {"sha256": "0" * 64, "size": 3}
NOT_DONE = {"BodyFounded", "BodyRefounded", "CharterAdopted", "BookOpened"}
KINDS = sorted(kind for kind, _ in ACTS if not kind.endswith("Received") and kind not in NOT_DONE)

names = st.sampled_from
counts = st.dictionaries(names(("yes", "no", "abstain")), st.integers(0, 4), max_size=3)
tellers = names((["ana", "bo"], ["cy", "di"], ["ana", "ana"]))


def mandate_about(world: Confederation, proposal: str = "oven", version: int = 1) -> dict[str, str]:
    """What a vote behind a mandate is about."""
    return {
        "act": "MandateGiven",
        "to": world.id("council"),
        "proposal": proposal,
        "version": str(version),
    }


def fields_of(world: Confederation) -> dict[str, st.SearchStrategy]:
    """What each field may be: mostly what is there, sometimes what is not."""
    ids = names([world.id(code) for code in CODES])
    days = names(("2027-03-01", "2027-03-05", "2027-03-06", "2027-03-07", "2027-04-30"))
    recall = {"act": "RoleRecalled", "role": "teller"}
    abouts = [{}, recall, mandate_about(world), mandate_about(world, version=2)]
    abouts.append({"act": "RatificationGiven", "to": world.id("council"), "voting": "three"})
    return {
        "about": names(abouts),
        "again": names(PROPOSALS),
        "alternate": names(("north-a", "south-a", "north-1")),
        "amendment": names(("longer", "shorter")),
        "answer": st.just("0" * 64),
        "audio": st.just(["es"]),
        "body": ids,
        "call": st.integers(1, 2),
        "channel": names(("web", "paper", "sms")),
        "choice": names(("yes", "no", "abstain", "agree", "block")),
        "closes": st.integers(world.at - 10, world.at + 90_000),
        "code": names(("north", "south", "east")),
        "composition": st.dictionaries(names(("women", "men")), st.integers(0, 3), max_size=2),
        "confirmed": st.booleans(),
        "counters": names((["ana", "bo"], ["cy", "di"], [world.id("north"), world.id("south")])),
        "counts": counts,
        "credential": names(("north-1", "north-2", "north-a", "south-1", "south-a")),
        "effective": days,
        "entry": st.integers(0, 60),
        "first": names(("march", "april")),
        "form": names(("text", "audio")),
        "ground": names(("safety", "taste")),
        "instead_of": names(("north-1", "north-2", "south-1")),
        "items": st.just(list(PROPOSALS)),
        "language": names(("es", "en", "fr")),
        "languages": names((["es"], ["en"], [])),
        "matter": names(("open", "hands", "consensus", "recall", "spend", "voice", "all", "unheard")),
        "meeting": names(("march", "april")),
        "members": st.integers(0, 5),
        "mode": names(("strict", "guided", "free")),
        "note": st.just("Three, not two."),
        "on": days,
        "own": names(VOTINGS),
        "part": st.integers(1, 3),
        "parts": names((0, 0, 0, 1)),
        "petition": names(("gate", "desk")),
        "present": st.integers(0, 4),
        "proposal": names(PROPOSALS),
        "reason": names(("undecided", "not_quorate")),
        "red_lines": names(([], ["cost"])),
        "region": st.just("coast"),
        "role": names(("desk", "teller", "king")),
        "sealed": st.integers(world.at - 90_000, world.at),
        "sender": ids,
        "size": st.just(3),
        "stage": st.integers(1, 2),
        "tally": counts,
        "tellers": tellers,
        "text": names((TEXT, TEXT | {"form": "audio"})),
        "texts": names(({"es": TEXT}, {"es": TEXT, "en": TEXT}, {})),
        "title": st.just("A title"),
        "to": names([world.id("council"), world.id("council"), world.id("south")]),
        "token": names(PEOPLE),
        "touches": names(([], ["cost"])),
        "until": days,
        "version": st.integers(1, 2),
        "votes": counts,
        "voting": names(VOTINGS),
        "seats": st.lists(
            st.fixed_dictionaries(
                {
                    "credential": names(("north-1", "north-2", "north-a", "south-1")),
                    "kind": names(("delegate", "alternate", "observer")),
                }
            ),
            max_size=3,
        ),
    }


@st.composite
def any_act(draw, world: Confederation) -> tuple[str, str, str, dict]:
    """Some act of some body: its code, kind, role and fields."""
    code = draw(names(CODES))
    kind = draw(names(KINDS))
    row = ACTS[kind, 1]
    by = draw(names(("desk",) * 8 + ("teller", "king"))) if row.who == "role" else ""
    pools = fields_of(world)
    if kind in ("KeyChanged", "BookKeyChanged"):
        return code, kind, by, _next_key(world, code)
    if kind == "CharterChanged":
        return code, kind, by, _charter(draw(st.booleans()))
    fields = {}
    for each in msgspec.structs.fields(row.act):
        if each.name in pools and (each.required or draw(st.booleans())):
            fields[each.name] = draw(pools[each.name])
    if kind in ("VotingClosed", "MandateGiven", "RatificationGiven", "RollCounted") and draw(st.booleans()):
        fields = {name: value for name, value in fields.items() if name not in FOLLOWS}
    if kind == "RatificationGiven" and "answer" in fields:
        fields["answer"] = draw(names(("yes", "no", "abstain")))
    return code, kind, by, fields


FOLLOWS = {"tally", "votes", "answer", "members"}


def _next_key(world: Confederation, code: str) -> dict[str, str]:
    following = seed_after(world.bodies[code].seed)
    return {
        "key": keys.key_text(keys.public_key(following)),
        "next": keys.key_hash(keys.public_key(seed_after(following))),
    }


def _charter(council_like: bool) -> dict:
    data = charter_bytes(read_charter(council(name="Changed") if council_like else assembly(name="Changed")))
    return {"charter": msgspec.json.decode(data), "digest": canonical.digest(data)}


def begun() -> Confederation:
    """Two assemblies of four people and their council, joined, counted, with delegations."""
    world = Confederation()
    world.found("council", council(), book=False)
    for number, code in enumerate(("north", "south")):
        world.found(code, assembly(name=code))
        for person in PEOPLE[4 * number : 4 * number + 4]:
            world.do(code, "MemberAdmitted", "desk", token=person)
        to = world.id("council")
        world.do(code, "BodyJoined", "desk", to=to, code=code, members=4, languages=["es"])
        world.do(code, "RollCounted", "desk", to=to)
        seats = [(f"{code}-1", "delegate"), (f"{code}-a", "alternate")]
        listed = [{"credential": name, "kind": kind} for name, kind in seats]
        world.do(code, "DelegationElected", "desk", to=to, seats=listed)
    return world


def year(world: Confederation) -> list[tuple[str, str, str, dict]]:
    """What usually happens: an item with mandates, ratified; a referendum with a contest; a vote by hands."""
    to = world.id("council")
    acts = [
        (
            "council",
            "ProposalPut",
            "desk",
            {"proposal": "oven", "title": "An oven", "matter": "spend", "texts": {"es": TEXT, "en": TEXT}},
        ),
        (
            "council",
            "AmendmentPut",
            "desk",
            {
                "proposal": "oven",
                "amendment": "longer",
                "version": 1,
                "texts": {"es": TEXT, "en": TEXT},
                "touches": ["cost"],
            },
        ),
        ("council", "VersionFrozen", "desk", {"proposal": "oven", "version": 1}),
        ("north", "MeetingCalled", "desk", {"meeting": "march", "on": "2027-03-05"}),
        ("north", "AttendanceStated", "desk", {"meeting": "march", "present": 3}),
    ]
    for code, yes in (("north", 3), ("south", 4)):
        people = PEOPLE[:4] if code == "north" else PEOPLE[4:]
        acts.append(
            (code, "VotingOpened", "desk", {"voting": "one", "matter": "open", "about": mandate_about(world)})
        )
        for number, person in enumerate(people):
            choice = "yes" if number < yes else "no"
            acts.append((code, "VoteCast", "", {"voting": "one", "token": person, "choice": choice}))
        acts.append((code, "VotingClosed", "desk", {"voting": "one"}))
        acts.append(
            (
                code,
                "MandateGiven",
                "desk",
                {"to": to, "proposal": "oven", "version": 1, "mode": "guided", "voting": "one"},
            )
        )
    acts.append(
        (
            "council",
            "VotingOpened",
            "desk",
            {"voting": "two", "matter": "spend", "proposal": "oven", "version": 1},
        )
    )
    for code, votes in (("north", {"yes": 2}), ("south", {"yes": 2})):
        cast = {"voting": "two", "sender": world.id(code), "credential": f"{code}-1", "votes": votes}
        acts.append(("council", "CouncilVoteCast", "", cast))
    acts += [
        ("council", "VotingClosed", "desk", {"voting": "two"}),
        (
            "council",
            "VotingOpened",
            "desk",
            {"voting": "three", "matter": "spend", "stage": 2, "proposal": "oven", "version": 1},
        ),
        (
            "north",
            "VotingOpened",
            "desk",
            {
                "voting": "four",
                "matter": "open",
                "about": {"act": "RatificationGiven", "to": to, "voting": "three"},
            },
        ),
        ("north", "VoteCast", "", {"voting": "four", "token": PEOPLE[0], "choice": "yes"}),
        ("north", "VotingClosed", "desk", {"voting": "four"}),
        ("north", "RatificationGiven", "desk", {"to": to, "voting": "three", "own": "four"}),
        ("council", "VotingClosed", "desk", {"voting": "three"}),
        ("council", "OutcomeCertified", "desk", {"voting": "three"}),
        ("council", "DecisionInForce", "desk", {"voting": "three", "on": "2027-04-30"}),
        ("council", "VotingOpened", "desk", {"voting": "five", "matter": "all"}),
        (
            "north",
            "TallyReported",
            "desk",
            {"to": to, "voting": "five", "counts": {"yes": 2, "no": 1}, "tellers": ["ana", "bo"]},
        ),
        (
            "south",
            "TallyReported",
            "desk",
            {"to": to, "voting": "five", "counts": {"yes": 1, "no": 1}, "tellers": ["cy", "di"]},
        ),
        ("council", "VotingClosed", "desk", {"voting": "five"}),
        ("north", "OutcomeContested", "desk", {"to": to, "voting": "five", "body": world.id("south")}),
        ("south", "VotingOpened", "desk", {"voting": "six", "matter": "hands"}),
        (
            "south",
            "TallyReported",
            "desk",
            {"voting": "six", "counts": {"yes": 2, "no": 1}, "tellers": ["ana", "bo"]},
        ),
        ("south", "VotingClosed", "desk", {"voting": "six"}),
        (
            "south",
            "LateTallyAccepted",
            "desk",
            {
                "voting": "six",
                "body": world.id("south"),
                "counts": {"no": 1},
                "sealed": world.at - 5,
                "tellers": ["cy", "di"],
            },
        ),
        (
            "south",
            "VotingOpened",
            "desk",
            {"voting": "three", "matter": "open", "about": {"act": "SeatRecalled", "credential": "south-1"}},
        ),
        ("south", "VoteCast", "", {"voting": "three", "token": PEOPLE[5], "choice": "yes"}),
        ("south", "VotingClosed", "desk", {"voting": "three"}),
        ("south", "SeatRecalled", "desk", {"to": to, "credential": "south-1", "voting": "three"}),
        ("south", "AlternateSeated", "desk", {"to": to, "alternate": "south-a", "instead_of": "south-1"}),
    ]
    return acts


def more(world: Confederation) -> list[tuple[str, str, str, dict]]:
    """What happens after that year: roles, amendments, waivers, petitions, a recall, a recount, a leaving."""
    to, desk = world.id("council"), "desk"
    recall = {"act": "RoleRecalled", "role": "teller"}

    def voted(code: str, voting: str, about: dict, matter: str = "open", choice: str = "yes", **fields):
        person = PEOPLE[0] if code == "north" else PEOPLE[5]
        if choice == "block":
            fields_of_vote = {"voting": voting, "token": person, "choice": choice, "ground": "safety"}
        else:
            fields_of_vote = {"voting": voting, "token": person, "choice": choice}
        return [
            (code, "VotingOpened", desk, {"voting": voting, "matter": matter, "about": about} | fields),
            (code, "VoteCast", "", fields_of_vote),
            (code, "VotingClosed", desk, {"voting": voting}),
        ]

    garden = {"proposal": "garden", "to": to}
    es, en = {"es": TEXT}, {"en": TEXT}
    longer = {"amendment": "longer", "version": 1, "texts": es}
    school = {"proposal": "school", "version": 1}
    waiver = school | {"to": to, "language": "es"}
    counted_again = {"voting": "six", "body": world.id("south"), "counts": {"no": 2, "yes": 1}}
    return [
        ("north", "RoleGiven", desk, {"token": PEOPLE[0], "role": "teller"}),
        ("north", "RoleEnded", desk, {"token": PEOPLE[0], "role": "teller"}),
        (
            "north",
            "ProposalPut",
            desk,
            {"proposal": "mill", "title": "A mill", "matter": "hands", "texts": es},
        ),
        ("north", "SupportGiven", "", {"proposal": "mill", "token": PEOPLE[1]}),
        ("north", "SupportCounted", desk, {"proposal": "mill"}),
        ("north", "VersionFrozen", desk, {"proposal": "mill", "version": 1}),
        ("north", "AmendmentPut", desk, longer | {"proposal": "mill"}),
        *voted("north", "seven", {"act": "AmendmentDecided", "amendment": "longer"}),
        ("north", "AmendmentDecided", desk, {"proposal": "mill", "amendment": "longer", "voting": "seven"}),
        ("north", "ProposalPut", desk, garden | {"title": "A garden", "matter": "voice", "texts": es}),
        ("south", "ProposalSupported", desk, garden),
        ("north", "ProposalWithdrawn", desk, garden),
        ("south", "ProposalTakenOver", desk, garden),
        ("north", "AmendmentPut", desk, garden | longer),
        ("south", "AmendmentAccepted", desk, garden | {"amendment": "longer"}),
        (
            "council",
            "ProposalPut",
            desk,
            {"proposal": "school", "title": "A school", "matter": "spend", "texts": en},
        ),
        ("council", "VersionFrozen", desk, {"proposal": "school", "version": 1}),
        ("north", "WaiverGiven", desk, waiver),
        ("council", "TranslationReady", desk, school | {"language": "fr", "text": TEXT}),
        ("south", "NoMandateGiven", desk, {"to": to, "proposal": "school", "reason": "undecided"}),
        ("north", "PetitionPut", desk, {"petition": "desk", "matter": "recall", "about": recall}),
        ("north", "PetitionSigned", "", {"petition": "desk", "token": PEOPLE[0]}),
        ("north", "PetitionSigned", "", {"petition": "desk", "token": PEOPLE[1]}),
        ("north", "PetitionCounted", desk, {"petition": "desk"}),
        *voted("north", "eight", recall, matter="recall", petition="desk"),
        ("north", "RoleRecalled", desk, {"role": "teller", "voting": "eight"}),
        ("council", "PetitionPut", desk, {"petition": "desk", "matter": "recall"}),
        ("north", "PetitionSupported", desk, {"petition": "desk", "to": to}),
        *voted("north", "nine", {}, matter="consensus", choice="block"),
        ("north", "AttemptRecorded", desk, {"voting": "nine", "answer": "0" * 64, "size": 3}),
        ("north", "VotingOpened", desk, {"voting": "ten", "matter": "consensus", "stage": 2}),
        ("south", "OutcomeContested", desk, {"voting": "six", "body": world.id("south")}),
        ("south", "RecountReported", desk, counted_again | {"counters": ["ef", "gh"]}),
        ("council", "Corrected", desk, {"entry": 3, "note": "The title has a typing error."}),
        ("council", "BodyAdmitted", desk, {"body": "a" * 52, "code": "east"}),
        *voted("north", "eleven", {"act": "BodyLeft", "to": to}),
        ("north", "BodyLeft", desk, {"to": to, "effective": "2027-04-30", "voting": "eleven"}),
    ]
