import math
from itertools import product

import pytest

from paperparse.layout.evidence import Mark, Words, load_weights, observe, observe_page
from paperparse.layout.measure import Firsts, Measure
from paperparse.layout.roles import ROLES
from paperparse.layout.seams import Seam
from paperparse.text.fold import fold
from paperparse.text.lines import Closing, Line, Opening, split_lines

PLAIN = Line(0, 16, 0.0, 16.0, 0, 0, 0, 0, 1.0, 0, Opening.PLAIN, Closing.OPEN, False, False, False)  # noqa: FBT003
MUTE = Words()
SET = Measure(16.0, (16.0,), stands_in=False, indents=False, firsts=Firsts.UNKNOWN)


def names_of(
    line: Line = PLAIN,
    measure: Measure = SET,
    mark: Mark = Mark.NONE,
    words: Words = MUTE,
) -> tuple[str, ...]:
    return observe([line], [measure], [mark], [words])[0]


def fit(width: float, *columns: float, follower: float = 1.0) -> str:
    lines = [PLAIN, PLAIN._replace(head=follower)]
    measures = [SET._replace(width=width, columns=columns), SET]
    return observe(lines, measures, [Mark.NONE] * 2, [Words()] * 2)[0][0]


QUOTED = [PLAIN._replace(closing=Closing.ENCLOSED), PLAIN._replace(opening=Opening.QUOTE)]
"""Two lines, the first all in quotation marks, the second opening with them."""


def every_name() -> set[str]:
    """All that observe() can say, by trying all that it looks at."""
    widths = [step / 4 for step in range(200)]
    found = {name for width in widths for name in names_of(measure=SET._replace(width=width))}
    found |= {name for width in widths for name in names_of(measure=SET._replace(width=width, columns=()))}
    for closing, opening in product(Closing, Opening):
        found.update(names_of(PLAIN._replace(closing=closing, opening=opening)))
    for width, firsts in product(widths, Firsts):
        found.update(names_of(measure=SET._replace(width=width, firsts=firsts)))
    found |= {
        name
        for width in widths
        for name in names_of(measure=SET._replace(width=width, behind=16.0, ahead=16.0))
    }
    for mark in Mark:
        found.update(names_of(mark=mark))
    for seam in Seam:
        found.update(names_of(words=Words(seam=seam)))
    for start, end, both in product((-3.0, -1.5, 0.0, 3.0), (-3.0, -1.5, 0.0, 3.0), (False, True)):
        words = Words(start=start, end=end, enclosed_above=both, enclosed_below=both)
        found.update(names_of(words=words))
    for stands_in, indents in product([False, True], repeat=2):
        found.update(names_of(measure=SET._replace(stands_in=stands_in, indents=indents)))
    for broken, spaced, parted in product([False, True], repeat=3):
        found.update(names_of(PLAIN._replace(broken=broken, spaced=spaced, parted=parted)))
    for listed in range(9):
        found.update(names_of(words=Words(listed=listed)))
    for clauses, gap in product(range(6), range(4)):
        found.update(names_of(PLAIN._replace(clauses=clauses, gap=gap)))
    found.update(observe(QUOTED, [SET] * 2, [Mark.NONE] * 2, [Words()] * 2)[1])
    return found


def test_of_several_columns_the_one_that_goes_on_around_a_line_counts() -> None:
    either = SET._replace(width=12.0, columns=(12.0, 16.0))
    assert names_of(measure=either)[0] == "fit:full"
    assert names_of(measure=either._replace(behind=16.0))[:2] == ("fit:short", "behind:short")
    assert names_of(measure=either._replace(behind=16.0, ahead=12.0))[:3] == (
        "fit:full",
        "behind:short",
        "ahead:full",
    )


def test_a_quotation_that_follows_a_quotation_is_a_list_going_on() -> None:
    plain = [PLAIN, PLAIN._replace(opening=Opening.QUOTE)]
    for lines, told in ((QUOTED, True), (plain, False), (QUOTED[::-1], False)):
        seen = observe(lines, [SET] * 2, [Mark.NONE] * 2, [Words()] * 2)
        assert ["open:next-quote" in names for names in seen] == [False, told]


def test_every_observation_has_its_row() -> None:
    assert every_name() <= load_weights().emission.keys()


def test_every_row_can_be_observed() -> None:
    assert load_weights().emission.keys() <= every_name()


def test_every_row_has_as_many_weights_as_there_are_roles() -> None:
    weights = load_weights()
    assert {name for name, row in weights.emission.items() if len(row) != len(ROLES)} == set()
    assert len(weights.opening) == len(weights.closing) == len(ROLES)
    assert len(weights.transition) == 3
    for table in weights.transition:
        assert [len(row) for row in table] == [len(ROLES)] * len(ROLES)


def test_every_weight_is_a_finite_number() -> None:
    weights = load_weights()
    rows = [*weights.emission.values(), weights.opening, weights.closing]
    rows.extend(row for table in weights.transition for row in table)
    assert all(math.isfinite(weight) for row in rows for weight in row)


def test_weights_are_read_once() -> None:
    assert load_weights() is load_weights()


def test_a_blank_page_shows_nothing() -> None:
    assert observe([], [], [], []) == []


def test_no_observation_is_made_twice_of_a_line() -> None:
    assert len(set(names_of())) == len(names_of())


@pytest.mark.parametrize(
    ("width", "name"),
    [
        (16.0, "fit:full"),
        (15.5, "fit:full"),
        (17.0, "fit:full"),
        (14.0, "fit:inset"),
        (8.0, "fit:short"),
        (18.0, "fit:over"),
        (21.0, "fit:beyond"),
    ],
)
def test_how_a_line_fills_its_column(width: float, name: str) -> None:
    assert fit(width, 16.0) == name


def test_of_two_columns_the_one_that_is_filled_counts() -> None:
    assert fit(12.0, 12.0, 16.0) == "fit:full"
    assert fit(16.0, 12.0, 16.0) == "fit:full"
    assert fit(18.0, 12.0, 20.0) == "fit:inset"


def test_a_line_broken_before_a_long_number_may_fall_short() -> None:
    assert fit(13.0, 16.0, follower=1.0) != "fit:near"
    assert fit(13.0, 16.0, follower=3.5) == "fit:near"


def test_lines_that_are_not_wrapped_are_seen_by_their_length() -> None:
    assert [fit(width) for width in (8.0, 25.0, 60.0)] == ["loose:short", "loose:medium", "loose:long"]


@pytest.mark.parametrize("firsts", [Firsts.INSET, Firsts.FLUSH])
def test_where_the_way_with_first_lines_is_known_a_line_is_seen_by_it(firsts: Firsts) -> None:
    known = SET._replace(width=14.0, firsts=firsts)
    assert f"firsts-{firsts}:fit:inset" in names_of(measure=known)
    for unknown in (
        known._replace(firsts=Firsts.UNKNOWN),
        known._replace(indents=True),
        known._replace(columns=()),
    ):
        assert not [name for name in names_of(measure=unknown) if name.startswith("firsts")]


@pytest.mark.parametrize(("mark", "seam"), [(Mark.NONE, "seam:common"), (Mark.BYLINE, "seam:rare")])
def test_a_common_pair_across_the_end_of_a_byline_does_not_go_on(mark: Mark, seam: str) -> None:
    text = "記者譚寧／高雄報導\n下午五點，新橋建成通車，"
    assert seam in observe_page(fold(text), split_lines(text), [mark, Mark.NONE])[1]


def test_closing_opening_and_mark_are_named() -> None:
    line = PLAIN._replace(closing=Closing.STOP, opening=Opening.GLYPH)
    assert {"close:stop", "open:glyph", "mark:byline"} <= set(names_of(line, mark=Mark.BYLINE))


@pytest.mark.parametrize(
    ("stands_in", "indents", "name"),
    [(True, True, "indent:in"), (False, True, "indent:flush"), (False, False, "indent:none")],
)
def test_the_indent_is_named(stands_in: bool, indents: bool, name: str) -> None:  # noqa: FBT001
    assert name in names_of(measure=SET._replace(stands_in=stands_in, indents=indents))


@pytest.mark.parametrize(
    ("gaps", "alone"),
    [((0,), [True]), ((0, 0), [False, False]), ((0, 1, 0), [True, False, False]), ((0, 1, 1), [True] * 3)],
)
def test_a_line_with_gaps_on_both_sides_stands_alone(gaps: tuple[int, ...], alone: list[bool]) -> None:
    lines = [PLAIN._replace(gap=gap) for gap in gaps]
    seen = observe(lines, [SET] * len(lines), [Mark.NONE] * len(lines), [Words()] * len(lines))
    assert ["alone:both" in names for names in seen] == alone


@pytest.mark.parametrize(
    ("count", "seen"), [(2, None), (3, "list:some"), (4, "list:some"), (5, "list:many"), (8, "list:many")]
)
def test_rows_of_a_list_are_seen_by_how_many_there_are(count: int, seen: str | None) -> None:
    text = "\n".join(["江北队二比一临湖", "白石体院零比零云麓"] * 4).split("\n")[:count]
    lines = split_lines("\n".join(text))
    for names in observe_page(fold("\n".join(text)), lines, [Mark.NONE] * count):
        assert [name for name in names if name.startswith("list:")] == ([seen] if seen else [])


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("新渡口开始载客？", True),
        ("冠军！", True),
        ("新渡口今天开始载客，谁来乘？", False),
        ("新渡口开始载客。", False),
        ("新渡口开始载客", False),
    ],
)
def test_a_line_that_asks_or_exclaims_without_clauses_is_seen(text: str, *, bare: bool) -> None:
    (names,) = observe_page(fold(text), split_lines(text), [Mark.NONE])
    assert ("lively:bare" in names) is bare


def test_a_line_letter_spaced_is_not_parted() -> None:
    names = names_of(PLAIN._replace(spaced=True, parted=True))
    assert "inner:spaced" in names
    assert "inner:parted" not in names


def test_clause_signs_and_their_absence_are_seen() -> None:
    assert "clause:some" in names_of(PLAIN._replace(clauses=1))
    assert "clause:many" in names_of(PLAIN._replace(clauses=5))
    assert "bare:long" in names_of(measure=SET._replace(width=30.0))
    assert not [
        name for name in names_of(measure=SET._replace(width=6.0)) if name.startswith(("bare", "clause"))
    ]


def test_what_is_opened_above_a_line_end_and_closed_below_it_is_seen_on_both_sides() -> None:
    text = "率先推行“一\n站式服务”，办事更快。"
    lines = split_lines(text)
    upper, lower = observe_page(fold(text), lines, [Mark.NONE] * 2)
    assert "enclosed:below" in upper
    assert "enclosed:above" in lower


def test_a_line_end_no_headline_has_is_seen() -> None:
    text = "区人大常委会的\n区人大常委会议"
    open_end, likely = observe_page(fold(text), split_lines(text), [Mark.NONE] * 2)
    assert "end:never" in open_end
    assert "end:likely" in likely


@pytest.mark.parametrize(("width", "columns", "half"), [(9.0, (16.0,), True), (10.0, (16.0,), False)])
def test_a_line_that_leaves_nearly_half_of_its_column_empty_is_seen(
    width: float, columns: tuple[float, ...], *, half: bool
) -> None:
    measure = Measure(width, columns, stands_in=False, indents=False, firsts=Firsts.UNKNOWN)
    assert ("size:half" in names_of(measure=measure)) is half


def test_of_several_columns_the_narrowest_tells_whether_half_of_it_is_empty() -> None:
    measure = Measure(9.0, (24.0, 12.0), stands_in=False, indents=False, firsts=Firsts.UNKNOWN)
    assert "size:half" not in names_of(measure=measure)
    loose = Measure(9.0, (), stands_in=False, indents=False, firsts=Firsts.UNKNOWN)
    assert "size:half" not in names_of(measure=loose)
