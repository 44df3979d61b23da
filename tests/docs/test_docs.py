"""Everything that people can do or be told is documented, and what the documents show runs."""

import ast
import inspect
import json
import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from symbiosis.core import body
from symbiosis.core.act import Act
from symbiosis.core.acts import ROWS
from symbiosis.core.received import Received
from symbiosis.phrases.refusals import REFUSALS

from .reach import codes_of

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


def sections(page, level):
    """A page's text by the headings of a level: {"MandateGiven": "..."}."""
    text = (DOCS / page).read_text(encoding="utf-8")
    parts = re.split(rf"^{'#' * level} (.+)$", text, flags=re.MULTILINE)
    return {
        name: re.split(rf"^#{{1,{level}}} ", content, flags=re.MULTILINE)[0]
        for name, content in zip(parts[1::2], parts[2::2], strict=True)
    }


def test_there_is_nothing_in_the_pages_of_acts_and_refusals_that_does_not_exist():
    acts = {row.act.__name__ for row in ROWS}
    assert set(sections("spec/acts.md", 3)) >= acts
    named = {
        name for name in sections("spec/acts.md", 3) if re.fullmatch(r"([A-Z][a-z]+){2,}|Corrected", name)
    }
    assert named == acts
    assert set(sections("spec/refusals.md", 2)) == set(REFUSALS)


@pytest.mark.parametrize("row", ROWS, ids=[row.act.__name__ for row in ROWS])
def test_each_act_is_documented_with_its_fields_and_refusals(row):
    section = sections("spec/acts.md", 3)[row.act.__name__]
    assert f"**Record:** {row.record}." in section
    assert ("**Rests on the book.**" in section) == row.rests
    assert (f"[{row.goes}](#{row.goes.lower()})" in section) if row.goes else "Arrives as" not in section
    common = Received if issubclass(row.act, Received) else Act
    shared = {field.name for field in msgspec.structs.fields(common)}
    rows = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| (\w+) \| .+ \|$", section, flags=re.MULTILINE))
    own = {
        field.name: "required" if field.required else "optional"
        for field in msgspec.structs.fields(row.act)
        if field.name not in shared
    }
    assert rows == own
    linked = set(re.findall(r"\[(\w+)\]\(refusals\.md#", section))
    assert linked == codes_of(row.check)


def test_what_every_act_has_is_documented():
    page = (DOCS / "spec/acts.md").read_text(encoding="utf-8")
    for field in msgspec.structs.fields(Act):
        assert f"\n| `{field.name}` |" in page
    everywhere = sections("spec/acts.md", 3)["What is checked of every act"]
    source = ast.parse(inspect.getsource(body))
    calls = [node for node in ast.walk(source) if isinstance(node, ast.Call)]
    refusals = [node for node in calls if isinstance(node.func, ast.Name) and node.func.id == "Refusal"]
    assert refusals
    for node in refusals:
        assert isinstance(node.args[0], ast.Constant)
        assert f"[{node.args[0].value}](refusals.md#" in everywhere


@pytest.mark.parametrize("code", REFUSALS)
def test_each_refusal_is_documented_with_its_sentence_and_what_to_do(code):
    section = sections("spec/refusals.md", 2)[code]
    quote, *rest = [part for part in section.strip().split("\n\n") if part]
    assert " ".join(quote.replace("> ", " ").split()).strip() == REFUSALS[code]
    assert len(rest) == 2
    assert rest[1].startswith("Answers: ")
    linked = set(re.findall(r"acts\.md#(\w+)\)", section))
    raised = {row.act.__name__.lower() for row in ROWS if code in codes_of(row.check)}
    assert linked == raised or rest[1] == "Answers: any act."


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(DOCS)) for page in PAGES])
def test_links_between_pages_lead_somewhere_and_examples_parse(page):
    text = page.read_text(encoding="utf-8")
    for target, _, anchor in re.findall(r"\]\(([^)#:]*)(#([^)]*))?\)", text):
        file = page.parent / target if target else page
        assert file.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
            slugs = {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}
            assert anchor in slugs, anchor
    for kind, example in re.findall(r"^```(json|toml)\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL):
        assert json.loads(example) if kind == "json" else tomllib.loads(example)


def test_the_example_of_an_entry_is_one():
    page = (DOCS / "spec/acts.md").read_text(encoding="utf-8")
    example = json.loads(re.findall(r"^```json\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)[0])
    written = json.dumps(example, sort_keys=True, separators=(",", ":")).encode()
    assert body.write_entry(body.read_entry(written)) == written


def table_rows(section):
    """The first words in code quotes of each row of the tables in a section."""
    return re.findall(r"^\| `([^`]+)`", section, flags=re.MULTILINE)


def test_each_statement_question_and_value_of_a_story_is_documented():
    from symbiosis.rehearsal.expectations import QUESTIONS
    from symbiosis.rehearsal.play import DOES

    pages = sections("spec/rehearsal.md", 2)
    assert [row.split()[0] for row in table_rows(pages["Questions"])] == list(QUESTIONS)
    examples = re.findall(r"`expect ([a-z-]+)[^`=]* = [^`]+` \|$", pages["Questions"], flags=re.MULTILINE)
    assert examples == list(QUESTIONS)
    statements = {row.split()[0] for row in table_rows(pages["Statements"])}
    kinds = {"act": "CODE/ROLE:", "charter-file": "charter", "rulebook": "charter"}
    assert {kinds.get(kind, kind) for kind in DOES} | {"CODE:"} == statements
    calls = set(re.findall(r'call\.name (?:==|in) \(?("[^)\n]+"|"\w+")', (ROOT / PLAY).read_text()))
    named = {name for call in calls for name in re.findall(r'"(\w+)"', call)}
    assert named == {"text", "audio", "at", "person", "entry"}
    assert named <= {row[1:].partition("(")[0] for row in table_rows(pages["Values"])}


PLAY = "src/symbiosis/rehearsal/play.py"


def test_the_example_story_plays(played):
    page = (DOCS / "spec/rehearsal.md").read_text(encoding="utf-8")
    stories = re.findall(r"^```story\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    assert len(stories) == 1
    said = []
    played(stories[0], said)
    assert any("expect" not in line and "records = sound" in line for line in said)


def test_a_new_line_in_a_quoted_text_is_written_as_documented():
    from symbiosis.rehearsal.story import read_value

    assert read_value(1, r'"one\ntwo \"three\" \\n"') == 'one\ntwo "three" \\n'


def commands():
    """The commands of `symbiosis` as the command line has them, those of a group by both words."""
    from typer.main import get_command

    from symbiosis.node.main import app

    found = {}
    for name, command in get_command(app).commands.items():
        inner = getattr(command, "commands", None)
        found |= {name: command} if inner is None else {f"{name} {each}": inner[each] for each in inner}
    return found


def test_each_command_is_documented_with_all_that_it_takes():
    pages = sections("guide/keeper.md", 3)
    assert set(pages) == set(commands())
    for name, command in commands().items():
        documented = set()
        for row in re.findall(r"^\| (`.+?) \|", pages[name], flags=re.MULTILINE):
            documented |= set(re.findall(r"`([^`]+)`", row))
        takes = set()
        for parameter in command.params:
            if parameter.param_type_name == "argument":
                takes.add(parameter.name.upper())
            else:
                takes |= set(parameter.opts)
        assert documented == takes, name


def test_each_finding_is_documented_in_the_words_of_its_check():
    from symbiosis.core.findings import CHECKS

    pages = sections("spec/findings.md", 2)
    rows = re.findall(
        r"^\| `(\w+)` \| (.+) \|$",
        pages["What cannot work, or says another thing than it does"],
        flags=re.MULTILINE,
    )
    assert rows == [(code, " ".join(inspect.getdoc(check).split())) for code, check in CHECKS.items()]


def test_each_reason_for_which_a_text_is_no_charter_is_documented():
    from symbiosis.core.charter_text import RULES, SYNTAX

    source = "".join(
        (ROOT / f"src/symbiosis/core/charter_{name}.py").read_text(encoding="utf-8")
        for name in ("text", "shape")
    )
    named = set(re.findall(r'(?:Defect\(|Wrong\([^"]+)"(\w+)"', source))
    named |= {code for _, code, _ in SYNTAX} | {code for _, code in RULES}
    assert {"TooLarge", "KeyUnknown", "WordUnknown"} <= named
    assert set(table_rows(sections("spec/findings.md", 2)["What cannot be read"])) == named


def test_each_environment_variable_is_documented():
    read = set()
    for file in (ROOT / "src").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        read |= set(re.findall(r'os\.environ(?:\.get\(|\.setdefault\(|\[)\s*"(\w+)"', text))
    settings = sections("guide/keeper.md", 2)["Settings"]
    assert {"DATABASE_URL", "SYMBIOSIS_DATA"} <= read
    assert set(table_rows(settings)) == read


def test_the_glossary_has_each_word_once_and_the_words_of_acts_and_design():
    page = (DOCS / "glossary.md").read_text(encoding="utf-8")
    words = re.findall(r"\*\*([^*]+)\*\*", page)
    assert len(set(words)) == len(words)
    for section in re.split(r"^## ", page, flags=re.MULTILINE)[1:]:
        listed = re.findall(r"^- \*\*(?:the )?([^*]+)\*\*", section, flags=re.MULTILINE)
        assert listed == sorted(listed, key=str.lower)
    design = """body board book node keeper roll charter matter proposal amendment version vote ballot tally
        outcome decision delegation seat alternate credential mandate recall ratification caucus record act
        entry checkpoint witness mirror bundle tellers congress agreement"""
    assert set(design.split()) <= set(words)
    nouns = {re.findall(r"[A-Z][a-z]+", row.act.__name__)[0].lower() for row in ROWS}
    assert nouns - {"no", "late", "corrected"} <= set(words)
