"""The languages of the pages, made ready to use: `.po` files into the `.mo` that gettext reads."""

from __future__ import annotations

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent / "locale"


def compile_catalogues() -> int:
    """Compile what has changed, each beside its source; gives how many.

    Where the package lies in a folder that nobody may write, its catalogues were compiled when it was built.
    """
    compiled = 0
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parent.parent.name)
        # Two nodes of one package may start at the same moment: each writes a file of its own first.
        partial = target.with_suffix(f".{os.getpid()}.part.mo")
        with partial.open("wb") as file:
            write_mo(file, catalogue)
        partial.replace(target)
        compiled += 1
    return compiled


if __name__ == "__main__":
    print(f"{compile_catalogues()} catalogues compiled")
