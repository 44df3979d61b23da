"""Every stage of every rulebook against every small electorate: the outcome is what a second reading says."""

from __future__ import annotations

import tomllib
from collections import Counter
from fractions import Fraction
from itertools import combinations_with_replacement, permutations, product

import pytest

from symbiosis import rulebooks
from symbiosis.core.charters import Stage, counted_by, positions_of
from symbiosis.core.outcomes import outcome_of
from symbiosis.core.reading import read_charter
from symbiosis.core.state import Board, BodyTally, CharterVersion, Meeting, Voting
from symbiosis.counting import written
from symbiosis.counting.ties import lot_order
from tests.counting.stv.plainly import scottish
from tests.rulebooks import reading

STAGES = [
    pytest.param(book, matter, number, id=f"{book}-{matter}-{number}")
    for book in rulebooks.names()
    for matter, rule in tomllib.loads(rulebooks.text_of(book))["matters"].items()
    for number in range(1, len(rule["stages"]) + 1)
]


def opened(book: str, matter: str, number: int) -> tuple[dict, Board, Voting]:
    """A stage as written, and a vote under it that nobody has voted in."""
    written = tomllib.loads(rulebooks.text_of(book))
    board = Board(id="us", date="2027-03-05", charters=[CharterVersion(read_charter(written), "", 1)])
    board.meetings["m"] = Meeting("m", "2027-03-05", "2027-03-05", 1, "", (), present=0, needed=0)
    voting = Voting(
        id="v", matter=matter, stage=number, proposal="", version=0, about={}, meeting="m", secrecy="open",
        opened=1, opened_date="2027-03-05", opened_index=1, closes=0, charter=0, entitled=0, book_size=0,
    )  # fmt: skip
    board.votings["v"] = voting
    return written["matters"][matter]["stages"][number - 1], board, voting


@pytest.mark.parametrize(("book", "matter", "number"), STAGES)
def test_a_stage_counts_as_it_says(book: str, matter: str, number: int) -> None:
    written, board, voting = opened(book, matter, number)
    rule = voting.rule(board)
    choices = positions_of(rule)
    if counted_by(rule):
        assert of_papers(rule, board, voting) > 50
        return
    check = {
        "members": of_members,
        "referendum": of_a_referendum,
        "bodies": of_bodies,
        "delegations": of_delegations,
    }
    assert check[rule.electorate](written, board, voting, choices) > 50


def of_papers(rule: Stage, board: Board, voting: Voting) -> int:
    """All multisets of up to three papers on three options, by members, against the plain count of the method."""
    assert (rule.method, rule.electorate, rule.conditions, rule.quorum) == ("stv-scottish", "members", (), ())
    voting.options, voting.seed = ("A", "B", "C"), "a seed" if "lot" in rule.ties else ""
    lot = list(lot_order(voting.seed, voting.options))
    orders = [order for length in range(4) for order in permutations(range(3), length)]
    tried = 0
    for papers in range(4):
        for chosen in (1, 2):
            for cast in combinations_with_replacement(orders, papers):
                marks = [
                    [order.index(each) + 1 if each in order else None for each in range(3)] for order in cast
                ]
                tally = Counter(written.written(each) if any(each) else "blank" for each in marks)
                voting.entitled, voting.tally, voting.seats = papers, dict(tally), chosen
                outcome = outcome_of(board, voting)
                if any(cast):
                    plain = [(1, list(order)) for order in cast if order]
                    elected, _ = scottish(plain, 3, chosen, lot)
                    assert outcome.elected == tuple("ABC"[each] for each in elected), cast
                else:
                    assert outcome.result == "not_adopted"
                tried += 1
    return tried


def of_members(written: dict, board: Board, voting: Voting, choices: tuple[str, ...]) -> int:
    """All multisets of up to seven votes, with nobody, or two, absent."""
    tried = 0
    for voters in range(8):
        for votes in combinations_with_replacement(choices, voters):
            for absent in (0, 2):
                tally = dict(Counter(votes))
                voting.entitled, voting.tally = voters + absent, tally
                board.meetings["m"].present = voters
                members = {side: Fraction(count) for side, count in tally.items()}
                members |= {
                    "cast": Fraction(voters),
                    "present": Fraction(voters),
                    "last_attendance": Fraction(voters),
                }
                numbers = {"members": members | {"entitled": Fraction(voters + absent)}}
                agree(written, board, voting, numbers)
                tried += 1
    return tried


def of_delegations(written: dict, board: Board, voting: Voting, choices: tuple[str, ...]) -> int:
    """All tuples of up to four bodies with 1, 2, 3, 5 votes, each on one side, split, or not there; mandates valid."""
    tried, votes = 0, (1, 2, 3, 5)
    for bodies in range(1, 5):
        for sides in product((*choices, "split", ""), repeat=bodies):
            cast = {f"b{n}": on(side, votes[n], choices) for n, side in enumerate(sides) if side}
            weights = {f"b{n}": Fraction(1) for n in range(bodies)}
            voting.electorate = {f"b{n}": votes[n] for n in range(bodies)}
            voting.weights, voting.entitled = weights, sum(votes[:bodies])
            voting.closed, voting.final_votes, voting.final_mandates = 1, cast, Fraction(len(cast))
            board.meetings["m"].present = len(cast)
            numbers = {"votes": summed(cast) | {"entitled": Fraction(voting.entitled)}}
            here = {"present": Fraction(len(cast)), "with_mandate": Fraction(len(cast))}
            numbers["bodies"] = (
                by_side(cast, weights) | {"all": Fraction(bodies), "entitled": Fraction(bodies)} | here
            )
            agree(written, board, voting, numbers)
            tried += 1
    return tried


def on(side: str, votes: int, choices: tuple[str, ...]) -> dict[str, int]:
    """A body's votes on one side, or one of them on the first and the others on the second."""
    return {side: votes} if side != "split" else {choices[0]: 1, choices[1]: votes - 1}


def of_bodies(written: dict, board: Board, voting: Voting, _choices: tuple[str, ...]) -> int:
    """All answers of up to five bodies, silence among them."""
    tried, silence = 0, written.get("silence", "nothing")
    for bodies in range(1, 6):
        for sides in product(("yes", "no", "abstain", ""), repeat=bodies):
            voting.weights = {f"b{n}": Fraction(1) for n in range(bodies)}
            voting.electorate = dict.fromkeys(voting.weights, 1)
            voting.answers = {f"b{n}": side for n, side in enumerate(sides) if side}
            heard = [side or silence for side in sides if side or silence != "nothing"]
            cast = {f"b{n}": {side: 1} for n, side in enumerate(heard)}
            whole = {"all": Fraction(bodies), "entitled": Fraction(bodies)}
            agree(written, board, voting, {"bodies": by_side(cast, dict.fromkeys(cast, Fraction(1))) | whole})
            tried += 1
    return tried


def of_a_referendum(written: dict, board: Board, voting: Voting, choices: tuple[str, ...]) -> int:
    """Four bodies, one of which weighs one half, each silent or with every count of up to two voters on two sides."""
    tried, pro, contra = 0, *choices[:2]
    counts = [{pro: a, contra: b} for a in range(3) for b in range(3 - a)]
    weights = {"b0": Fraction(1), "b1": Fraction(1), "b2": Fraction(1), "b3": Fraction(1, 2)}
    for four in product([*counts, None], repeat=4):
        reported = {f"b{n}": each for n, each in enumerate(four) if each is not None}
        voting.weights, voting.electorate = weights, dict.fromkeys(weights, 4)
        voting.entitled = 16
        voting.tallies = {body: [BodyTally(dict(each), ("t-1", "t-2"))] for body, each in reported.items()}
        whole = {"all": Fraction(7, 2), "entitled": Fraction(7, 2)}
        numbers = {"members": summed(reported) | {"entitled": Fraction(16)}}
        agree(written, board, voting, numbers | {"bodies": by_side(reported, weights) | whole})
        tried += 1
    return tried


def agree(written: dict, board: Board, voting: Voting, numbers: dict[str, dict[str, Fraction]]) -> None:
    """Both readings say the same."""
    assert outcome_of(board, voting).result == reading.read(written, numbers), numbers


def summed(cast: dict[str, dict[str, int]]) -> dict[str, Fraction]:
    """All votes added up."""
    total: Counter[str] = Counter()
    for each in cast.values():
        total.update(each)
    return {side: Fraction(count) for side, count in total.items()} | {"cast": Fraction(sum(total.values()))}


def by_side(cast: dict[str, dict[str, int]], weights: dict[str, Fraction]) -> dict[str, Fraction]:
    """Bodies by the side that each is on."""
    sides: dict[str, Fraction] = {"cast": Fraction(0)}
    for body, counts in cast.items():
        side = reading.majority(counts)
        sides[side] = sides.get(side, Fraction(0)) + weights[body]
        sides["cast"] += weights[body]
    return sides
