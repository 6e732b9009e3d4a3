import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperparse import parse
from paperparse.conventions import load
from paperparse.layout.onward import Around, puzzle_of, turn_evidence
from paperparse.layout.runs import Cast, find_runs
from paperparse.layout.turns import LONG, Worth, find_turns
from paperparse.parse import first_cast, lay_out
from paperparse.shipped import read_table

FIRST = [
    "　　本报5月12日讯　跨江新桥今天上午建成通",
    "车，两岸居民步行过江只要二十分钟，比绕行老",
    "渡口少走六公里。市交通局介绍，新桥全长两千",
    "四百米，双向六车道，两侧设有人行道和自行",
]
SECOND = [
    "车道，桥面每隔三十米装一盏路灯。按照计划，",
    "公交公司从下周起开通三条过江线路，首末班车时",
    "间与地铁衔接，票价两元。",
    "　　老渡口的轮渡将保留周末班次，供游客和自行车乘坐。",
]
OTHER = ["图书馆夜场开放", "", "　　市图书馆昨日起延长开放时间，读者可以看到夜里十点。", "", ""]


def bodies(*lines: str) -> list[str]:
    return ["".join(article.text.split()) for article in parse("\n".join(lines)).articles]


STORY = "".join("".join([*FIRST, *SECOND]).split()).removeprefix("本报5月12日讯")


def test_a_column_given_first_follows_the_one_it_goes_on_from() -> None:
    found = bodies("新桥今日通车", "", *SECOND, "", *FIRST, "", *OTHER)
    assert STORY in found


def test_columns_read_across_are_read_down() -> None:
    left, right = FIRST, SECOND
    found = bodies(*OTHER, "新桥今日通车", "", *left[:2], "", *right[:2], "", *left[2:], "", *right[2:])
    assert STORY in found


def test_what_stands_in_order_stays() -> None:
    text = "\n".join(["新桥今日通车", "", *FIRST, "", *SECOND, "", *OTHER])
    starts = [line.start for line in lay_out(text, 0, load(("all",))).lines]
    assert starts == sorted(starts)


def test_what_goes_on_on_another_page_goes_on_nowhere_on_this_one() -> None:
    for jump in ("（上接第三版）", ""), ("", "（下转第二版）"), ("（上接第三版）", "（下转第二版）"):
        above, below = ([line] if line else [] for line in jump)
        found = bodies(*above, *SECOND, "", "新桥今日通车", "", *FIRST, *below)
        assert STORY not in found
        assert "".join("".join(FIRST).split()).removeprefix("本报5月12日讯") in found


def test_a_jump_line_below_a_column_keeps_no_other_from_it() -> None:
    found = bodies("新桥今日通车", "", *SECOND, "", *FIRST, "", *OTHER, "　　全文见网站", "（下转第二版）")
    assert STORY in found


def test_a_list_of_loose_ends_stays() -> None:
    text = "\n".join(line for at in range(200) for line in (f"新区第{at}条道路已经开始", "", "题"))
    starts = [line.start for line in lay_out(text, 0, load(("all",))).lines]
    assert starts == sorted(starts)


def test_what_is_as_long_as_a_book_stays() -> None:
    text = "\n".join(["新桥今日通车", "", *SECOND, "", *FIRST, "", "图书馆夜场开放" * LONG])
    starts = [line.start for line in lay_out(text, 0, load(("all",))).lines]
    assert starts != sorted(starts)  # what no run stands behind does not count
    text = "\n".join(["新桥今日通车", "", *SECOND, "", "图书馆夜场开放" * LONG, "", *FIRST])
    starts = [line.start for line in lay_out(text, 0, load(("all",))).lines]
    assert starts == sorted(starts)


def test_pairs_are_counted_alike_one_by_one_and_all_at_once() -> None:
    text = "".join(chr(0x4E00 + at * at % 97) for at in range(600))
    one = {text[at : at + 2]: Around(text)[text[at : at + 2]] for at in range(599)}
    every = Around(text)
    for words in (*one, *text):
        every[words]
    assert {words: every[words] for words in one} == one
    assert "新桥" not in every
    assert text[:2] in every


PARTS = (
    "新桥今天建成通车，",
    "两岸居民步行过江",
    "只要二十分钟。",
    "　　市交通局介绍，",
    "新桥今日通车",
    "",
    "□记者 谭宁",
)


@given(st.lists(st.sampled_from(PARTS), max_size=60))
def test_no_run_is_gone_on_at_twice_and_no_way_is_a_circle(parts: list[str]) -> None:
    sheet, roles = first_cast("\n".join(parts), 0, load(("all",)))
    cast = Cast(sheet.folded, sheet.lines, sheet.marks, roles)
    runs = find_runs(cast)
    after = find_turns(cast, runs, sheet.leaving, {})
    assert len(set(after.values())) == len(after)
    for at in range(len(runs)):
        way = [at]
        while way[-1] in after:
            way.append(after[way[-1]])
            assert len(way) <= len(runs)


def test_evidence_is_weighed_by_rows_of_the_table() -> None:
    sheet, roles = first_cast("\n".join(["新桥今日通车", "", *SECOND, "", *FIRST]), 0, load(("all",)))
    cast = Cast(sheet.folded, sheet.lines, sheet.marks, roles)
    worth = Worth(puzzle_of(cast, find_runs(cast)))
    table = read_table("layout", "turns")["weights"]
    for above, below in ((1, 0), (0, 1)):
        seen = turn_evidence(worth.puzzle, above, below)
        assert worth.of(above, below) == pytest.approx(
            sum(table.get(name, 0.0) * value for name, value in seen)
        )
    assert worth.of(1, 0) > 0 > worth.of(0, 1)
