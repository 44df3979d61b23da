"""Votes on options through their pages: ranked on a phone, typed in by tellers, counted stage by stage, printed."""

from __future__ import annotations

import secrets
import time

import pytest

from symbiosis.actions import folds
from symbiosis.actions.founding import Randomness, found_body
from symbiosis.actions.perform import perform
from symbiosis.counting.harmonic import harmonic
from symbiosis.counting.papers import Marks
from symbiosis.counting.reserved import Reserved
from symbiosis.counting.sortition import sortition
from symbiosis.counting.ties import TieRule
from symbiosis.web.count_plots import picture
from tests.practice.worlds import matter, rules, stage
from tests.web.conftest import text_of
from tests.web.test_proxies import joined, signed_in

PEOPLE = ("rosa", "ana", "cy", "di")
OPTIONS = ["Roof", "Boiler", "Garden"]


def election(*, method="stv-scottish", chosen=1, seed="", options=OPTIONS, **more):
    """A body of four with an open vote on three options, if there are any; its id and everybody's browser."""
    now = int(time.time())
    charter = rules({"works": matter(stage(method=method, conditions=[], **more))})
    random = Randomness(*(secrets.token_bytes(32) for _ in range(4)), secrets.token_bytes(16))
    body = found_body(charter, random, at=now)
    people = {name: joined(body, name, now) for name in PEOPLE}
    for name in ("rosa", "ana"):
        perform(body, "RoleGiven", {"token": people[name].token, "role": "desk"}, at=now, by="desk")
    perform(body, "RollCounted", {}, at=now, by="desk")
    opened = {"voting": "works", "matter": "works", "options": options, "chosen": chosen}
    opened |= {"seed": seed} if seed else {}
    if options:
        perform(body, "VotingOpened", opened, at=now, by="desk")
    return body, {name: signed_in(name) for name in PEOPLE}


def ranked(*marks):
    return {f"mark.{number}": str(mark) for number, mark in enumerate(marks) if mark}


def test_members_rank_change_and_read_the_count(node):
    body, clients = election(ties=["earlier_round", "lot"], seed="4 1 6")
    address = f"/b/{body}/voting/works/"
    assert "Number them in your order" in clients["cy"].page(address)
    for name, paper in (("rosa", (1, 2, 3)), ("ana", (1, 2, "")), ("cy", (3, 1, 2)), ("di", ("", 2, 1))):
        answer = clients[name].post(address, ranked(*paper))
        assert answer.status_code == 302, text_of(answer)
    assert "Your vote now: 1. Boiler, 2. Garden, 3. Roof." in clients["cy"].page(address)
    clients["cy"].post(address, {"blank": "on"})
    assert "Your vote now: Blank" in clients["cy"].page(address)
    clients["cy"].post(address, ranked(3, 1, 2))
    votes = folds.caught_up(body).book.votes["works"]
    assert sorted(votes.values()) == ["- 2 1", "1 2 -", "1 2 3", "3 1 2"]
    answer = clients["rosa"].post(f"/b/{body}/act/VotingClosed/", {"voting": "works"})
    assert answer.status_code == 302, text_of(answer)
    page = clients["di"].get(f"/b/{body}/decision/works/")
    words = text_of(page)
    assert "chosen: Roof" in words or "chosen: Garden" in words
    assert "The lot falls on" in words
    assert "First preferences are counted." in words
    assert "2.00000" in words
    assert 'class="flow"' in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "nothing is marked"),
        (ranked(1, 2) | {"blank": "on"}, "said to be blank"),
        (ranked(1, 1), "Two options have the same number"),
        (ranked(1, "x"), "Boiler: a whole number is needed"),
        ({"mark.0": "1", "mark.1": "0"}, "A number here is from"),
    ],
)
def test_what_cannot_count_is_said_and_nothing_typed_is_lost(node, typed, said):
    body, clients = election()
    answer = clients["cy"].post(f"/b/{body}/voting/works/", typed)
    assert answer.status_code == 409
    assert said in text_of(answer)
    for name, value in typed.items():
        if name.startswith("mark."):
            assert f'name="{name}"' in answer.content.decode()
            assert f'value="{value}"' in answer.content.decode()
    assert not folds.caught_up(body).book.votes.get("works")


def test_a_closed_vote_on_options_keeps_only_totals(node):
    body, clients = election(secrecy="closed")
    for name in ("rosa", "ana", "cy"):
        answer = clients[name].post(f"/b/{body}/voting/works/", ranked(2, 1, 3))
        assert answer.status_code == 302, text_of(answer)
    perform(body, "VotingClosed", {"voting": "works"}, at=int(time.time()), by="desk")
    held = folds.caught_up(body).board.votings["works"]
    assert held.tally == {"2 1 3": 3}
    assert held.outcome.elected == ("Boiler",)
    assert not folds.caught_up(body).book.votes.get("works")


def test_two_tellers_type_papers_and_see_where_they_differ(node):
    body, clients = election(secrecy="hands")
    address = f"/b/{body}/count/{body}/works/"
    assert "No paper yet" in clients["rosa"].page(address)
    for times, paper in ((2, (1, 2, 3)), (1, (2, 1, ""))):
        answer = clients["rosa"].post(address, ranked(*paper) | {"times": str(times)})
        assert answer.status_code == 302, text_of(answer)
    clients["rosa"].post(address, {"spoiled": "on", "times": "1"})
    assert "4 papers" in clients["rosa"].page(address)
    clients["rosa"].post(address, {"off": "1 2 3"})
    assert "3 papers" in clients["rosa"].page(address)
    clients["rosa"].post(address, ranked(1, 2, 3))
    refused = clients["rosa"].post(address, ranked(1, 1, 3))
    assert refused.status_code == 409
    assert 'value="3"' in refused.content.decode()
    clients["rosa"].post(address, {"finish": "1"})
    for paper in ((1, 2, 3), (1, 2, 3), (1, 2, "")):
        clients["ana"].post(address, ranked(*paper))
    clients["ana"].post(address, {"spoiled": "on"})
    page = clients["ana"].page(address)
    assert "Another teller is typing" in page
    assert "differ" not in page
    answer = clients["ana"].post(address, {"finish": "1"})
    assert answer.status_code == 409
    assert "1. Boiler, 2. Roof" in text_of(answer)
    assert not folds.caught_up(body).board.votings["works"].reported
    clients["ana"].post(address, {"off": "1 2 -"})
    clients["ana"].post(address, ranked(2, 1, ""))
    assert clients["ana"].post(address, {"finish": "1"}).status_code == 302
    [report] = folds.caught_up(body).board.votings["works"].reported
    assert report.counts == {"1 2 3": 2, "2 1 -": 1, "spoiled": 1}
    assert len(report.tellers) == 2


def test_papers_are_printed_in_the_number_asked_for(node):
    body, clients = election()
    page = clients["cy"].get(f"/b/{body}/voting/works/papers/?n=3").content.decode()
    assert page.count('class="ballot"') == 3
    assert page.count("Garden") == 3


PROJECTS = "Print shop 60\nGarden: 70\nRadio hour 50\n"


def test_a_budget_is_asked_ticked_and_everybody_can_see_what_a_vote_paid(node):
    body, clients = election(method="equal-shares-budget", options=())
    asked = {"voting": "money", "matter": "works", "options": PROJECTS, "budget": "120", "unit": "hours"}
    opening = f"/b/{body}/act/VotingOpened/"
    assert "How much there is to spend" in clients["rosa"].page(opening)
    refused = clients["rosa"].post(opening, asked | {"options": "Print shop 60\nGarden"})
    assert refused.status_code == 409
    assert "does not end with what it costs" in text_of(refused)
    assert "Print shop 60" in refused.content.decode()
    assert "how much there is" in text_of(clients["rosa"].post(opening, asked | {"unit": ""}))
    answer = clients["rosa"].post(opening, asked)
    assert answer.status_code == 302, text_of(answer)
    held = folds.caught_up(body).board.votings["money"]
    assert held.options == ("Print shop", "Garden", "Radio hour")
    assert (held.budget, held.costs, held.unit) == (120, (60, 70, 50), "hours")
    page = clients["cy"].page(f"/b/{body}/voting/money/")
    assert "To spend: 120 hours" in page
    assert "70 hours" in page
    assert "70 hours" in clients["cy"].page(f"/b/{body}/voting/money/papers/")
    for name, paper in (("rosa", (1, "", "")), ("ana", (1, 1, "")), ("cy", (1, "", 1)), ("di", ("", 1, ""))):
        assert clients[name].post(f"/b/{body}/voting/money/", ranked(*paper)).status_code == 302
    assert clients["di"].page(f"/b/{body}/decision/money/part/").find("Print shop") < 0
    assert clients["rosa"].post(f"/b/{body}/act/VotingClosed/", {"voting": "money"}).status_code == 302
    shown = text_of(clients["di"].get(f"/b/{body}/decision/money/"))
    assert "chosen: Print shop, Radio hour" in shown
    assert "Print shop · 60 · 50.0 %" in shown
    assert "not spent · 10 · 8.3 %" in shown
    part = f"/b/{body}/decision/money/part/"
    assert "Your vote paid 20 of the 60 for Print shop." in clients["cy"].page(part)
    assert "This vote paid for nothing" in clients["di"].page(part)
    worked = clients["di"].post(part, ranked(1, "", ""))
    assert "Your vote paid 20 of the 60 for Print shop." in text_of(worked)
    assert "nothing is marked" in text_of(clients["di"].post(part, {}))


def test_only_a_decided_budget_has_parts(node):
    body, clients = election()
    assert clients["cy"].get(f"/b/{body}/decision/works/part/").status_code == 302


def test_reserved_seats_are_asked_with_the_options_shown_and_filled(node):
    body, clients = election(ties=["earlier_round"], reserved={"women": {"at_least": 1}}, options=())
    opening = f"/b/{body}/act/VotingOpened/"
    assert "or a [group]" in clients["rosa"].page(opening)
    asked = {
        "voting": "board",
        "matter": "works",
        "options": "Rosa [women]\nJuan\nLuis [men]\n",
        "chosen": "1",
    }
    refused = clients["rosa"].post(opening, asked)
    assert "groups here: women" in text_of(refused)
    assert "Luis [men]" in refused.content.decode()
    nobody = clients["rosa"].post(opening, asked | {"options": "Rosa\nJuan\nLuis\n"})
    assert "reserves them (women ≥ 1) from those who stand (- 3)" in text_of(nobody)
    answer = clients["rosa"].post(opening, asked | {"options": "Rosa [women]\nJuan\nLuis\n"})
    assert answer.status_code == 302, text_of(answer)
    held = folds.caught_up(body).board.votings["board"]
    assert (held.options, held.group_of) == (("Rosa", "Juan", "Luis"), ("women", "", ""))
    assert "Rosa women" in " ".join(text_of(clients["cy"].get(f"/b/{body}/voting/board/")).split())
    for name, paper in (("rosa", ("", 1, "")), ("ana", ("", 1, "")), ("cy", (1, "", ""))):
        assert clients[name].post(f"/b/{body}/voting/board/", ranked(*paper)).status_code == 302
    assert clients["rosa"].post(f"/b/{body}/act/VotingClosed/", {"voting": "board"}).status_code == 302
    shown = text_of(clients["di"].get(f"/b/{body}/decision/board/"))
    assert "chosen: Rosa" in shown
    assert "They are withdrawn" in shown
    assert "Of women at least 1 are chosen." in text_of(clients["di"].get(f"/b/{body}/charter/"))


def test_a_picture_shows_who_is_ahead_and_not_how_places_were_filled():
    papers = Marks.of(("Ana", "Bo", "Cy"), [(3, {1: 1}), (2, {0: 1}), (1, {2: 1})])
    turns = Reserved({}, ("women", "", ""), ("women", "*"))
    listed = picture(harmonic(papers, 3, reserved=turns))
    assert 'width="300.0"' in listed  # three of three votes, and not the third place of three
    assert listed.count('class="win"') == 3
    drawn = picture(sortition(Marks.of(("Ana", "Bo"), []), 1, TieRule(("lot",), seed="7")))
    assert drawn.count('width="300.0"') == 2
