"""Jinja's filters and tests in templates without a kind: as docxtpl prints them, or better and why."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.errors import RenderError
from reportgen.model.plain import Exact
from reportgen.render.docx import names, render
from reportgen.render.template.free_filters import FREE_FILTERS
from tests.render.side_by_side import context_of, lines, opened, ours, paragraphs, template, theirs

DATA: dict[str, Any] = {
    "t": "một hai ba bốn năm",
    "n": 7,
    "x": Exact(Fraction(5, 2), "2.5"),
    "l": ["b", "A", "c", "a"],
    "m": [3, 1, 2, 3],
    "g": {"b": 1, "A": 2},
    "rows": [
        {"ten": "An", "lop": "2B", "diem": 9},
        {"ten": "Bình", "lop": "2A", "diem": 7},
        {"ten": "Chi", "lop": "2B", "diem": 5},
    ],
}
THEIRS = {**DATA, "x": 2.5}


def both(folder: Path, *texts: str) -> list[str]:
    """Fill paragraphs both ways and expect the same; give ours."""
    path = template(folder, paragraphs(*texts))
    own = lines(opened(ours(path, DATA)))
    assert own == lines(theirs(path, THEIRS))
    return own


@pytest.mark.parametrize(
    "tag",
    [
        "{% for p in l|batch(3, '–') %}{{ p|join('.') }};{% endfor %}",
        "{% for p in l|batch(3) %}{{ p|length }};{% endfor %}",
        "{% for p in m|slice(3) %}{{ p|join('.') }};{% endfor %}",
        "{% for p in m|slice(3, 0) %}{{ p|join('.') }};{% endfor %}",
        "{% for k, v in g|dictsort %}{{ k }}{{ v }}{% endfor %}",
        "{% for k, v in g|dictsort(true) %}{{ k }}{{ v }}{% endfor %}",
        "{% for k, v in g|dictsort(by='value', reverse=true) %}{{ k }}{{ v }}{% endfor %}",
        "{% for k, v in g|items %}{{ k }}{{ v }}{% endfor %}",
        (
            "{% for k, found in rows|groupby('lop') %}{{ k }}: {{ found|map(attribute='ten')|join(', "
            "') }};{% endfor %}"
        ),
        "{% for g in rows|groupby('lop') %}{{ g.grouper }} {{ g.list|length }};{% endfor %}",
        (
            "{{ l|sort|join }} {{ l|sort(true)|join }} {{ l|sort(case_sensitive=true)|join }} {{ "
            "l|unique|join }}"
        ),
        "{{ rows|sort(attribute='diem')|map(attribute='ten')|join(', ') }}",
        "{{ l|max }} {{ l|min }} {{ m|max }} {{ (rows|max(attribute='diem')).ten }}",
        "{{ l|map('upper')|join }} {{ m|map('string')|join('-') }}",
        (
            "{{ m|select('odd')|join }} {{ m|reject('odd')|join }} {{ m|select('gt', 1)|join }} {{ "
            "m|select|join }}"
        ),
        "{{ rows|selectattr('diem', 'ge', 7)|map(attribute='ten')|join(',') }}",
        "{{ rows|rejectattr('lop', 'equalto', '2B')|map(attribute='ten')|join(',') }}",
        "{{ rows|sum(attribute='diem') }} {{ m|sum }} {{ m|sum(start=10) }}",
        "{{ rows|join(', ', attribute='ten') }} {{ (rows|first).ten }} {{ (rows|last).ten }}",
        (
            "{{ '%s có %d người, %.1f%%'|format(t, n, x) }} {{ '%05d|%-4d|%+d'|format(n, n, n) }} {{ "
            "'%6.2f'|format(x) }}"
        ),
        "{{ t|truncate(9) }} {{ t|truncate(9, true) }} {{ t|truncate(9, true, '…') }} {{ t|truncate(99) }}",
        "[{{ t|center(30) }}] [{{ 'a'|center(4) }}]",
        "{{ 'tên riêng của (ai)'|title }} {{ t|capitalize }} {{ '  a '|trim }}",
        "{{ m[1:3]|join }} {{ t[:3] }} {{ l[::2]|join }} {{ l[-2:]|join }}",
        "{{ 7 // 2 }} {{ 7 % 3 }} {{ -n }} {{ n * 2 + 1 }}",
        "{{ 2.36|round(1) }} {{ 7.5|round|int }} {{ '12'|int + 1 }} {{ -3|abs }}",
        "{% if n is odd and n is not even and n is divisibleby(7) and n is integer %}có{% endif %}",
        "{% if x is float and x is number and t is string and t is lower %}có{% endif %}",
        "{% if n is gt(6) and n is le(7) and n is ne(8) and l is iterable and g is mapping %}có{% endif %}",
        "{% if 'a' in l and 'z' not in l and 7 in [7, 8] %}có{% endif %}",
        (
            "{% for r in rows %}{{ loop.index }}/{{ loop.length }}{% if not loop.last %}; {% endif "
            "%}{% endfor %}"
        ),
        (
            "{% for r in rows %}{{ loop.cycle('lẻ', 'chẵn') }} {{ loop.revindex0 }} {{ loop.depth }} "
            "{% endfor %}"
        ),
        (
            "{% for r in rows %}{% if loop.previtem %}{{ loop.previtem.ten }}<{% endif %}{{ r.ten }} "
            "{% endfor %}"
        ),
        "{% for r in rows if r.diem > 6 %}{{ r.ten }}{% else %}không{% endfor %}",
        "{% for r in rows if r.diem > 60 %}{{ r.ten }}{% else %}không{% endfor %}",
        "{{ 'có' if n > 5 else 'không' }} {{ t or 'x' }}",
        "{% set y = n * 2 %}{{ y }} {% set a, b = 1, 2 %}{{ b }}",
        "{{ missing|default('–') }} {{ missing|d('–') }} {{ ''|default('trống', true) }}",
        "{% macro m(a, b='x') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }} {{ m(1, b=2) }}",
        "{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}{{ n }}{% endcall %}",
    ],
)
def test_what_docxtpl_prints_is_printed(tmp_path: Path, tag: str) -> None:
    assert both(tmp_path, tag) != [""]


def test_rounding_is_half_up_where_docxtpl_rounds_binary_numbers(tmp_path: Path) -> None:
    path = template(tmp_path, paragraphs("{{ 2.675|round(2) }} {{ 0.5|round|int }} {{ '%.0f'|format(2.5) }}"))
    assert lines(opened(ours(path, DATA))) == ["2.68 1 3"]
    assert lines(theirs(path, THEIRS)) == ["2.67 0 2"]


def test_a_decimal_number_of_a_template_is_what_it_says(tmp_path: Path) -> None:
    tags = "{{ 1e-20 }} {{ 12345678901234567890.123 }} {{ 0.1 + 0.2 }} {{ 1_0.5e1 }}"
    exact = "{% if 12345678901234567890.2 > 12345678901234567890.1 %}hơn{% endif %}"
    path = template(tmp_path, paragraphs(tags, exact))
    assert lines(opened(ours(path, DATA))) == [
        "0.00000000000000000001 12345678901234567890.123 0.3 105",
        "hơn",
    ]


@given(st.fractions(max_denominator=10_000), st.integers(0, 6))
def test_a_formatted_number_is_the_nearest_with_so_many_places(number: Fraction, places: int) -> None:
    said = str(FREE_FILTERS["format"](f"%.{places}f", Exact(number, "")))
    assert len(said.partition(".")[2]) == places
    assert abs(Fraction(said) - number) <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ '0x10'|int(base=16) }}", "int: it takes other values in its brackets, or none"),
        ("{{ t|trim('m') }}", "trim: it takes other values in its brackets, or none"),
        ("{{ '1.234'|int }}", "int: '1.234' may be 1234 or not; write 1234, or 1.2340"),
        ("{{ '12.500'|float }}", "float: '12.500' may be 12500 or not; write 12500, or 12.5000"),
        ("{{ '%s %s'|format(t) }}", "format: it has too few values"),
        ("{{ '%s'|format(t, t) }}", "format: it has too many values"),
        ("{{ '%x'|format(n) }}", "format: '%x' has more than %s, %d and %.2f"),
        ("{{ '%d'|format(t) }}", "format: 'một hai ba bốn năm' is not a number"),
        ("{{ '12.5'|round }}", "round: '12.5' is a text; | float before it reads it as a number"),
        ("{{ '%(a)s'|format(t) }}", "format: '%(a)s' has more than %s, %d and %.2f"),
        ("{{ t|center(100000) }}", "center: '100000' is not a whole number from 0 to 1.000"),
        ("{{ l|batch(0)|length }}", "batch: '0' is not a whole number from 1 to 1.000"),
        ("{{ l|map('nope')|join }}", "map: there is no filter 'nope'"),
        ("{{ l|map('map')|join }}", "map: there is no filter 'map'"),
        ("{{ l|select('nope')|join }}", "select: there is no test 'nope'"),
        ("{{ n|round(1, 'floor') }}", "round: it rounds half up, and in no other way"),
        ("{{ t|max }}", "max: what it was given is no list"),
        ("{{ rows|groupby('nope')|length }}", "groupby: an item has no 'nope'"),
    ],
)
def test_what_a_filter_cannot_do_is_told_at_its_tag(tmp_path: Path, tag: str, said: str) -> None:
    path = template(tmp_path, paragraphs("một", tag))
    with pytest.raises(RenderError) as caught:
        render(path, context_of(DATA), title="t", date=None)
    (found,) = caught.value.diagnostics
    assert dict(found.values)["reason"] == said
    assert str(found.origin).startswith(f"{path}: body, paragraph 2")


@pytest.mark.parametrize(
    "tag", ["{{ g|dictsort }}", "{{ rows|groupby('lop') }}", "{{ (rows|groupby('lop'))[0].count }}"]
)
def test_what_has_no_text_is_not_printed(tmp_path: Path, tag: str) -> None:
    with pytest.raises(RenderError):
        render(template(tmp_path, paragraphs(tag)), context_of(DATA), title="t", date=None)


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("{{ t.upper() }}", "write {{ … | upper }}"),
        ("{{ t.strip() }}", "write {{ … | trim }}"),
        ("{{ ', '.join(l) }}", "write {{ … | join }}"),
        ("{{ '{:,.2f}'.format(x) }}", "write {{ '%.2f' | format(…) }}"),
        ("{{ t.strftime('%d/%m/%Y') }}", "write it into the data as it shall be printed"),
        ("{% for i in range(3) %}{% endfor %}", "loop over a list of the data"),
        ("{{ my_function(t) }}", "call the template's own macros only; format with filters"),
    ],
)
def test_a_call_that_needs_python_is_refused_with_what_to_write_instead(
    tmp_path: Path, tag: str, hint: str
) -> None:
    context = context_of(DATA)
    path = template(tmp_path, paragraphs(tag))
    found, _ = names(path, "t.docx", context.shape, context.filters, free=True)
    assert ("call-refused", hint) in {(one.code, one.hint) for one in found}
