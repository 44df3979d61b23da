"""The worked example: loaded once, current, with people who have something to do; half-loaded is said."""

import json
import stat
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import User

from symbiosis.actions import folds, people
from symbiosis.errors import Unavailable
from symbiosis.queries import waiting
from symbiosis.queries.people import viewer_of
from symbiosis.record import identity
from symbiosis.rehearsal import example
from symbiosis.rehearsal.story import read_story
from symbiosis.store import reader
from symbiosis.store.models import Comment, Person
from symbiosis.verify.files import verify_files

STORY = (example.STORIES / "example.story").read_text(encoding="utf-8")
ZONE = ZoneInfo("America/Mexico_City")


@pytest.fixture
def node(db, settings, tmp_path):
    """An empty node."""
    settings.DATA_DIR = tmp_path
    folds.drop_all()
    yield tmp_path
    folds.drop_all()


@pytest.fixture
def ours(monkeypatch):
    """The example without its gallery, which has tests of its own."""
    monkeypatch.setattr(example, "GALLERY", ())


def codes():
    """Bodies by name."""
    return {folds.caught_up(body).board.name: body for body in reader.bodies()}


def test_loading_twice_is_loading_once(node, ours):
    said = []
    example.load_example(said.append)
    bodies, links = reader.bodies(), example.sign_in_links()
    sizes = [folds.caught_up(body).board.size for body in bodies]
    assert len(bodies) == 17
    assert len(said) > 5
    assert not any("not loaded" in line for line in said)
    example.load_example(said.append)
    assert reader.bodies() == bodies
    assert [folds.caught_up(body).board.size for body in bodies] == sizes
    assert example.sign_in_links() == links
    verify_files([(body, reader.bundle(body, book=True)) for body in bodies])


def test_it_ends_today_or_yesterday_and_never_ahead_of_the_clock(node, ours):
    now = int(time.time())
    example.load_example(lambda line: None, at=now)
    last = max(folds.caught_up(body).board.at for body in reader.bodies())
    assert now - 86400 < last <= now
    kiln = folds.caught_up(codes()["Kiln Street"]).board
    assert kiln.votings["quiet"].closes > now
    assert kiln.votings["mandate-ateliers"].closes > now
    assert kiln.meetings["june-second"].on > datetime.fromtimestamp(now, ZONE).date().isoformat()


@pytest.mark.parametrize("hour", [0, 9, 11, 12, 23])
def test_the_last_act_is_as_late_as_it_can_be(hour):
    statements = read_story(STORY)
    now = datetime(2031, 2, 28, hour, 30, tzinfo=ZONE)
    moved = example.shifted(statements, example.days_until(statements, int(now.timestamp())))
    last = datetime.fromisoformat([each.words[0] for each in moved if each.kind == "at"][-1])
    assert timedelta(0) <= now - last.replace(tzinfo=ZONE) < timedelta(days=1)


def test_a_text_of_a_story_can_have_lines():
    (act,) = read_story(r'A/r: Xy a="one\ntwo" b=$text("- \"one\"\n- t\\w\o")')
    assert act.fields["a"] == "one\ntwo"
    assert act.fields["b"].argument == '- "one"\n- t\\wo'


def test_every_date_of_the_story_is_moved():
    statements = read_story(STORY)
    left = [
        each
        for each in example.shifted(statements, 3653)
        if any(f"{year}-" in str((each.words, each.fields, each.expected)) for year in (2026, 2027))
    ]
    assert left == []


def test_each_role_has_a_link_that_signs_in(node, ours):
    example.load_example(lambda line: None)
    links = example.sign_in_links()
    assert [label for label, _ in links] == [
        "Member of Kiln Street",
        "Secretary of Kiln Street",
        "Facilitator of Kiln Street",
        "Teller of Kiln Street",
        "Second teller of Kiln Street",
        "Election commission of Kiln Street",
        "Key holder of Kiln Street",
        "Second key holder of Kiln Street",
        "Third key holder of Kiln Street",
        "Delegate of Kiln Street",
        "Chair of the congress",
        "Translator of the congress",
        "Keeper of this node",
    ]
    assert stat.S_IMODE((node / "example-links.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((node / "example").stat().st_mode) == 0o600
    accounts = {label: people.account_of_link(path.rsplit("/", 1)[1]) for label, path in links}
    assert accounts["Member of Kiln Street"].username == "rosa"
    assert len({account.pk for account in accounts.values()}) == len(links)
    assert User.objects.get(username="keeper").is_staff
    assert User.objects.filter(is_staff=True).count() == 1


def test_each_role_has_something_to_do(node, ours):
    example.load_example(lambda line: None)
    now, day = int(time.time()), datetime.now(ZONE).date().isoformat()
    waits = {
        label: {
            (each.what, each.voting or each.proposal)
            for each in waiting.waiting_for(
                viewer_of(people.account_of_link(path.rsplit("/", 1)[1])), now, day
            )
            if not each.done
        }
        for label, path in example.sign_in_links()
    }
    assert {("vote", "quiet"), ("vote", "mandate-ateliers")} <= waits["Member of Kiln Street"]
    assert ("mandate", "mandate-ateliers") in waits["Secretary of Kiln Street"]
    assert ("seat_vote", "levy-congress") in waits["Delegate of Kiln Street"]
    assert ("translation", "ateliers") in waits["Translator of the congress"]
    assert waits["Keeper of this node"] == set()


def test_people_are_rows_of_this_node_and_on_the_roll(node, ours):
    example.load_example(lambda line: None)
    kiln = folds.caught_up(codes()["Kiln Street"])
    assert kiln.book is not None
    rows = Person.objects.filter(body=kiln.board.id)
    assert set(rows.values_list("token", flat=True)) == set(kiln.book.roll)
    assert kiln.board.members == rows.count() == 148
    assert Person.objects.filter(seat_to=codes()["Congress of the Confederation"]).count() == 3
    assert set(Comment.objects.filter(proposal="roof").values_list("language", flat=True)) == {"en", "es"}
    names = [name for name in rows.values_list("name", flat=True) if name]
    assert "Rosa M." in names
    written = b""
    for origin in (identity.board_origin(kiln.board.id), identity.book_origin(kiln.board.id)):
        written += b"".join(reader.entries(origin, 0, reader.size(origin)))
    assert rows.get(name="Rosa M.").token.encode() in written
    assert not [name for name in names if name.encode() in written]


def test_stopped_in_the_middle_is_said_at_the_next_start(node, ours, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(example, "_bring_in_people", stop)
    with pytest.raises(KeyboardInterrupt):
        example.load_example(lambda line: None)
    monkeypatch.undo()
    for _ in range(2):
        with pytest.raises(Unavailable, match=r"delete .* and start again"):
            example.load_example(lambda line: None)


def test_a_node_in_use_is_left_alone(node, ours):
    User.objects.create(username="someone")
    said = []
    example.load_example(said.append)
    assert reader.bodies() == []
    assert example.sign_in_links() == []
    assert "not loaded" in said[0]
    assert not (node / "example").exists()


def test_the_gallery_is_played_on_its_own_dates(node):
    assert all((example.STORIES / name).exists() for name in example.GALLERY)
    example.load_example(lambda line: None)
    assert len(reader.bodies()) > 17
    years = {datetime.fromtimestamp(folds.caught_up(body).board.at, UTC).year for body in reader.bodies()}
    assert 2020 in years


def test_the_links_file_names_accounts_and_nothing_else(node, ours):
    example.load_example(lambda line: None)
    links = json.loads((node / "example-links.json").read_text())
    assert all(set(link) == {"account", "label"} for link in links.values())
    assert all(len(key) >= 16 for key in links)
