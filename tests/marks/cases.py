"""Wild cases as data: one JSON file for each kind of mark, read here and turned into parameters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from paperparse.conventions import Tables, load
from paperparse.text.fold import fold
from paperparse.text.strand import Strand

HERE = Path(__file__).parent


def cases(name: str) -> list[Any]:
    """The cases of a file; a known failure must go on failing until its row is mended."""
    rows: list[dict[str, Any]] = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return [
        pytest.param(
            row,
            id=row["text"] or "empty",
            marks=[pytest.mark.xfail(reason=row["xfail"], strict=True)] if "xfail" in row else [],
        )
        for row in rows
    ]


def strand(text: str) -> Strand:
    """A text as one stretch."""
    return Strand.of(text, fold(text), [(0, len(text))])


def tables() -> Tables:
    """The default tables."""
    return load(("all",))
