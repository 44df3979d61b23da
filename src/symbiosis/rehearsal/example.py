"""The worked example: its story played on a node that is still empty, as if its last day were today."""

from __future__ import annotations

import json
import os
import re
import secrets
import time
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.models import User

from symbiosis.actions import ceremonies, people
from symbiosis.actions.secret_votes import cast_ballot
from symbiosis.errors import Refusal, Unavailable
from symbiosis.rehearsal import secret_votes
from symbiosis.rehearsal.play import Failed, Stage, person_token, play
from symbiosis.rehearsal.story import Call, Statement, read_story
from symbiosis.store import reader
from symbiosis.store.models import Comment, Person

STORIES = Path(__file__).parent / "stories"
GALLERY = ("swiss-2020-11-29.story",)
"""Stories of other confederations that are played beside the example, on the dates when they happened."""
_DATE = re.compile(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])")
_DAY = 86400
SLIPS = "example-slips.json"
"""Slips and trustees' secrets of the example's secret vote, to try it out: on a real node nobody has such a file."""


def load_example(say: Callable[[str], None], *, at: int | None = None) -> None:
    """Play the worked example on this node, if nothing is on it yet; once played it is left alone.

    `at` is the node's clock (now where not given): the example's last act falls within the day before it.
    Raises `Unavailable` where an earlier start was stopped in the middle of it: then records are there whose
    people are not, and nothing can be added to them that would make them whole.
    """
    now = int(time.time()) if at is None else at
    mark = Path(settings.DATA_DIR) / "example"
    if mark.exists():
        if mark.read_text(encoding="utf-8") != "loaded":
            raise Unavailable(
                f"the worked example was stopped while it was loaded: delete {settings.DATA_DIR} and start again"
            )
        return
    if reader.bodies() or User.objects.exists():
        say("This node has bodies or accounts of its own: the worked example was not loaded.")
        return
    _write(mark, "loading")
    stage, statements = _play("example.story", say, now)
    for name in GALLERY:
        if (STORIES / name).exists():
            _play(name, say)
    _bring_in_people(stage, statements, now)
    say("  Three secret votes in Kiln Street, one open and two being prepared")
    _secret_votes(stage.bodies["A3"], now)
    _write(mark, "loaded")


def sign_in_links() -> list[tuple[str, str]]:
    """Label and path of one sign-in link per example role; none on a node without the example."""
    return people.sign_in_links()


def shifted(statements: list[Statement], days: int) -> list[Statement]:
    """The same story so many days later: every date like 2027-06-12 in it is moved, times of day stay."""
    return [
        replace(
            each,
            words=_moved(each.words, days),
            fields=_moved(each.fields, days),
            expected=_moved(each.expected, days),
        )
        for each in statements
    ]


def days_until(statements: list[Statement], now: int) -> int:
    """By how many days a story is moved so that its last act is as late as can be, and not after `now`."""
    zone = ZoneInfo(next(each.words[0] for each in statements if each.kind == "zone"))
    last = datetime.fromisoformat([each.words[0] for each in statements if each.kind == "at"][-1])
    today = datetime.fromtimestamp(now, zone)
    days = (today.date() - last.date()).days
    return days if last.time() <= today.time().replace(tzinfo=None) else days - 1


def _moved(value: Any, days: int) -> Any:
    if isinstance(value, str):
        return _DATE.sub(lambda found: str(date.fromisoformat(found[0]) + timedelta(days=days)), value)
    if isinstance(value, Call):
        return Call(value.name, _moved(value.argument, days))
    if isinstance(value, dict):
        return {name: _moved(each, days) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_moved(each, days) for each in value)
    return value


def _play(name: str, say: Callable[[str], None], now: int | None = None) -> tuple[Stage, list[Statement]]:
    """Play a story of ours; with `now` it is moved there. Only its headings are said."""
    statements = read_story((STORIES / name).read_text(encoding="utf-8"))
    if now is not None:
        statements = shifted(statements, days_until(statements, now))
    stage = Stage(STORIES, "", lambda line: say(f"  {line.strip()}") if line.startswith("\n") else None)
    try:
        play(statements, stage)
    except (Failed, Refusal) as error:
        raise Unavailable(f"the worked example ({name}) does not hold: {error}") from error
    return stage, statements


def _bring_in_people(stage: Stage, statements: list[Statement], now: int) -> None:
    """Names for the story's tokens, accounts for those who can be tried out, and what they said."""
    told = tomllib.loads((STORIES / "example-people.toml").read_text(encoding="utf-8"))
    admitted = [each for each in statements if each.kind == "act" and each.words[2] == "MemberAdmitted"]
    for each in admitted:
        code, name = each.words[0], each.fields["token"].argument
        Person.objects.create(
            body=stage.bodies[code], token=person_token(code, name), name=f"{name.replace('-', ' ').title()}."
        )

    def person(place: str) -> Person:
        code, _, name = place.partition("/")
        return Person.objects.get(body=stage.bodies[code], token=person_token(code, name))

    for one in told["people"]:
        account = people.create_account(one["username"], secrets.token_urlsafe(24))
        account.is_staff = one.get("keeper", False)
        account.save()
        for place in one.get("places", ()):
            theirs = person(place)
            theirs.account = account
            theirs.save()
        people.sign_in_link(account, one["label"])
    for seat in told["seats"]:
        people.hand_credential(person(seat["person"]), stage.bodies[seat["to"]], seat["credential"])
    for said in told["comments"]:
        Comment.objects.create(
            body=stage.bodies[said["body"]],
            proposal=said["proposal"],
            person=person(said["person"]),
            words=said["words"],
            language=said["language"],
            at=people.today(now - said["days"] * _DAY),
        )


_SPEAKERS = ("Amal", "Bruno", "Kemi", "Pilar")
_PAPERS = ((1, 2, 0, 0), (2, 1, 3, 0), (0, 0, 1, 2), (1, 0, 2, 0), (0, 1, 0, 2), (3, 2, 1, 0), (0, 0, 0, 1))


def _secret_votes(body: str, now: int) -> None:
    """One takes ballots, of which some wait; one waits for its credentials; of one the trustees have not begun.

    What only voters and trustees would have (slips, secrets) lies in a file beside the sign-in links, to try them out.
    """
    names = ("hassan-m", "nadia-m", "marek-m")
    trustees = [Person.objects.get(body=body, token=person_token("A3", name)) for name in names]
    closes = now + 10 * _DAY
    asked = {"voting": "speakers-2027", "matter": "speakers", "options": list(_SPEAKERS), "chosen": 1}
    ceremony = ceremonies.prepare(body, asked | {"closes": closes}, at=now, by="secretary")
    kept = secret_votes.make_key(ceremony, trustees)
    slips = secret_votes.make_credentials(ceremony)
    ceremonies.open_vote(ceremony, at=now, by="secretary")
    for slip, paper in zip(slips, _PAPERS, strict=False):
        data = secret_votes.ballot(ceremony, slip, *paper)
        cast_ballot(body, ceremony.voting, data, at=now)
    asked = {"voting": "mediators", "matter": "mediators", "options": list(_SPEAKERS), "chosen": 2}
    mediators = ceremonies.prepare(body, asked | {"closes": closes}, at=now, by="secretary")
    secret_votes.make_key(mediators, trustees)
    strike = {"voting": "rent-strike", "matter": "rent-strike", "closes": closes}
    ceremonies.prepare(body, strike, at=now, by="secretary")
    told = {
        "booth": f"/b/{body}/booth/{ceremony.voting}/",
        "slips": slips[len(_PAPERS) :],
        "trustees": {name.partition("-")[0]: kept[number] for number, name in enumerate(names, 1)},
    }
    _write(Path(settings.DATA_DIR) / SLIPS, json.dumps(told, indent=1))


def slip_links() -> list[str]:
    """Paths that a few of the example's slips lead to; none on a node without the example."""
    path = Path(settings.DATA_DIR) / SLIPS
    told = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"slips": []}
    return [f"{told['booth']}#{slip}" for slip in told["slips"][:2]]


def _write(mark: Path, word: str) -> None:
    """Say how far the loading is, so that a crash at any line is seen at the next start."""
    new = mark.with_suffix(".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(word)
        file.flush()
        os.fsync(file.fileno())
    new.replace(mark)
