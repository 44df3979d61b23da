"""Bundles from files: each replayed, then held against the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from symbiosis.ballots.pool import Engine, here
from symbiosis.ballots.reports import Report
from symbiosis.errors import Unsound
from symbiosis.record import bundles, identity, proofs, tree
from symbiosis.record.bundles import Bundle, NotABundle
from symbiosis.record.checkpoints import Checkpoint
from symbiosis.verify.ballots import check_secret_vote, has_files
from symbiosis.verify.replay import Fold, check_checkpoint, replay

__all__ = ["NotABundle", "Verified", "verify_bundle", "verify_files"]


@dataclass(slots=True)
class Verified:
    """A bundle that holds: its body's state, its checkpoints, and its entries."""

    file: str
    fold: Fold
    board: Checkpoint
    book: Checkpoint | None
    bundle: Bundle
    audits: dict[str, Report]


def verify_bundle(data: bytes, file: str = "", engine: Engine = here) -> Verified:
    """Replay one bundle and check every byte, hash, signature and rule in it, and every ballot of its secret votes.

    `audits` has the report of each secret vote whose files are in the bundle; one whose files are not is attested by
    the body alone. `engine` is where ballots are checked: in this process, or in several. Raises `NotABundle` for a
    file that is none, `Unsound` naming the first entry or vote that does not hold.
    """
    bundle = bundles.read_bundle(data, check_roots=False)
    logs = {identity.parse_origin(log.origin)[1]: log for log in bundle.logs}
    if "board" not in logs:
        raise Unsound("there is no board in it", file)
    board, book = logs["board"], logs.get("book")
    fold = replay(board.entries, book.entries if book else None)
    if identity.board_origin(fold.board.id) != board.origin:
        raise Unsound("the board's entry 0 is not that of the body it names", board.origin)
    board_checkpoint = check_checkpoint(fold, "board", board.note)
    book_checkpoint = check_checkpoint(fold, "book", book.note) if book else None
    audits = {
        voting.id: check_secret_vote(fold.board, voting, bundle.attachments.get, engine)
        for voting in fold.board.votings.values()
        if voting.ballots is not None and has_files(voting, bundle.attachments)
    }
    return Verified(file, fold, board_checkpoint, book_checkpoint, bundle, audits)


def verify_files(
    files: Sequence[tuple[str, bytes]],
    expected: Mapping[str, tuple[int, str]] | None = None,
    engine: Engine = here,
) -> list[Verified]:
    """Verify bundles, and what they say of each other.

    An act received from a body whose bundle is here must be in it, at its place, under a checkpoint that is
    one of its history. Two bundles of one body must be one history. `expected` holds, by body, the size and
    root (hexadecimal) of a checkpoint known otherwise, which must be in its history too.
    """
    found = [verify_bundle(data, file, engine) for file, data in files]
    by_body: dict[str, Verified] = {}
    wanted: dict[str, list[tuple[int, bytes, str]]] = {}
    for each in found:
        body = each.fold.board.id
        longest = by_body.get(body)
        if longest is None or longest.board.size < each.board.size:
            by_body[body] = each
    for each in found:
        body = each.fold.board.id
        wanted.setdefault(body, []).append((each.board.size, each.board.root, each.file))
        for index, act in each.fold.received:
            other = by_body.get(act.sender)
            if other is not None:
                _check_same_entry(each, index, act.entry, act.proof, other)
                checkpoint = Checkpoint.parse(
                    proofs.read_proof(act.proof).checkpoint_note.split("\n\n")[0] + "\n"
                )
                wanted.setdefault(act.sender, []).append((checkpoint.size, checkpoint.root, each.file))
    for body, (size, root) in (expected or {}).items():
        if body not in by_body:
            raise Unsound("a checkpoint of it is expected and it is not among the files", body)
        wanted[body].append((size, bytes.fromhex(root), "the expected checkpoint"))
    for body, points in wanted.items():
        _check_history(by_body[body], points)
    return found


def _check_same_entry(each: Verified, index: int, entry: str, proof: str, other: Verified) -> None:
    place = proofs.read_proof(proof).index
    where = f"{each.file} board entry {index}"
    entries = other.bundle.logs[0].entries
    if place >= len(entries):
        raise Unsound(f"{other.file} is older than what was received from it", where)
    if entries[place] != entry.encode():
        raise Unsound(f"{other.file} has another entry {place} than the one received here: a fork", where)


def _check_history(verified: Verified, points: list[tuple[int, bytes, str]]) -> None:
    """Every checkpoint is one that this board had at that size."""
    by_size: dict[int, list[tuple[bytes, str]]] = {}
    for size, root, source in points:
        by_size.setdefault(size, []).append((root, source))
    frontier = tree.Frontier()
    entries = verified.bundle.logs[0].entries
    for size in range(len(entries) + 1):
        for root, source in by_size.pop(size, []):
            if frontier.root() != root:
                raise Unsound(
                    f"{source} knows another history of this body at size {size}: a fork", verified.file
                )
        if size < len(entries):
            frontier.append(tree.leaf_hash(entries[size]))
    for size, sources in by_size.items():
        raise Unsound(
            f"{sources[0][1]} knows this body at size {size}: this file is older (rolled back?)",
            verified.file,
        )
