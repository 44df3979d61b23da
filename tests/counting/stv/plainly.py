"""The Scottish count a second time, paper by paper from the text of the order: slow and plain."""

from __future__ import annotations

from fractions import Fraction
from math import floor


def scottish(papers: list[tuple[Fraction | int, list[int]]], candidates: int, seats: int, lot: list[int]):
    """The elected in order, and all votes after each stage. Ties: the last round that differs, then the lot."""
    total = sum(Fraction(weight) for weight, _ in papers)
    quota = floor(total) // (seats + 1) + 1
    values = [_five(Fraction(weight)) for weight, _ in papers]
    holder: list[int | None] = [order[0] for _, order in papers]
    standing, elected, rounds = set(range(candidates)), [], []
    surpluses: set[int] = set()

    def votes(candidate):
        return sum((value for value, at in zip(values, holder, strict=True) if at == candidate), Fraction(0))

    kept = {}

    def close():
        now = [kept.get(each, votes(each)) for each in range(candidates)]
        rounds.append(now)
        for each in sorted(sorted(standing), key=lambda one: -now[one]):
            if now[each] >= quota:
                standing.discard(each)
                elected.append(each)
                if now[each] > quota:
                    surpluses.add(each)

    def pick(among, worst):
        among = sorted(among)
        for before in reversed(rounds):
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
                    values[number] = _share(values[number], most - quota, most, papers[number][0])
            kept[giver] = Fraction(quota)
            move(giver)
        else:
            least = min(rounds[-1][each] for each in standing)
            out = pick([each for each in standing if rounds[-1][each] == least], worst=True)
            standing.discard(out)
            move(out)
            kept[out] = Fraction(0)
        close()
    return elected, rounds


def _five(value: Fraction) -> Fraction:
    return Fraction(floor(value * 10**5), 10**5)


def _share(value: Fraction, surplus: Fraction, total: Fraction, papers: Fraction | int) -> Fraction:
    """Each of so many equal papers is worth its part of the surplus, to five decimals."""
    return _five(value / papers * surplus / total) * papers
