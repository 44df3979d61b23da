"""No table, act or log line may say who somebody is, or join a person to a secret choice.

Each rule here is tried on a table that breaks it, too: a walk that finds nothing must be one that could find it.
"""

from __future__ import annotations

import http.client
import re
import sqlite3
from pathlib import Path

import django.db.models as fields
import msgspec
import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test.utils import isolate_apps

from symbiosis.core.acts import BY_TYPE
from symbiosis.core.member_votes import VoteCast, check_may_vote
from tests.node.nodes import Served
from tests.store.databases import Node, new_node

# What a table is for. A new table has no place here until somebody has thought about what it could tell.
KINDS = {
    "store.Log": "record",
    "store.Entry": "record",
    "store.Tile": "record",
    "store.RecordKey": "key",
    "store.Attachment": "text",
    "store.SealedVote": "choice",
    "store.Person": "person",
    "store.Invitation": "person",
    "store.Session": "person",
    "store.Passkey": "person",
    "store.Comment": "person",
    "store.TellerReport": "count",
    "store.Ceremony": "text",
    "store.TrusteeMessage": "key",
    "store.WaitingBallot": "choice",
    "store.RefusedBallots": "count",
    "auth.User": "person",
    "auth.User_groups": "person",
    "auth.User_user_permissions": "person",
    "auth.Group": "framework",
    "auth.Group_permissions": "framework",
    "auth.Permission": "framework",
    "contenttypes.ContentType": "framework",
    "sessions.Session": "person",
}
WHO_SOMEBODY_IS = re.compile(
    r"(^|_)(first|last|legal|full|real|birth|maiden)_?name|surname|(^|_)(address|street|city|postcode|zip|phone|"
    r"mobile|e?mail|photo|picture|avatar|portrait|birth|birthday|age|gender|sex|race|religion|nationality|"
    r"citizenship|passport|status|ip|user_agent|latitude|longitude|location|fingerprint)(_|$)"
)
# Columns of Django's own account table that nothing of ours writes (a test below) or shows.
FRAMEWORK_COLUMNS = {("auth.User", "first_name"), ("auth.User", "last_name"), ("auth.User", "email")}
# When somebody signed in last and when the account was made: in a table that holds no choice and leads to none.
FRAMEWORK_MOMENTS = {
    ("auth.User", "last_login"),
    ("auth.User", "date_joined"),
    ("sessions.Session", "expire_date"),
}
A_CHOICE = re.compile(r"(^|_)(choice|sealed|ballot|votes?|preference|position)(_|$)")
A_PERSON = re.compile(r"(^|_)(person|account|user|token|member|name|username|credential|session|teller)(_|$)")
SOURCES = Path(__file__).resolve().parents[2] / "src" / "symbiosis"


def columns(model: type[fields.Model]) -> list[fields.Field]:
    return [each for each in model._meta.get_fields() if getattr(each, "column", None)]


def problems(model: type[fields.Model], kinds: dict[str, str]) -> list[str]:
    """What a table could tell that it must not."""
    label = model._meta.label
    kind = kinds.get(label)
    found = [] if kind else [f"{label} has no place in the list of what tables are for"]
    chooses = kind == "choice" or any(A_CHOICE.search(each.name) for each in columns(model))
    for each in columns(model):
        place = (label, each.name)
        if WHO_SOMEBODY_IS.search(each.name) and place not in FRAMEWORK_COLUMNS:
            found.append(f"{label}.{each.name} could say who somebody is")
        exact = isinstance(each, fields.DateTimeField | fields.TimeField)
        if exact and place not in FRAMEWORK_MOMENTS:
            found.append(f"{label}.{each.name} is a moment: a date is enough")
        if isinstance(each, fields.GenericIPAddressField | fields.FileField):
            found.append(f"{label}.{each.name} holds an address or a file")
        if chooses and (each.is_relation or A_PERSON.search(each.name)):
            found.append(f"{label}.{each.name} joins a person to a choice")
        if chooses and isinstance(each, fields.DateField | fields.TimeField):
            found.append(f"{label}.{each.name} joins a choice to a time")
        if each.is_relation and kinds.get(each.related_model._meta.label) == "choice":
            found.append(f"{label}.{each.name} leads to a choice")
    return found


def act_problems(act: type[msgspec.Struct]) -> list[str]:
    """What a kind of act could put into a record that must not be there."""
    names = {each.name for each in msgspec.structs.fields(act)}
    found = [f"{act.__name__}.{name}" for name in sorted(names) if WHO_SOMEBODY_IS.search(name)]
    if "token" in names and names & {"choice", "votes", "ballot"} and act is not VoteCast:
        found.append(f"{act.__name__} puts a person's choice into a record")
    return found


def test_no_table_tells() -> None:
    models = apps.get_models(include_auto_created=True)
    assert {each._meta.label for each in models} == set(KINDS)
    assert [problem for model in models for problem in problems(model, KINDS)] == []


def test_the_walk_finds_a_table_that_tells() -> None:
    with isolate_apps("symbiosis.store"):

        class Telling(fields.Model):
            person = fields.ForeignKey(Session, on_delete=fields.CASCADE)
            choice = fields.CharField(max_length=20)
            at = fields.DateTimeField()
            home_address = fields.CharField(max_length=80)
            seen_from = fields.GenericIPAddressField()

            class Meta:
                app_label = "store"

        class Later(fields.Model):
            vote = fields.ForeignKey(Telling, on_delete=fields.CASCADE)

            class Meta:
                app_label = "store"

    assert problems(Telling, KINDS) == [
        "store.Telling has no place in the list of what tables are for",
        "store.Telling.person joins a person to a choice",
        "store.Telling.at is a moment: a date is enough",
        "store.Telling.at joins a choice to a time",
        "store.Telling.home_address could say who somebody is",
        "store.Telling.seen_from holds an address or a file",
    ]
    kinds = KINDS | {"store.Telling": "choice", "store.Later": "person"}
    assert problems(Later, kinds) == [
        "store.Later.vote joins a person to a choice",
        "store.Later.vote leads to a choice",
    ]


def test_no_act_tells() -> None:
    assert [problem for act in BY_TYPE for problem in act_problems(act)] == []

    class Told(msgspec.Struct):
        token: str
        choice: str
        photo: str

    assert act_problems(Told) == ["Told.photo", "Told puts a person's choice into a record"]


def test_a_vote_in_a_record_is_an_open_one() -> None:
    """`VoteCast` holds token and choice: its check lets it into a record for open votings alone."""
    source = Path(check_may_vote.__code__.co_filename).read_text(encoding="utf-8")
    assert 'check_may_vote(book.board, book, act, "open")' in source


def test_nothing_writes_the_columns_that_came_with_accounts() -> None:
    told = [
        str(path.relative_to(SOURCES))
        for path in SOURCES.rglob("*")
        if path.suffix in (".py", ".html") and path.name != "0001_initial.py"
        if re.search(r"\b(first_name|last_name|email)\b", path.read_text(encoding="utf-8"))
    ]
    assert told == []


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Node:
    """A node on SQLite."""
    return new_node("sqlite", tmp_path_factory.mktemp("leaks"), "", "leaks")


NEEDLE = "needle7351"
AWAY = {
    "User-Agent": f"{NEEDLE}-browser",
    "X-Forwarded-For": "203.0.113.77",
    "Referer": f"http://{NEEDLE}.example/",
    "Cookie": f"sessionid={NEEDLE}; csrftoken={NEEDLE}",
    "Content-Type": "application/x-www-form-urlencoded",
}


def asked(port: int, method: str, path: str, headers: dict[str, str] | None = None) -> int:
    """The status of one request with words in it that must be kept nowhere."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    body = f"code={NEEDLE}&username={NEEDLE}&password={NEEDLE}&choice={NEEDLE}&csrfmiddlewaretoken={NEEDLE}"
    line.request(method, path, body if method == "POST" else None, AWAY | (headers or {}))
    status = line.getresponse().status
    line.close()
    return status


def test_no_log_line_tells(alone: Node) -> None:
    """Addresses, browsers, codes and choices of requests, good, bad and forged, are neither printed nor kept."""
    with Served(alone.data) as served:
        codes = {
            asked(served.port, "GET", "/"),
            asked(served.port, "GET", f"/join/{NEEDLE}"),
            asked(served.port, "GET", f"/nothing/{NEEDLE}?code={NEEDLE}"),
            asked(served.port, "POST", f"/join/{NEEDLE}"),
            asked(served.port, "POST", "/sign-in"),
            asked(served.port, "POST", f"/b/{NEEDLE}/voting/{NEEDLE}/"),
            asked(served.port, "PUT", f"/join/{NEEDLE}"),
            asked(served.port, "GET", f"/join/{NEEDLE}", {"Host": f"{NEEDLE}.example"}),
            asked(served.port, "GET", f"/join/{NEEDLE}%00%ff"),
        }
        # And a page that breaks: the table behind it is not there.
        with sqlite3.connect(alone.data / "node.sqlite3") as database:
            database.execute("ALTER TABLE store_invitation RENAME TO away")
        database.close()
        codes.add(asked(served.port, "GET", f"/join/{NEEDLE}"))
        served.process.terminate()
        said = served.said()
    assert {403, 404, 500} <= codes
    assert "Symbiosis is at" in said
    assert "500 at /join/<str:code>" in said
    assert "OperationalError" in said
    for needle in (NEEDLE, "203.0.113.77"):
        assert needle not in said
        kept = [
            path.name
            for path in alone.data.rglob("*")
            if path.is_file() and needle.encode() in path.read_bytes()
        ]
        assert kept == []
