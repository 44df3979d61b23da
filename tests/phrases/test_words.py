"""Every act, field, value and refusal has words, and every translation keeps the figures it is given."""

from __future__ import annotations

import re
import string
from fractions import Fraction
from pathlib import Path
from typing import get_args

import msgspec
import pytest

import symbiosis
from symbiosis import phrases, rulebooks
from symbiosis.core import charters
from symbiosis.core.act import Act
from symbiosis.core.acts import ROWS
from symbiosis.counting import apportionment, conditions, outcomes
from symbiosis.errors import Refusal, Unsound
from symbiosis.phrases import acts, catalogues, refusals, sentences

SOURCE = Path(symbiosis.__file__).parent
OTHERS = [language for language in catalogues.LANGUAGES if language != "en"]
RAISED = sorted(
    {
        code
        for path in SOURCE.rglob("*.py")
        for code in re.findall(r'Refusal\(\s*"(\w+)"', path.read_text(encoding="utf-8"))
    }
)


def figures(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_act_has_a_title_and_a_sentence() -> None:
    names = {row.act.__name__ for row in ROWS}
    assert set(acts.TITLES) == names
    assert set(acts.SENTENCES) == names
    assert all(sentence.endswith(".") for sentence in acts.SENTENCES.values())


@pytest.mark.parametrize("row", [row for row in ROWS if row.who in ("role", "seat", "member")])
def test_every_field_that_people_fill_in_has_a_label(row) -> None:  # type: ignore[no-untyped-def]
    common = set(Act.__struct_fields__)
    computed = {"proof", "outcome"}  # found by the node, never typed
    for name in set(row.act.__struct_fields__) - common - computed:
        assert phrases.field_label(name), f"{row.act.__name__}.{name}"


def test_every_rulebook_is_told_in_a_line() -> None:
    assert set(phrases.rulebooks.RULEBOOKS) == set(rulebooks.names())


def test_help_is_for_fields_that_there_are() -> None:
    assert set(acts.HELP) <= set(acts.FIELDS)


@pytest.mark.parametrize(
    "fixed",
    [charters.Electorate, charters.Secrecy, conditions.Needs, outcomes.Result],
)
def test_fixed_values_have_words(fixed: object) -> None:
    assert set(get_args(fixed)) <= set(acts.VALUES)


def test_what_is_counted_has_words() -> None:
    assert set(sentences.NAMES) == set(conditions.NAMES)
    assert set(sentences.UNITS) == set(get_args(conditions.Unit))
    assert set(sentences.BARS) == set(get_args(conditions.Needs))
    assert set(sentences.RESULTS) == set(get_args(outcomes.Result))
    assert set(phrases.charters.ROUNDING) == set(get_args(apportionment.Rounding))
    assert set(phrases.charters.BREACHES) == set(get_args(charters.Breach))


def test_values_that_people_chose_stay_as_they_are() -> None:
    assert phrases.value_label("harbor-fund", "es") == "harbor-fund"


@pytest.mark.parametrize("code", RAISED)
def test_every_refusal_that_is_raised_has_a_sentence(code: str) -> None:
    assert code in refusals.REFUSALS


def test_refusals_are_raised_with_the_figures_that_their_sentences_need() -> None:
    """Each `Refusal("Code", article, name=...)` written out in one place names every figure of its sentence."""
    call = re.compile(r'Refusal\(\s*"(?P<code>\w+)"(?P<rest>(?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)')
    seen = 0
    for path in SOURCE.rglob("*.py"):
        for found in call.finditer(path.read_text(encoding="utf-8")):
            if "**" in found["rest"]:
                continue
            given = set(re.findall(r"(\w+)=", found["rest"]))
            missing = figures(refusals.REFUSALS[found["code"]]) - given
            assert not missing, f"{path.name}: {found['code']} without {missing}"
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_their_figures(language: str) -> None:
    pairs = catalogues.catalogue(language)
    assert pairs
    for english, translation in pairs.items():
        assert figures(english) == figures(translation), english
        assert english[0].isspace() == translation[0].isspace(), english
        assert english[-1].isspace() == translation[-1].isspace(), english


@pytest.mark.parametrize("language", OTHERS)
def test_every_table_is_translated(language: str) -> None:
    """Whoever adds a sentence sees here which languages wait for it; only Spanish must be complete."""
    pairs = catalogues.catalogue(language)
    tables = (acts.TITLES, acts.SENTENCES, acts.FIELDS, acts.HELP, acts.VALUES, refusals.REFUSALS)
    missing = {sentence for table in tables for sentence in table.values()} - set(pairs)
    if language == "es":
        assert not missing
    else:
        assert len(missing) < 100


@pytest.mark.parametrize(
    ("code", "same_as"), [("pt-br", "pt-BR"), ("pt", "pt-PT"), ("pt-pt", "pt-PT"), ("pt_BR", "pt-BR")]
)
def test_pages_name_portuguese_in_their_own_way(code: str, same_as: str) -> None:
    assert catalogues.catalogue(code) == catalogues.catalogue(same_as) != {}


def test_the_two_portugueses_differ() -> None:
    assert catalogues.catalogue("pt-BR") != catalogues.catalogue("pt-PT")


def test_a_language_not_begun_is_english() -> None:
    assert phrases.act_title("MandateGiven", "eu") == "Give a mandate"


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_a_refusal_names_its_article(language: str) -> None:
    error = Refusal("NoticeTooShort", "meetings.notice_days", needed=14, days=9)
    said = phrases.refusal(error, language)
    assert "14" in said
    assert "9" in said
    assert "meetings.notice_days" in said


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_an_unsound_record_says_where(language: str) -> None:
    assert "board 17: the root differs" in phrases.unsound(Unsound("the root differs", "board 17"), language)


def test_an_outcome_names_what_it_was_counted_against() -> None:
    judged = conditions.Judged("at_least", "2/3", "yes+no", "yes", "votes", "36", "45", True)
    quorum = conditions.Judged("more_than", "1/2", "entitled", "present", "members", "0", "0", False)
    outcome = outcomes.Outcome("adopted", (quorum,), (judged,), {})
    assert phrases.outcome_lines(outcome) == [
        "Adopted.",
        "Quorum: present, counted in members: 0 of 0 (entitled), nobody counted; more than 1/2: not met",
        "Condition 1: yes, counted in votes: 36 of 45 (yes + no), 4/5 = 80.0 %; at least 2/3: met",
    ]
    spanish = phrases.outcome_lines(outcome, "es")
    assert (
        spanish[2] == "Condición 1: sí, en votos: 36 de 45 (sí + no), 4/5 = 80,0 %; al menos 2/3: se cumple"
    )


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Fraction(2, 3), "2/3 = 66.7 %"),
        (Fraction(1, 2000), "1/2000 = 0.1 %"),
        (Fraction(1), "1 = 100.0 %"),
        (Fraction(1999, 2000), "1999/2000 = 100.0 %"),
        (Fraction(0), "0 = 0.0 %"),
    ],
)
def test_percentages_are_for_display(share: Fraction, shown: str) -> None:
    assert sentences.shown_share(share) == shown


def test_a_file_that_is_no_catalogue_is_refused() -> None:
    with pytest.raises(ValueError, match="line 2"):
        catalogues.read_po('msgid "a"\nmsgstr: "b"\n')


def test_a_guess_is_not_a_translation() -> None:
    assert msgspec.json.encode(catalogues.read_po('msgid "a"\nmsgstr ""\n')) == b"{}"
