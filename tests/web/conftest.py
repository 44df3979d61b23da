"""A node with nobody on it, and clients that fill forms in as browsers do."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from symbiosis.actions import folds
from symbiosis.web.catalogues import compile_catalogues


@pytest.fixture(scope="session", autouse=True)
def languages():
    """Pages in every language, as a node that was started has them."""
    compile_catalogues()


class Person(Client):
    """Somebody at a browser without scripts."""

    def page(self, path: str) -> str:
        """The words of a page that is there."""
        answer = self.get(path, follow=True)
        assert answer.status_code == 200, (path, answer.status_code, text_of(answer))
        return text_of(answer)


def text_of(answer) -> str:
    """A page's words, as they are read."""
    return html.unescape(
        re.sub(r"<[^>]+>", " ", re.sub(r"<head>.*?</head>", "", answer.content.decode(), flags=re.S))
    )


@pytest.fixture
def node(db, settings, tmp_path):
    """An empty node, with the founding key that its terminal would print."""
    settings.DATA_DIR = tmp_path
    (tmp_path / "founding-key").write_text("the-key-from-the-terminal")
    folds.drop_all()
    yield tmp_path
    folds.drop_all()


@pytest.fixture
def founded(node):
    """A body founded through its page; its founder's client and its id."""
    keeper = Person()
    answer = keeper.post("/found", FOUND | {"key": "the-key-from-the-terminal"})
    assert answer.status_code == 302, text_of(answer)
    return keeper, answer["Location"].split("/")[2]


FOUND = {
    "name": "Cedar Hill Tenants",
    "rulebook": "assembly",
    "timezone": "America/Detroit",
    "languages": ["en", "es"],
    "founder": "Rosa",
    "username": "rosa",
    "password": "a long enough phrase",
}


def invited(keeper: Person, body: str, *names: str) -> list[str]:
    """Invite people and give the codes on their slips."""
    answer = keeper.post(f"/b/{body}/people/invite", {"names": "\n".join(names)})
    assert answer.status_code == 200, text_of(answer)
    return re.findall(r"<code>([A-Z0-9-]{19})</code>", answer.content.decode())


def joined(code: str, username: str) -> Person:
    """Claim the place on a slip with a new account."""
    person = Person()
    answer = person.post(
        f"/join/{code}", {"name": username.title(), "username": username, "password": "a long enough phrase"}
    )
    assert answer.status_code == 302, text_of(answer)
    return person
