"""The example programs, run as a user would run them."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def run(script: str, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run an example as a user would, from anywhere."""
    return start(str(EXAMPLES / script), *arguments, text=text)


def start(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run this Python."""
    return subprocess.run(  # noqa: S603 - our own scripts
        [sys.executable, *arguments],
        input=text,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
        timeout=300,
    )
