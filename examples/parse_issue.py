"""Turn the text of a whole issue into JSON Lines: one article a line.

A form feed parts the pages, as ``pdftotext`` writes it; several files are taken as pages in printing
order. Without a file the text is read from standard input::

    pip install . && python examples/parse_issue.py issue.txt > articles.jsonl
    pdftotext issue.pdf - | python examples/parse_issue.py > articles.jsonl

Every line can be read back with :func:`paperparse.from_json`. What is worth knowing about the issue as a
whole goes to standard error.
"""

from __future__ import annotations

import sys
from pathlib import Path

import paperparse as pp


def main() -> None:
    """Parse the issue and print its articles."""
    sources = [Path(name) for name in sys.argv[1:]] or sys.stdin.buffer.read()
    issue = pp.parse_issue(sources)
    for article in issue.articles:
        print(pp.to_json(article))
    print(f"{len(issue.pages)} pages, {len(issue.articles)} articles", file=sys.stderr)
    for note in issue.notes:
        print(f"{note.code}: {note.message}", file=sys.stderr)


if __name__ == "__main__":
    main()
