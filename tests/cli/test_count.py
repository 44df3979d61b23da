"""`symbiosis count`: real wards from the command line, every method, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from symbiosis.counting.methods import METHODS
from symbiosis.node.main import app
from tests.lean import lean, lean_packages

WARDS = Path(__file__).parents[2].parent / "shared" / "data" / "stv"
EXPECTED = json.loads((WARDS / "expected.json").read_text(encoding="utf-8"))


def count(*words: str):
    return CliRunner().invoke(app, ["count", *words])


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_wards(name: str) -> None:
    result = count(str(WARDS / f"{name}-2007.blt"), "--method", "stv-scottish", "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.output)
    expected = EXPECTED[name]
    assert told["seats"] == expected["seats"]
    assert sorted(told["elected"]) == sorted(expected["elected_in_order_seen"])
    for stage, published in zip(told["stages"], expected["end_of_round"].values(), strict=False):
        assert stage["figures"]["votes"] == published["votes"]


def test_explained() -> None:
    result = count(str(WARDS / "Govan-2007.blt"), "-m", "stv-scottish", "--explain")
    assert result.exit_code == 0
    assert "GOVAN Ward" in result.output
    assert "Chosen, in this order: Allison Hunter, John Flanagan" in result.output
    assert "quota: 1913.00000" in result.output
    in_spanish = count(str(WARDS / "Govan-2007.blt"), "-m", "stv-scottish", "--explain", "--language", "es")
    assert "cuota: 1913.00000" in in_spanish.output


FILES = {
    "ranking": ("x.abif", "3:Ana>Bo>Cy\n2:Bo>Cy\n1:Cy>Ana\n1:\n"),
    "approval": ("x.csv", "votes,Ana,Bo,Cy\n3,1,1,\n2,1,,\n1,,,1\n"),
    "score": ("x.csv", "votes,Ana,Bo,Cy\n3,5,1,0\n2,4,,2\n"),
    "grades": ("x.csv", "votes,Ana,Bo,Cy\n3,2,1,0\n2,1,,2\n"),
    "budget": (
        "x.pb",
        "META\nkey;value\nbudget;120\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n"
        "1;60;Print shop\n2;50;Garden\n3;70;Radio\nVOTES\nvoter_id;vote\n1;1,2\n2;1,2\n3;1\n4;3\n",
    ),
    "dots": ("x.csv", "votes,Ana,Bo,Cy\n3,4,1,\n2,,1,2\n"),
}


@pytest.mark.parametrize("name", sorted(METHODS))
def test_every_method(name: str, tmp_path: Path) -> None:
    file_name, text = FILES["budget" if METHODS[name].budget else METHODS[name].paper]
    (tmp_path / file_name).write_text(text, encoding="utf-8")
    told = json.loads(count(str(tmp_path / file_name), "-m", name, "--json").output)
    assert told["method"] == name
    assert told["result"] in ("decided", "tied")
    explained = count(str(tmp_path / file_name), "-m", name, "--explain", "--language", "es")
    assert explained.exit_code == (0 if told["result"] == "decided" else 1), explained.output
    assert "\n1. " in explained.output


def test_ties_settle_as_asked(tmp_path: Path) -> None:
    file = tmp_path / "x.abif"
    file.write_text("1:Ana>Bo\n1:Bo>Ana\n", encoding="utf-8")
    tied = count(str(file), "-m", "irv")
    assert tied.exit_code == 1
    assert "Ana" in tied.output
    assert "Bo" in tied.output
    assert count(str(file), "-m", "irv", "--ties", "lot", "--seed", "seen by all").exit_code == 0
    stands = count(str(file), "-m", "irv", "--ties", "status_quo", "--status-quo", "Bo", "--json")
    assert json.loads(stands.output)["elected"] == ["Bo"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "Name a file and a method"),
        (("FILE",), 2, "--methods"),
        (("FILE", "-m", "guess"), 2, "--methods"),
        (("missing.blt", "-m", "irv"), 2, "missing.blt: No such file"),
        (("FILE", "-m", "approval"), 2, "another kind"),
        (("FILE", "-m", "irv", "--ties", "age"), 2, "age settles no ties"),
        (("FILE", "-m", "schulze", "--set", "strength=luck"), 2, "those there are: strength"),
        (("FILE", "-m", "irv", "--format", "xml"), 2, "--format"),
        (("FILE", "-m", "stv-scottish", "--seats", "9"), 1, "9 seats and only 3 candidates"),
        (("BROKEN", "-m", "irv"), 2, "Line 2: "),
        (("FILE", "-m", "irv", "--at-least", "women=1"), 2, "irv reserves no seats"),
        (("FILE", "-m", "stv-meek", "--zipper", "women,*"), 2, "reserves no seats"),
        (("FILE", "-m", "borda", "--zipper", "women", "--at-most", "women=1"), 2, "not both"),
        (("FILE", "-m", "borda", "--at-least", "women"), 2, "women=2"),
        (("FILE", "-m", "borda", "--at-most", "women=two"), 2, "women=2"),
        (("FILE", "-m", "borda", "--at-least", "women=1", "--group", "Eva=women"), 2, "Eva does not stand"),
        (("FILE", "-m", "stv-scottish", "--at-least", "women=1"), 1, "women 1 are to be chosen and only 0"),
    ],
)
def test_what_is_refused(words: tuple[str, ...], code: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "x.abif").write_text("3:Ana>Bo>Cy\n2:Bo>Cy\n", encoding="utf-8")
    (tmp_path / "y.abif").write_text("3:Ana>Bo>Cy\n2 Bo>Cy\n", encoding="utf-8")
    places = {"FILE": str(tmp_path / "x.abif"), "BROKEN": str(tmp_path / "y.abif")}
    result = count(*(places.get(word, word) for word in words))
    assert result.exit_code == code, result.output
    assert said in result.output


def test_reserved_seats(tmp_path: Path) -> None:
    """Groups stand with the names, or are said beside them."""
    file = tmp_path / "x.blt"
    names = '"Rosa [women]"\n"Ines"\n"Juan"\n"Luis"\n"Board"\n'
    file.write_text(f"4 2\n5 3 0\n4 4 0\n1 1 0\n1 2 1 0\n0\n{names}", encoding="utf-8")
    call = (str(file), "-m", "stv-scottish", "--json")
    assert json.loads(count(*call).output)["elected"] == ["Juan", "Luis"]
    told = json.loads(count(*call, "--at-least", "women=1").output)
    assert told["elected"] == ["Juan", "Rosa [women]"]
    both = (*call, "--at-least", "women=2", "--group", "Ines=women")
    assert json.loads(count(*both).output)["elected"] == ["Rosa [women]", "Ines"]
    listed = (str(file), "-m", "borda", "--seats", "4", "--zipper", "women,*", "--json")
    assert json.loads(count(*listed).output)["elected"] == ["Rosa [women]", "Juan", "Luis", "Ines"]
    explained = count(
        str(file), "-m", "stv-scottish", "--at-least", "women=1", "--explain", "--language", "es"
    )
    assert "Por los puestos reservados" in explained.output


def test_blank_papers_alone(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("Ana,Bo\n,\n", encoding="utf-8")
    (tmp_path / "x.abif").write_text("=Ana:Ana\n3:\n", encoding="utf-8")
    result = count(str(tmp_path / "x.abif"), "-m", "irv")
    assert result.exit_code == 1
    assert "Nobody is chosen." in result.output
    assert "Blank: 3." in result.output


def test_a_budget_without_costs(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("votes,Ana,Bo\n3,1,1\n", encoding="utf-8")
    result = count(str(tmp_path / "x.csv"), "-m", "equal-shares-budget")
    assert result.exit_code == 1
    assert "a file of kind .pb" in result.output


def test_a_budget_explained(tmp_path: Path) -> None:
    (tmp_path / "x.pb").write_text(FILES["budget"][1], encoding="utf-8")
    result = count(
        str(tmp_path / "x.pb"), "-m", "equal-shares-budget", "--set", "completion=none", "--explain"
    )
    assert result.exit_code == 0
    assert "Chosen, in this order: Print shop" in result.output
    assert "votes that pay: 3" in result.output
    assert "paid at most for each vote: 20" in result.output


def test_methods_are_listed() -> None:
    listed = count("--methods").output
    assert all(name in listed for name in METHODS)


def test_it_needs_no_node(tmp_path: Path) -> None:
    """It runs where only the verifier's packages are."""
    file = tmp_path / "x.abif"
    file.write_text("3:Ana>Bo\n", encoding="utf-8")
    result = lean(lean_packages(tmp_path / "packages"), "count", file, "-m", "schulze")
    assert result.returncode == 0, result.stderr
    assert "Ana" in result.stdout
