"""Long checks on every core: the parts of a board are judged by processes, or by the workers of a Dask cluster.

An engine takes the work, what all parts share, and the parts one after another; it gives the answers as they come, in
any order. Only a few parts are under way at a time, so memory does not grow with their number. What is asked of a part
is the same everywhere, and so is the answer.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

Shared = TypeVar("Shared")
Part = TypeVar("Part")
Answer = TypeVar("Answer")

Engine = Callable[[Callable[[Any, Any], Any], Any, Iterable[Any]], Iterator[Any]]
"""work, shared, parts -> answers. `work(shared, part)` is a function of a module, so that it can be sent."""


def here(work: Callable[[Shared, Part], Answer], shared: Shared, parts: Iterable[Part]) -> Iterator[Answer]:
    """All parts in this process, one after another."""
    for part in parts:
        yield work(shared, part)


def processes(count: int) -> Engine:
    """An engine with `count` processes. What was computed before is shared with them where the system can fork."""

    def spread(
        work: Callable[[Shared, Part], Answer], shared: Shared, parts: Iterable[Part]
    ) -> Iterator[Answer]:
        way = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(way)
        running: list[Any] = []
        lines: list[Connection] = []
        for _ in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(work, shared, theirs), daemon=True)  # type: ignore[attr-defined]
            process.start()
            theirs.close()
            running.append(process)
            lines.append(ours)
        try:
            yield from _answers(lines, iter(parts))
        finally:
            for line, process in zip(lines, running, strict=True):
                line.close()
                process.terminate()
                process.join()

    return spread


def _answers(lines: list[Connection], parts: Iterator[Any]) -> Iterator[Any]:
    """Give each process a part, and the next whenever it answers."""
    busy: list[Any] = []
    for line in lines:
        busy += _give(line, parts)
    while busy:
        for line in [each for each in wait(busy) if isinstance(each, Connection)]:
            busy.remove(line)
            # A process that died closes its line: recv raises EOFError, and the whole audit stops with it.
            well, answer = line.recv()
            if not well:
                raise answer
            busy += _give(line, parts)
            yield answer


def _give(line: Connection, parts: Iterator[Any]) -> list[Connection]:
    for part in parts:
        line.send(part)
        return [line]
    return []


def _serve(work: Callable[[Any, Any], Any], shared: object, line: Connection) -> None:
    while True:
        try:
            part = line.recv()
        except EOFError:
            return
        try:
            line.send((True, work(shared, part)))
        except Exception as error:
            line.send((False, error))


def over_dask(client: Any, ahead: int = 2) -> Engine:
    """An engine of the workers of a Dask cluster; `client` is a `dask.distributed.Client`.

    `ahead` parts for each worker are under way at a time.
    """

    def spread(
        work: Callable[[Shared, Part], Answer], shared: Shared, parts: Iterable[Part]
    ) -> Iterator[Answer]:
        # As one piece, under a name of its own: a name made of what it holds may be just forgotten of an earlier call.
        everywhere = client.scatter([shared], broadcast=True, hash=False)[0]
        most = ahead * max(1, len(client.scheduler_info()["workers"]))
        waiting: list[Any] = []
        for part in parts:
            waiting.append(client.submit(work, everywhere, part, pure=False))
            if len(waiting) >= most:
                yield waiting.pop(0).result()
        for each in waiting:
            yield each.result()

    return spread
