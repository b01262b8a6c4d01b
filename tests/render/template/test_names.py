from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jinja2 import Environment

from reportgen.model.context import Shape
from reportgen.render.template import pages
from reportgen.render.template.names import Names, template_names, unquoted
from reportgen.render.template.problems import Problem

NUMBER = Shape("scalar", quotable=True)
TABLE = Shape(
    "rows",
    {"district": NUMBER, "trained": NUMBER, "share": NUMBER},
    total=Shape("mapping", {"trained": Shape("scalar")}),
    quotable=True,
)
AGENDA = Shape(
    "mapping",
    {
        "title": NUMBER,
        "opinions": Shape("rows", item=Shape("mapping", {"who": NUMBER, "says": NUMBER}), quotable=True),
    },
    quotable=True,
)
KIND = Shape(
    "mapping",
    {
        "managers": NUMBER,
        "venue": NUMBER,
        "online": Shape("flag"),
        "signer": Shape("mapping", {"name": NUMBER, "position": NUMBER}, quotable=True),
        "by_district": TABLE,
        "agenda": Shape("rows", AGENDA.names, item=AGENDA, quotable=True),
        "remarks": Shape("rows", item=NUMBER, quotable=True),
    },
)
PARTS = {
    "head.html": "{{ venue }}\n{{ vennue }}",
    "macros.html": "{% macro cell(x) %}{{ x }}{{ managers }}{% endmacro %}",
    "loop.html": "{% include 'loop.html' %}",
}


def names(source: str) -> Names:
    environment = Environment(autoescape=True)
    parts = {name: environment.parse(text) for name, text in PARTS.items()}
    return template_names(environment.parse(source), KIND, {"upper", "join"}, parts.get)


def only_problem(source: str) -> Problem:
    (problem,) = names(source).problems
    return problem


def values(source: str) -> dict[str, str]:
    return dict(only_problem(source).values)


def test_declared_names_are_fine_and_counted_as_quoted() -> None:
    found = names(
        "{{ managers }} {{ signer.name }} {{ signer['position'] }}"
        "{% for d in by_district %}{{ loop.index }} {{ d.trained }}{% endfor %}"
        "{{ by_district.total.trained }}"
    )
    assert found.problems == []
    assert found.quoted == {
        ("managers",),
        ("signer", "name"),
        ("signer", "position"),
        ("by_district", "trained"),
        ("by_district", "total", "trained"),
    }


def test_an_undeclared_name_is_found_on_its_line_with_the_name_that_was_meant() -> None:
    problem = only_problem("\n\n{{ manager }}")
    assert (problem.code, problem.line) == ("undeclared-name", 3)
    assert problem.values == {"name": "manager", "advice": "write 'managers'"}


def test_an_undeclared_column_is_found_inside_its_loop() -> None:
    problem = only_problem("{% for d in by_district %}\n{{ d.shre }}\n{% endfor %}")
    assert (problem.code, problem.line) == ("undeclared-name", 2)
    assert problem.values == {"name": "d.shre", "advice": "write 'share'"}


def test_an_undeclared_name_deep_in_lists_of_groups_is_found() -> None:
    inner = "{% for o in a.opinions %}{{ o.who }}\n{{ o.whom }}{% endfor %}"
    source = f"{{% for a in agenda %}}{inner}\n{{{{ a.x }}}}{{% endfor %}}"
    found = names(source)
    assert [(problem.line, problem.values["name"]) for problem in found.problems] == [
        (2, "o.whom"),
        (3, "a.x"),
    ]
    assert found.quoted == {("agenda", "opinions", "who")}


def test_an_undeclared_name_in_a_condition_is_found() -> None:
    assert values("{% if venu %}x{% endif %}")["name"] == "venu"
    assert values("{% if managers > 1 and signer.nam %}x{% endif %}")["name"] == "signer.nam"
    assert values("{% for d in by_district if d.trainedd %}{% endfor %}")["name"] == "d.trainedd"


def test_asking_for_a_name_is_not_quoting_it() -> None:
    assert names("{% if venue and managers > 2 and not signer.name %}x{% endif %}").quoted == set()
    assert names("{{ venue if managers else '' }}").quoted == {("venue",)}
    assert names("<title>{{ venue|unprinted }}</title>").quoted == set()


def test_a_loop_variable_is_gone_after_its_loop() -> None:
    problem = only_problem("{% for d in by_district %}{{ d.share }}{% endfor %}\n{{ d.share }}")
    assert (problem.line, problem.values["name"]) == (2, "d")


def test_the_total_of_a_table_has_figures_only() -> None:
    assert values("{{ by_district.total.district }}")["name"] == "by_district.total.district"


def test_a_column_is_not_reached_without_a_loop() -> None:
    assert values("{{ by_district.share }}") == {
        "name": "by_district.share",
        "advice": "loop over it: {% for item in by_district %}",
    }


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ by_district }}", "'by_district', a list"),
        ("{{ signer }}", "'signer', a group"),
        ("{{ online }}", "'online', a yes or no"),
        ("{{ none }}", "'none', a yes or no"),
        ("{% for a in agenda %}{{ a }}{% endfor %}", "'a', a group"),
        ("{% for d in by_district %}{{ loop.first }}{% endfor %}", "'loop.first', a yes or no"),
        ("{{ venue if online else signer }}", "'signer', a group"),
        ("{{ managers > 3 }}", "'…', a yes or no"),
    ],
)
def test_what_has_no_text_cannot_be_printed(source: str, shown: str) -> None:
    problem = only_problem(source)
    assert (problem.code, problem.values) == ("no-text-printed", {"shown": shown})


@pytest.mark.parametrize(
    ("source", "operator"),
    [
        ("{{ managers + 1 }}", "+"),
        ("{{ managers - 1 }}", "-"),
        ("{{ managers * 2 }}", "*"),
        ("{{ managers / 2 }}", "/"),
        ("{{ managers // 2 }}", "//"),
        ("{{ managers % 2 }}", "%"),
        ("{{ managers ** 2 }}", "**"),
        ("{{ venue ~ managers }}", "~"),
        ("{{ -managers }}", "-"),
        ("{% if managers + 1 > 2 %}{% endif %}", "+"),
        ("{% set x = managers + 1 %}", "+"),
        ("{{ (managers + 1)|upper }}", "+"),
    ],
)
def test_a_template_computes_nothing(source: str, operator: str) -> None:
    problem = only_problem(source)
    assert (problem.code, problem.values) == ("computed-in-template", {"operator": operator})


def test_only_known_filters_and_tests_are_used() -> None:
    assert values("{{ venue|uper }}") == {"name": "uper", "advice": "write 'upper'"}
    assert values("{{ venue|q }}")["advice"] == "use one of join, unprinted, upper"
    problem = only_problem("{% if venue is defined %}{% endif %}")
    assert (problem.code, problem.values["advice"]) == ("unknown-test", "use one of even, none, odd, sameas")


def test_a_name_handed_to_a_filter_is_quoted() -> None:
    found = names("{{ venue|upper }}{{ remarks|join(', ') }}{{ venue|join(managers) }}")
    assert found.problems == []
    assert found.quoted == {("venue",), ("remarks",), ("managers",)}


@pytest.mark.parametrize(
    ("source", "called"),
    [
        ("{{ venue.upper() }}", "'venue.upper'"),
        ("{{ range(3) }}", "'range'"),
        ("{{ venue() }}", "'venue'"),
        ("{% for d in by_district %}{{ loop(d) }}{% endfor %}", "'loop'"),
        ("{{ super() }}", "'super'"),
    ],
)
def test_only_macros_can_be_called(source: str, called: str) -> None:
    problem = only_problem(source)
    assert (problem.code, problem.values["called"]) == ("call-refused", called)


def test_a_macro_takes_anything_and_its_arguments_are_quoted() -> None:
    found = names(
        "{% macro cell(x, wide=venue) %}{{ x.anything }}{{ caller() }}{% endmacro %}"
        "{{ cell(managers) }}{% call cell(signer.name) %}x{% endcall %}"
        "{% for d in by_district %}{{ loop.cycle('a', d.share) }}{% endfor %}"
    )
    assert found.problems == []
    assert found.quoted == {("managers",), ("venue",), ("signer", "name"), ("by_district", "share")}


def test_a_macro_prints_no_undeclared_name() -> None:
    assert values("{% macro m(x) %}{{ y }}{% endmacro %}")["name"] == "y"


def test_another_name_for_a_value_leads_to_it() -> None:
    found = names(
        "{% set boss = signer %}{% with v = venue %}{{ v }}{% endwith %}{{ boss.name }}{{ boss.nme }}"
    )
    assert [problem.values["name"] for problem in found.problems] == ["boss.nme"]
    assert found.quoted == {("venue",), ("signer", "name")}


def test_a_list_written_in_the_template_can_be_taken_apart() -> None:
    source = "{% for a, b in [('Tổng', managers), ('Nơi họp', venue)] %}{{ a }} {{ b }}{% endfor %}"
    found = names(source)
    assert found.problems == []
    assert found.quoted == {("managers",), ("venue",)}


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("{% for x in managers %}{% endfor %}", "loop-over-value"),
        ("{% for x in signer %}{% endfor %}", "loop-over-value"),
        ("{% for a, b in by_district %}{% endfor %}", "row-taken-apart"),
        ("{% for a in agenda recursive %}{% endfor %}", "tag-refused"),
        ("{{ by_district[0] }}", "part-by-number"),
        ("{{ venue[1:3] }}", "part-by-number"),
        ("{{ venue if online }}", "if-without-else"),
        ("{% filter upper %}x{% endfilter %}", "tag-refused"),
        ("{% set x %}y{% endset %}", "tag-refused"),
        ("{% autoescape false %}y{% endautoescape %}", "tag-refused"),
        ("{% include 'nowhere.html' %}", "unknown-part"),
        ("{% include venue %}", "unknown-part"),
        ("{% include 'loop.html' %}", "unknown-part"),
    ],
)
def test_what_could_lose_a_value_is_refused(source: str, code: str) -> None:
    assert only_problem(source).code == code


def test_a_part_is_read_where_it_is_put_in() -> None:
    found = names("\n\n{% include 'head.html' %}")
    (problem,) = found.problems
    assert (problem.part, problem.line, problem.values["advice"]) == ("head.html", 2, "write 'venue'")
    assert found.quoted == {("venue",)}


def test_a_part_may_stand_in_a_folder_and_not_among_the_examples(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    for folder in ("parts", "examples"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "part.html").write_text("<p>{{ venu }}</p>", encoding="utf-8")
        page.write_text(f"{{% include '{folder}/part.html' %}}", encoding="utf-8")
        (found, *_), _ = pages.names(page, str(page), KIND, {"upper"})
        assert (found.code, str(found.origin)) == {
            "parts": ("undeclared-name", f"{tmp_path}/parts/part.html:1:7"),
            "examples": ("unknown-part", f"{page}:1:13"),
        }[folder]


def test_an_imported_macro_sees_only_its_arguments() -> None:
    problem = only_problem("{% from 'macros.html' import cell as c %}{{ c(venue) }}")
    assert (problem.part, problem.values["name"]) == ("macros.html", "managers")
    assert names("{% import 'macros.html' as m with context %}{{ m.cell(venue) }}").problems == []


def test_a_macro_that_is_not_there_is_not_imported() -> None:
    found = names("{% from 'macros.html' import sell with context %}")
    assert [problem.values["advice"] for problem in found.problems] == ["write 'cell'"]


def test_all_problems_are_found_in_the_order_of_their_lines() -> None:
    found = names("{{ a }}\n{% for d in by_district %}{{ d.b }}{% endfor %}\n{{ c|d }}")
    assert [problem.line for problem in found.problems] == [1, 2, 3, 3]


def test_what_no_template_quotes_is_told() -> None:
    word = names("{{ managers }}{% for d in by_district %}{{ d.district }}{{ d.trained }}{% endfor %}")
    pdf = names("{{ signer.name }}{{ remarks|join }}")
    assert unquoted(KIND, [word.quoted, pdf.quoted]) == [
        ("venue",),
        ("signer", "position"),
        ("by_district", "share"),
        ("agenda",),
    ]


def test_a_row_handed_on_whole_counts_as_quoted() -> None:
    found = names("{% macro m(r) %}{{ r.x }}{% endmacro %}{% for d in by_district %}{{ m(d) }}{% endfor %}")
    assert ("by_district",) not in unquoted(KIND, [found.quoted])


RESERVED = {"and", "or", "not", "if", "else", "is", "in", "true", "false", "none"}


@given(st.sampled_from(sorted(KIND.names)) | st.from_regex(r"[a-z_]{1,8}", fullmatch=True))
def test_a_bare_name_is_fine_exactly_when_it_is_declared_and_prints(name: str) -> None:
    assume(name not in RESERVED)
    printable = name in KIND.names and KIND.names[name].sort == "scalar"
    assert bool(names(f"{{{{ {name} }}}}").problems) != printable
