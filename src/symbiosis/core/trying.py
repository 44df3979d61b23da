"""A charter tried before it binds: past decisions judged again, whose word weighs what, who comes, how many days."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from symbiosis.core.apportioned import votes_of
from symbiosis.core.charters import Charter, Matter, Quorum, Stage, counted_by
from symbiosis.core.meetings import needed_for
from symbiosis.core.outcomes import Numbers, figures_of, judged_by
from symbiosis.core.state import Board
from symbiosis.counting.chances import quorum_fails
from symbiosis.counting.coalitions import smallest_blocking, smallest_winning, veto_players
from symbiosis.counting.conditions import Condition, share_of, terms
from symbiosis.counting.games import Game, Test
from symbiosis.counting.outcomes import Outcome
from symbiosis.counting.power import Measured, power

TURNOUTS = tuple(Fraction(tenth, 10) for tenth in range(1, 7))


class Again(NamedTuple):
    """A past vote and what the tried charter says of the same figures; None where it has no such stage."""

    voting: str
    matter: str
    stage: int
    before: Outcome
    after: Outcome | None

    @property
    def otherwise(self) -> bool:
        """Whether it would not have come out as it did."""
        return self.after is None or self.after.result != self.before.result


def judged_again(board: Board, charter: Charter) -> list[Again]:
    """Each closed vote of a body, judged by the stage of the same matter and number in another charter.

    The figures stay as they were: what changes who has how many votes, or what may be chosen, is not tried here.
    """
    found = []
    for voting in board.votings.values():
        if voting.outcome is None:
            continue
        stages = charter.matters[voting.matter].stages if voting.matter in charter.matters else ()
        stage = stages[voting.stage - 1] if voting.stage <= len(stages) else None
        same = stage is not None and stage.electorate == voting.rule(board).electorate
        papers = counted_by(voting.rule(board)) or (stage is not None and counted_by(stage))
        figures = figures_of(board, voting, voting.tally)
        after = judged_by(stage, figures) if stage is not None and same and not papers else None
        found.append(Again(voting.id, voting.matter, voting.stage, voting.outcome, after))
    return found


def game_of(stage: Stage, charter: Charter, bodies: Mapping[str, int]) -> Game | None:
    """A stage as a simple game of the bodies, where each says yes or no with all its votes.

    `bodies` has their members by code. Several conditions are several tests; consensus needs everybody. None
    for a stage in which bodies have no word of their own, or where more support could make it fail.
    """
    rules = charter.bodies
    if (
        rules is None
        or stage.electorate not in ("delegations", "bodies")
        or stage.method not in ("vote", "consensus")
    ):
        return None
    players, share = tuple(bodies), rules.apportionment
    votes = list(votes_of(share, bodies).values())
    whole = [share_of(share.weights.get(code, "1")) for code in players]
    if stage.method == "consensus":
        return Game(players, (Test(tuple(whole), sum(whole, Fraction(0))),))
    tests = []
    for condition in (*stage.conditions, *stage.quorum):
        weights = [Fraction(each) for each in votes] if condition.counted_in == "votes" else whole
        if condition.counted_in == "members":
            return None
        test = _test(condition, weights)
        if test is None:
            return None
        tests.append(test)
    return Game(players, tuple(tests))


_ALL_OF_THEM = frozenset(["cast", "present", "entitled", "all", "with_mandate"])


def _line(expression: str, whole: Fraction) -> tuple[Fraction, Fraction]:
    """A count as slope and start over the weight that says yes, where everybody says yes or no."""
    slope, start = Fraction(0), Fraction(0)
    for sign, name in terms(expression):
        if name == "yes":
            slope += sign
        elif name == "no":
            slope, start = slope - sign, start + sign * whole
        elif name in _ALL_OF_THEM:
            start += sign * whole
        elif name == "one":
            start += sign
    return slope, start


def _test(condition: Condition, weights: Sequence[Fraction]) -> Test | None:
    """A condition as a bar for the weight that says yes; None where it is one that more support fails."""
    whole, share = sum(weights, Fraction(0)), share_of(condition.share)
    (count_slope, count_start), (base_slope, base_start) = (
        _line(condition.counts, whole),
        _line(condition.of, whole),
    )
    slope, rest = count_slope - share * base_slope, share * base_start - count_start
    if condition.needs in ("at_most", "less_than"):
        slope, rest = -slope, -rest
    strict = condition.needs in ("more_than", "less_than")
    if slope < 0:
        return None
    if slope == 0:  # it holds, or fails, whoever says yes
        always = rest < 0 or (rest == 0 and not strict)
        return Test(tuple(weights), Fraction(0) if always else whole + 1)
    return Test(tuple(weights), rest / slope, strict)


class Weighed(NamedTuple):
    """A stage as the bodies weigh in it: their power, the fewest who pass or stop it, and who alone can stop it."""

    matter: str
    stage: int
    power: Measured
    passes: tuple[str, ...]
    stops: tuple[str, ...]
    vetoes: tuple[str, ...]


def weighed(charter: Charter, bodies: Mapping[str, int], seed: bytes) -> Iterator[Weighed]:
    """Each stage that bodies decide. Indices are exact where that is feasible, else sampled with the given seed."""
    for name, matter in charter.matters.items():
        for number, stage in enumerate(matter.stages, start=1):
            game = game_of(stage, charter, bodies)
            if game is None or not game.players:
                continue
            try:
                passes, stops = smallest_winning(game), smallest_blocking(game)
            except ValueError:  # nobody can pass it, or nobody can stop it
                passes, stops = (), ()
            yield Weighed(name, number, power(game, seed), passes, stops, veto_players(game))


class Call(NamedTuple):
    """A call of a kind of meeting ("": any): how many must come, and how likely too few do at each turnout."""

    kind: str
    call: int
    needed: int
    fails: tuple[tuple[Fraction, Fraction], ...]


def calls(charter: Charter, members: int, turnouts: Sequence[Fraction] = TURNOUTS) -> list[Call]:
    """Every call of every kind of meeting for a roll of so many; nothing for a share of past attendance."""
    rules: list[tuple[str, Quorum]] = [("", each) for each in charter.meetings.quorum]
    for name, kind in charter.meetings.kinds.items():
        rules += [(name, each) for each in kind.quorum]
    found = []
    for name, rule in rules:
        if not rule.average_of:
            needed = needed_for(rule, members, [])
            fails = tuple((turnout, quorum_fails(members, needed, turnout)) for turnout in turnouts)
            found.append(Call(name, rule.call, needed, fails))
    return found


class Step(NamedTuple):
    """Something that takes days on the way to a decision: discussion, frozen, meeting, open, late, contest."""

    what: str
    stage: int
    days: int


def days_to_decide(charter: Charter, matter: Matter) -> list[Step]:
    """The fewest days from putting a proposal to a certified decision, step by step; steps of no days left out."""
    steps = [Step("discussion", 0, matter.discussion_days)]
    for number, stage in enumerate(matter.stages, start=1):
        if stage.after == "no_consensus":  # the quickest way is the one that does not need it
            continue
        kinds = [charter.meetings.kinds[name].notice_days for name in matter.kinds]
        meets = stage.in_meeting or bool(kinds)
        notice = max(stage.notice_days, min(kinds, default=charter.meetings.notice_days)) if meets else 0
        frozen = matter.freeze_days if meets and number == 1 else stage.frozen_days
        steps.append(Step("meeting" if notice >= frozen else "frozen", number, max(notice, frozen)))
        steps.append(Step("open", number, stage.open_days))
        late = -(-stage.late_grace_hours // 24)
        steps.append(
            Step("late" if late > stage.contest_days else "contest", number, max(late, stage.contest_days))
        )
    return [step for step in steps if step.days]


class Generated(NamedTuple):
    """Decisions drawn by lot for one stage: how many, how many adopted, and how many other than under the present."""

    matter: str
    stage: int
    drawn: int
    adopted: int
    otherwise: int | None


def generated(
    charter: Charter, members: int, seed: bytes, present: Charter | None = None, draws: int = 1000
) -> list[Generated]:
    """Votes of an assembly in which any number comes and any part of them is for it, each as likely as any other.

    Nine of ten who come take a side. It shows where rules differ, not how people vote.
    """
    found = []
    for name, matter in charter.matters.items():
        for number, stage in enumerate(matter.stages, start=1):
            if stage.electorate != "members" or stage.method != "vote" or not members:
                continue
            now = _stage_of(present, name, number)
            adopted = otherwise = 0
            for draw in range(draws):
                figures = _drawn(seed + f"/{name}/{number}/{draw}".encode(), members)
                result = judged_by(stage, figures).result
                adopted += result == "adopted"
                otherwise += now is not None and judged_by(now, figures).result != result
            found.append(Generated(name, number, draws, adopted, otherwise if now is not None else None))
    return found


def _stage_of(charter: Charter | None, matter: str, number: int) -> Stage | None:
    stages = charter.matters[matter].stages if charter is not None and matter in charter.matters else ()
    return (
        stages[number - 1] if number <= len(stages) and stages[number - 1].electorate == "members" else None
    )


def _drawn(seed: bytes, members: int) -> Numbers:
    lot = hashlib.shake_256(seed).digest(24)
    come, part, out = (int.from_bytes(lot[n : n + 8], "big") for n in (0, 8, 16))
    present = come % (members + 1)
    sides = present - present // 10
    yes = part % (sides + 1)
    counts = {"yes": yes, "no": sides - yes, "abstain": present - sides, "cast": present}
    counts |= {"present": present, "entitled": members, "last_attendance": out % (members + 1)}
    return {"members": {name: Fraction(count) for name, count in counts.items()}}
