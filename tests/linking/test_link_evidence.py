"""What speaks for an article going on in another place."""

import math

from linking.issues import BRIDGE, BRIDGE_ON, OTHER, compared
from paperparse.linking.evidence import load_weights, repeats, score

TO = "（下转第二版）"
FROM = "（上接第一版）"


def seen_of(*texts: str) -> dict[str, float]:
    """The evidence for the only pair of which a side is marked, or the best one."""
    found = compared(*texts)
    return max(found.pairs.values(), key=score)


def test_marks_that_agree_say_so() -> None:
    seen = seen_of(BRIDGE + TO, FROM + BRIDGE_ON)
    assert seen["both-agrees"] == seen["balanced"] == seen["settled"] == 1
    assert not {"owed", "owed-surely"} & seen.keys()


def test_a_mark_without_its_other_is_owed_one() -> None:
    seen = seen_of(BRIDGE + TO, OTHER + "\n\n" + BRIDGE_ON)
    assert (seen["to-agrees"], seen["from-silent"], seen["owed-surely"]) == (1, 1, 1)


def test_a_tail_without_its_other_is_due_one() -> None:
    seen = seen_of(BRIDGE, FROM + BRIDGE_ON)
    assert (seen["from-agrees"], seen["to-silent"], seen["due-surely"]) == (1, 1, 1)


def test_a_quotation_that_closes_on_the_later_page() -> None:
    seen = seen_of(BRIDGE + "，他说：“路" + TO, FROM + "近了。”两岸居民过新桥不用再绕行。")
    assert seen["closes"] == 1


def test_a_mark_that_names_another_page_differs() -> None:
    seen = seen_of(BRIDGE + "（下转第三版）", FROM + BRIDGE_ON, OTHER)
    assert seen["to-differs"] == seen["from-agrees"] == 1


def test_a_headline_over_the_rest_is_repeated_or_its_own() -> None:
    assert repeats(frozenset({"新桥"}), frozenset({"新桥", "通车"}))
    assert not repeats(frozenset({"棋赛", "落幕"}), frozenset({"新桥", "通车"}))
    assert not repeats(frozenset(), frozenset({"新桥"}))


def test_the_score_is_the_weighed_sum() -> None:
    weights = load_weights()
    assert math.isclose(score({"base": 1.0, "closes": 1.0}), weights["base"] + weights["closes"])
    assert score({"no such thing": 5.0}) == 0


def test_all_that_is_observed_has_a_weight() -> None:
    found = [
        compared(BRIDGE + TO, FROM + BRIDGE_ON),
        compared(BRIDGE + TO, OTHER + "\n\n" + BRIDGE_ON),
        compared(BRIDGE, FROM + BRIDGE_ON),
    ]
    names = {name for one in found for seen in one.pairs.values() for name in seen}
    assert names <= load_weights().keys()
