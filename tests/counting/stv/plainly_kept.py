"""Meek's and Warren's counts a second time: the reference rule step by step over single papers, in decimals."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_UP, Decimal, getcontext

getcontext().prec = 60
NINE = Decimal("0.000000001")


def up(value: Decimal) -> Decimal:
    return value.quantize(NINE, ROUND_UP)


def kept(papers: list[tuple[int, list[int]]], candidates: int, seats: int, lot: list[int], warren: bool):
    """The elected in order, and votes after each round. Ties: the last round that differs, then the lot."""
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

    while True:
        surplus_before = None
        while True:
            votes = share_out()
            quota = (sum(votes) / (seats + 1)).quantize(NINE, ROUND_DOWN) + NINE
            winners = sorted(
                (each for each in hopeful if votes[each] >= quota), key=lambda one: (-votes[one], one)
            )
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
        if winners:
            continue
        least = min(votes[each] for each in hopeful)
        out = out_of([each for each in hopeful if votes[each] <= least + surplus])
        hopeful.discard(out)
        keep[out] = Decimal(0)
        if len(elected) + len(hopeful) <= seats:
            elected += sorted(hopeful, key=lambda one: (-votes[one], one))
            break
    return elected, rounds
