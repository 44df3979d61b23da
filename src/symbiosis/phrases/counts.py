"""What was done in a stage of a count, and what cannot be counted, in sentences."""

from __future__ import annotations

from symbiosis.counting.counts import NotCountable, Stage
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
NOT_COUNTABLE: dict[str, str] = {
    "NoCandidates": "Nobody stands: name at least one candidate.",
    "SameNameTwice": "{name} stands twice: give every candidate a name of their own.",
    "NoSeats": "There are {seats} seats: at least one is needed.",
    "MoreSeatsThanCandidates": "There are {seats} seats and only {candidates} candidates: lower the seats, or find more people.",
}


def method_name(method: str, language: str) -> str:
    """A method as people call it; "vote" and the like as they stand."""
    return translated(language, METHOD_NAMES[method]) if method in METHOD_NAMES else method


def setting_name(setting: str, language: str) -> str:
    """What a method asks for."""
    return translated(language, SETTING_NAMES[setting])


def stage_sentence(stage: Stage, language: str) -> str:
    """What was done in this stage."""
    return translated(language, STAGES[stage.done]).format(names=", ".join(stage.names))


def not_countable_sentence(error: NotCountable, language: str) -> str:
    """Why this question cannot be counted, and what to do."""
    return translated(language, NOT_COUNTABLE[error.code]).format(**error.figures)
