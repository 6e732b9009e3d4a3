"""The five real pages and their truth."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
NAMES = [path.stem for path in SEEDS]
TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in SEEDS}


def gold(name: str) -> dict[str, Any]:
    """The truth of a page, made by hand."""
    truth: dict[str, Any] = json.loads(
        (ROOT / "tests" / "golden" / f"{name}.json").read_text(encoding="utf-8")
    )
    return truth
