"""Teach paperparse the marks of a paper it does not know, with a table of one's own.

Without a file it reads a few lines as such a paper prints them, before and after learning::

    pip install . && python examples/teach_marks.py
    pip install . && python examples/teach_marks.py my-page.txt

The table is ``river_paper.toml`` beside this file: no code, one row a mark, each with what it must read and
what it must not. Leave out a row and see what is no longer read.
"""

from __future__ import annotations

import sys
from pathlib import Path

import paperparse as pp

TABLE = Path(__file__).parent / "river_paper.toml"
TAUGHT = pp.Options(conventions=("mainland", str(TABLE)))
PAGE = """\
渡轮夜航首日客满

◇河津观澜瞭望哨 谭宁 孙欣然
本报5月12日讯 昨晚八时，首班夜航渡轮离开南岸码头。船上
一百二十个座位全部坐满，不少市民举家乘船看两岸灯火。
"""


def show(title: str, page: pp.Page) -> None:
    """Who wrote what, and what was left over."""
    print(f"{title}:")
    for article in page.articles:
        print("  headline", *(passage.text for passage in article.headline.passages), sep="  ")
        for byline in article.bylines:
            print("  byline", byline.outlet or "-", byline.role, *byline.names, sep="  ")
        print("  text", article.text, sep="  ")


def main() -> None:
    """Read a page with the tables of the package, then with ours beside them."""
    source: str | Path = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE
    show("before", pp.parse(source))
    show("after", pp.parse(source, options=TAUGHT))


if __name__ == "__main__":
    main()
