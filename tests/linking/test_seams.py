import pytest

from paperparse.linking.seams import Break, Start, read_break, read_start


@pytest.mark.parametrize(
    ("text", "ending", "left"),
    [
        ("两岸居民赶来乘船。", Break.STOP, ""),
        ("他说：“真好！”", Break.STOP, ""),
        ("（本报记者谭宁）", Break.WORD, ""),
        ("两岸居民赶来", Break.WORD, ""),
        ("两岸居民，", Break.CLAUSE, ""),
        ("他说：“", Break.OPENER, "“"),
        ("他说：“收《新", Break.WORD, "“《"),
        ("他说：“收成好。", Break.STOP, "“"),
        ("占比12%", Break.WORD, ""),
        ("", Break.STOP, ""),
    ],
)
def test_how_a_paragraph_breaks_off(text: str, ending: Break, left: str) -> None:
    found, opening = read_break(text)
    assert (found, opening.signs) == (ending, left)


@pytest.mark.parametrize(
    ("text", "start", "closed"),
    [
        ("两岸居民赶来。", Start.PLAIN, ""),
        ("，两岸居民", Start.SIGN, ""),
        ("”他说。", Start.SIGN, "”"),
        ("收成好。”他说：“好。”", Start.PLAIN, "”"),
        ("桥志》。”他说", Start.PLAIN, "》”"),
        ("“好。”", Start.OPENER, ""),
        ("", Start.PLAIN, ""),
    ],
)
def test_how_a_paragraph_begins(text: str, start: Start, closed: str) -> None:
    found, opening = read_start(text)
    assert (found, opening.signs) == (start, closed)


def test_what_is_opened_last_is_closed_first() -> None:
    _, left = read_break("他说：“收《新")
    assert left.closed_by(read_start("桥志》。”")[1])
    assert not left.closed_by(read_start("桥志。”")[1])
    assert not left.closed_by(read_start("桥志。")[1])
