"""Who reports, right behind a dateline: in brackets, with 报道, or parted from the text by a blank."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.marks.grammar import grammar_of
from paperparse.marks.names import is_likely_name
from paperparse.marks.signing import LONGEST, PAIRS, read_names, read_signing
from paperparse.text.fold import fold
from paperparse.text.pairs import common_pairs

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables
    from paperparse.marks.results import BylineMark
    from paperparse.text.strand import Strand

__all__ = ["read_behind"]

LEADING: Final = 110
"""Code points of roles and names that nothing but blanks part from the text at the most."""
_ADDRESSED: Final = ("女士", "先生", "小姐", "大爷", "大妈", "大叔", "阿姨", "某")
"""How names end of whom a text tells; readers sign so, and no reporter."""
_BLANK: Final = re.compile(r"\s+")


class _Grammar(NamedTuple):
    """The patterns of one set of tables."""

    signed: regex.Pattern[str]
    quoted: regex.Pattern[str]
    led: regex.Pattern[str]
    area: regex.Pattern[str]


@lru_cache(maxsize=8)
def _grammar(tables: Tables) -> _Grammar:
    """Compile, once for each set of tables."""
    return _Grammar(
        # an extractor lost the blank behind the names: 本报讯记者王伟“新桥真好。”
        quoted=tables.build("{gap}(?P<run>(?:{imprint})?{gap}{role}{gap}[^:,。!?;“]{2,12})(?=“)"),
        area=tables.build("{area}"),
        led=tables.build("(?:{imprint})?{gap}{role}[^:,。!?;“”()]{2,60}+"),
        # 本报讯 记者王伟报道：近日 …
        signed=tables.build(
            "{gap}(?P<run>(?:{imprint})?{gap}{role}[^:,。!?;“]{1,60}?报[道导](?:{gap}:)?)"
            "(?={gap}(?:[,。]|$)|(?<=:)| )"
        ),
    )


def read_behind(strand: Strand, start: int, end: int, tables: Tables) -> tuple[int, BylineMark | None]:
    """Read who reports behind a dateline.

    Args:
        strand: The text.
        start: One past the dateline.
        end: One past the last code point to look at.
        tables: The conventions.

    Returns:
        Where what stands behind the dateline begins, and the bylines that begin there, or None.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.marks.signing import strand_of
        >>> text = "晚报讯 记者 王伟 通讯员 李冬梅 昨天早晨，204国道上"
        >>> _, mark = read_behind(strand_of(text), 3, len(text), load(("mainland",)))
        >>> [(line.role, line.names) for line in mark.bylines], text[mark.end :].lstrip()[:4]
        ([('记者', ('王伟',)), ('通讯员', ('李冬梅',))], '昨天早晨')
    """
    folded = strand.folded
    at = start
    while at < end and folded[at].isspace():
        at += 1
    if at < end and folded[at] in PAIRS:
        close = folded.find(PAIRS[folded[at]], at, min(end, at + LONGEST))
        if close < 0:
            return at, None
        signing = read_signing(strand, at, close + 1, tables, sure=True)
        return at, signing or read_names(strand, at, close + 1, tables)
    grammar = _grammar(tables)
    if (
        signed := grammar.signed.match(folded, start, end) or grammar.quoted.match(folded, start, end)
    ) is not None:
        return at, read_signing(strand, signed.start("run"), signed.end("run"), tables)
    # what ends in a comma goes on as a sentence does
    if end - at <= LONGEST and folded.find("。", at, end) < 0 and folded[end - 1] != ",":
        whole = read_signing(strand, at, end, tables)
        if whole is not None:
            return at, whole
    return at, _named(strand, at, end, tables)


def _named(strand: Strand, start: int, end: int, tables: Tables) -> BylineMark | None:
    """Who reports, where a blank parts their names from the text: ``记者 王伟 通讯员 李娜 昨天早晨``."""
    begun = _grammar(tables).led.match(strand.folded, start, min(end, start + LEADING))
    # names that reach to the end or a bracket are read as a whole, or are none; a text goes on with a clause
    if begun is None or begun.end() == end or strand.folded[begun.end()] in "()":
        return None
    for blank in reversed(list(_BLANK.finditer(begun[0]))):
        mark = read_signing(strand, start, start + blank.start(), tables)
        if mark is not None and _surely_named(strand.folded[start : mark.end], mark, tables):
            return mark
    return None


def _surely_named(printed: str, mark: BylineMark, tables: Tables) -> bool:
    """Whether words that read like bylines are; behind them the text may begin with a word like a name.

    So nothing but a name may close them, and each name must be a likely one. Only one that stands right
    behind its role may begin as a common word does, as names do: ``记者 方圆 昨天``.
    """
    names = [[fold(name) for name in line.names] for line in mark.bylines]
    if not all(names) or not "".join(printed.split()).endswith(names[-1][-1]):
        return False
    return all(
        is_likely_name(name, tables.surnames)
        and not name.endswith(_ADDRESSED)
        and grammar_of(tables).denial.fullmatch(name) is None
        and _grammar(tables).area.fullmatch(name) is None
        and (name[:2] not in common_pairs() or (not at and f" {name}" in printed))
        for line in names
        for at, name in enumerate(line)
    )
