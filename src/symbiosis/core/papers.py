"""Votes on options: papers that rank or mark them, whether one counts, and what all of them together say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Protocol

from symbiosis.core.act import Line
from symbiosis.core.charters import Stage, counted_by, positions_of
from symbiosis.core.state import Voting
from symbiosis.counting import written
from symbiosis.counting.budget import Budget
from symbiosis.counting.conditions import Figures
from symbiosis.counting.counts import Count, NotCountable
from symbiosis.counting.methods import Method
from symbiosis.counting.outcomes import Outcome, judge_vote
from symbiosis.counting.reserved import ANYBODY, Reserved, check_reserved
from symbiosis.counting.ties import TieRule
from symbiosis.errors import Refusal


def check_options(stage: Stage, matter: str, question: Question) -> None:
    """The options of a vote that counts papers, and what its method and tie rule need; no other vote has any.

    Raises `Refusal` NoOptions, TooManyOptions, SameOptionTwice, WrongSeats, BudgetNeeded, SeedNeeded,
    StatusQuoNeeded, GroupsNeeded, ReservedImpossible.
    """
    article = f"matters.{matter}"
    options = question.options
    method = counted_by(stage)
    _check_budget(method, article, question)
    if method is None:
        if options or question.chosen or question.seed or question.stands or question.group_of:
            raise Refusal("NoOptions", article)
        return
    if len(options) < 2:
        raise Refusal("NoOptions", article)
    if len(options) > written.MOST_OPTIONS:
        raise Refusal("TooManyOptions", article, most=written.MOST_OPTIONS)
    twice = next((each for each in options if options.count(each) > 1), None)
    if twice is not None:
        raise Refusal("SameOptionTwice", article, option=twice)
    most = 0 if method.budget else len(options)
    if not min(1, most) <= question.chosen <= most or (stage.seats and question.chosen != stage.seats):
        raise Refusal("WrongSeats", article, seats=question.chosen, needed=stage.seats or most)
    if ("lot" in stage.ties) != bool(question.seed):
        raise Refusal("SeedNeeded", f"{article}.ties")
    if ("status_quo" in stage.ties) != bool(question.stands) or (
        question.stands and question.stands not in options
    ):
        raise Refusal("StatusQuoNeeded", f"{article}.ties")
    _check_groups(stage, article, question)


def _check_groups(stage: Stage, article: str, question: Question) -> None:
    """Each option's group is said where seats are reserved, and nowhere else; and they can be filled so."""
    known = {*stage.reserved, *stage.zipper, ""} - {ANYBODY}
    wanted = len(question.options) if stage.reserved or stage.zipper else 0
    if len(question.group_of) != wanted or not known.issuperset(question.group_of):
        raise Refusal("GroupsNeeded", article, groups=", ".join(sorted(known - {""})) or "-")
    try:
        check_reserved(reserved_by(stage, question.group_of), question.options, question.chosen)
    except NotCountable as error:
        rules = [
            f"{name} {sign} {number}"
            for name, rule in stage.reserved.items()
            for sign, number in (("≥", rule.at_least), ("≤", rule.at_most))
            if number
        ]
        stand = [f"{name or '-'} {number}" for name, number in Counter(question.group_of).items()]
        raise Refusal(
            "ReservedImpossible",
            f"{article}.reserved",
            seats=question.chosen,
            rules=", ".join(rules),
            standing=", ".join(stand),
        ) from error


def reserved_by(stage: Stage, groups: tuple[str, ...]) -> Reserved:
    """What a stage reserves among options of these groups."""
    return Reserved(stage.reserved, groups, stage.zipper)


def _check_budget(method: Method | None, article: str, question: Question) -> None:
    """Only a vote on a budget says what there is and what each option costs, and it says it whole."""
    said = (question.budget, question.costs, question.unit)
    whole = all(said) and len(question.costs) == len(question.options) and all(question.costs)
    if not (whole if method and method.budget else not any(said)):
        raise Refusal(
            "BudgetNeeded", article, costs=sum(map(bool, question.costs)), options=len(question.options)
        )


class Question(Protocol):
    """What the opening act of such a vote says."""

    @property
    def options(self) -> tuple[Line, ...]: ...
    @property
    def chosen(self) -> int: ...
    @property
    def seed(self) -> str: ...
    @property
    def stands(self) -> str: ...
    @property
    def budget(self) -> int: ...
    @property
    def costs(self) -> tuple[int, ...]: ...
    @property
    def unit(self) -> str: ...
    @property
    def group_of(self) -> tuple[str, ...]: ...


def check_position(voting: Voting, stage: Stage, position: str, by_hand: bool = False) -> None:
    """One may vote so: a position that the stage offers, or a paper that its method can count.

    A spoiled paper is one that tellers found (`by_hand`): whoever votes here is told what is wrong instead.
    Raises `Refusal` NotAChoice, PaperOfOthers, EqualPlaces, MarkOutOfRange, TooManyDots, TooManyTicks.
    """
    article = f"matters.{voting.matter}"
    method = counted_by(stage)
    if method is None:
        if position not in positions_of(stage):
            raise Refusal("NotAChoice", article, choice=position)
        return
    if position == written.BLANK or (by_hand and position == written.SPOILED):
        return
    if not written.is_paper(position):
        raise Refusal("NotAChoice", article, choice=position)
    marks = written.read(position)
    if len(marks) != len(voting.options):
        raise Refusal("PaperOfOthers", article, marks=len(marks), options=len(voting.options))
    wrong = written.spoiled_by(method, marks, stage.settings)
    if wrong == "EqualPlaces":
        raise Refusal("EqualPlaces", article)
    if wrong == "TooManyDots":
        raise Refusal("TooManyDots", article, dots=written.bounds(method, stage.settings)[1])
    if wrong == "TooManyTicks":
        raise Refusal("TooManyTicks", article, most=written.ticks(method, stage.settings))
    if wrong:
        least, most = written.bounds(method, stage.settings)
        raise Refusal("MarkOutOfRange", article, least=least, most=most)
    if written.settled(method, marks) != position:
        raise Refusal("NotAChoice", article, choice=position)


def count_papers(voting: Voting, stage: Stage, method: Method, tally: Mapping[str, int]) -> Count:
    """Count all papers by the stage's method and tie rule; the voting's seed settles what a lot must."""
    tie = TieRule(stage.ties, voting.seed, voting.stands)
    papers = written.gathered(method, voting.options, tally)
    budget = {"budget": Budget(voting.budget, voting.costs)} if method.budget else {}
    reserved = {"reserved": reserved_by(stage, voting.group_of)} if method.reserves else {}
    settings = typed_settings(stage.settings)
    return method.count(papers, seats=voting.seats, tie=tie, **settings, **budget, **reserved)


def typed_settings(settings: Mapping[str, str]) -> dict[str, int | str]:
    """A charter's settings as the methods take them: what looks like a whole number is one."""
    return {
        name: int(value) if value.isdigit() and name != "share" else value for name, value in settings.items()
    }


def judge_papers(
    voting: Voting, stage: Stage, method: Method, tally: Mapping[str, int], figures: Figures
) -> Outcome:
    """Adopted where quorum and conditions hold and the count decides: then who is elected, or in what order."""
    judged = judge_vote(figures, stage.conditions, stage.quorum, empty=stage.empty == "passes")
    if judged.result != "adopted":
        return judged
    count = count_papers(voting, stage, method, tally)
    result = {"decided": "adopted", "tied": "tied", "nobody": "not_adopted"}[count.result]
    if result == "adopted" and not count.elected:  # a budget that no project can be paid from
        result = "not_adopted"
    return Outcome(
        result=result,  # type: ignore[arg-type]
        quorum=judged.quorum,
        conditions=judged.conditions,
        figures=judged.figures,
        elected=count.elected,
        ranking=count.ranking,
        ties=count.ties,
    )
