"""What was done in a stage of a count, and what cannot be counted, in sentences."""

from __future__ import annotations

from symbiosis.counting.counts import NotCountable, Stage
from symbiosis.counting.ties import Tie
from symbiosis.phrases.catalogues import translated

STAGES: dict[str, str] = {
    # The single transferable vote
    "first_preferences": "First preferences are counted.",
    "surplus": "The surplus of {names} moves on.",
    "exclusion": "{names} has the fewest votes and is excluded; the papers move on.",
    "last_seats": "As many are left as there are seats: all of them are elected.",
    # Pairs
    # Marks
    # Committees by approval
    # Budgets
}
METHOD_NAMES: dict[str, str] = {
    "stv-scottish": "single transferable vote, as Scotland counts it",
}
SETTING_NAMES: dict[str, str] = {}
TIE_WAYS: dict[str, str] = {
    "earlier_round": "who had more in the rounds before",
    "status_quo": "what stands already",
    "lot": "a lot from a seed that everybody knew",
}
GRADES: dict[str, str] = {
    "majority-judgment.0": "to reject",
    "majority-judgment.1": "poor",
    "majority-judgment.2": "acceptable",
    "majority-judgment.3": "good",
    "majority-judgment.4": "very good",
    "majority-judgment.5": "excellent",
    "gradients.0": "veto",
    "gradients.1": "serious disagreement",
    "gradients.2": "don't like it but will support it",
    "gradients.3": "more discussion needed",
    "gradients.4": "abstain",
    "gradients.5": "support with reservations",
    "gradients.6": "agreement with a minor point of contention",
    "gradients.7": "endorsement",
}
"""Words for the grades of a method, from the worst on."""
FIGURES: dict[str, str] = {
    "votes": "votes",
    "quota": "quota",
    "exhausted": "without a further preference",
    "rounding": "lost in rounding",
}
"""The columns and totals of stages."""
OVER: dict[str, str] = {
    "elect": "Equal, and one of them is chosen: {names}.",
    "exclude": "Equal, and one of them must go: {names}.",
    "transfer": "Equal, and the votes of one of them move first: {names}.",
    "rank": "Equal, and one of them comes first: {names}.",
}
SETTLED: dict[str, str] = {
    "": "No rule settles it.",
    "earlier_round": "The rounds before tell them apart: {chosen}.",
    "status_quo": "What stands already: {chosen}.",
    "lot": "The lot falls on {chosen}.",
}
SPOILED: dict[str, str] = {
    "spoiled": "Spoiled",
    "equal_first": "Spoiled by equals in the first place",
}
NOT_COUNTABLE: dict[str, str] = {
    "NoCandidates": "Nobody stands: name at least one candidate.",
    "SameNameTwice": "{name} stands twice: give every candidate a name of their own.",
    "NoSeats": "There are {seats} seats: at least one is needed.",
    "MoreSeatsThanCandidates": "There are {seats} seats and only {candidates} candidates: lower the seats, or find more people.",
}


def method_name(method: str, language: str) -> str:
    """A method as people call it; "vote" and the like as they stand."""
    return translated(language, METHOD_NAMES[method]) if method in METHOD_NAMES else method


def grade_names(method: str, grades: int, language: str) -> list[str]:
    """So many grades in words, from the worst on; as numbers where the method has no words for so many."""
    known = [GRADES[f"{method}.{grade}"] for grade in range(grades) if f"{method}.{grade}" in GRADES]
    return (
        [translated(language, name) for name in known]
        if len(known) == grades
        else [str(n) for n in range(grades)]
    )


def setting_name(setting: str, language: str) -> str:
    """What a method asks for."""
    return translated(language, SETTING_NAMES[setting])


def stage_sentence(stage: Stage, language: str) -> str:
    """What was done in this stage."""
    return translated(language, STAGES[stage.done]).format(names=", ".join(stage.names))


def figure_name(code: str, language: str) -> str:
    """A column or a total of a stage."""
    return translated(language, FIGURES[code])


def tie_sentence(tie: Tie, language: str) -> str:
    """Between whom a tie was, and what settled it for whom."""
    over = translated(language, OVER[tie.over]).format(names=", ".join(tie.among))
    return over + " " + translated(language, SETTLED[tie.settled_by]).format(chosen=tie.chosen)


def spoiled_name(reason: str, language: str) -> str:
    """Why papers were set aside."""
    return translated(language, SPOILED[reason])


def not_countable_sentence(error: NotCountable, language: str) -> str:
    """Why this question cannot be counted, and what to do."""
    return translated(language, NOT_COUNTABLE[error.code]).format(**error.figures)
