"""The command line: ``paperparse parse | proof | inspect | conventions``.

It needs the extra ``cli``. The console script points here, so that whoever did not install the extra is told
so in one sentence.
"""

from __future__ import annotations

import sys
from typing import Final

__all__ = ["main"]

NEEDED: Final = frozenset({"click", "rich", "jinja2", "markupsafe"})
"""Packages of the extra ``cli`` that this room imports."""
MISUSE: Final = 2


def main() -> None:
    """Run the command line, and end the process with its exit code."""
    try:
        from paperparse.cli.app import run  # noqa: PLC0415  # the extra may be missing
    except ModuleNotFoundError as fault:
        if fault.name is None or fault.name.partition(".")[0] not in NEEDED:
            raise
        sys.stderr.write(
            f"paperparse: the command line needs {fault.name}; install it with: "
            "pip install 'paperparse[cli]'\n"
        )
        sys.exit(MISUSE)
    sys.exit(run())
