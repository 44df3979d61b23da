"""Meek's and Warren's counts a second time: the reference rule step by step over single papers, in decimals."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_UP, Decimal, getcontext

getcontext().prec = 60
NINE = Decimal("0.000000001")


def up(value: Decimal) -> Decimal:
    return value.quantize(NINE, ROUND_UP)


def kept(
    papers: list[tuple[int, list[int]]], candidates: int, seats: int, lot: list[int], warren: bool, able=None
):
    """The elected in order, and votes after each round. Ties: the last round that differs, then the lot.

    `able(elected, standing, seats)` says whether seats can still be filled as they are reserved.
    """
    able = able or (lambda _elected, _standing, _left: True)
    hopeful, elected = set(range(candidates)), []
    keep = dict.fromkeys(range(candidates), Decimal(1))
    rounds: list[list[Decimal]] = []

    def share_out():
        votes = [Decimal(0)] * candidates
        for times, order in papers:
            weight = Decimal(1)
            for each in order:
                part = min(weight, keep[each]) if warren else up(weight * keep[each])
                votes[each] += part * times
                weight -= part
        return votes

    def out_of(among):
        among = sorted(among)
        for before in reversed(rounds):
            least = min(before[each] for each in among)
            among = [each for each in among if before[each] == least]
        return max(among, key=lot.index)

    def first_of(among):
        for before in reversed(rounds):
            most = max(before[each] for each in among)
            among = [each for each in among if before[each] == most]
        return min(among, key=lot.index)

    def can_win(each, won=()):
        rest = hopeful - {each, *won}
        return able([*elected, *won, each], rest, seats - len(elected) - len(won) - 1)

    def winners_of(votes, quota):
        """Whoever has enough, one by one, so that the seats can still be filled as they are reserved."""
        won = []
        while True:
            rest = [
                each
                for each in sorted(hopeful - set(won))
                if votes[each] >= quota and len(elected) + len(won) < seats and can_win(each, won)
            ]
            if not rest:
                return won
            equal = [each for each in rest if votes[each] == max(votes[one] for one in rest)]
            left = seats - len(elected) - len(won) - len(equal)
            won += (
                equal if able([*elected, *won, *equal], hopeful - {*won, *equal}, left) else [first_of(equal)]
            )

    while True:
        surplus_before = None
        while True:
            votes = share_out()
            quota = (sum(votes) / (seats + 1)).quantize(NINE, ROUND_DOWN) + NINE
            winners = winners_of(votes, quota)
            surplus = sum((max(Decimal(0), votes[each] - quota) for each in elected), Decimal(0))
            if winners or surplus < Decimal("0.000001"):
                break
            if surplus_before is not None and surplus >= surplus_before:
                break
            surplus_before = surplus
            for each in elected:
                keep[each] = min(Decimal(1), up(up(keep[each] * quota) / votes[each]))
        rounds.append(votes)
        elected += winners
        hopeful -= set(winners)
        if len(elected) >= seats:
            break
        if len(elected) + len(hopeful) <= seats:
            elected += sorted(hopeful, key=lambda one: (-votes[one], one))
            break
        barred = {each for each in hopeful if not can_win(each)}
        if not barred and winners:
            continue
        if not barred:
            spared = [each for each in hopeful if able(elected, hopeful - {each}, seats - len(elected))]
            least = min(votes[each] for each in spared)
            barred = {out_of([each for each in spared if votes[each] <= least + surplus])}
        hopeful -= barred
        for out in barred:
            keep[out] = Decimal(0)
        if len(elected) + len(hopeful) <= seats:
            elected += sorted(hopeful, key=lambda one: (-votes[one], one))
            break
    return elected, rounds
