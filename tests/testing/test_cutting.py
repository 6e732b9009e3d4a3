from random import Random

import pytest

from paperparse.model import BlockKind
from paperparse.testing import write
from paperparse.testing.cutting import CutAt, cut_copy, jump_line, short_headline

COPIES = [write(Random(seed)) for seed in range(60)]  # noqa: S311 - chance, not secrecy


@pytest.mark.parametrize("kind", CutAt)
@pytest.mark.parametrize("wanted", [2, 3, 4])
def test_the_parts_of_an_article_are_all_of_it(kind: CutAt, wanted: int) -> None:
    for seed, copy in enumerate(COPIES):
        parts = cut_copy(copy, wanted, [kind], Random(seed))  # noqa: S311
        assert 1 <= len(parts) <= wanted
        blocks: list[str] = []
        for part in parts:
            texts = [item.text for item in part.copy.body]
            if part.within:
                blocks[-1] += texts.pop(0)
            blocks += texts
        assert blocks == [item.text for item in copy.body]


@pytest.mark.parametrize(
    ("kind", "ends"),
    [
        (CutAt.CLAUSE, "，、；"),
        (CutAt.QUOTE, "“（《"),
        (CutAt.SENTENCE, "。”"),
        (CutAt.PARAGRAPH, "。”；：）"),
    ],
)
def test_a_cut_falls_where_it_is_wanted(kind: CutAt, ends: str) -> None:
    found = 0
    for seed, copy in enumerate(COPIES):
        parts = cut_copy(copy, 2, [kind], Random(seed))  # noqa: S311
        if len(parts) == 2:
            found += 1
            assert parts[0].copy.body[-1].text[-1] in ends
            assert parts[1].within == (kind is not CutAt.PARAGRAPH)
    assert found > 10


def test_a_cut_before_a_subhead_leaves_it_to_the_later_part() -> None:
    cut = [cut_copy(copy, 2, [CutAt.SUBHEAD], Random(1)) for copy in COPIES]  # noqa: S311
    assert {parts[1].copy.body[0].kind for parts in cut if len(parts) == 2} == {BlockKind.SUBHEAD}


def test_what_stands_around_an_article_stays_with_its_first_part() -> None:
    copy = next(copy for copy in COPIES if copy.bylines and len(copy.body) > 3)
    first, second = cut_copy(copy, 2, [CutAt.WORD], Random(1))  # noqa: S311
    assert (first.copy.bylines, first.copy.wire, first.copy.tail) == (copy.bylines, copy.wire, None)
    assert (second.copy.bylines, second.copy.wire, second.copy.tail) == ((), None, copy.tail)


def test_a_short_headline_is_the_beginning_of_the_whole_one() -> None:
    for seed, copy in enumerate(COPIES):
        (short,) = short_headline(copy, Random(seed))  # noqa: S311
        assert copy.main[0].startswith(short)


@pytest.mark.parametrize("page", ["2", "10", "12", "A03", "B1"])
@pytest.mark.parametrize("back", [True, False])
def test_jump_lines_are_many_and_all_name_their_page(page: str, *, back: bool) -> None:
    lines = {jump_line(page, Random(seed), back=back, also=1) for seed in range(80)}  # noqa: S311
    assert len(lines) > 20
    assert all(("接" if back else "转") in line for line in lines)
