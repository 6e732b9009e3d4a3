"""The command line on a folder of many pages, some of them broken: what comes out, how fast, in what memory.

Pages are set by the press. Run it with::

    python benchmarks/commandline.py --pages 5000 --broken 20 --jobs 2
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from paperparse.testing import FORMS
from paperparse.testing.evaluate import proofs

PAGES_SET: Final = 200
"""Pages set by the press; a larger folder holds each of them several times."""

FLAT: Final = 1.25
"""How much more memory ten times the pages may take; what was measured is 1.02."""


def fill(folder: Path, pages: int, broken: int) -> list[str]:
    """Fill a folder with pages, a hundred to a subfolder, the broken ones among them.

    Returns:
        The names of the broken ones.
    """
    forms = list(FORMS.values())
    texts = [proof.text for form in forms for proof in proofs(form, PAGES_SET // len(forms) + 1, 1, None)]
    wrong = (
        ("png", ".txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8),
        ("cut", ".txt.gz", gzip.compress(os.urandom(4000))[:-20]),
        ("zip", ".zip", b"PK\x03\x04 no archive"),
        ("pdf", ".txt", b"%PDF-1.7\n" + os.urandom(2000)),
    )
    names: list[str] = []
    every = max(pages // max(broken, 1), 1)
    for number, text in enumerate(islice(cycle(texts), pages)):
        place = folder / f"{number // 100:04}"
        place.mkdir(exist_ok=True)
        if number % every == every - 1 and len(names) < broken:
            kind, suffix, data = wrong[len(names) % len(wrong)]
            names.append(f"{number:06}-{kind}{suffix}")
            (place / names[-1]).write_bytes(data)
        else:
            encoding = ("utf-8", "gb18030")[number % 2]
            (place / f"{number:06}.txt").write_bytes(text.encode(encoding, "replace"))
    return names


def measure(folder: Path, out: Path, jobs: int) -> tuple[int, str, float, int]:
    """Run the command: its exit code, what it said, the seconds, the largest process in MiB."""
    errors = out.with_suffix(".errors")
    command = [
        sys.executable,
        "-m",
        "paperparse",
        "parse",
        "-f",
        "jsonl",
        "-j",
        str(jobs),
        "-o",
        str(out),
        str(folder),
    ]
    begin = time.perf_counter()
    with errors.open("wb") as file:
        process = subprocess.Popen(command, stderr=file)  # noqa: S603  # ourselves
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - begin
    return process.returncode, errors.read_text(encoding="utf-8"), took, usage.ru_maxrss >> 10


def main() -> None:
    """Fill folders, run the command on them, print what came of it; exit 1 when a page is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--broken", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    wanted = parser.parse_args()
    faults = 0
    peaks: list[int] = []
    for pages in (wanted.pages // 10, wanted.pages):
        with tempfile.TemporaryDirectory() as name:
            folder, out = Path(name, "pages"), Path(name, "out")
            folder.mkdir()
            broken = fill(folder, pages, wanted.broken)
            code, said, took, peak = measure(folder, out, wanted.jobs)
            written = sum(1 for _ in out.rglob("*.jsonl"))
            named = sum(any(one in line for line in said.splitlines()) for one in broken)
        print(
            f"{pages} pages: {written} written, {named} of {len(broken)} broken ones named, "
            f"exit code {code}, {took:.1f} s ({pages / took:.0f} a second), largest process {peak} MiB"
        )
        print("  " + re.sub(r"(?s).*\n(?=.)", "", said).strip())
        peaks.append(peak)
        faults += written != pages - len(broken) or named != len(broken) or code != bool(broken)
    if max(peaks) > FLAT * min(peaks):
        print(f"memory is not flat: {peaks} MiB")
        faults += 1
    sys.exit(faults > 0)


if __name__ == "__main__":
    main()
