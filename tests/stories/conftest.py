"""Stories played in this process, each on tables that are rolled back."""

from pathlib import Path

import pytest

from symbiosis.actions import folds
from symbiosis.rehearsal.play import Stage, play
from symbiosis.rehearsal.story import read_story

STORIES = Path(__file__).parent.parent.parent / "stories"


@pytest.fixture
def played(db):
    """Play a story's text and give its stage."""

    def run(text, said=None):
        folds.drop_all()
        stage = Stage(folder=STORIES, seed="", say=(said.append if said is not None else lambda line: None))
        play(read_story(text), stage)
        return stage

    yield run
    folds.drop_all()
