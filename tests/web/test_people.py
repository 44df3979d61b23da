"""Founding, inviting, joining, signing in and out, being forgotten."""

from __future__ import annotations

import json

from symbiosis.actions import folds
from symbiosis.store import reader
from symbiosis.store.models import Invitation, Person, Session
from tests.web.conftest import FOUND, invited, joined, text_of
from tests.web.conftest import Person as Somebody


def test_only_the_key_from_the_terminal_founds_the_first_body(node):
    somebody = Somebody()
    assert somebody.get("/found").status_code == 403
    assert somebody.post("/found", FOUND | {"key": "another"}).status_code == 403
    assert reader.bodies() == []


def test_the_key_works_for_one_body(founded):
    assert Somebody().post("/found", FOUND | {"key": "the-key-from-the-terminal"}).status_code == 403


def test_what_was_typed_stays_where_a_body_cannot_be_founded(node):
    answer = Somebody().post(
        "/found", FOUND | {"key": "the-key-from-the-terminal", "timezone": "Nowhere/Land"}
    )
    assert answer.status_code == 409
    page = answer.content.decode()
    assert 'value="Cedar Hill Tenants"' in page
    assert 'value="Nowhere/Land"' in page
    assert 'role="alert"' in page
    assert reader.bodies() == []


def test_a_refused_founding_leaves_no_account(node):
    Somebody().post("/found", FOUND | {"key": "the-key-from-the-terminal", "timezone": "Nowhere/Land"})
    again = Somebody().post("/found", FOUND | {"key": "the-key-from-the-terminal"})
    assert again.status_code == 302, text_of(again)


def test_many_are_invited_at_once_and_each_slip_works_once(founded):
    keeper, body = founded
    codes = invited(keeper, body, "Ana", "Bo", "Cy")
    assert len(codes) == 3
    fold = folds.caught_up(body)
    assert fold.board.members == len(fold.book.roll) == 4
    ana = joined(codes[0].lower().replace("-", " "), "ana")
    assert "Cedar Hill Tenants" in ana.page("/")
    again = Somebody().get(f"/join/{codes[0]}")
    assert again.status_code == 409
    assert "not known" in text_of(again)


def test_codes_and_names_are_in_no_record_and_no_code_is_stored(founded):
    keeper, body = founded
    codes = invited(keeper, body, "Ximena Zarate")
    records = reader.bundle(body, book=True)
    assert b"Ximena" not in records
    assert b"Rosa" not in records
    assert codes[0] not in "".join(Invitation.objects.values_list("code_hash", flat=True))


def test_a_new_slip_leads_to_the_same_token(founded):
    keeper, body = founded
    first = invited(keeper, body, "Ana")[0]
    ana = Person.objects.get(name="Ana")
    answer = keeper.post(f"/b/{body}/people/{ana.pk}/slip")
    assert answer["Cache-Control"] == "no-store"
    assert Somebody().get(f"/join/{first}").status_code == 409
    code = answer.content.decode().split("<code>")[1].split("</code>")[0]
    joined(code, "ana2")
    assert Person.objects.get(account__username="ana2").token == ana.token


def test_who_may_not_invite_is_told_who_may(founded):
    keeper, body = founded
    ana = joined(invited(keeper, body, "Ana")[0], "ana")
    assert ana.post(f"/b/{body}/people/invite", {"names": "Eve"}).status_code == 409
    refused = ana.get(f"/b/{body}/act/RoleGiven/")
    assert refused.status_code == 403
    assert "Secretary" in text_of(refused)
    assert Somebody().get(f"/b/{body}/people/").status_code == 404


def test_a_device_is_signed_out_from_another(founded):
    keeper, _ = founded
    phone = Somebody(headers={"user-agent": "Mozilla/5.0 (Linux; Android 9)"})
    wrong = phone.post("/sign-in", {"username": "rosa", "password": "something else"})
    assert wrong.status_code == 403
    assert 'value="rosa"' in wrong.content.decode()
    phone.post("/sign-in", {"username": "rosa", "password": "a long enough phrase"})
    assert "Android" in keeper.page("/me/")
    row = Session.objects.get(label="Android")
    keeper.post("/me/", {"order": "revoke", "session": row.pk})
    assert "Sign in" in phone.page("/")
    assert Session.objects.count() == 1


def test_nobody_revokes_the_devices_of_others(founded):
    keeper, body = founded
    ana = joined(invited(keeper, body, "Ana")[0], "ana")
    for row in Session.objects.filter(account__username="rosa"):
        ana.post("/me/", {"order": "revoke", "session": row.pk})
    assert Session.objects.filter(account__username="rosa").count() == 1


def test_signing_out_and_a_new_password_end_sessions(founded):
    keeper, _body = founded
    other = Somebody()
    other.post("/sign-in", {"username": "rosa", "password": "a long enough phrase"})
    weak = keeper.post("/me/", {"order": "password", "old": "a long enough phrase", "new": "short"})
    assert weak.status_code == 409
    keeper.post("/me/", {"order": "password", "old": "a long enough phrase", "new": "another long phrase"})
    assert "Sign in" in other.page("/")
    assert "Cedar Hill" in keeper.page("/me/")
    keeper.post("/sign-out")
    assert Session.objects.count() == 0


def test_everything_about_oneself_can_be_taken_and_erased(founded):
    keeper, body = founded
    ana = joined(invited(keeper, body, "Ana")[0], "ana")
    data = json.loads(ana.get("/me/data").content)
    assert data["username"] == "ana"
    assert [place["body"] for place in data["places"]] == [body]
    token = data["places"][0]["token"]
    ana.post("/me/", {"order": "erase"})
    left = Person.objects.get(token=token)
    assert (left.name, left.account) == ("", None)
    assert token in folds.caught_up(body).book.roll


def test_an_address_to_return_to_is_on_this_node(founded):
    answer = Somebody().post(
        "/sign-in",
        {"username": "rosa", "password": "a long enough phrase", "next": "https://elsewhere.example/"},
    )
    assert answer["Location"] == "/"


def test_there_is_no_example_door_on_a_real_node(founded):
    assert Somebody().get("/example/anything").status_code == 409
    assert Somebody().post("/example/anything").status_code == 409
