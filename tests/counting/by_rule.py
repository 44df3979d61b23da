"""The single transferable vote written once more, plainly, with the points on which programs differ as settings.

Where another program elects others than ours, this says by which point of its rule: each is asserted to count as this
does by its settings, and ours by ours. Papers are moved one by one with exact fractions; nothing is shared with
`symbiosis.counting`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import floor

Papers = Iterable[tuple[int, Sequence[int]]]
NEAR = Fraction(1, 1000)
"""Programs that count in floats, or hold what is closer than this for equal, are not asked about closer calls."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one program counts.

    `whole_quota`: the votes by one more than the seats, up to the next whole number above, or the bare fraction, which
    then has to be exceeded. `all_elected`: everyone with the quota is elected at once, or only the highest, while the
    others may still receive votes. `all_moved`: the surpluses of all newly elected move in one stage. `by_worth`: a
    paper passes on a share of its worth, or all papers of a pile the same, also of one excluded. `digits`: decimals
    kept of a paper's value.
    `hopeless_together`: those below a candidate who could not catch up even together go out in one stage.
    `only_named`: whom no paper names is out. `sinking_quota`: it is worked out anew in each round from the votes still
    in play and those that stay with the elected.
    """

    whole_quota: bool = True
    all_elected: bool = True
    all_moved: bool = False
    by_worth: bool = True
    digits: int | None = None
    hopeless_together: bool = False
    only_named: bool = False
    sinking_quota: bool = False


SCOTTISH = Rule(digits=5)
VOTEKIT = Rule(all_moved=True)
VOTEKIT_ONE_BY_ONE = Rule(all_elected=False)
ALBANY = Rule(all_moved=True, digits=6, sinking_quota=True)
BELENIOS = Rule(all_elected=False, only_named=True)
PYRANKVOTE = Rule(whole_quota=False, all_moved=True, by_worth=False, hopeless_together=True)


class TooClose(Exception):
    """Equal votes, or nearly, where it matters: programs break that by chance, names, or rounding."""


class Table:
    """Papers with their present values, and where each lies."""

    def __init__(self, papers: Papers, size: int, seats: int, rule: Rule) -> None:
        self.rule, self.seats = rule, seats
        self.papers = [(times, list(order)) for times, order in papers]
        self.value = [Fraction(1)] * len(self.papers)
        self.lies: list[int | None] = [None] * len(self.papers)
        self.standing = set(range(size))
        self.elected: list[int] = []
        self.over: list[int] = []
        self.rounds: list[tuple[Fraction, dict[int, Fraction]]] = []
        self.sitting = Fraction(0)
        votes = sum(times for times, _ in self.papers)
        share = Fraction(votes, seats + 1)
        self.quota = Fraction(floor(share) + 1) if rule.whole_quota else share
        for paper in range(len(self.papers)):
            self.lay(paper)

    def lay(self, paper: int) -> None:
        self.lies[paper] = next((each for each in self.papers[paper][1] if each in self.standing), None)

    def votes(self, candidate: int) -> Fraction:
        return sum(
            (
                times * value
                for (times, _), value, lies in zip(self.papers, self.value, self.lies, strict=True)
                if lies == candidate
            ),
            Fraction(0),
        )

    def reached(self, votes: Fraction) -> bool:
        if votes != self.quota and abs(votes - self.quota) < NEAR:
            raise TooClose
        return votes >= self.quota if self.rule.whole_quota else votes > self.quota

    def elect(self) -> None:
        """Whoever has the quota; the highest first."""
        votes = {each: self.votes(each) for each in self.standing}
        if self.rule.sinking_quota:
            self.quota = Fraction(floor((sum(votes.values()) + self.sitting) / (self.seats + 1)) + 1)
        self.rounds.append((self.quota, votes))
        found = [each for each in self.standing if self.reached(self.votes(each))]
        found.sort(key=lambda each: -self.votes(each))
        self.apart(found, self.rule.all_elected)
        for each in found if self.rule.all_elected else found[:1]:
            self.standing.remove(each)
            self.elected.append(each)
            self.over.append(each)

    def apart(self, ordered: Sequence[int], all_the_same: bool = False) -> None:
        """Raise unless the first of these stands out; where all are taken alike it does not matter."""
        if not all_the_same and len(ordered) > 1:
            one, two = self.votes(ordered[0]), self.votes(ordered[1])
            if abs(one - two) < NEAR:
                raise TooClose

    def move_surplus(self) -> None:
        """The largest alone, or all."""
        self.over.sort(key=lambda each: -self.votes(each))
        self.apart(self.over, self.rule.all_moved)
        number = len(self.over) if self.rule.all_moved else 1
        givers, self.over = self.over[:number], self.over[number:]
        for giver in givers:
            self.sitting += self.quota
            votes, surplus = self.votes(giver), self.votes(giver) - self.quota
            lying = [paper for paper, lies in enumerate(self.lies) if lies == giver]
            number = sum(self.papers[paper][0] for paper in lying)
            for paper in lying:
                share = self.value[paper] * surplus / votes if self.rule.by_worth else surplus / number
                if self.rule.digits is not None:
                    share = Fraction(floor(share * 10**self.rule.digits), 10**self.rule.digits)
                self.value[paper] = share
                self.lay(paper)

    def exclude(self) -> None:
        """The lowest, or all who are hopeless."""
        ordered = sorted(self.standing, key=lambda each: -self.votes(each))
        out = [ordered[-1]]
        if self.rule.hopeless_together:
            out = self.hopeless(ordered)
        else:
            self.apart(ordered[::-1])
        self.standing -= set(out)
        for each in out:
            votes = self.votes(each)
            lying = [paper for paper, lies in enumerate(self.lies) if lies == each]
            number = sum(self.papers[paper][0] for paper in lying)
            for paper in lying:
                if not self.rule.by_worth:
                    self.value[paper] = votes / number
                self.lay(paper)

    def hopeless(self, ordered: Sequence[int]) -> list[int]:
        """With all below them they have no more than the one above."""
        found = []
        for one, two in pairwise(ordered):
            if abs(self.votes(one) - self.votes(two)) < NEAR:
                raise TooClose
        for place in range(self.seats - len(self.elected), len(ordered)):
            above = self.votes(ordered[place - 1])
            if sum(map(self.votes, ordered[place:])) <= above:
                found.append(ordered[place])
        return found

    def run(self) -> list[int]:
        while len(self.elected) < self.seats:
            if self.rule.only_named:
                left = {each for _, order in self.papers for each in order}
                self.standing &= left
            if self.rule.only_named and len(self.standing) <= self.seats - len(self.elected):
                return self.elected + sorted(self.standing)
            before = len(self.elected)
            self.elect()
            if len(self.elected) == self.seats:
                break
            if len(self.standing) <= self.seats - len(self.elected):
                return self.elected + sorted(self.standing, key=lambda each: -self.votes(each))
            if self.over:
                self.move_surplus()
            elif len(self.elected) == before:
                self.exclude()
        return self.elected


def by_rule(papers: Papers, size: int, seats: int, rule: Rule) -> set[int]:
    """Who is elected. Raises `TooClose` where votes that matter are equal or nearly."""
    return set(Table(papers, size, seats, rule).run())
