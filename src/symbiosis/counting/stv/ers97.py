"""The single transferable vote as the Electoral Reform Society counts it by hand: two decimals, parcel by parcel.

Source: R. A. Newland and F. S. Britton, How to conduct an election by the single transferable vote, third edition,
Electoral Reform Society 1997, section 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from symbiosis.counting.counts import Count, Result, Stage, check_seats, fixed, nobody, reasons
from symbiosis.counting.papers import Rankings, up_to_equals
from symbiosis.counting.reserved import NOTHING, Places, Reserved
from symbiosis.counting.stv.piles import EXHAUSTED, Moved, piles_of
from symbiosis.counting.ties import EARLIER, TieRule, Ties, Undecided

DIGITS = 2
ONE = 10**DIGITS


def stv_ers97(
    papers: Rankings, seats: int = 1, tie: TieRule = EARLIER, reserved: Reserved = NOTHING
) -> Count:
    """Fill seats by ERS97; votes and values to two decimals.

    Quota: votes divided by one more than the seats, rounded up to 0.01 (5.1.6). A surplus moves only the papers
    that came last (5.3.2), at surplus / transferable papers without the remainder (5.3.7). As many as cannot catch
    up even together are excluded together (5.2.5), and their papers move value by value, the highest first (5.4).
    Also elected is who has the active vote divided by one more than the places left (5.3.13). An equality is
    settled by the earliest point that tells them apart, then by lot, where `tie` says so. Where seats are
    `reserved`, whom that bars is withdrawn before anything else, no surplus waits, and one at a time is excluded, the
    lowest who can be spared. Raises `NotCountable` as `check_seats` and `check_reserved`.
    """
    check_seats(papers.candidates, seats)
    places = Places(papers.candidates, seats, reserved)
    papers = up_to_equals(papers)
    if not len(papers.times):
        return nobody("stv-ers97", papers.candidates, seats, papers.aside)
    count = _Count(papers, tie, places)
    result: Result = "decided"
    try:
        count.run()
    except Undecided:
        result = "tied"
    finally:
        count.piles.close()
    return Count(
        method="stv-ers97",
        candidates=papers.candidates,
        seats=seats,
        result=result,
        elected=count.named(count.elected),
        stages=tuple(count.stages),
        votes=str(papers.votes),
        blank=str(papers.aside.blank),
        spoiled=reasons(papers.aside),
        ties=tuple(count.ties.met),
        settings={"quota": "droop, rounded up to 0.01", "arithmetic": "2 decimals, remainders ignored"},
    )


class _Count:
    """The table on which the papers lie. Votes and values are whole units of 10^-2; each batch is a parcel."""

    def __init__(self, papers: Rankings, tie: TieRule, places: Places) -> None:
        self.papers, self.seats, self.places = papers, places.seats, places
        self.ties = Ties(papers.candidates, tie)
        self.piles = piles_of(papers)
        size = len(papers.candidates)
        self.valid = int(papers.votes * ONE)
        self.value = [int(papers.unit * ONE)]
        self.held: list[dict[int, int]] = [{} for _ in range(size)]
        self.votes = [0] * size
        self.lost = 0
        self.quota = -(-self.valid // (places.seats + 1))
        self.standing = list(range(size))
        self.elected: list[int] = []
        self.surpluses: list[int] = []
        self.history: list[list[int]] = []
        self.stages: list[Stage] = []

    def run(self) -> None:
        self.credit(self.piles.deal(self.standing))
        self.close("first_preferences", (), self.value[0])
        while len(self.elected) < self.seats:
            barred = self.places.barred(self.elected, self.standing)
            if barred:
                self.exclude(barred, "withdrawn")
            elif len(self.standing) <= self.left():
                self.fill(())
            elif self.surpluses and not self.deferred():
                self.transfer_surplus()
            else:
                lowest = self.lowest()
                if len(self.standing) - len(lowest) == self.left():
                    self.fill(lowest)
                else:
                    self.exclude(lowest, "guarded_exclusion" if self.guarded(lowest) else "exclusion")

    def left(self) -> int:
        """Places not yet filled."""
        return self.seats - len(self.elected)

    def waiting(self) -> int:
        """All surpluses together."""
        return sum(self.votes[each] - self.quota for each in self.surpluses)

    def credit(self, moved: Moved) -> None:
        for (candidate, parcel), papers in moved.items():
            if candidate == EXHAUSTED:
                continue
            self.held[candidate][parcel] = self.held[candidate].get(parcel, 0) + papers
            self.votes[candidate] += papers * self.value[parcel]

    def transfer_surplus(self) -> None:
        """5.3: the largest surplus, from the batch that came last."""
        most = max(self.votes[each] for each in self.surpluses)
        among = [each for each in self.surpluses if self.votes[each] == most]
        giver = self.ties.best(among, "transfer", len(self.stages), self.history, forwards=True)
        self.surpluses.remove(giver)
        last, batch = max(self.held[giver]), len(self.value)
        moved = self.piles.move(giver, {last: batch}, self.standing)
        surplus = self.votes[giver] - self.quota
        number = sum(papers for (candidate, _), papers in moved.items() if candidate != EXHAUSTED)
        present = self.value[last]
        self.value.append(surplus // number if number * present > surplus else present)
        self.votes[giver] = self.quota
        self.credit(moved)
        self.lost += surplus - number * self.value[batch]
        self.close("surplus", (giver,), self.value[batch])

    def deferred(self) -> bool:
        """5.2.2: no surplus could save any of those who would be excluded."""
        if self.places.rules:
            return False
        ordered = sorted(self.votes[each] for each in self.standing)
        return self.votes_reach(ordered) > 0

    def votes_reach(self, ordered: Sequence[int]) -> int:
        """How many of the lowest hold together, with all surpluses, no more than the next above (5.2.5); 0: none."""
        found, together = 0, self.waiting()
        for number in range(1, len(ordered) - self.left() + 1):
            together += ordered[number - 1]
            if number < len(ordered) and together <= ordered[number]:
                found = number
        return found

    def lowest(self) -> list[int]:
        """5.2.5: as many as possible of the lowest, one at least; among equals the earliest point tells."""
        spared = self.places.spared(self.elected, self.standing)
        ordered = sorted(spared, key=lambda each: self.votes[each])
        number = 1 if self.places.rules else max(1, self.votes_reach([self.votes[each] for each in ordered]))
        out: list[int] = []
        while len(out) < number:
            rest = [each for each in ordered if each not in out]
            among = [each for each in rest if self.votes[each] == self.votes[rest[0]]]
            if len(among) <= number - len(out):
                out += among
            else:
                stage = len(self.stages)
                out.append(self.ties.best(among, "exclude", stage, self.history, forwards=True, worst=True))
        return out

    def guarded(self, out: Sequence[int]) -> bool:
        """Whether somebody with no more votes is guarded from exclusion."""
        spared = self.places.spared(self.elected, self.standing)
        return any(self.votes[each] <= self.votes[out[0]] for each in self.standing if each not in spared)

    def exclude(self, out: Sequence[int], done: str) -> None:
        """5.4: their papers move batch by batch, the highest value first; who reaches the quota gets no more."""
        self.standing = [each for each in self.standing if each not in out]
        values = sorted({self.value[parcel] for each in out for parcel in self.held[each]}, reverse=True)
        excluded = tuple(out)
        for value in values:
            batch = len(self.value)
            self.value.append(value)
            for each in out:
                parcels = {parcel: batch for parcel in self.held[each] if self.value[parcel] == value}
                if not parcels:
                    continue
                gone = sum(self.held[each].pop(parcel) for parcel in parcels)
                self.votes[each] -= gone * value
                moved = self.piles.move(each, parcels, self.standing)
                self.credit(moved)
                self.lost += value * sum(
                    papers for (candidate, _), papers in moved.items() if candidate == EXHAUSTED
                )
            if not self.elected:
                self.quota = -(-(self.valid - self.lost) // (self.seats + 1))
            self.close(done, out, value, excluded)
            done, excluded = "batch", ()
            if len(self.elected) == self.seats:
                return
        if not values:
            self.close(done, out, None, excluded)

    def fill(self, out: Sequence[int]) -> None:
        """5.5.1: without those who would be excluded, as many are left as places; the one with most votes first."""
        rest = sorted(set(self.standing) - set(out), key=lambda each: -self.votes[each])
        self.standing = []
        self.elected += rest
        self.write("last_seats", rest, rest, out, None)

    def close(self, done: str, names: Sequence[int], value: int | None, excluded: Sequence[int] = ()) -> None:
        """5.1.7, 5.3.13, 5.4.9: deem elected whoever has enough; write the stage down."""
        self.history.append(list(self.votes))
        reached: list[int] = []
        while self.left():
            barred = self.places.barred(self.elected, self.standing)
            open_to = [each for each in self.standing if each not in barred]
            if not open_to:
                break
            most = max(self.votes[each] for each in open_to)
            active = self.active()
            if most < self.quota and most * (self.left() + 1) < active:
                break
            equal = [each for each in open_to if self.votes[each] == most]
            one = (
                equal[0] if self.places.together(self.elected, self.standing, equal) else self.earliest(equal)
            )
            if one is None and self.places.rules and most >= self.quota:
                one = self.one_of(equal, done, names, reached, excluded, value)
            if one is None:
                break
            self.standing.remove(one)
            self.elected.append(one)
            reached.append(one)
            if most > self.quota:
                self.surpluses.append(one)
        self.write(done, names, reached, excluded, value)

    def one_of(self, equal: Sequence[int], *stage: Any) -> int:
        """Equals who all have enough and cannot all be elected as seats are reserved: the rule for ties says who is."""
        try:
            return self.ties.best(equal, "elect", len(self.stages), self.history, forwards=True)
        except Undecided:
            self.write(*stage)
            raise

    def active(self) -> int:
        """5.6.1: what is not lost nor held by somebody elected up to the quota."""
        return self.valid - self.lost - sum(min(self.quota, self.votes[each]) for each in self.elected)

    def earliest(self, equal: Sequence[int]) -> int | None:
        """5.6.2: more equals than places: the one ahead at the earliest point; none if there is no such point."""
        left = list(equal)
        for votes in self.history:
            most = max(votes[each] for each in left)
            left = [each for each in left if votes[each] == most]
        return left[0] if len(left) == 1 else None

    def write(
        self,
        done: str,
        names: Sequence[int],
        reached: Sequence[int],
        excluded: Sequence[int],
        value: int | None,
    ) -> None:
        candidates = self.papers.candidates
        totals = {
            "quota": fixed(self.quota, DIGITS),
            "exhausted": fixed(self.lost, DIGITS),
            "rounding": fixed(self.valid - sum(self.votes) - self.lost, DIGITS),
        }
        if value is not None:
            totals["value"] = fixed(value, DIGITS)
        self.stages.append(
            Stage(
                done=done,
                names=self.named(names),
                figures={
                    "votes": {
                        name: fixed(votes, DIGITS) for name, votes in zip(candidates, self.votes, strict=True)
                    }
                },
                totals=totals,
                elected=self.named(reached),
                excluded=self.named(excluded),
            )
        )

    def named(self, numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.papers.candidates[each] for each in numbers)
