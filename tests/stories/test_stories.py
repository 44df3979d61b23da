"""Every story in the folder holds, and ends with records that verify."""

import pytest

from symbiosis.rehearsal.play import Failed
from symbiosis.rehearsal.story import Unreadable, read_story
from tests.stories.conftest import STORIES

FILES = sorted(STORIES.glob("*.story"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_holds(file, played):
    played(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("found A1", 1),
        ("\nat noon", 2),
        ("at 2027-03-01 09:00\nat 2027-02-01 09:00", 2),
        ("expect nothing", 1),
        ("expect wisdom Council = much", 1),
        ("charter a {\nname = 1", 1),
        ("charter a rulebook=no-such-rules", 1),
        ("charter a rulebook=../errors", 1),
        ("charter a {\nname = = 1\n}", 1),
        ("A1/secretary: BodyLeft to=[", 1),
        ("A1/secretary: BodyLeft to=@A1", 1),
        ("zone Atlantis", 1),
        ("sing a song", 1),
        ("found A1 charter=x a=1 a=2", 1),
        ("secret-vote A1 by=secretary voting=strike", 1),
        ("secret-count A1 voting=strike by=secretary", 1),
    ],
)
def test_what_cannot_be_read_is_named_by_its_line(text, line, played):
    with pytest.raises(Unreadable) as told:
        played(text)
    assert told.value.line == line


@pytest.mark.parametrize("ballots", ["{yes: 13}", "{maybe: 1}", '{"1 2 0": 1}'])
def test_ballots_of_a_secret_vote_that_cannot_be_are_named_by_their_line(ballots, played):
    text = (STORIES / "secret-ballots.story").read_text(encoding="utf-8")
    with pytest.raises(Unreadable) as told:
        played(text.replace("{yes: 8, no: 1}", ballots))
    assert text.splitlines()[told.value.line - 1].startswith("secret-vote")


def test_only_a_secret_vote_of_the_story_can_be_counted(played):
    text = (STORIES / "secret-ballots.story").read_text(encoding="utf-8")
    with pytest.raises(Unreadable) as told:
        played(text.replace("secret-count Dock voting=speaker", "secret-count Dock voting=else"))
    assert text.splitlines()[told.value.line - 1].startswith("secret-count")


def test_a_refusal_that_nobody_expects_fails(played):
    text = (STORIES / "scenario-b.story").read_text(encoding="utf-8")
    lines = text.splitlines()
    place = next(i for i, line in enumerate(lines) if line == "expect refused = GroundNeeded")
    with pytest.raises(Failed) as stopped:
        played("\n".join([*lines[:place], "say on"]))
    assert stopped.value.line == place


def test_values():
    (act,) = read_story(
        'A/r: Xy a=1 b=[x, "y z", 2] c={n: 1, m: {o: true}} d="say \\"hi\\"" e=$at("2027-01-01")'
    )
    assert act.words == ("A", "r", "Xy")
    assert act.fields["b"] == ["x", "y z", 2]
    assert act.fields["c"] == {"n": 1, "m": {"o": True}}
    assert act.fields["d"] == 'say "hi"'
    assert act.fields["e"].argument == "2027-01-01"
