"""One cause, one message: what follows from a value over its limit is not told beside it."""

import pytest

from reportgen.model.errors import DataError
from reportgen.study import examine
from tests.helpers.written import Written, written_as

SHARES = """
    fields:
      seats: count?
      units:
        rows: {district: text, staff: count, trained: {type: count, at_most: staff}, present: count?}
        columns: {rate: {formula: "share(units.trained, units.staff)", as: percent, places: 0}}
    tables:
      by_district:
        of: units
        by: district
        figures:
          rate: {formula: "share(sum(units.trained), sum(units.staff))", as: percent, places: 0}
    figures:
      trained: sum(units.trained)
      rate: {formula: "share(trained, sum(units.staff))", as: percent, places: 0}
      seated: {formula: "share(trained, seats)", as: percent, places: 0}
      there: {formula: "share(trained, sum(units.present))", as: percent, places: 0}
    checks:
      - {that: units.trained <= units.staff, say: more were trained than there are}
      - {that: units.staff - units.trained >= 0, say: less than nobody is left}
    ---
    """


def told(written: Written) -> list[tuple[str, int | None]]:
    return sorted((one.code, one.origin.line) for one in written.complaints() if one.origin)


@written_as(SHARES + "units: [{district: a, staff: 12, trained: 126}, {district: b, staff: 9, trained: 8}]\n")
def test_a_value_over_its_limit_is_told_without_the_shares_and_checks_that_follow(written: Written) -> None:
    assert told(written) == [("over-limit", 2)]
    assert str(written.complaint().origin).endswith("data.yaml:2:43")


@written_as(
    SHARES
    + """units:
      - {district: a, staff: 12, trained: 126}
      - {district: a, staff: 9, trained: 10}
    """
)
def test_each_value_over_its_limit_is_told(written: Written) -> None:
    assert told(written) == [("over-limit", 3), ("over-limit", 4)]


@written_as(
    SHARES
    + """units: [{district: a, staff: 12, trained: 12}, {district: b, staff: 9, trained: 10}]
    seats: 11
    """
)
def test_a_share_that_no_right_value_heals_has_a_cause_of_its_own(written: Written) -> None:
    (share,) = (one for one in written.complaints() if one.code != "over-limit")

    assert (share.code, dict(share.values)["name"]) == ("part-over-whole", "seated")
    assert [(name, origin.line) for name, origin in share.related] == [("seats", 3)]


@written_as(
    SHARES
    + """units: [{district: a, staff: 12, trained: 11}, {district: b, staff: 9, trained: 10}]
    seats: 11
    """
)
def test_a_share_that_a_right_value_can_heal_waits_for_it(written: Written) -> None:
    assert told(written) == [("over-limit", 2)]


@written_as(
    SHARES
    + """units:
      - {district: a, staff: 12, trained: 11, present: 1}
      - {district: b, staff: 9, trained: 10, present: 2}
    """
)
def test_a_share_of_another_whole_is_told_as_before(written: Written) -> None:
    assert [dict(one.values)["name"] for one in written.complaints()] == ["trained", "there"]


@written_as("""
    fields:
      units:
        rows: {name: text, staff: count, before: count, trained: {type: count, at_most: staff}}
        columns:
          reached: units.before + units.trained
          part: {formula: "share(units.reached, units.staff)", as: percent, places: 0}
    ---
    units:
      - {name: a, staff: 10, before: 4, trained: 12}
      - {name: b, staff: 10, before: 13, trained: 12}
      - {name: c, staff: 10, before: 4, trained: 8}
    """)
def test_a_sum_is_told_that_is_too_much_without_the_value_over_its_limit(written: Written) -> None:
    assert told(written) == [
        ("over-limit", 3),
        ("over-limit", 4),
        ("part-over-whole", 4),
        ("part-over-whole", 5),
    ]


@written_as("""
    fields: {invited: count, present: {type: count, at_most: invited}, late: count}
    figures:
      rate: {formula: "share(present, invited)", as: percent, places: 0}
      absent: invited - present
    checks:
      - {that: absent >= 0, say: less than nobody was away}
      - {that: late <= invited, say: more came late than were invited}
    ---
    invited: 30
    present: 48
    late: 70
    rate: 100%
    absent: 31
    """)
def test_checks_and_claims_stay_that_hold_for_no_right_value(written: Written) -> None:
    assert told(written) == [("check-failed", 4), ("claim-differs", 6), ("over-limit", 3)]


@written_as("""
    fields: {begins: date, ends: date, met: {type: date, at_most: ends}}
    checks:
      - {that: met <= ends, say: met after the end}
      - {that: met >= begins, say: met before the beginning}
    ---
    begins: 5/5/2020
    ends: 4/5/2020
    met: 6/5/2020
    """)
def test_days_over_their_limit_are_put_right_as_days(written: Written) -> None:
    assert told(written) == [("over-limit", 4)]


@written_as(SHARES + "units: [{district: a, staff: 12, trained: 126}, {district: b, staff: 9, trained: 8}]\n")
def test_figures_with_one_that_failed_in_silence_are_not_shown(written: Written) -> None:
    with pytest.raises(DataError) as caught:
        examine(written.data, written.shelf)

    assert [one.code for one in caught.value.diagnostics] == ["over-limit"]


@written_as("""
    fields: {units: {rows: {staff: count, trained: {type: count, at_most: staff}}}}
    figures: {trained: sum(units.trained)}
    ---
    units: [{staff: 1, trained: 2}]
    """)
def test_figures_that_are_known_are_shown_whatever_is_over_its_limit(written: Written) -> None:
    assert examine(written.data, written.shelf).figures.named["trained"].value == 2


EQUAL = """
    fields:
      learners: count
      groups:
        rows: {invited: count, present: {type: count, at_most: invited}, excused: count}
        columns: {absent: groups.invited - groups.present}
    figures: {present: sum(groups.present)}
    checks:
      - {that: groups.excused == groups.absent, say: not all who were away were excused}
      - {that: learners == present, say: others learned than were present}
    ---
    """


@written_as(
    EQUAL
    + """learners: 12
    groups: [{invited: 10, present: 20, excused: 3}, {invited: 5, present: 5, excused: 0}]
    """
)
def test_numbers_that_a_right_value_makes_equal_wait_for_it(written: Written) -> None:
    assert told(written) == [("over-limit", 3)]


@written_as(
    EQUAL
    + """learners: 4
    groups:
      - {invited: 10, present: 20, excused: 3}
      - {invited: 5, present: 5, excused: 0}
      - {invited: 6, present: 6, excused: 1}
    """
)
def test_numbers_that_no_right_value_makes_equal_are_told(written: Written) -> None:
    assert told(written) == [("check-failed", 2), ("check-failed", 6), ("over-limit", 4)]
