"""Clean the author strings of a web edition: one person a line, with outlet and role.

Give one string a line on standard input, or the strings as arguments::

    pip install . && python examples/clean_authors.py "□青岛日报/观海新闻记者 孙 欣 通讯员 冉 茂"
    cut -f 3 articles.tsv | python examples/clean_authors.py > people.tsv

The columns are outlet, role, kind and name, parted by tabs. A string without a byline is told on
standard error and prints nothing.
"""

from __future__ import annotations

import sys

import paperparse as pp


def main() -> None:
    """Read every string and print its people."""
    for author in sys.argv[1:] or sys.stdin.read().splitlines():
        bylines = pp.parse_byline(author)
        if not bylines:
            print(f"no byline: {author}", file=sys.stderr)
        for byline in bylines:
            for name in byline.names:
                print(byline.outlet or "", byline.role, byline.kind, name, sep="\t")


if __name__ == "__main__":
    main()
