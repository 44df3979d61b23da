"""What holds for every act: order, time, power, and what board and book say of each other."""

from __future__ import annotations

import copy
import re
from pathlib import Path

import pytest

from symbiosis.core import body as rules
from symbiosis.core.acts import ROWS
from symbiosis.core.state import Board, Book
from symbiosis.errors import Refusal, Unsound
from symbiosis.record import canonical
from tests.core.refused import check_refused
from tests.docs.reach import codes_of
from tests.strategies.acts import PEOPLE, TEXT, begun
from tests.strategies.bodies import Confederation
from tests.strategies.charters import assembly

BEGUN = begun()


def entry(world: Confederation, code: str, number: int, record: str = "board"):
    """An act of a body as its record has it."""
    return rules.read_entry(world.bodies[code].entries[record][number])


def changed(act, **fields):
    """The act with other fields, as its bytes would be read."""
    data = canonical.decode(rules.write_entry(act))
    return rules.read_entry(canonical.encode(data | fields))


def refusal(board, book, act) -> str:
    with pytest.raises(Refusal) as caught:
        rules.check(board, book, act)
    return caught.value.code


def test_a_record_begins_with_the_founding_and_its_charter():
    founded, adopted = entry(BEGUN, "north", 0), entry(BEGUN, "north", 1)
    north = BEGUN.bodies["north"]
    assert refusal(Board(), None, adopted) == "NotTheFirstEntry"
    assert refusal(north.board, north.book, changed(founded, at=north.board.at)) == "NotTheFirstEntry"
    board = Board()
    rules.apply(board, None, founded)
    assert refusal(board, None, entry(BEGUN, "north", 2)) == "CharterFirst"
    assert refusal(board, None, changed(adopted, charter=assembly(name="Other"))) == "AnotherCharter"
    assert refusal(board, None, changed(adopted, charter={"charter": 1})) == "CharterUnreadable"
    full = assembly(visibility="everyone")
    assert refusal(board, None, changed(adopted, charter=full)) == "AnotherCharter"
    rules.check(board, None, adopted)
    rules.apply(board, None, adopted)
    assert refusal(board, None, adopted) == "CharterFirst"


def test_founding_once_with_a_name_and_the_right_successor():
    founded = entry(BEGUN, "north", 0)
    assert refusal(Board(), None, changed(founded, name=" ")) == "NameEmpty"
    again = changed(
        founded,
        type="BodyRefounded",
        former=BEGUN.id("south"),
        checkpoint=f"body/{BEGUN.id('north')}/board\n1\n",
    )
    assert refusal(Board(), None, again) == "CheckpointOfAnother"
    right = changed(again, checkpoint=f"body/{BEGUN.id('south')}/board\n1\n")
    board = Board()
    rules.check(board, None, right)
    rules.apply(board, None, right)
    assert board.former == BEGUN.id("south")
    for act in (founded, right):
        with pytest.raises(Refusal, match="AlreadyFounded"):
            rules.row_of(act).check(BEGUN.bodies["north"].board, act)
    adopted = entry(BEGUN, "north", 1)
    with pytest.raises(Refusal, match="CharterAlreadyAdopted"):
        rules.row_of(adopted).check(BEGUN.bodies["north"].board, adopted)


def test_a_book_is_opened_once_for_its_own_body():
    north = BEGUN.bodies["north"]
    opened = entry(BEGUN, "north", 0, "book")
    now = {"at": north.board.at, "board": north.board.size}
    empty = Book(board=north.board)
    rules.check(north.board, empty, changed(opened, **now))
    other = changed(opened, **now, body=BEGUN.id("south"))
    assert refusal(north.board, empty, other) == "NotForThisBody"
    assert refusal(north.board, north.book, changed(opened, **now)) == "NotTheFirstEntry"
    admitted = changed(entry(BEGUN, "north", 1, "book"), **now)
    assert refusal(north.board, empty, admitted) == "NotTheFirstEntry"
    assert refusal(north.board, None, admitted) == "NoBook"
    with pytest.raises(Refusal, match="AlreadyFounded"):
        rules.row_of(opened).check(north.book, opened)


def test_time_does_not_run_back_and_a_date_is_one_somewhere_on_earth():
    north = BEGUN.bodies["north"]
    act = BEGUN.make("north", "MeetingCalled", "desk", meeting="may", on="2027-05-01")
    assert refusal(north.board, north.book, changed(act, at=act.at - 1)) == "TimeRunsBack"
    for day in ("2027-03-07", "2027-03-03", "2027-02-30", "0000-00-00"):
        assert refusal(north.board, north.book, changed(act, date=day)) == "NotADate"
    for day in ("2027-03-06", "2027-03-05", "2027-03-04"):
        rules.check(north.board, north.book, changed(act, date=day))
    assert refusal(north.board, north.book, changed(act, at=2**53 - 1)) == "NotADate"


def test_an_act_in_the_name_of_a_body_needs_a_role_with_that_power():
    act = {"meeting": "may", "on": "2027-05-01"}
    for by, code in (("teller", "NotInThePower"), ("king", "NoSuchRole"), ("", "NoSuchRole")):
        made = BEGUN.make("north", "MeetingCalled", by, **act)
        assert refusal(BEGUN.bodies["north"].board, None, made) == code


def test_board_and_book_name_each_other_as_they_are():
    north = BEGUN.bodies["north"]
    admitted = BEGUN.make("north", "MemberAdmitted", "desk", token="0" * 32)
    assert refusal(north.board, north.book, changed(admitted, board=3)) == "BoardMoved"
    counted = BEGUN.make("north", "RollCounted", "desk", members=4)
    assert refusal(north.board, north.book, changed(counted, board=3)) == "BoardMoved"
    older = {"size": 1, "root": "0" * 64}
    assert refusal(north.board, north.book, changed(counted, rests_on=older)) == "BookMoved"
    assert refusal(north.board, north.book, changed(counted, members=3)) == "BookSaysOtherwise"


def test_supports_and_open_votes_are_those_of_the_book():
    world = copy.deepcopy(BEGUN)
    put = {"proposal": "mill", "title": "A mill", "matter": "hands", "texts": {"es": TEXT}}
    world.do("north", "ProposalPut", "desk", **put)
    counted = ("north", "SupportCounted", {"proposal": "mill", "members": 1})
    check_refused(world, "BookSaysOtherwise", counted)
    world.do("north", "VotingOpened", "desk", voting="new", matter="open")
    world.do("north", "VoteCast", voting="new", token=PEOPLE[0], choice="yes")
    check_refused(world, "TallyDiffers", ("north", "VotingClosed", {"voting": "new", "tally": {"no": 1}}))
    world.do("north", "VotingClosed", "desk", voting="new")
    assert world.bodies["north"].board.votings["new"].tally == {"yes": 1}


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        b"[]",
        b"",
        b"\xff",
        b"[" * 40_000,
        b'{"at":1,"date":"2027-03-05","type":"Nothing","v":1}',
        b'{"at":1,"date":"2027-03-05","meeting":"may","present":1,"type":"AttendanceStated","v":2}',
        b'{"at":1,"date":"2027-03-05","meeting":"may","present":1.0,"type":"AttendanceStated","v":1}',
        b'{"at":1,"by":"","date":"2027-03-05","meeting":"may","present":1,"type":"AttendanceStated","v":1}',
        b'{"at":1,"date":"2027-03-05","meeting":"may","more":1,"present":1,"type":"AttendanceStated","v":1}',
        b'{"date":"2027-03-05","at":1,"meeting":"may","present":1,"type":"AttendanceStated","v":1}',
        b'{"at":1,"date":"2027-03-05","meeting":"may","present":1,"type":"AttendanceStated","v":1} ',
        b'{"at":1,"date":"2027-03-05","meeting":"may","present":1,"present":1,"type":"AttendanceStated","v":1}',
        b'{"at":1,"date":"2027-03-05","meeting":"May","present":1,"type":"AttendanceStated","v":1}',
        b'{"at":1,"date":"2027-03-05","meeting":"may","present":-1,"type":"AttendanceStated","v":1}',
    ],
)
def test_bytes_that_are_no_act(data):
    with pytest.raises(Unsound):
        rules.read_entry(data)


def test_each_no_of_the_core_is_provoked_by_a_test():
    source = Path(rules.__file__).read_text(encoding="utf-8")
    codes = set(re.findall(r'Refusal\("(\w+)"', source)).union(*(codes_of(row.check) for row in ROWS))
    homes = (Path(__file__).parent, Path(__file__).parents[1] / "practice")
    tests = "".join(file.read_text(encoding="utf-8") for home in homes for file in home.glob("test_*.py"))
    assert {code for code in codes if not re.search(rf'["=]{code}"', tests)} == set()
