"""The catalogues: take marked strings out of code and pages, update every language, say how much is done.

`make messages` updates the files; `--check` changes nothing, prints each language's share, and fails where a
complete language is not complete or a catalogue does not know a marked string.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "symbiosis"
# Where the strings of each catalogue are marked.
DOMAINS = {
    "django": ("web/locale", ("web", "api", "publishing")),
    "phrases": ("phrases/locale", ("phrases",)),
}
COMPLETE = ("es",)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "_lazy": None,
    "gettext_noop": None,
    "N_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# The pure room `phrases` has no gettext of its own: its sentences stand in `say(...)`, `translated(language, ...)`
# and in tables, whose names are in capitals.
PURE = {"say": None, "translated": (2,)}


def tabled() -> Iterator[tuple[str, str]]:
    """Each sentence in the tables of `phrases`, and the module it stands in."""
    import symbiosis.phrases

    for module in pkgutil.iter_modules(symbiosis.phrases.__path__):
        tables = vars(importlib.import_module(f"symbiosis.phrases.{module.name}"))
        for name, table in tables.items():
            if name.isupper() and isinstance(table, dict):
                for sentence in table.values():
                    yield sentence, f"phrases/{module.name}.py"


def marked(rooms: tuple[str, ...]) -> Catalog:
    """All strings marked in these rooms, with the files they stand in (no line numbers: quieter changes)."""
    catalog = Catalog(project="Symbiosis", copyright_holder="the people who translate it")
    pure = rooms == ("phrases",)
    for sentence, place in tabled() if pure else ():
        catalog.add(sentence, locations=[(place, None)])
    for path in sorted(file for room in rooms for file in (PACKAGE / room).rglob("*")):
        if path.suffix not in (".py", ".html", ".txt") or "locale" in path.parts:
            continue
        source = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            source = templatize(source, origin=str(path))
        place = str(path.relative_to(PACKAGE))
        for _, found, comments, context in extract(
            "python", io.BytesIO(source.encode()), PURE if pure else KEYWORDS, ("Translators:",)
        ):
            texts = found if isinstance(found, tuple) else (found,)
            catalog.add(
                texts[:2] if len(texts) > 1 else texts[0],
                locations=[(place, None)],
                auto_comments=comments,
                context=context,
            )
    return catalog


def catalogues(folder: Path, domain: str) -> Iterator[tuple[str, Path, Catalog]]:
    """Each language's catalogue of a domain."""
    for path in sorted(folder.glob(f"*/LC_MESSAGES/{domain}.po")):
        locale = path.parent.parent.name
        with path.open("rb") as file:
            yield locale, path, read_po(file, locale=locale, domain=domain)


def is_done(message: Message) -> bool:
    """Whether every form of a message is translated and nobody's guess."""
    texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(texts) and not message.fuzzy


def main() -> int:
    """Update or check; gives the exit code."""
    settings.configure(USE_I18N=False)
    django.setup()
    check = "--check" in sys.argv[1:]
    wrong = 0
    for domain, (folder, rooms) in DOMAINS.items():
        template = marked(rooms)
        wanted = {(message.id, message.context) for message in template if message.id}
        for locale, path, catalog in catalogues(PACKAGE / folder, domain):
            if not check:
                catalog.update(template, no_fuzzy_matching=True)
                with path.open("wb") as file:
                    write_po(
                        file, catalog, width=100, ignore_obsolete=True, sort_output=True, include_lineno=False
                    )
            known = {(message.id, message.context) for message in catalog if message.id}
            done = sum(
                (message.id, message.context) in wanted and is_done(message)
                for message in catalog
                if message.id
            )
            share = f"{done} of {len(wanted)}"
            missing = len(wanted - known)
            print(f"{domain:8} {locale:6} {share:>14}" + (f", {missing} not in the file" if missing else ""))
            if locale in COMPLETE and done < len(wanted):
                print(f"         {locale} must be complete: run `make messages`, then translate {path.name}.")
                wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main())
