"""Real decisions: 291 federal votes of Switzerland, played as referendums of 25 or 26 bodies.

A record's clock begins in 1970: the votes are played in their order, an hour each, in a later year. Jura joins
where it began to vote. The data is that of Swissvotes (Année Politique Suisse, University of Bern), CC BY 4.0.
"""

import csv
import hashlib
from fractions import Fraction
from pathlib import Path

import pytest

from symbiosis.actions import folds
from symbiosis.actions.founding import Randomness, found_body
from symbiosis.actions.perform import perform
from symbiosis.record import identity
from symbiosis.store import reader
from symbiosis.verify.files import verify_files

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "double-majority" / "swiss-votes.csv"
START = 1_600_000_000
HALF = ("ow", "nw", "bs", "bl", "ar", "ai")
BY_PEOPLE_ALONE = "2"
# Counted from the data itself, where its README says eleven.
APART = {
    "people and bodies": {"70", "223", "234", "313", "411", "491", "596", "636"},
    "the people alone": {"33", "437", "478", "513", "517", "521", "584", "632"},
}
TELLERS = ["teller-1", "teller-2"]

CONFEDERATION = {
    "charter": 1,
    "name": "Confoederatio Helvetica",
    "timezone": "Europe/Zurich",
    "languages": ["de", "fr", "it", "rm"],
    "roles": {"chancellor": {"title": "Federal Chancellery", "powers": ["*"]}},
    "bodies": {"apportionment": {"weights": dict.fromkeys(HALF, "1/2")}},
    "matters": {
        "constitution": {
            "title": "People and bodies",
            "stages": [
                {
                    "electorate": "referendum",
                    "secrecy": "hands",
                    "conditions": [
                        {"needs": "more_than", "share": "1/2"},
                        {"needs": "more_than", "share": "1/2", "of": "all", "counted_in": "bodies"},
                    ],
                }
            ],
        },
        "law": {
            "title": "The people alone",
            "stages": [
                {
                    "electorate": "referendum",
                    "secrecy": "hands",
                    "conditions": [{"needs": "more_than", "share": "1/2"}],
                }
            ],
        },
    },
}
CANTON = {
    "charter": 1,
    "name": "Canton",
    "timezone": "Europe/Zurich",
    "languages": ["de"],
    "roles": {"chancellor": {"title": "Cantonal chancellery", "powers": ["*"]}},
}


@pytest.fixture(scope="module")
def votes():
    assert DATA.exists(), f"The federal votes are missing: {DATA} must be there beside this repository"
    with DATA.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def cantons_of(row):
    """Yes and no of each canton that voted, by its code."""
    found = {}
    for column, value in row.items():
        code, _, side = column.partition("_")
        if side == "yes" and code != "people" and value:
            found[code] = {"yes": int(value), "no": int(row[f"{code}_no"])}
    return found


def found(name, charter):
    seeds = [hashlib.sha256(f"{name}/{part}".encode()).digest() for part in range(5)]
    random = Randomness(*seeds[:4], seeds[4][:16])
    return found_body(charter | {"name": name}, random, at=START, book=False)


def join(council, code, votes):
    """A canton with as many entitled as ever voted there."""
    body = found(code, CANTON)
    members = max(sum(cantons_of(row).get(code, {}).values()) for row in votes)
    perform(body, "RollCounted", {"members": members}, at=START, by="chancellor")
    fields = {"to": council, "code": code, "members": members, "languages": ["de"]}
    perform(body, "BodyJoined", fields, at=START, by="chancellor")
    return body


def play(council, bodies, row, at):
    """One vote: opened, reported by two tellers in each canton, closed, certified."""
    voting = f"vote-{row['number'].replace('.', '-')}"
    matter = "law" if row["form"] == BY_PEOPLE_ALONE else "constitution"
    about = {"date": row["date"], "title": row["title"]}
    opened = {"voting": voting, "matter": matter, "about": about}
    perform(council, "VotingOpened", opened, at=at, by="chancellor")
    for code, counts in cantons_of(row).items():
        fields = {"to": council, "voting": voting, "counts": counts, "tellers": TELLERS}
        perform(bodies[code], "TallyReported", fields, at=at + 60, by="chancellor")
    perform(council, "VotingClosed", {"voting": voting}, at=at + 120, by="chancellor")
    perform(council, "OutcomeCertified", {"voting": voting}, at=at + 180, by="chancellor")
    return voting


def test_all_come_out_as_they_did(db, votes):
    assert len(votes) == 291
    folds.drop_all()
    council = found("Confoederatio Helvetica", CONFEDERATION)
    bodies = {code: join(council, code, votes) for code in cantons_of(votes[0])}
    assert len(bodies) == 25
    played = {}
    for number, row in enumerate(votes):
        for code in cantons_of(row).keys() - bodies.keys():
            assert (code, row["date"][:4] >= "1978") == ("ju", True)
            bodies[code] = join(council, code, votes)
        played[row["number"]] = play(council, bodies, row, START + 3600 * (number + 1))
    assert len(bodies) == 26

    files = [(body, reader.bundle(body)) for body in [council, *bodies.values()]]
    folds.drop_all()
    (board,) = [each.fold.board for each in verify_files(files) if each.fold.board.id == council]
    apart = {name: set() for name in APART}
    for row in votes:
        voting = board.votings[played[row["number"]]]
        figures = {name: Fraction(value) for name, value in voting.outcome.figures.items()}
        assert voting.standing == "certified"
        assert (voting.outcome.result == "adopted") is (row["adopted"] == "1"), row["number"]
        assert figures["members/yes"] == int(row["people_yes"]), row["number"]
        assert figures["members/no"] == int(row["people_no"]), row["number"]
        assert figures["bodies/all"] == (23 if row["ju_yes"] else 22), row["number"]
        by_people = figures["members/yes"] > figures["members/no"]
        if by_people != (figures["bodies/yes"] * 2 > figures["bodies/all"]):
            alone = row["form"] == BY_PEOPLE_ALONE
            apart["the people alone" if alone else "people and bodies"].add(row["number"])
    assert apart == APART
    assert board.votings["vote-636"].outcome.figures["bodies/yes"] == "17/2"
    assert board.votings["vote-234"].outcome.figures["bodies/yes"] == "21/2"
    assert board.size == sum(len(cantons_of(row)) + 3 for row in votes) + 2 + 26
    assert reader.size(identity.board_origin(council)) == board.size
