"""Which format a file is: by its ending, else by how it begins."""

from __future__ import annotations

import re

from symbiosis.counting.formats.abif import read_abif
from symbiosis.counting.formats.blt import read_blt
from symbiosis.counting.formats.election import Election, Unreadable
from symbiosis.counting.formats.forms_csv import read_csv
from symbiosis.counting.formats.pabulib import read_pabulib
from symbiosis.counting.formats.preflib import read_preflib

FORMATS = ("blt", "abif", "preflib", "pabulib", "csv")
ENDINGS = {
    "soc": "preflib",
    "soi": "preflib",
    "toc": "preflib",
    "toi": "preflib",
    "cat": "preflib",
    "pb": "pabulib",
    "tsv": "csv",
}


def format_of(name: str, data: bytes) -> str:
    """The format of a file by its name, else by its first line. Raises `Unreadable` UnknownFormat."""
    ending = name.rpartition(".")[2].lower()
    ending = ENDINGS.get(ending, ending)
    if ending in FORMATS:
        return ending
    first = next(
        (line.strip() for line in data[:4000].decode("utf-8", "replace").splitlines() if line.strip()), ""
    )
    if re.match(r"#\s*(FILE NAME|TITLE|DATA TYPE|ALTERNATIVE)", first, re.I):
        return "preflib"
    if first.rstrip(";").strip() == "META":
        return "pabulib"
    if re.fullmatch(r"\d+\s+\d+", first):
        return "blt"
    if re.match(r"(\d+(\.\d+)?\s*:|\{|=)", first):
        return "abif"
    if re.search(r"[,;\t]", first):
        return "csv"
    raise Unreadable("UnknownFormat", 1)


def read_election(name: str, data: bytes, kind: str = "", marks: bool = False) -> Election:
    """Read a file of a format, or of the one that it looks like; `marks` for forms with marks in their cells.

    Raises `Unreadable` naming the line.
    """
    kind = kind or format_of(name, data)
    if kind == "csv":
        return read_csv(data, marks)
    return {"blt": read_blt, "abif": read_abif, "preflib": read_preflib, "pabulib": read_pabulib}[kind](data)
