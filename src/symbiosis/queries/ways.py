"""The charter's own way to an act: which vote must come first, how far it is, and what the next step is."""

from __future__ import annotations

from dataclasses import dataclass, field

from symbiosis.core.state import Board, Voting


@dataclass(frozen=True, slots=True)
class Way:
    """The next step to an act.

    `step`: `petition` (enough must ask for the vote first), `sign` (a petition about it is under way), `open` (a
    vote must be opened about it), `wait` (that vote is under way), `do` (the act can be done now). `kind` and
    `fields` are the act to do next.
    """

    step: str
    kind: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    voting: str = ""
    petition: str = ""


def way_to(board: Board, kind: str, fields: dict[str, str], voted: str = "voting") -> Way:
    """The next step to an act with these fields; `voted` names the field that holds the vote behind it."""
    matter = matter_for(board, kind)
    if not matter:
        return Way("do", kind, fields)
    about = {"act": kind, **fields}
    held = [each for each in board.votings.values() if each.about == about and each.matter == matter]
    if held:
        last = held[-1]
        if not last.closed:
            return Way("wait", voting=last.id)
        if is_behind(board, last, kind):
            return Way("do", kind, fields | {voted: last.id}, last.id)
        if last.stage < len(board.charter.matters[matter].stages) and last.outcome:
            following = board.charter.matters[matter].stages[last.stage]
            if following.after == last.outcome.result:
                return _open(board, matter, about, last.stage + 1)
    return _open(board, matter, about, 1)


def matter_for(board: Board, kind: str) -> str:
    """The matter by which an act is decided: as the charter says, or the one of that name for answers to a council."""
    named = board.charter.decisions.get(kind, "")
    if named:
        return named
    if kind == "EmergencyJudged" and board.charter.emergencies:
        return board.charter.emergencies.matter
    if kind in ("MemberExpelled", "BodyExpelled") and board.charter.expulsion:
        return board.charter.expulsion.matter
    usual = {"MandateGiven": ("mandate", "mandates"), "RatificationGiven": ("ratification",)}
    found = [name for name in usual.get(kind, ()) if name in board.charter.matters]
    if not found and kind in usual:
        return next(iter(board.charter.matters), "")
    return found[0] if found else ""


def is_behind(board: Board, voting: Voting, kind: str) -> bool:
    """Whether a closed vote lets its act be done: adopted, or for answers to a council simply quorate."""
    if voting.outcome is None or voting.contests:
        return False
    if kind in ("MandateGiven", "RatificationGiven", "EmergencyJudged"):
        return voting.outcome.result != "not_quorate"
    return voting.outcome.result == "adopted"


def _open(board: Board, matter: str, about: dict[str, str], stage: int) -> Way:
    named = {f"about.{name}": value for name, value in about.items()}
    fields = {"matter": matter, "stage": str(stage)} | named
    if board.charter.matters[matter].petition and stage == 1:
        put = [each for each in board.petitions.values() if (each.matter, each.about) == (matter, about)]
        if not put:
            return Way("petition", "PetitionPut", {"matter": matter} | named)
        if not put[-1].reached:
            return Way("sign", petition=put[-1].id)
        fields["petition"] = put[-1].id
    return Way("open", "VotingOpened", fields | {"voting": free_name(board, f"{matter}")})


def free_name(board: Board, wanted: str) -> str:
    """An identifier for a new vote that is not taken: the wanted one with a number."""
    number = 1 + sum(name.startswith(f"{wanted}-") for name in board.votings)
    while f"{wanted}-{number}" in board.votings:
        number += 1
    return f"{wanted}-{number}"
