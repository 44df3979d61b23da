"""What a node prints when something went wrong: where in the code, and nothing of who asked for what."""

from __future__ import annotations

import logging
import traceback

from symbiosis.errors import Unavailable, Unsound


class Discreet(logging.Formatter):
    """Lines without addresses, codes, names or anything that was typed.

    A request is told by the pattern of its page ("join/<str:code>"), an error by its kind and its place in the
    code: the words of a database's error may repeat what somebody wrote. Ours are about records and are kept.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line, and for an error the way to it."""
        request = getattr(record, "request", None)
        if request is None:
            line = f"{record.levelname} {record.name}: {record.getMessage()}"
        else:
            match = getattr(request, "resolver_match", None)
            page = f"/{match.route}" if match else "no page of this node"
            line = f"{record.levelname} {record.name}: {getattr(record, 'status_code', '')} at {page}"
        if record.exc_info and record.exc_info[1] is not None:
            _, error, way = record.exc_info
            words = f": {error}" if isinstance(error, Unavailable | Unsound) else ""
            line += "\n" + "".join(traceback.format_tb(way)) + type(error).__name__ + words
        return line
