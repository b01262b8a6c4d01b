import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader
from markupsafe import escape

from reportgen.model.context import Context, Quantity, Rows, Shape
from reportgen.render.template.environment import ReportEnvironment
from reportgen.render.template.failures import FAILURES, failure, line_of
from reportgen.render.template.marks import CLOSE, OPEN, strip_marks

VALUES: dict[str, object] = {
    "managers": Quantity(2960, "2.960"),
    "none_left": Quantity(0, "0"),
    "venue": "Sở A & B <Hải Phòng>",
    "absent": None,
    "online": True,
    "signer": {"name": "Nguyễn Văn A", "items": "đồ", "total": "tất cả"},
    "rows": Rows([{"n": Quantity(1, "1")}, {"n": Quantity(2, "2")}], {"n": Quantity(3, "3")}),
    "plain_rows": Rows([]),
}
MACRO = {"macros": "{% macro cell(x) %}<td>{{ x }}</td>{% endmacro %}"}


def environment() -> ReportEnvironment:
    filters = {"upper": lambda value: str(value).upper(), "whole": whole}
    return ReportEnvironment(Context(VALUES, Shape("mapping"), filters, str), DictLoader(MACRO))


def whole(value: object) -> str:
    raise ValueError(f"{value} is not a whole number")


def filled(source: str) -> str:
    return environment().from_string(source).render(VALUES)


def refused(source: str) -> tuple[str, dict[str, str], int | None]:
    with pytest.raises(FAILURES) as caught:
        filled(source)
    code, values = failure(caught.value)
    return code, values, line_of(caught.value)[1]


def value(text: str) -> str:
    return f"{OPEN}{escape(text)}{CLOSE}"


def test_a_printed_value_is_escaped_and_stands_between_its_marks() -> None:
    assert filled("<p>{{ venue }}</p>") == f"<p>{OPEN}Sở A &amp; B &lt;Hải Phòng&gt;{CLOSE}</p>"


def test_every_printed_value_is_noted_in_order() -> None:
    engine = environment()
    engine.from_string(
        "{{ managers }} và {% for r in rows %}{{ r.n }}, {% endfor %}{{ venue|upper }}"
    ).render(VALUES)
    assert engine.emitted == ["2.960", "1", "2", "SỞ A & B <HẢI PHÒNG>"]


def test_a_macro_s_output_is_not_marked_twice() -> None:
    assert filled("{% from 'macros' import cell %}{{ cell(managers) }}") == f"<td>{value('2.960')}</td>"
    assert (
        filled("{% import 'macros' as m %}{{ m.cell(venue) }}") == f"<td>{value('Sở A & B <Hải Phòng>')}</td>"
    )


def test_an_unprinted_value_is_escaped_and_not_noted() -> None:
    engine = environment()
    text = engine.from_string("<title>{{ venue|unprinted }}</title>").render(VALUES)
    assert text == "<title>Sở A &amp; B &lt;Hải Phòng&gt;</title>"
    assert engine.emitted == []


def test_a_name_inside_a_group_goes_before_python_s_own() -> None:
    assert filled("{{ signer.items }} {{ signer['total'] }} {{ rows.total.n }}") == " ".join(
        value(text) for text in ("đồ", "tất cả", "3")
    )


def test_a_loop_tells_where_it_is() -> None:
    tags = "{{ loop.index }}/{{ loop.length }}{{ loop.cycle('a', 'b') }}{% if not loop.last %};{% endif %}"
    assert strip_marks(filled(f"{{% for r in rows %}}{tags}{{% endfor %}}")) == "1/2a;2/2b"


def test_a_zero_is_no_and_numbers_are_compared_exactly() -> None:
    source = (
        "{% if none_left %}a{% elif managers > 2959 and managers == 2960 and managers is even %}b{% endif %}"
    )
    assert filled(source) == "b"


@pytest.mark.parametrize(
    ("tag", "code", "told"),
    [
        ("{{ absent }}", "absent-printed", "none"),
        ("{{ none }}", "absent-printed", "none"),
        ("{{ online }}", "no-text-printed", "a yes or no"),
        ("{{ managers > 3 }}", "no-text-printed", "a yes or no"),
        ("{{ signer }}", "no-text-printed", "a group"),
        ("{{ rows }}", "no-text-printed", "a list"),
        ("{{ absent|unprinted }}", "absent-printed", "none"),
    ],
)
def test_what_has_no_text_is_not_printed(tag: str, code: str, told: str) -> None:
    assert refused(f"a\nb\n{tag}") == (code, {"shown": told}, 3)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ unheard }}",
        "{{ signer.nam }}",
        "{{ absent.name }}",
        "{{ plain_rows.total.n }}",
        "{{ managers.value }}",
        "{{ managers.__class__ }}",
        "{{ venue.upper }}",
        "{{ venue[0] }}",
        "{{ rows[0] }}",
        "{{ rows._rows }}",
        "{{ signer.keys }}",
        "{% for r in rows %}{{ loop.changed }}{% endfor %}",
        "{{ range }}",
        "{{ cycler }}",
        "{{ namespace }}",
    ],
)
def test_nothing_but_declared_names_can_be_reached(tag: str) -> None:
    code, _, line = refused(f"\n{tag}")
    assert (code, line) == ("undefined-value", 2)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ venue.format(1) }}",
        "{{ range(3) }}",
        "{{ rows.index(1) }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% for r in rows recursive %}{{ loop(rows) }}{% endfor %}",
    ],
)
def test_nothing_but_macros_can_be_called(tag: str) -> None:
    code, _, line = refused(f"\n{tag}")
    assert code in {"call-refused", "undefined-value"}
    assert line == 2


@pytest.mark.parametrize("operator", ["+", "-", "*", "/", "//", "%", "**", "~"])
def test_no_operator_computes(operator: str) -> None:
    code, values, line = refused(f"\n\n{{{{ managers {operator} 2 }}}}")
    assert (code, line) == ("template-syntax", 3)
    assert values["reason"] == f"{operator} is not allowed"


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'a' * 1000000000 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ -managers }}",
        "{{ venue[1:] }}",
        "{% set x %}{{ venue }}{% endset %}",
        "{% filter upper %}{{ venue }}{% endfilter %}",
        "{% autoescape false %}{{ venue }}{% endautoescape %}",
        "{{ venue|safe }}",
        "{{ venue|attr('x') }}",
        "{% if venue is defined %}{% endif %}",
        "{% for %}",
    ],
)
def test_what_could_lose_a_mark_does_not_compile(source: str) -> None:
    code, _, line = refused(f"\n{source}")
    assert (code, line) == ("template-syntax", 2)


def test_an_unknown_part_is_told_by_its_name() -> None:
    code, values, line = refused("\n{% include 'nowhere' %}")
    assert (code, values["reason"], line) == ("unknown-part", "nowhere", 2)


def test_a_filter_s_refusal_is_told_in_its_own_words() -> None:
    code, values, line = refused("\n{{ venue|whole }}")
    assert (code, line) == ("filter-unfit", 2)
    assert values["reason"] == "whole: Sở A & B <Hải Phòng> is not a whole number"


def test_a_comparison_of_what_was_not_given_is_told_at_its_line() -> None:
    code, _, line = refused("\n{% if managers > absent %}{% endif %}")
    assert (code, line) == ("template-type", 2)


def test_a_failure_inside_a_macro_is_told_at_the_macro_s_line() -> None:
    source = "{% macro cell(x) %}\n\n{{ x.name }}{% endmacro %}\n\n{{ cell(absent) }}"
    assert refused(source)[2] == 3


@pytest.mark.parametrize(
    "bad", ["\ue000", "\ue001", "\uf8ff", "\x07", "\x0b", "\r", "\x7f", "\x85", "\ud800", "\uffff"]
)
def test_a_value_with_a_letter_that_no_page_shows_is_refused(bad: str) -> None:
    engine = environment()
    with pytest.raises(FAILURES) as caught:
        engine.from_string("{{ x }}").render(x=f"a{bad}b")
    assert failure(caught.value) == ("illegal-character", {"shown": f"U+{ord(bad):04X}"})


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]) | st.sampled_from("\n\t<&\"'{}%"))
    )
)
def test_all_values_can_be_read_back_from_their_marks(texts: list[str]) -> None:
    engine = environment()
    rendered = engine.from_string("{% for t in texts %}<p>{{ t }}</p>{% endfor %}").render(texts=texts)
    between = re.findall(f"<p>{OPEN}([^{CLOSE}]*){CLOSE}</p>", rendered)
    assert between == [str(escape(text)) for text in texts]
    assert engine.emitted == texts
