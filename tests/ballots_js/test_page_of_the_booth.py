"""What docs/spec/booth.md says of openings is a program, and it judges what the browser opens."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.ballots_js.elections import Election, choice, ranking

PAGE = Path(__file__).parents[2] / "docs" / "spec" / "booth.md"


@pytest.fixture(scope="module")
def program() -> dict[str, Any]:
    [source] = re.findall(r"```python\n(.*?)```", PAGE.read_text(), re.S)
    names: dict[str, Any] = {}
    exec(source, names)
    return names


QUESTIONS = {
    "counted": ([choice("Who?", "AB", 1, 2, blank=True)], [[0, 1, 1]], [[1, 0, 0]]),
    "ranked": (
        [ranking("Order?", "ABC"), choice("Shall we?", "YN", 0, 1)],
        [[2, 0, 1], [0, 0]],
        [[2, 1, 0], [0, 0]],
    ),
}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_the_program_on_the_page_judges_an_opening(
    election: Election, program: dict[str, Any], kind: str
) -> None:
    questions, votes, others = QUESTIONS[kind]
    election.set_up(questions, voters=1)
    p, g = (int(each) for each in election.run("[String(e.group.p), String(e.group.g)]"))
    code = "(await Ballots.run(Ballots.sealed(e, ...a))).open()"
    opening = election.run(code, election.credentials[0], votes)
    text = election.text.encode()
    assert program["holds"](text, opening, p, g)
    lies = [
        {
            **opening,
            "answers": [{**each, "votes": v} for each, v in zip(opening["answers"], others, strict=True)],
        },
        {**opening, "seal": opening["seal"][::-1]},
        {**opening, "ballot": opening["ballot"] + " "},
        {**opening, "answers": opening["answers"][:-1]},
    ]
    assert [program["holds"](text, lie, p, g) for lie in lies] == [False] * 4
    assert not program["holds"](text + b"\n", opening, p, g)


def test_the_page_names_every_script() -> None:
    from symbiosis.web.booth_file import AUTHORITY, BOOTH, TRUSTEE

    assert set(re.findall(r"`(\w+\.js)`", PAGE.read_text())) == {*BOOTH, *TRUSTEE, *AUTHORITY}
