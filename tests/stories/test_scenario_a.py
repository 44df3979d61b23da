"""Scenario A: it holds; no expectation in it is idle; a second fold gives the same figures."""

import pytest

from symbiosis.actions import folds
from symbiosis.core.voting import standing_votes
from symbiosis.rehearsal.play import Failed
from tests.stories import second_fold
from tests.stories.conftest import STORIES

TEXT = (STORIES / "scenario-a.story").read_text(encoding="utf-8")
LINES = TEXT.splitlines()
EXPECTATIONS = [number for number, line in enumerate(LINES) if line.startswith("expect ")]
PARTS = 8


def changed(value):
    """Another value than the one expected: each number one more, or another word."""
    digits = [place for place, letter in enumerate(value) if letter.isdigit()]
    if digits:
        place = digits[-1]
        return value[:place] + str((int(value[place]) + 1) % 10) + value[place + 1 :]
    return value + "-not" if value != "none" else "something"


def every_figure_changed(value):
    """The value with each of its figures changed, one at a time, or the word if there is none."""
    found = {changed(value)}
    number = ""
    for place, letter in enumerate(value + " "):
        if letter.isdigit():
            number += letter
        elif number:
            start = place - len(number)
            found.add(value[:start] + str(int(number) + 1) + value[place:])
            number = ""
    for word in (" met", " unmet", "adopted", "quorate", "valid", "guided", "strict"):
        if word in value:
            found.add(value.replace(word, word + "x", 1))
    return sorted(found)


def test_it_holds(played):
    said = []
    played(TEXT, said)
    assert sum(line.strip().startswith("✓") for line in said) == len(EXPECTATIONS)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_expectation_is_idle(part, played):
    """Each figure and state of each expectation is changed, one at a time: the play stops at that very line."""
    from django.db import transaction

    for place in EXPECTATIONS[part::PARTS]:
        left, _, value = LINES[place].rpartition(" = ")
        for mutant in every_figure_changed(value):
            lines = [*LINES[:place], f"{left} = {mutant}"]
            save = transaction.savepoint()
            with pytest.raises(Failed) as stopped:
                played("\n".join(lines))
            assert stopped.value.line == place + 1, LINES[place]
            transaction.savepoint_rollback(save)


def test_second_fold_gives_the_same(played):
    stage = played(TEXT)
    board = folds.caught_up(stage.bodies["Congress"]).board
    codes = {body: code for code, body in stage.bodies.items()}
    for code, members in second_fold.MEMBERS.items():
        assert folds.caught_up(stage.bodies[code]).board.members == members
        meetings = folds.caught_up(stage.bodies[code]).board.meetings.values()
        assert all(m.needed == second_fold.quorum(members) for m in meetings if m.needed is not None)
    congress = second_fold.congress()
    voting = board.votings["levy-congress"]
    cast = {
        codes[body]: tuple(counts.get(name, 0) for name in ("yes", "no", "abstain"))
        for body, counts in standing_votes(board, voting).items()
    }
    assert cast == congress["cast"]
    figures = voting.outcome.figures
    names = ("yes", "no", "abstain")
    assert tuple(int(figures[f"votes/{name}"]) for name in names) == congress["votes"] == (36, 9, 15)
    assert tuple(int(figures[f"bodies/{name}"]) for name in names) == congress["bodies"] == (6, 2, 3)
    assert int(figures["bodies/with_mandate"]) == congress["covering"] == 8
    assert (voting.outcome.result == "adopted") is congress["passes"] is True
    assert second_fold.waiver()
    history = board.votings["levy-referendum"].history[:3]
    for milestone, own in zip(history, second_fold.all_referendums(), strict=True):
        judged = milestone.outcome.conditions
        assert (int(judged[0].count), int(judged[0].base)) == own["yes"]
        assert (int(judged[1].count), int(judged[1].base)) == own["bodies"]
        assert int(milestone.outcome.figures["members/cast"]) == own["turnout"]
        assert int(milestone.outcome.figures["members/entitled"]) == own["entitled"]
        assert (milestone.outcome.result == "adopted") is own["adopted"]
