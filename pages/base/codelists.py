"""Code lists of GB/T 39046-2020 and of deployed systems: what is stored is a slug, never a number.

The numbers of the lists disagree between provinces (行使层级 6, 通办范围 2 …), so a value that
comes from outside is matched by label first, then by alias, then by code.
"""

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA_FILE = Path(__file__).parent / "data" / "codelists.json"


@dataclass(frozen=True)
class Code:
    slug: str
    label: str
    national_code: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class CodeList:
    name: str
    values: tuple[Code, ...]

    def choices(self) -> list[tuple[str, str]]:
        return [(code.slug, code.label) for code in self.values]

    def label(self, slug: str) -> str:
        """Return the printed label; an unknown slug is returned as it is."""
        return next((code.label for code in self.values if code.slug == slug), slug)

    def slug_for(self, text: str) -> str | None:
        """Return the slug for a label, an alias or a code (padded or not), or None."""
        wanted = _fold(text)
        if not wanted:
            return None
        for names in (_label_names, _alias_names, _code_names):
            for code in self.values:
                if wanted in names(code):
                    return code.slug
        return None


def _fold(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _label_names(code: Code) -> set[str]:
    return {_fold(code.label), _fold(code.slug)}


def _alias_names(code: Code) -> set[str]:
    return {_fold(alias) for alias in code.aliases}


def _code_names(code: Code) -> set[str]:
    if code.national_code is None:
        return set()
    return {code.national_code, code.national_code.lstrip("0") or "0"}


@cache
def raw() -> dict[str, Any]:
    """The whole data file, for what is not a plain code list (themes, header synonyms)."""
    data: dict[str, Any] = json.loads(DATA_FILE.read_text(encoding="utf-8"))
    return data


@cache
def codelist(name: str) -> CodeList:
    """Return a code list by its name in the data file; KeyError if there is none."""
    values = tuple(
        Code(value["slug"], value["label"], value["national_code"], tuple(value["aliases"]))
        for value in raw()[name]["values"]
    )
    return CodeList(name, values)
