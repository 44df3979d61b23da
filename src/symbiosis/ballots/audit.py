"""The audit of a secret election: everything that anyone can check, checked, and every defect told.

Stricter than belenios-tool 2.0: the order of events is held to, the encrypted tally is computed anew, one value has one
spelling, no ballot comes twice, and what nobody refers to has no place. What is found is listed in
`docs/spec/ballots.md`.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from symbiosis.ballots.archive import Record
from symbiosis.ballots.board import Board, body, read_board, view_of
from symbiosis.ballots.challenges import hex_to_base64
from symbiosis.ballots.credentials import Roll, credentials_of, read_roll
from symbiosis.ballots.decryption import (
    Factors,
    Result,
    combine,
    missing_trustees,
    open_tally,
    read_decryption,
    read_result,
)
from symbiosis.ballots.election import Election, read_election
from symbiosis.ballots.groups import Powers
from symbiosis.ballots.judging import (
    Judged,
    credentials_outside,
    judge_ballots,
    standing,
    whose,
    window_of,
)
from symbiosis.ballots.opening import judge_opening, mixed
from symbiosis.ballots.pool import Engine, here
from symbiosis.ballots.reports import Finding, Report
from symbiosis.ballots.shuffles import check_shuffle
from symbiosis.ballots.tally import Tally, read_tally, to_shuffle
from symbiosis.ballots.trustees import (
    Trustees,
    check_threshold,
    check_trustee,
    election_key,
    read_trustees,
)
from symbiosis.ballots.wire import PartialDecryption, Shuffle, TrusteePublicKey, decode, read_weight
from symbiosis.errors import Unsound

FEW: Final = 5
"""With fewer ballots than this a result tells a lot about each of them, and one alone is told entirely."""
CREDENTIALS_TOGETHER: Final = 2048
"""Credentials whose membership is tested at once."""


def audit(data: bytes | memoryview, engine: Engine = here) -> Report:
    """Check a whole archive. `data` may be a mapped file: only a few ballots are in memory at a time.

    An election that is still under way is checked as far as it went. Never raises for what the archive says: each
    defect is a finding.
    """
    return _Audit(memoryview(data), engine).run()


def audit_growth(old: bytes | memoryview, new: bytes | memoryview, engine: Engine = here) -> Report:
    """Check an archive, and that it begins with all of an earlier copy: nothing was taken back, nothing reordered."""
    report = audit(new, engine)
    if memoryview(new)[: len(old)] == memoryview(old):
        return report
    finding = Finding("BoardRewritten", "", {"earlier": len(old), "now": len(new)})
    return Report(**{**_fields(report), "findings": (finding, *report.findings)})


def _fields(report: Report) -> dict:  # type: ignore[type-arg]
    return {name: getattr(report, name) for name in report.__dataclass_fields__}


class _Audit:
    """One audit under way: what was read so far, and what was found."""

    def __init__(self, data: memoryview, engine: Engine) -> None:
        self.data = data
        self.engine = engine
        self.findings: list[Finding] = []
        self.election: Election | None = None
        self.trustees: Trustees | None = None
        self.roll = Roll()
        self.judged: Judged | None = None
        self.result: Result | None = None

    def note(self, code: str, where: str = "", level: str = "defect", **figures: str | int) -> None:
        self.findings.append(Finding(code, where, figures, "warning" if level == "warning" else "defect"))

    def run(self) -> Report:
        board = read_board(self.data, self.findings.append)
        if board.setup:
            self._check_setup(board)
        else:
            self.note("SetupMissing")
        stands: list[str] = []
        if self.election is not None:
            theirs = whose(self.election, self.data, board.ballots, self.roll)
            stands = standing(theirs)
            self.judged = judge_ballots(
                self.data, self.election, board.ballots, self.roll, theirs, self.engine
            )
            self.findings += [finding for _, finding in self.judged.findings]
            tally = self._check_tally(board)
            if tally is not None and self.trustees is not None:
                self._check_opening(board, tally)
        self._warn(board, stands.count("counted"))
        return self._report(board, stands)

    # The parts of an audit, in the order of the events.

    def _check_setup(self, board: Board) -> None:
        election, trustees, credentials = board.setup
        try:
            self.election = read_election(body(self.data, election))
        except Unsound as error:
            self.note("ElectionMalformed", error.where, problem=error.sentence)
        try:
            self.trustees = read_trustees(body(self.data, trustees))
        except Unsound as error:
            self.note("TrusteesMalformed", error.where, problem=error.sentence)
        try:
            self.roll = read_roll(view_of(self.data, credentials))
        except Unsound as error:
            self.note("CredentialsMalformed", error.where, problem=error.sentence)
        if self.election is None:
            return
        for place in self._credentials_outside(self.election, view_of(self.data, credentials)):
            self.note("CredentialNotInGroup", f"credential {place + 1}")
        if self.election.shuffled and any(weight != 1 for weight in self.roll.weights):
            self.note("WeightWithShuffles", "credentials")
        if self.trustees is not None:
            self._check_trustees(self.election, self.trustees)

    def _credentials_outside(self, election: Election, data: memoryview) -> list[int]:
        """The places (from 0) of credentials that are no elements of the group; none if the list cannot be read."""
        if not len(self.roll):
            return []
        texts = (credential for credential, _ in credentials_of(data))
        parts = enumerate(iter(lambda: list(islice(texts, CREDENTIALS_TOGETHER)), []))
        found = self.engine(credentials_outside, election.group.name, parts)
        return sorted(part * CREDENTIALS_TOGETHER + place for part, places in found for place in places)

    def _check_trustees(self, election: Election, trustees: Trustees) -> None:
        g = Powers(election.group, election.group.g, 4)
        for item, numbers in trustees.numbered():
            try:
                if isinstance(item, TrusteePublicKey):
                    check_trustee(g, item, f"trustee {numbers.start}")
                else:
                    check_threshold(g, item, f"trustees {numbers.start} to {numbers.stop - 1}")
            except Unsound as error:
                self.note("TrusteeKeyWrong", error.where, problem=error.sentence)
        try:
            key = election_key(election.group, trustees)
        except Unsound:
            return  # commitments that cannot be read were noted with their trustees
        if key != election.y:
            self.note("ElectionKeyWrong", "election")

    def _check_tally(self, board: Board) -> Tally | None:
        """Compare the published tally with that of the ballots; the latter is what all else is checked against.

        Where a ballot that counts cannot be read there is no tally of the ballots; the rest is then checked against
        the published one.
        """
        assert self.judged is not None
        total = self.judged.sum
        tally, known = total.tally(), not self.judged.unread
        if not board.tallies and board.decryptions:
            self.note("TallyMissing")
        for record, sized in board.tallies:
            try:
                stated = read_tally(body(self.data, record))
                if [len(row) for row in stated] != self._shape(stated, tally):
                    raise Unsound("it has another number of ciphertexts than it must have")
                if self.judged.unread:
                    tally, known = stated, True
                    continue
                if stated != tally:
                    raise Unsound("it is not the tally of the ballots")
            except Unsound as error:
                self.note("TallyWrong", "encrypted tally", problem=error.sentence)
            try:
                count = (sized.num_tallied, read_weight(sized.total_weight))
            except Unsound:
                count = (sized.num_tallied, -1)
            if count != (total.ballots, total.weight):
                self.note("TallyCountWrong", "encrypted tally", ballots=total.ballots, weight=total.weight)
        return tally if known and (board.tallies or board.decryptions) else None

    def _shape(self, stated: Tally, tally: Tally) -> list[int]:
        """How many ciphertexts each question has; papers that cannot be read are as many as were published."""
        assert self.election is not None
        assert self.judged is not None
        sizes = [len(row) for row in tally]
        if self.judged.unread and len(stated) == len(tally):
            for at in self.election.shuffled:
                sizes[at] = len(stated[at])
        return sizes

    def _check_opening(self, board: Board, tally: Tally) -> None:
        """The mixes, the trustees' parts, and the result that follows from them."""
        election, trustees, judged = self.election, self.trustees, self.judged
        assert election is not None
        assert trustees is not None
        assert judged is not None
        self._check_owners("shuffle", [owner for owner, _ in board.shuffles])
        mixes = self._read_mixes(board, election)
        self._check_owners("decryption", [owner for owner, _ in board.decryptions])
        given = self._read_parts(board)
        window = window_of(election, len(board.ballots))
        keyed = [(trustees.keys()[owner - 1], part) for _, owner, part in given]
        shuffles = [shuffle for _, shuffle in mixes]
        wrong, problems = judge_opening(election, window, tally, shuffles, keyed, self.engine)
        if any(wrong):
            shuffles = self._mixes_that_hold(election, tally, mixes)
            held = mixed(election, tally, shuffles)
            _, problems = judge_opening(election, window, held, [], keyed, self.engine)
        tally = mixed(election, tally, shuffles)
        parts: dict[int, Factors] = {}
        for (where, owner, part), sentences in zip(given, problems, strict=True):
            for problem in sentences:
                self.note("DecryptionWrong", where, trustee=owner, problem=problem)
            if not sentences:
                parts.setdefault(owner, part.decryption_factors)
        missing = missing_trustees(trustees, list(parts))
        if not missing:
            most = sum(self.roll.weights) if judged.unread else judged.sum.weight
            self._open(tally, combine(election.group, trustees, parts), most)
        elif board.results:
            self.note("DecryptionMissing", "", trustees=", ".join(map(str, missing)))
        for record in board.results:
            self._check_result(record)

    def _read_mixes(self, board: Board, election: Election) -> list[tuple[str, Shuffle]]:
        """The mixes that can be read, each with its place."""
        if bool(board.shuffles) != bool(election.shuffled) and (board.shuffles or board.decryptions):
            self.note("ShufflesNotAsAsked", "", shuffles=len(board.shuffles))
            return []
        mixes = []
        for at, (_, record) in enumerate(board.shuffles):
            where = f"shuffle {at + 1}"
            try:
                shuffle = decode(body(self.data, record), Shuffle, where)
                if len(shuffle.ciphertexts) != len(election.shuffled):
                    raise Unsound("a shuffle is of another number of questions")
            except Unsound as error:
                self.note("ShuffleWrong", where, problem=error.sentence)
                continue
            mixes.append((where, shuffle))
        return mixes

    def _mixes_that_hold(
        self, election: Election, tally: Tally, mixes: list[tuple[str, Shuffle]]
    ) -> list[Shuffle]:
        """Where a mix does not hold, the next is compared with what the last one gave that does."""
        holding: list[Shuffle] = []
        for where, shuffle in mixes:
            try:
                before = to_shuffle(election, mixed(election, tally, holding))
                check_shuffle(election.group, election.fingerprint, election.y, before, shuffle)
                holding.append(shuffle)
            except Unsound as error:
                self.note("ShuffleWrong", where, problem=error.sentence)
        return holding

    def _read_parts(self, board: Board) -> list[tuple[str, int, PartialDecryption]]:
        """The trustees' parts that can be read, each with its place and trustee."""
        assert self.trustees is not None
        parts = []
        for at, (owner, record) in enumerate(board.decryptions):
            if not 1 <= owner <= len(self.trustees.keys()):
                continue
            where = f"decryption {at + 1}"
            try:
                parts.append((where, owner, read_decryption(body(self.data, record), where)))
            except Unsound as error:
                self.note("DecryptionWrong", where, trustee=owner, problem=error.sentence)
        return parts

    def _check_owners(self, what: str, owners: list[int]) -> None:
        assert self.trustees is not None
        last = len(self.trustees.keys())
        for at, owner in enumerate(owners):
            if not 1 <= owner <= last:
                self.note("OwnerUnknown", f"{what} {at + 1}", trustee=owner)
            elif owner in owners[:at]:
                self.note("OwnerTwice", f"{what} {at + 1}", trustee=owner)

    def _open(self, tally: Tally, factors: Factors, most: int) -> None:
        assert self.election is not None
        try:
            self.result, odd = open_tally(self.election, tally, factors, most)
        except Unsound as error:
            self.note("TallyUnopenable", "", problem=error.sentence)
            return
        for question, place in odd:
            self.note("AnswerOverfull", f"question {question + 1} paper {place + 1}", "warning")

    def _check_result(self, record: Record) -> None:
        try:
            stated = read_result(body(self.data, record))
        except Unsound as error:
            self.note("ResultWrong", "result", problem=error.sentence)
            return
        if self.result is None or stated != self.result:
            self.note(
                "ResultWrong", "result", problem="it does not follow from the ballots and the trustees' parts"
            )

    def _warn(self, board: Board, counted: int) -> None:
        if board.stage != "Result":
            self.note("ElectionUnfinished", "", "warning", stage=board.stage)
        if board.decryptions and counted < FEW:
            self.note("ElectorateTiny", "", "warning", ballots=counted)
        if self.trustees is not None and len(self.trustees.keys()) == 1:
            self.note("TrusteeAlone", "", "warning")

    def _report(self, board: Board, stands: list[str]) -> Report:
        trackers = [hex_to_base64(each.name) for each in board.ballots]
        total = self.judged.sum if self.judged else None
        return Report(
            findings=tuple(self.findings),
            ballots=len(board.ballots),
            counted=total.ballots if total else 0,
            weight=total.weight if total else 0,
            voters=len(self.roll),
            trackers=tuple(each for each, how in zip(trackers, stands, strict=False) if how == "counted"),
            replaced=tuple(each for each, how in zip(trackers, stands, strict=False) if how == "replaced"),
            stage=board.stage,
            head=board.head,
            fingerprint=self.election.fingerprint if self.election else "",
            credentials=hex_to_base64(board.setup[2].name) if board.setup else "",
            result=self.result,
        )
