"""Playing a story: its acts through the node's actions, its expectations against the records."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from symbiosis.actions import ceremonies, closed_votes, folds
from symbiosis.actions.attachments import attach
from symbiosis.actions.founding import Randomness, found_body
from symbiosis.actions.perform import Receipt, perform
from symbiosis.actions.secret_votes import cast_ballot
from symbiosis.core.outcomes import voting_of
from symbiosis.errors import Refusal, SymbiosisError
from symbiosis.phrases import outcome_lines
from symbiosis.rehearsal import secret_votes
from symbiosis.rehearsal.expectations import ask
from symbiosis.rehearsal.story import Call, Statement, Unreadable
from symbiosis.store.models import Person


class Failed(Exception):
    """An expectation that did not come true, or a refusal that nobody expected; at a line of the story."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(f"line {line}: {sentence}")
        self.line = line


@dataclass(slots=True)
class Stage:
    """What a story has built so far: its clock, its charters, its bodies by code, its last refusal."""

    folder: Path
    seed: str
    say: Callable[[str], None]
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    now: int = 0
    charters: dict[str, dict[str, Any]] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    refused: str = ""
    refused_line: int = 0
    refused_words: str = ""
    warned: str = ""
    shown: dict[tuple[str, str], int] = field(default_factory=dict)
    kept: dict[tuple[str, str], dict[int, str]] = field(default_factory=dict)
    """What the trustees of each secret vote keep, by body and vote: their secrets, by number."""

    def body(self, line: int, code: str) -> str:
        """The id of the body with this code in the story."""
        if code not in self.bodies:
            raise Unreadable(line, f"no body {code!r} has been founded")
        return self.bodies[code]


def play(statements: list[Statement], stage: Stage) -> None:
    """Do what the statements say, in order. Raises `Failed` at the first that does not hold, `Unreadable`."""
    for statement in statements:
        is_refusal_expected = statement.kind == "expect" and statement.words == ("refused",)
        if stage.refused and not is_refusal_expected:
            raise Failed(stage.refused_line, f"refused, and no line expects it: {stage.refused_words}")
        try:
            DOES[statement.kind](stage, statement)
        except Failed:
            raise
        except Unreadable:
            raise
        except Refusal as error:
            stage.refused, stage.refused_line, stage.refused_words = error.code, statement.line, str(error)
        except SymbiosisError as error:
            raise Failed(statement.line, str(error)) from error
    if stage.refused:
        raise Failed(stage.refused_line, f"refused, and no line expects it: {stage.refused_words}")


def _story(stage: Stage, statement: Statement) -> None:
    stage.seed = statement.words[0]
    stage.say(f"Story: {statement.words[0]}")


def _say(stage: Stage, statement: Statement) -> None:
    stage.say(f"\n{statement.words[0]}")


def _zone(stage: Stage, statement: Statement) -> None:
    try:
        stage.zone = ZoneInfo(statement.words[0])
    except (KeyError, ValueError) as error:
        raise Unreadable(statement.line, f"{statement.words[0]!r} is no time zone") from error


def moment(stage: Stage, line: int, text: str) -> int:
    """Seconds UTC of "2027-06-12 15:40" (or a date alone, 12:00) in the story's zone."""
    try:
        told = datetime.fromisoformat(text if ":" in text else f"{text} 12:00")
    except ValueError as error:
        raise Unreadable(line, f"{text!r} is no date and time like 2027-06-12 15:40") from error
    return int(told.replace(tzinfo=stage.zone).timestamp())


def _at(stage: Stage, statement: Statement) -> None:
    told = moment(stage, statement.line, statement.words[0])
    if told < stage.now:
        raise Unreadable(statement.line, "a story's time does not run back")
    stage.now = told


def _charter(stage: Stage, statement: Statement) -> None:
    stage.charters[statement.words[0]] = statement.fields


def _charter_file(stage: Stage, statement: Statement) -> None:
    name, file = statement.words
    try:
        stage.charters[name] = tomllib.loads((stage.folder / file).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Unreadable(statement.line, f"the charter {file!r} cannot be read: {error}") from error


def _rulebook(stage: Stage, statement: Statement) -> None:
    name, rulebook = statement.words
    file = resources.files("symbiosis") / "rulebooks" / f"{rulebook}.toml"
    try:
        stage.charters[name] = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise Unreadable(statement.line, f"there is no rulebook {rulebook!r}") from error


def _found(stage: Stage, statement: Statement) -> None:
    fields = dict(statement.fields)
    code = statement.words[0] if len(statement.words) == 1 else ""
    charter = stage.charters.get(str(fields.pop("charter", "")))
    if not code or charter is None:
        raise Unreadable(statement.line, "write: found CODE charter=NAME [name=...] [book=true] ...")
    book = bool(fields.pop("book", False))
    body = found_body(charter | fields, _randomness(stage, code), at=stage.now, book=book)
    stage.bodies[code] = body


def _randomness(stage: Stage, code: str) -> Randomness:
    """A story is the same each time it is played, keys included: these guard nothing."""
    seeds = [hashlib.sha256(f"{stage.seed}/{code}/{part}".encode()).digest() for part in range(5)]
    return Randomness(seeds[0], seeds[1], seeds[2], seeds[3], seeds[4][:16])


def person_token(code: str, name: str) -> str:
    """The token of a person in a story."""
    return hashlib.sha256(f"person/{code}/{name}".encode()).hexdigest()[:32]


def _made(stage: Stage, line: int, code: str, value: Any) -> Any:
    """A value with its calls and references (@CODE is a body's id) put in."""
    if isinstance(value, Call):
        return _called(stage, line, code, value)
    if isinstance(value, str) and value.startswith("@"):
        return stage.body(line, value[1:])
    if isinstance(value, dict):
        return {name: _made(stage, line, code, each) for name, each in value.items()}
    if isinstance(value, list):
        return [_made(stage, line, code, each) for each in value]
    return value


def _called(stage: Stage, line: int, code: str, call: Call) -> Any:
    if call.name in ("text", "audio"):
        media = "text/markdown" if call.name == "text" else "audio/ogg"
        return attach(stage.body(line, code), call.argument.encode(), media)
    if call.name == "at":
        return moment(stage, line, call.argument)
    if call.name == "person":
        return person_token(code, call.argument)
    if call.name == "entry":
        kind, _, number = call.argument.partition(" ")
        return _entry(stage, line, code, kind, int(number or "1"))
    raise Unreadable(line, f"no value is called ${call.name}")


def _entry(stage: Stage, line: int, code: str, kind: str, number: int) -> int:
    """The index of the last (or the n-th last) entry of a kind on a body's board: $entry("TallyReported 1")."""
    source, _, kind = kind.rpartition("/")
    found = indexes(stage.body(line, source or code), kind)
    if len(found) < number:
        raise Unreadable(line, f"there is no such entry of {kind}")
    return found[-number]


def indexes(body: str, kind: str) -> list[int]:
    """Where acts of a kind stand on a board."""
    from symbiosis.core.body import read_entry
    from symbiosis.store import reader

    entries = reader.board_entries(body)
    return [index for index, data in enumerate(entries) if type(read_entry(data)).__name__ == kind]


def _act(stage: Stage, statement: Statement) -> None:
    code, role, kind = statement.words
    body = stage.body(statement.line, code)
    fields = _made(stage, statement.line, code, statement.fields)
    receipt = perform(body, kind, fields, at=stage.now, by=role)
    _tell(stage, code, receipt)


def _tell(stage: Stage, code: str, receipt: Receipt) -> None:
    stage.say(f"  {receipt.act.date} {code} {type(receipt.act).__name__} (entry {receipt.index})")
    board = folds.caught_up(receipt.body).board
    name = getattr(receipt.act, "voting", None)
    if name in board.votings and board.votings[name].history:
        voting = voting_of(board, name)
        if stage.shown.get((code, name)) != len(voting.history):
            stage.shown[code, name] = len(voting.history)
            codes = {sister.id: sister.code for sister in board.sisters.values()}
            for line in outcome_lines(voting.history[-1].outcome, "en", codes):
                stage.say(f"      {line}")


def _consider(stage: Stage, statement: Statement) -> None:
    """What a substitution would do to the composition, before it is made; nothing is written."""
    from symbiosis.core.delegations import delegation_of, imbalances

    code, _, kind = statement.words
    fields = _made(stage, statement.line, code, statement.fields)
    if kind != "AlternateSeated":
        raise Unreadable(statement.line, "only AlternateSeated can be considered before it is made")
    board = folds.caught_up(fields["to"]).board
    delegation = delegation_of(board, stage.body(statement.line, code), board.id)
    unmet = imbalances(board, delegation.sender, fields.get("composition", {}), delegation.delegates)
    stage.warned = (
        "; ".join(f"{'+'.join(each.demand.traits)} {each.count}/{each.of}" for each in unmet) or "none"
    )


def _closed_vote(stage: Stage, statement: Statement) -> None:
    code = statement.words[0]
    fields = _made(stage, statement.line, code, statement.fields)
    closed_votes.cast_closed_vote(
        stage.body(statement.line, code),
        fields["voting"],
        fields["person"],
        fields["choice"],
        at=stage.now,
        ground=fields.get("ground", ""),
    )


def _secret_vote(stage: Stage, statement: Statement) -> None:
    """A secret vote is prepared and opened, and ballots are cast in it, each with a credential of its own."""
    code, fields = _secret(stage, statement, "by", "voting", "matter")
    by, marked = str(fields.pop("by")), fields.pop("ballots", {})
    body = stage.body(statement.line, code)
    ceremony = ceremonies.prepare(body, fields, at=stage.now, by=by)
    people = [
        Person.objects.create(body=body, token=person_token(code, f"trustee {number} of {ceremony.voting}"))
        for number in range(1, secret_votes.rule_of(ceremony).number + 1)
    ]
    stage.kept[body, ceremony.voting] = secret_votes.make_key(ceremony, people)
    slips = secret_votes.make_credentials(ceremony)
    ceremonies.open_vote(ceremony, at=stage.now, by=by)
    papers = [paper for paper, times in marked.items() for _ in range(times)]
    if len(papers) > len(slips):
        raise Unreadable(statement.line, f"{len(papers)} ballots, and {len(slips)} may vote")
    for paper, slip in zip(papers, slips, strict=False):
        numbers = secret_votes.numbers_of(ceremony, paper)
        if numbers is None:
            raise Unreadable(statement.line, f"{paper!r} is neither a position nor the marks of all options")
        cast_ballot(body, ceremony.voting, secret_votes.ballot(ceremony, slip, *numbers), at=stage.now)
    stage.say(f"  {code} secret vote {ceremony.voting}: {len(papers)} of {len(slips)} ballots")


def _secret_count(stage: Stage, statement: Statement) -> None:
    """The ballot ends; as many trustees as are needed, the first of them, mix the papers and open the count."""
    code, fields = _secret(stage, statement, "by", "voting")
    body = stage.body(statement.line, code)
    kept = stage.kept.get((body, str(fields["voting"])))
    if kept is None:
        raise Unreadable(statement.line, f"no secret vote {fields['voting']!r} was opened by this story")
    secret_votes.count(body, str(fields["voting"]), kept, at=stage.now, by=str(fields["by"]))


def _secret(stage: Stage, statement: Statement, *needed: str) -> tuple[str, dict[str, Any]]:
    if len(statement.words) != 1 or any(name not in statement.fields for name in needed):
        told = " ".join(f"{name}=..." for name in needed)
        raise Unreadable(statement.line, f"write: {statement.kind} CODE {told} ...")
    code = statement.words[0]
    return code, _made(stage, statement.line, code, statement.fields)


def _purge(stage: Stage, statement: Statement) -> None:
    closed_votes.purge(stage.body(statement.line, statement.words[0]), str(statement.fields["voting"]))


def _expect(stage: Stage, statement: Statement) -> None:
    found = ask(stage, statement)
    if found != statement.expected:
        raise Failed(
            statement.line, f"expected {' '.join(statement.words)} = {statement.expected}, and it is {found}"
        )
    stage.say(f"    ✓ {' '.join(statement.words)} = {found}")


DOES: dict[str, Callable[[Stage, Statement], None]] = {
    "story": _story,
    "say": _say,
    "zone": _zone,
    "at": _at,
    "charter": _charter,
    "charter-file": _charter_file,
    "rulebook": _rulebook,
    "found": _found,
    "act": _act,
    "consider": _consider,
    "closed-vote": _closed_vote,
    "purge": _purge,
    "secret-vote": _secret_vote,
    "secret-count": _secret_count,
    "expect": _expect,
}
