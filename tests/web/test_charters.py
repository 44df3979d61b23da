"""A charter is changed in words or as a text: what is wrong is said with its line, and nothing is half adopted."""

from __future__ import annotations

import pytest

from symbiosis import rulebooks
from symbiosis.actions import folds
from tests.web.conftest import text_of

WRONG = rulebooks.text_of("assembly").replace('share = "2/3"', 'share = "66%"', 1)


@pytest.fixture
def body(founded):
    return founded


def test_a_pasted_charter_with_a_mistake_is_refused_with_its_line(body):
    rosa, here = body
    line = 1 + WRONG[: WRONG.index("66%")].count("\n")
    answer = rosa.post(f"/b/{here}/charter/change/", {"charter": WRONG})
    told = text_of(answer)
    assert answer.status_code == 409
    assert f"{line}" in told
    assert "66%" in told
    assert "2/3" in told
    assert len(folds.caught_up(here).board.charters) == 1


def test_a_pasted_charter_without_a_mistake_becomes_a_draft_that_shows_what_it_changes(body):
    rosa, here = body
    written = rulebooks.text_of("assembly").replace("notice_days = 5", "notice_days = 9", 1)
    answer = rosa.post(f"/b/{here}/charter/change/", {"charter": written}, follow=True)
    told = text_of(answer)
    assert answer.status_code == 200
    assert "called at least 5 days before" in told
    assert "called at least 9 days before" in told
    assert "This body has no decisions yet to try it on." in told


def test_what_was_typed_stays_when_it_is_refused(body):
    rosa, here = body
    page = rosa.get(f"/b/{here}/charter/change/").content.decode()
    fields = dict(_inputs(page)) | {"meetings.quorum.0.share": "a third"}
    answer = rosa.post(f"/b/{here}/charter/change/", fields)
    assert answer.status_code == 409
    assert 'value="a third"' in answer.content.decode()


def test_nothing_changed_is_said(body):
    rosa, here = body
    page = rosa.get(f"/b/{here}/charter/change/").content.decode()
    answer = rosa.post(f"/b/{here}/charter/change/", dict(_inputs(page)))
    assert answer.status_code == 409
    assert "nothing was changed" in text_of(answer)


def test_a_change_that_cannot_work_is_said_before_anybody_votes(body):
    rosa, here = body
    page = rosa.get(f"/b/{here}/charter/change/").content.decode()
    fields = dict(_inputs(page)) | {"meetings.quorum.0.minimum": "500"}
    answer = rosa.post(f"/b/{here}/charter/change/", fields, follow=True)
    assert "500" in text_of(answer).partition("What cannot work in it")[2].partition("Tried on the past")[0]


def test_a_draft_is_found_under_its_hash_alone(body):
    rosa, here = body
    assert rosa.get(f"/b/{here}/charter/draft/{'0' * 64}/").status_code == 404


def test_who_is_no_member_changes_nothing(body, client):
    _, here = body
    assert client.get(f"/b/{here}/charter/change/").status_code in (302, 403, 409)


def _inputs(page: str) -> list[tuple[str, str]]:
    """The form's fields as a browser would send them."""
    import re

    form = page.partition('<form method="post">')[2].partition("</form>")[0]
    found = re.findall(r'<input id="c-[^"]+" name="([^"]+)" value="([^"]*)"', form)
    found += re.findall(r'<input type="checkbox" name="([^"]+)" value="(on)" checked', form)
    for name, options in re.findall(r'<select id="c-[^"]+" name="([^"]+)">(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found.append((name, chosen.group(1) if chosen else ""))
    return found
