from paperparse.conventions import load
from paperparse.layout.runs import Cast, Run, find_runs
from paperparse.parse import first_cast

TABLES = load(("all",))


def runs_of(*lines: str) -> list[Run]:
    sheet, roles = first_cast("\n".join(lines), 0, TABLES)
    return find_runs(Cast(sheet.folded, sheet.lines, sheet.marks, roles))


PAGE = (
    "新桥今日通车",
    "",
    "　　跨江新桥今天上午建成通车，两岸居民步行过",
    "江只要二十分钟，比绕行“老渡口少走六公里。市",
    "",
    "交通局”介绍，新桥全长两千四百米，双向六车道，",
    "两侧设有人行道和自行车道。",
)


def test_runs_end_where_a_blank_line_or_a_headline_is() -> None:
    first, second = runs_of(*PAGE)
    assert first.words.startswith("跨江新桥")
    assert first.words.endswith("六公里。市")
    assert second.words.startswith("交通局”")
    assert (first.head.above, first.foot.below, second.head.above, second.foot.below) == (
        "show",
        "body",
        "body",
        "edge",
    )


def test_a_foot_in_mid_sentence_knows_what_its_paragraph_leaves_open() -> None:
    first, second = runs_of(*PAGE)
    assert first.foot.mid
    assert first.foot.full
    assert (first.foot.opened, second.head.closed) == ("”", "”")
    assert not second.foot.mid
    assert second.foot.opened == ""


def test_heads_say_how_they_begin() -> None:
    first, second = runs_of(*PAGE)
    assert first.head.start == "indented"
    assert second.head.start in {"within", "flush"}
    assert (
        runs_of("　　江风很大，两岸的人都来了，站了一整天才散。", "", "，还有人没有走。")[-1].head.start
        == "cannot"
    )


def test_a_page_without_running_text_has_no_runs() -> None:
    assert runs_of("") == []
    assert runs_of("新桥今日通车") == []
