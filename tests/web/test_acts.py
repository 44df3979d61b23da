"""Acts through their forms: what is refused is said, what was typed stays, and nothing is half done."""

from __future__ import annotations

import re

import pytest

from symbiosis.actions import folds
from symbiosis.core.acts import ROWS
from symbiosis.store import reader
from symbiosis.store.models import TellerReport
from symbiosis.web.views.acts import ELSEWHERE
from tests.web.conftest import Person as Somebody
from tests.web.conftest import invited, joined, text_of

TEXTS = {
    "texts.en": "# Quiet hours\n\nFrom ten at night.",
    "texts.es": "# Horas de silencio\n\nDesde las diez.",
}


@pytest.fixture
def body(founded):
    """A body with four people: rosa its secretary, ana, bo and cy."""
    keeper, body = founded
    people = {"rosa": keeper}
    for name, code in zip(["ana", "bo", "cy"], invited(keeper, body, "Ana", "Bo", "Cy"), strict=True):
        people[name] = joined(code, name)
    return people, body


def proposed(people, body, matter="general"):
    """Put a proposal, freeze it, open the vote on it."""
    rosa = people["rosa"]
    put = rosa.post(f"/b/{body}/act/ProposalPut/?home=1", {"title": "Quiet hours", "matter": matter} | TEXTS)
    assert put.status_code == 302, text_of(put)
    assert put["Location"] == f"/b/{body}/proposal/quiet-hours/"
    rosa.post(f"/b/{body}/act/VersionFrozen/?proposal=quiet-hours&version=1", {})
    opened = rosa.post(
        f"/b/{body}/act/VotingOpened/?proposal=quiet-hours&version=1&matter={matter}&stage=1&voting=quiet",
        {"closes": "2031-01-01T12:00"},
    )
    assert opened.status_code == 302, text_of(opened)


def test_a_text_is_shown_in_the_language_of_the_reader(body):
    people, body = body
    proposed(people, body)
    ana = people["ana"]
    assert "From ten at night" in ana.page(f"/b/{body}/proposal/quiet-hours/")
    ana.post("/language", {"language": "es", "next": "/"})
    page = ana.page(f"/b/{body}/proposal/quiet-hours/")
    assert "Desde las diez" in page
    assert "Lo que me espera" in page
    assert "From ten" in ana.page(f"/b/{body}/proposal/quiet-hours/?language=en")


def test_an_open_vote_is_cast_changed_and_seen(body):
    people, body = body
    proposed(people, body)
    ana = people["ana"]
    assert "Quiet hours" in ana.page("/")
    ana.post(f"/b/{body}/voting/quiet/", {"choice": "yes"})
    ana.post(f"/b/{body}/voting/quiet/", {"choice": "no"})
    assert "Your vote now: No" in ana.page(f"/b/{body}/voting/quiet/")
    assert list(folds.caught_up(body).book.votes["quiet"].values()) == ["no"]
    refused = ana.post(f"/b/{body}/voting/quiet/", {"choice": "maybe"})
    assert refused.status_code == 409
    assert 'role="alert"' in refused.content.decode()


def test_who_came_later_is_told_that_the_vote_is_not_theirs(body):
    people, body = body
    proposed(people, body)
    late = joined(invited(people["rosa"], body, "Dee")[0], "dee")
    assert "This vote is not yours" in late.page(f"/b/{body}/voting/quiet/")
    assert late.post(f"/b/{body}/voting/quiet/", {"choice": "yes"}).status_code == 409
    stranger = Somebody()
    assert stranger.post(f"/b/{body}/voting/quiet/", {"choice": "yes"}).status_code == 409


def test_a_closed_vote_leaves_no_choice_in_the_record(body):
    people, body = body
    proposed(people, body, "elections")
    page = people["ana"].page(f"/b/{body}/voting/quiet/")
    assert "the keeper of this node could see who voted how" in page
    people["ana"].post(f"/b/{body}/voting/quiet/", {"choice": "yes"})
    assert folds.caught_up(body).book.votes == {}
    assert b'"choice"' not in reader.bundle(body, book=True)


def test_a_refused_form_keeps_what_was_typed_and_stores_nothing(body):
    people, body = body
    before = folds.caught_up(body).board.size
    answer = people["rosa"].post(
        f"/b/{body}/act/MeetingCalled/",
        {"meeting": "spring", "on": "2020-01-01", "call": "1", "items": "quiet"},
    )
    assert answer.status_code == 409
    page = answer.content.decode()
    assert 'value="spring"' in page
    assert 'value="2020-01-01"' in page
    assert "days" in text_of(answer)
    assert folds.caught_up(body).board.size == before


@pytest.mark.parametrize(
    "typed",
    [
        {"meeting": "Not A Name", "on": "2031-01-01"},
        {"meeting": "spring", "on": "yesterday"},
        {"meeting": "spring", "on": "2031-01-01", "call": "-3"},
        {"meeting": "spring", "on": ""},
        {"meeting": "x" * 5000, "on": "2031-01-01"},
        {"meeting": "spring\x00", "on": "2031-01-01"},
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(body, typed):
    people, body = body
    answer = people["rosa"].post(f"/b/{body}/act/MeetingCalled/", typed)
    assert answer.status_code == 409
    alert = re.search(r'role="alert"><p>(.+?)</p>', answer.content.decode(), re.DOTALL)
    assert alert
    assert "Traceback" not in answer.content.decode()


def test_every_act_for_people_has_a_form(body):
    people, body = body
    for row in ROWS:
        kind = row.act.__name__
        path = f"/b/{body}/act/{kind}/?home=1"
        if row.who not in ("role", "member", "anyone") or kind in ELSEWHERE:
            assert people["rosa"].get(path).status_code == 404, kind
            continue
        answer = people["rosa"].get(path)
        assert answer.status_code == 200, kind
        assert answer.content.count(b"<form") >= 2, kind
        empty = people["rosa"].post(path, {})
        assert empty.status_code in (302, 409), (kind, text_of(empty))


def test_two_tellers_must_count_the_same(body):
    people, body = body
    rosa = people["rosa"]
    for name in ("ana", "bo"):
        token = next(t for t, n in _names(body).items() if n == name.title())
        given = rosa.post(f"/b/{body}/act/RoleGiven/?token={token}", {"role": "teller"})
        assert given.status_code == 302, text_of(given)
    proposed(people, body)
    path = f"/b/{body}/count/{body}/quiet/"
    assert people["cy"].get(path).status_code == 409
    people["ana"].post(path, {"counts.yes": "3", "counts.no": "1"})
    page = people["bo"].page(path)
    assert "counted already" in page
    assert 'value="3"' not in page
    assert people["bo"].post(path, {"counts.yes": "2", "counts.no": "1"}).status_code == 409
    assert folds.caught_up(body).board.votings["quiet"].reported == []
    assert people["bo"].post(path, {"counts.yes": "3", "counts.no": "1"}).status_code == 302
    [report] = folds.caught_up(body).board.votings["quiet"].reported
    assert report.counts == {"yes": 3, "no": 1}
    assert len(set(report.tellers)) == 2
    assert TellerReport.objects.count() == 0


def _names(body):
    from symbiosis.queries.people import names_in

    return names_in(body)


def test_addresses_that_lead_nowhere_say_so(body):
    people, body = body
    for path in (
        f"/b/{'a' * 52}/",
        "/b/nonsense/",
        f"/b/{body}/proposal/none/",
        f"/b/{body}/voting/none/",
        f"/b/{body}/decision/none/",
        f"/b/{body}/meeting/none/agenda/",
        f"/b/{body}/charter/?version=9",
        f"/b/{body}/act/Nothing/",
        f"/b/{body}/confederation/",
        f"/b/{body}/text/{'0' * 64}",
        "/nowhere",
    ):
        answer = people["rosa"].get(path)
        assert answer.status_code == 404, path
        assert "Nothing is here" in text_of(answer), path


def test_comments_are_shown_safely(body):
    people, body = body
    proposed(people, body)
    people["ana"].post(
        f"/b/{body}/proposal/quiet-hours/comment",
        {"words": "<script>alert(1)</script> **for it** [x](javascript:1)"},
    )
    page = people["bo"].get(f"/b/{body}/proposal/quiet-hours/").content.decode()
    assert "<script" not in page
    assert "javascript:" not in re.sub(r"\[x\]\(javascript:1\)", "", page)
    assert "<strong>for it</strong>" in page
    assert Somebody().post(f"/b/{body}/proposal/quiet-hours/comment", {"words": "no"}).status_code == 409


def test_a_board_for_the_confederation_is_not_shown_to_others(body):
    people, body = body
    fold = folds.caught_up(body)
    import msgspec

    charter = fold.board.charters[-1]
    charter.charter = msgspec.structs.replace(charter.charter, visibility="confederation")
    assert Somebody().get(f"/b/{body}/").status_code == 404
    assert Somebody().get(f"/b/{body}/bundle").status_code == 404
    assert people["ana"].get(f"/b/{body}/").status_code == 200
    folds.drop_all()


def test_the_book_is_for_members(body):
    people, body = body
    assert people["ana"].get(f"/b/{body}/bundle?book=1").content == reader.bundle(body, book=True)
    assert Somebody().get(f"/b/{body}/bundle?book=1").status_code == 404
    assert Somebody().get(f"/b/{body}/bundle").content == reader.bundle(body)


def test_pages_send_strict_headers_and_no_third_party(body):
    people, body = body
    answer = people["ana"].get(f"/b/{body}/")
    assert "script-src 'none'" in answer["Content-Security-Policy"]
    assert not re.search(rb'(?:src|href|action)="(?:https?:)?//', answer.content)
    assert b"<script" not in answer.content
    assert b" style=" not in answer.content
