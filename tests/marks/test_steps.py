from __future__ import annotations

from cases import tables
from hypothesis import given
from hypothesis import strategies as st

from paperparse.marks.fields import Kind
from paperparse.marks.steps import steps_at


def test_a_name_is_offered_in_every_length() -> None:
    steps = [step for step in steps_at("王冬梅李平", 0, tables()) if step.kind is Kind.NAME]
    assert sorted(step.end for step in steps) == [2, 3]


def test_a_known_title_is_worth_more_than_a_strange_one() -> None:
    def best(text: str) -> float:
        return max(step.worth for step in steps_at(text, 0, tables()) if step.kind is Kind.OUTLET)

    assert best("新华社 记者") > best("某某某 记者")


@given(st.text(st.sampled_from(list("王冬梅记者报社A/ ：(）。文")), min_size=1, max_size=20))
def test_steps_begin_where_they_were_asked_for_and_stay_within_the_field(text: str) -> None:
    for at in range(len(text)):
        for step in steps_at(text, at, tables()):
            assert step.start == at < step.end <= len(text)
