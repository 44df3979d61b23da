"""What is found in charters: every check has its words and its broken charter, and none ever breaks."""

from __future__ import annotations

import copy
import inspect
import string
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis import phrases
from symbiosis.core.acts import ROWS
from symbiosis.core.charter_text import defects, parsed, read_charter_text
from symbiosis.core.charters import Charter, Stage
from symbiosis.core.findings import CHECKS, findings
from symbiosis.core.findings.roles import DECIDABLE
from symbiosis.core.reading import read_charter
from symbiosis.errors import Refusal
from symbiosis.phrases.catalogues import LANGUAGES, catalogue
from symbiosis.phrases.findings import FINDINGS
from tests.strategies import charters

from .charters import BROKEN, READY, size_of

GOOD = [
    parsed(file.read_text(encoding="utf-8")) for file in (*READY, *BROKEN) if not defects(file.read_text())
]
GOOD += [msgspec.json.decode(msgspec.json.encode(each)) for each in (charters.assembly(), charters.council())]


def test_each_check_has_a_sentence_and_a_broken_charter() -> None:
    assert list(FINDINGS) == list(CHECKS)
    assert set(CHECKS) <= {file.stem for file in BROKEN}
    assert all(sentence.endswith((".", "?")) for sentence in FINDINGS.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_finding_can_be_said(language: str) -> None:
    said = set()
    for file in BROKEN:
        text = file.read_text(encoding="utf-8")
        if not defects(text):
            option = size_of(text)
            members = int(option[1]) if option[:1] == ["--members"] else None
            bodies = {"A1": 212, "A2": 64, "A3": 7} if option[:1] == ["--bodies"] else None
            for found in findings(read_charter_text(text), members, bodies):
                said.add(found.code)
                assert "{" not in phrases.finding(found, language)
    assert said == set(CHECKS)


def test_spanish_is_complete_and_every_translation_keeps_the_figures() -> None:
    assert set(FINDINGS.values()) <= set(catalogue("es"))
    for language in LANGUAGES:
        for sentence in FINDINGS.values():
            assert figures(catalogue(language).get(sentence, sentence)) == figures(sentence)


def figures(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_decisions_are_heeded_by_those_acts_whose_rule_asks_for_one() -> None:
    assert {r.act.__name__ for r in ROWS if "check_decided(" in inspect.getsource(r.check)} == DECIDABLE


def test_a_threshold_is_judged_at_the_size_that_is_given() -> None:
    three = [{"needs": "at_least", "share": "12", "of": "one"}]
    stages = [{"electorate": "members", "conditions": three}]
    data = charters.assembly(decisions={"CharterChanged": "rules"}, roles=charters.ROLES)
    data["matters"] = {"rules": {"title": "Rules", "stages": stages}}
    charter = read_charter(data)
    assert "ThresholdUnreachable" not in {each.code for each in findings(charter)}
    assert "ThresholdUnreachable" not in {each.code for each in findings(charter, members=12)}
    assert "ThresholdUnreachable" in {each.code for each in findings(charter, members=11)}


def test_what_is_found_keeps_no_record_from_being_read() -> None:
    for data in GOOD:
        assert isinstance(read_charter(data), Charter)


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(each for key, value in inner for each in places(value, (*path, key)))]


def at(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


POOL = [value for data in GOOD for path in places(data) if len(path) > 1 for value in [at(data, path)]]
ODD: list[Any] = [
    0,
    1,
    2,
    2**53 - 1,
    -1,
    "",
    "0",
    "1",
    "3/2",
    "99999999999/7",
    "yes-yes",
    "one",
    "last_attendance",
]
ODD += [
    "present-stand_aside",
    "cast-cast",
    "referendum",
    "bodies",
    "consensus",
    "deciding",
    "secret",
    [],
    {},
    True,
]
ODD += [
    ["yes", "extend"],
    ["block"],
    "no_consensus",
    "passes",
    "*",
    "put",
    ["*"],
    None,
    0.5,
    "votes",
    ["votes"],
]


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """A charter of which some values are those of other places and charters, gone, or strange."""
    data = copy.deepcopy(draw(st.sampled_from(GOOD)))
    for _ in range(draw(st.integers(1, 6))):
        path = draw(st.sampled_from([each for each in places(data) if each] or [()]))
        if not path:
            break
        holder = at(data, path[:-1])
        if draw(st.integers(0, 4)) == 0:
            del holder[path[-1]]
        else:
            holder[path[-1]] = copy.deepcopy(draw(st.sampled_from(draw(st.sampled_from([POOL, ODD])))))
    return data


OF_KEY: dict[Any, list[Any]] = {
    "share": ["0", "1", "3/2", "1/2", "99999999999/7", "0/3"],
    "of": ["yes-yes", "one", "last_attendance", "cast-stand_aside", "present", "entitled", "all", "", "yes"],
    "counts": ["yes+one", "cast", "no", "abstain", "", "with_mandate"],
    "needs": ["at_least", "more_than", "at_most", "less_than"],
    "electorate": ["members", "delegations", "bodies", "referendum"],
    "method": ["vote", "consensus", "deciding"],
    "counted_in": ["members", "bodies", "votes"],
    "positions": [["yes", "extend"], ["agree", "block"], ["yes", "yes", "no", "stand_aside"], ["first"]],
    "decisions": [{"CharterChanged": "general"}, {"VoteCast": "rules"}, {"": "rules"}],
}
"""What else may stand behind a key; what stands behind it in some charter is added."""
for _data in GOOD:
    for _path in places(_data):
        if _path and isinstance(_path[-1], str):
            OF_KEY.setdefault(_path[-1], []).append(at(_data, _path))


@st.composite
def reworked(draw: st.DrawFn) -> Any:
    """A charter in which values stand as they stand behind the same key elsewhere, so that most can be read."""
    data = copy.deepcopy(draw(st.sampled_from(GOOD)))
    for _ in range(draw(st.integers(1, 5))):
        path = draw(st.sampled_from([each for each in places(data) if each]))
        holder, key = at(data, path[:-1]), path[-1]
        value = holder[key]
        if isinstance(value, bool):
            holder[key] = not value
        elif isinstance(value, int):
            holder[key] = draw(st.sampled_from([0, 1, 2, 30, 2**53 - 1])) if key != "charter" else 1
        elif key in OF_KEY:
            holder[key] = copy.deepcopy(draw(st.sampled_from(OF_KEY[key])))
        if isinstance(value, dict) and "electorate" in value:
            other = draw(st.sampled_from(STAGE_KEYS))
            value[other] = copy.deepcopy(draw(st.sampled_from(OF_KEY[other])))
    return data


STAGE_KEYS = [key for key in Stage.__struct_fields__ if key in OF_KEY and key != "conditions"]
SIZES = st.one_of(st.none(), st.integers(0, 30))
BODIES = st.one_of(st.none(), st.dictionaries(st.sampled_from(["A1", "A2", "women"]), st.integers(0, 300)))
read_so_far: list[Charter] = []


@settings(max_examples=400)
@given(st.one_of(reworked(), reworked(), mutated()), SIZES, BODIES)
def test_findings_never_break_on_what_can_be_read(data: Any, members: int | None, bodies: Any) -> None:
    try:
        charter = read_charter(data)
    except Refusal:
        return
    read_so_far.append(charter)
    for found in findings(charter, members, bodies):
        assert found.place.partition(".")[0] in Charter.__struct_fields__
        assert "{" not in phrases.finding(found)


def test_enough_of_them_could_be_read() -> None:
    assert not read_so_far or len(read_so_far) > 150


@settings(max_examples=300)
@given(st.one_of(reworked(), mutated()))
def test_a_text_is_refused_where_its_data_would_be_and_only_there(data: Any) -> None:
    """JSON, so that what TOML cannot say is tried too; a text may be refused for what a record refuses later."""
    text = msgspec.json.format(msgspec.json.encode(data), indent=1).decode()
    try:
        read_charter(data)
    except Refusal:
        assert defects(text)
        with pytest.raises(Refusal, match="CharterUnreadable"):
            read_charter_text(text)
    else:
        assert not defects(text)
        assert read_charter_text(text) == read_charter(data)
