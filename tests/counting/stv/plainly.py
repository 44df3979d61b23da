"""The Scottish count a second time, paper by paper from the text of the order: slow and plain."""

from __future__ import annotations

from fractions import Fraction
from math import floor


def scottish(
    papers: list[tuple[Fraction | int, list[int]]],
    candidates: int,
    seats: int,
    lot: list[int],
    able=None,
    digits: int = 5,
    sinking: bool = False,
):
    """The elected in order, and all votes after each stage. Ties: the last round that differs, then the lot.

    `able(elected, standing, seats)` says whether seats can still be filled as they are reserved.
    """
    able = able or (lambda _elected, _standing, _left: True)
    total = sum(Fraction(weight) for weight, _ in papers)
    quota = floor(total) // (seats + 1) + 1
    values = [_cut(Fraction(weight), digits) for weight, _ in papers]
    holder: list[int | None] = [order[0] for _, order in papers]
    standing, elected, rounds = set(range(candidates)), [], []
    surpluses: set[int] = set()

    def votes(candidate):
        return sum((value for value, at in zip(values, holder, strict=True) if at == candidate), Fraction(0))

    kept = {}

    def close():
        nonlocal quota
        now = [kept.get(each, votes(each)) for each in range(candidates)]
        if sinking:
            quota = floor(sum(now)) // (seats + 1) + 1
        rounds.append(now)
        waiting = {each for each in standing if now[each] >= quota}
        while waiting := {each for each in waiting if can_win(each)}:
            most = [each for each in sorted(waiting) if now[each] == max(now[one] for one in waiting)]
            rest, places = standing - set(most), seats - len(elected) - len(most)
            if not able(elected + most, rest, places):
                most = [pick(most, worst=False, past=rounds[:-1])]
            for each in most:
                standing.discard(each)
                waiting.discard(each)
                elected.append(each)
                if now[each] > quota:
                    surpluses.add(each)

    def can_win(each):
        return able([*elected, each], standing - {each}, seats - len(elected) - 1)

    def pick(among, worst, past=None):
        among = sorted(among)
        for before in reversed(rounds if past is None else past):
            wanted = (min if worst else max)(before[each] for each in among)
            among = [each for each in among if before[each] == wanted]
        return max(among, key=lot.index) if worst else min(among, key=lot.index)

    def move(source):
        for number, (_, order) in enumerate(papers):
            if holder[number] == source:
                later = order[order.index(source) + 1 :]
                holder[number] = next((each for each in later if each in standing), None)

    close()
    while len(elected) < seats:
        barred = [each for each in sorted(standing) if not can_win(each)]
        if barred:
            standing -= set(barred)
            for each in barred:
                move(each)
                kept[each] = Fraction(0)
            close()
            continue
        if len(standing) <= seats - len(elected):
            elected += sorted(sorted(standing), key=lambda one: -rounds[-1][one])
            rounds.append(rounds[-1])
            break
        if surpluses:
            most = max(rounds[-1][each] for each in surpluses)
            giver = pick([each for each in surpluses if rounds[-1][each] == most], worst=False)
            surpluses.discard(giver)
            for number in range(len(papers)):
                if holder[number] == giver:
                    values[number] = _share(values[number], most - quota, most, papers[number][0], digits)
            kept[giver] = Fraction(quota)
            move(giver)
        else:
            spared = [each for each in standing if able(elected, standing - {each}, seats - len(elected))]
            least = min(rounds[-1][each] for each in spared)
            out = pick([each for each in spared if rounds[-1][each] == least], worst=True)
            standing.discard(out)
            move(out)
            kept[out] = Fraction(0)
        close()
    return elected, rounds


def _cut(value: Fraction, digits: int) -> Fraction:
    return Fraction(floor(value * 10**digits), 10**digits)


def _share(
    value: Fraction, surplus: Fraction, total: Fraction, papers: Fraction | int, digits: int
) -> Fraction:
    """Each of so many equal papers is worth its part of the surplus, to so many decimals."""
    return _cut(value / papers * surplus / total, digits) * papers
