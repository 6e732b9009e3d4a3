from paperparse.layout.gutters import Views, look_at
from paperparse.text.lines import split_rows

PAGE = "新桥今日通车\n\n　　今天上午，\n甲乙  丙丁\n左 | 右\n戊己 \n庚辛"


def test_rows_are_looked_at_when_asked_for() -> None:
    views = Views(PAGE, list(split_rows(PAGE)))
    assert not views
    assert views[3] == look_at(PAGE, views.rows[3])
    assert list(views) == [3]


def test_only_rows_with_a_blank_or_a_sign_are_worth_a_look() -> None:
    assert Views(PAGE, list(split_rows(PAGE))).worthwhile() == [2, 3, 4, 5]
