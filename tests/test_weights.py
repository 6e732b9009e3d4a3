"""The tables of weights shipped with the package, looked at as files."""

import math
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import regex

from paperparse.articles.grams import RARE
from paperparse.articles.seams import seam_cues
from paperparse.articles.wording import cues
from paperparse.layout.evidence import Mark
from paperparse.layout.roles import ROLES, Role
from paperparse.text.fold import fold
from paperparse.text.pairs import common_pairs

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "paperparse"
TABLES = {
    "layout/weights.toml": "fit_roles.py",
    "layout/flow.toml": "fit_flow.py",
    "layout/turns.toml": "fit_turns.py",
    "articles/boundaries.toml": "fit_boundaries.py",
    "articles/signers.toml": "fit_signers.py",
    "articles/titles.toml": "fit_titles.py",
    "articles/seams.toml": "fit_titles.py",
    "linking/weights.toml": "fit_links.py",
}
SECTIONS = {
    "layout/weights.toml": {"emission", "transition", "ends"},
    "layout/flow.toml": {"weights"},
    "layout/turns.toml": {"weights"},
    "articles/boundaries.toml": {"weights", "lead"},
    "articles/signers.toml": {"weights"},
    "articles/titles.toml": {"base", "shape", "words"},
    "articles/seams.toml": {"base", "shape", "words"},
    "linking/weights.toml": {"weights"},
}
NEVER = -30.0
CARRIED = {
    Role.BYLINE: {Mark.BYLINE},
    Role.JUMP: {Mark.JUMP},
    Role.FURNITURE: {Mark.FURNITURE, Mark.RUNNING},
    Role.CAPTION: {
        Mark.OPENER,
        Mark.FIGURE,
        Mark.CREDIT,
        Mark.CREDIT_HEAD,
        Mark.PICTURE,
    },
}
WORDS = ["titles", "seams"]
PAIRS = "text/pairs.toml"
EDGES = ("text/starts.toml", "text/ends.toml")


def source(table: str) -> str:
    return (PACKAGE / table).read_text(encoding="utf-8")


def read(table: str) -> dict[str, Any]:
    return tomllib.loads(source(table))


def numbers(value: Any) -> list[Any]:  # noqa: ANN401  # whatever stands in a table
    if isinstance(value, dict):
        value = [item for name, item in value.items() if name != "lead"]  # that one holds words
    return [number for item in value for number in numbers(item)] if isinstance(value, list) else [value]


def rows(table: str, section: str) -> dict[str, float]:
    found: dict[str, float] = read(f"articles/{table}.toml")[section]
    return found


def tiers() -> dict[float, list[str]]:
    """The common pairs by the share of articles that hold them."""
    found: dict[float, list[str]] = {}
    for share, block in read(PAIRS).items():
        joined = "".join(block.split())
        found[float(share)] = [joined[at : at + 2] for at in range(0, len(joined), 2)]
    return found


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_its_sections_and_no_other(table: str) -> None:
    assert read(table).keys() == SECTIONS[table]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_holds_nothing_but_finite_numbers(table: str) -> None:
    found = numbers(read(table))
    assert found
    assert all(isinstance(number, float) and math.isfinite(number) for number in found)


@pytest.mark.parametrize("table", TABLES)
def test_no_weight_settles_a_question_alone_but_what_is_ruled_out(table: str) -> None:
    assert all(number == NEVER or abs(number) < 20 for number in numbers(read(table)))


@pytest.mark.parametrize(
    ("table", "script"),
    [*TABLES.items(), (PAIRS, "fit_pairs.py"), *((edge, "fit_edges.py") for edge in EDGES)],
)
def test_a_table_says_which_script_fits_it(table: str, script: str) -> None:
    head = [line for line in source(table).split("\n[")[0].splitlines() if line.startswith("#")]
    assert f"benchmarks/{script}" in " ".join(head)
    assert (ROOT / "benchmarks" / script).is_file()


def test_the_sweep_has_a_row_for_each_role_before_each_gap() -> None:
    table = read("layout/weights.toml")
    assert table["transition"].keys() == {"none", "one", "more"}
    assert table["ends"].keys() == {"opening", "closing"}
    for part in table["transition"].values():
        assert [len(row) for row in part] == [len(ROLES)] * len(ROLES)


@pytest.mark.parametrize("role", CARRIED)
def test_roles_that_need_a_mark_are_ruled_out_without_it_and_open_with_it(role: Role) -> None:
    emission = read("layout/weights.toml")["emission"]
    open_to = {mark for mark in Mark if emission[f"mark:{mark.value}"][role] != NEVER}
    assert open_to == CARRIED[role]


@pytest.mark.parametrize("role", set(ROLES) - CARRIED.keys())
def test_no_other_role_is_ruled_out(role: Role) -> None:
    emission = read("layout/weights.toml")["emission"]
    assert all(row[role] != NEVER for row in emission.values())


@pytest.mark.parametrize("table", WORDS)
def test_a_word_cue_says_where_it_stands_and_is_one_or_two_characters_as_folded(table: str) -> None:
    cues_of = rows(table, "words")
    assert {cue[0] for cue in cues_of} == ({"<", ">", "~"} if table == "titles" else {"<", ">"})
    assert {len(cue) for cue in cues_of if cue[0] == "~"} <= {3}
    words = [cue[1:] for cue in cues_of]
    assert all(len(word) in {1, 2} for word in words)
    # a row that is not folded would never be asked for
    assert [word for word in words if fold(word) != word] == []


@pytest.mark.parametrize("table", WORDS)
def test_no_row_weighs_nothing(table: str) -> None:
    assert [cue for cue, weight in rows(table, "words").items() if not weight] == []


def test_every_shape_of_a_title_has_its_row_and_can_be_observed() -> None:
    passages = [
        "建桥通车,方便往来",
        "建桥、通车 今日起",
        "访谈:通车了吗?",
        "“通车”——",
        "——两岸12日往来",
        "天地玄黄宇宙洪荒" * 3,
        "新桥通车 往来方便",
        "新桥 今日建成通车",
        "通车“新桥”",
        "两岸居民昨日强调",
    ]
    shapes = {cue for passage in passages for cue in cues(passage) if cue[0] not in "<>~"}
    assert rows("titles", "shape").keys() == shapes | {"width", "labelled", "told"}


def test_every_shape_of_a_seam_has_its_row_and_can_be_observed() -> None:
    lengths = [(8, 8), (20, 19), (8, 10), (6, 12), (15, 15), (20, 20), (8, 2), (8, 3), (8, 5)]
    lines = [("啊" * upper, "啊" * lower) for upper, lower in lengths]
    lines += [("“通车", "往来”"), ("新桥 通车", "往来 方便"), ("会议强调", "建好新桥")]
    seen = [seam_cues(upper, lower, held=True) for upper, lower in lines]
    shapes = {cue for names in seen for cue in names if cue[0] not in "<>"}
    assert rows("seams", "shape").keys() == shapes


def test_the_words_of_a_lead_are_folded_and_none_begins_with_another() -> None:
    words = read("articles/boundaries.toml")["lead"]["words"]
    assert words
    assert [word for word in words if fold(word) != word] == []
    assert [word for word in words if any(word != other and word.startswith(other) for other in words)] == []


def test_common_pairs_are_two_han_characters_as_folded() -> None:
    assert all(regex.fullmatch(r"\p{Han}{2}", pair) for pairs in tiers().values() for pair in pairs)
    # a pair that is not folded would never be asked for
    assert [pair for pairs in tiers().values() for pair in pairs if fold(pair) != pair] == []


def test_no_pair_is_listed_twice_in_one_tier_or_in_two() -> None:
    pairs = [pair for listed in tiers().values() for pair in listed]
    assert len(pairs) == len(set(pairs))


def test_each_tier_is_listed_in_order() -> None:
    assert all(pairs == sorted(pairs) for pairs in tiers().values())


def test_the_tiers_fall_by_half_and_are_all_commoner_than_a_rare_pair() -> None:
    shares = list(tiers())
    assert all(0 < share < 1 for share in shares)
    assert all(share == 2 * lower for share, lower in pairwise(shares))
    assert min(shares) > RARE


def test_the_commoner_the_fewer_pairs() -> None:
    sizes = [len(pairs) for pairs in tiers().values()][:-1]  # the last tier is cut where pairs become rare
    assert sizes == sorted(sizes)


def test_the_pairs_are_read_as_they_are_listed() -> None:
    assert common_pairs() == {pair: share for share, pairs in tiers().items() for pair in pairs}
