"""`reportgen fill`: any template, any data, no kind; the same safety and the same proof."""

import io
import json
import re
from fractions import Fraction
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.fill import FillOrder, fill
from reportgen.load import load_plain
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import ReportgenError
from reportgen.model.plain import Exact
from reportgen.readback import read_back
from reportgen.render.template.free import FREE_NAMES
from tests.helpers import word


def filled(folder: Path, template: str, data: str, name: str = "data.yaml") -> list[str]:
    """Fill a Word template of one paragraph for each line; give the paragraphs of what was made."""
    word.minimal(folder / "t.docx", "".join(map(word.paragraph, template.splitlines())))
    (folder / name).write_text(data, encoding="utf-8")
    made = fill(FillOrder(folder / "t.docx", folder / name, overwrite=True)).written.path
    return [paragraph.text for paragraph in docx.Document(str(made)).paragraphs]


def refused(folder: Path, template: str, data: str, name: str = "data.yaml") -> list[Diagnostic]:
    with pytest.raises(ReportgenError) as caught:
        filled(folder, template, data, name)
    return list(caught.value.diagnostics)


def codes(found: list[Diagnostic]) -> list[str]:
    return [one.code for one in found]


# what data is


def test_json_keeps_its_own_types_and_numbers_print_as_written(tmp_path: Path) -> None:
    data = '{"a": 2.50, "b": 1e3, "c": -0.10, "d": 12345678901234567890.1, "e": true, "f": "5"}'
    template = "{{ a }} {{ b }} {{ c }} {{ d }} {{ f }}\n{% if e %}có{% endif %}"
    assert filled(tmp_path, template, data, "data.json") == ["2.50 1e3 -0.10 12345678901234567890.1 5", "có"]


def test_yaml_types_what_stands_without_quotes_and_prints_back_unchanged(tmp_path: Path) -> None:
    (tmp_path / "data.yaml").write_text(
        'a: 5\nb: 012\nc: "5"\nd: true\ne: null\nf: no\ng: 1.50\nh: -3\ni: -0\nj: [1, x]\n'
        "k: |-\n  7\nl: True\n",
        encoding="utf-8",
    )
    values = load_plain(tmp_path / "data.yaml").values
    assert {name: type(value).__name__ for name, value in values.items()} == {
        **dict.fromkeys("bcfgikl", "str"),
        **dict.fromkeys("ah", "Exact"),
        "d": "bool",
        "e": "NoneType",
        "j": "list",
    }


@pytest.mark.parametrize("name", ["diem.csv", "diem.xlsx"])
def test_the_rows_of_a_table_are_rows_and_all_its_cells_text(tmp_path: Path, name: str) -> None:
    if name.endswith("xlsx"):
        book = openpyxl.Workbook()
        for row in (["ten", "diem"], ["An", "09"], ["Bình", "8"]):
            book.active.append(row)  # type: ignore[union-attr]
        book.save(tmp_path / name)
    else:
        (tmp_path / name).write_text("ten,diem\nAn,09\nBình,8\n", encoding="utf-8")
    word.written(tmp_path / "t.docx", "{% for r in rows %}{{ r.ten }} {{ r.diem }};{% endfor %}")
    made = fill(FillOrder(tmp_path / "t.docx", tmp_path / name)).written.path
    assert made == tmp_path / "t-diem.docx"
    assert docx.Document(str(made)).paragraphs[0].text == "An 09;Bình 8;"


LOOP = "{% for r in rows %}{{ r.school }} {{ r.staff }} {{ r.score }};{% endfor %}"


def told(folder: Path, data: str) -> dict[str, Diagnostic]:
    """Fill a template with a table; give what is told, by code."""
    word.written(folder / "t.docx", LOOP)
    (folder / "d.csv").write_text(data, encoding="utf-8")
    try:
        notes = fill(FillOrder(folder / "t.docx", folder / "d.csv", overwrite=True)).notes
    except ReportgenError as error:
        notes = error.diagnostics
    return {note.code: note for note in notes}


def test_totals_of_a_table_are_held_against_its_rows(tmp_path: Path) -> None:
    """An average below its rows is no sum, and is told as not compared."""
    rows = "school,staff,score\nA,1.200,7.5\nB,30,8.5\n"

    assert "totals-agree" in told(tmp_path, rows + "Tổng cộng,1.230,8\n")
    assert "totals-unchecked" in told(tmp_path, rows + "Tổng cộng,1.230,8\n")
    wrong = told(tmp_path, rows + "Tổng cộng,1.320,\n")["total-differs"]
    assert (wrong.stops, str(wrong.origin)) == (True, f"{tmp_path}/d.csv:4:11")


def test_a_row_that_begins_like_a_total_prints_and_is_told(tmp_path: Path) -> None:
    rows = "school,staff,score\nA,1,2\nCộng Hòa,30,4\nCộng công lập,5,6\n"

    assert "Cộng công lập" in told(tmp_path, rows)["total-as-row"].message


def test_what_was_guessed_of_a_table_is_told_without_a_way_to_say_it(tmp_path: Path) -> None:
    found = told(tmp_path, "SỐ LIỆU NĂM 2025\n\nschool;staff;score\nA;1;2\n")

    assert found["header-guessed"].message == "the headings were taken from line 3"
    assert found["delimiter-guessed"].message == 'what separates the cells was taken to be ";"'


def test_a_list_in_json_is_rows_too(tmp_path: Path) -> None:
    template = "{% for r in rows %}{{ r.ten }}{% endfor %}"
    assert filled(tmp_path, template, '[{"ten": "An"}, {"ten": "Bình"}]', "data.json") == ["AnBình"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"a": 1,\n "b": }', "2:7"),
        ('{"a": 01}', "1:7"),
        ('{"a": 1 "b": 2}', "1:9"),
        ('{"a": "x}', "1:7"),
        ("{'a': 1}", "1:2"),
        ('{"a": 1} x', "1:10"),
        ('{"a": NaN}', "1:7"),
        ('{"a": 1e999999999}', "1:7"),
        ('{"a": [1, 2}', "1:12"),
        ("[" * 60, "1:41"),
        ("", "1:1"),
    ],
)
def test_broken_json_is_refused_at_its_line_and_column(tmp_path: Path, text: str, place: str) -> None:
    (found,) = refused(tmp_path, "x", text, "data.json")
    assert (found.code, str(found.origin)) == ("json-syntax", f"{tmp_path}/data.json:{place}")


def test_names_given_twice_in_json_are_told_all_at_once_with_both_places(tmp_path: Path) -> None:
    found = refused(tmp_path, "x", '{"a": 1, "a": 2,\n "b": {"c": 1, "c": 2}}', "data.json")
    assert [(one.code, str(one.origin), str(one.related[0][1])) for one in found] == [
        ("json-key-twice", f"{tmp_path}/data.json:1:10", f"{tmp_path}/data.json:1:2"),
        ("json-key-twice", f"{tmp_path}/data.json:2:16", f"{tmp_path}/data.json:2:8"),
    ]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8", categories=["L", "N"])),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcdef", min_size=1), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.text("abcdef", min_size=1), _JSON, min_size=1), st.sampled_from([None, 2]))
def test_what_json_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, data: object, indent: int | None
) -> None:
    path = tmp_path_factory.mktemp("json") / "data.json"
    path.write_text(json.dumps(data, indent=indent), encoding="utf-8")
    assert _plain(load_plain(path).values) == _nfc(data)


def _plain(value: object) -> object:
    if isinstance(value, Exact):
        return value.value
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _nfc(value: object) -> object:
    import unicodedata  # noqa: PLC0415

    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {name: _nfc(inner) for name, inner in value.items()}
    return [_nfc(item) for item in value] if isinstance(value, list) else value


# what a template may do


def test_numbers_are_computed_exactly(tmp_path: Path) -> None:
    template = "{{ a + b }} {{ a * 3 }} {{ (a / 3) | round(2) }} {{ -a }} {{ 7 // 2 }}"
    template += " {{ rows | sum(attribute='n') }}"
    data = '{"a": 0.1, "b": 0.2, "rows": [{"n": 1.1}, {"n": 2.2}]}'
    assert filled(tmp_path, template, data, "data.json") == ["0.3 0.3 0.03 -0.1 3 3.3"]


@given(st.fractions(max_denominator=1000), st.integers(0, 6))
def test_rounding_is_half_away_from_zero(number: Fraction, places: int) -> None:
    from reportgen.render.template.free_filters import FREE_FILTERS  # noqa: PLC0415

    rounded: object = FREE_FILTERS["round"](Exact(number, ""), places)
    assert isinstance(rounded, Exact)
    value = Fraction(rounded.value)
    half = Fraction(1, 2 * 10**places)
    assert abs(value - number) <= half
    if abs(value - number) == half:
        assert abs(value) > abs(number)


@pytest.mark.parametrize(
    ("tag", "reason"),
    [
        ("{{ n + t }}", "a number + a text"),
        ("{{ t * n }}", "a text * a number"),
        ("{% if n > t %}{% endif %}", "a number > a text"),
        ("{% if t == n %}{% endif %}", "a number == a text"),
        ("{% if t == 5 %}{% endif %}", "a number == a text"),
        ("{% if t in [1, 2] %}{% endif %}", "a number == a text"),
        ("{{ n / 0 }}", "a division by zero"),
        ("{{ n / 3 }}", "5/3 has decimals that never end; print it with | round(2)"),
        ("{{ l + l }}", "a list + a list"),
    ],
)
def test_what_does_not_go_together_is_refused_at_its_place(tmp_path: Path, tag: str, reason: str) -> None:
    (found,) = refused(tmp_path, f"một\n{tag}", "n: 5\nt: chữ\nl: [1]\n")
    assert found.code == "template-type"
    assert dict(found.values)["reason"] == reason
    assert str(found.origin).startswith(f"{tmp_path}/t.docx: body, paragraph 2")


def test_texts_are_put_together_and_a_number_joins_them_as_it_prints(tmp_path: Path) -> None:
    assert filled(tmp_path, "{{ a + b }} {{ a ~ n ~ '!' }}", "a: x\nb: y\nn: 5\n") == ["xy x5!"]


def test_a_text_that_grows_without_end_is_refused(tmp_path: Path) -> None:
    template = "".join("{% set a = a ~ a %}" for _ in range(40))
    (found,) = refused(tmp_path, template, "a: 0123456789\n")
    assert dict(found.values)["reason"] == "a text of more than 1.000.000 letters"


def test_items_are_taken_by_number_and_groups_gone_through(tmp_path: Path) -> None:
    template = (
        "{{ l[0].x }}{{ l[-1]['x'] }} {% for k, v in g.items() %}{{ k }}={{ v }};{% endfor %}{{ l | length }}"
    )
    data = "l: [{x: a}, {x: b}]\ng: {m: 1, n: 2}\n"
    assert filled(tmp_path, template, data) == ["ab m=1;n=2;2"]


def test_what_may_be_missing_is_asked_for(tmp_path: Path) -> None:
    template = "{% if phone is defined %}{{ phone }}{% endif %}{{ room | default('–') }}"
    template += "{% for r in l %}{% if r.b %}{{ r.b }}{% endif %}{% endfor %}"
    assert filled(tmp_path, template, "l: [{a: 1}, {a: 2, b: x}]\n") == ["–x"]


@pytest.mark.parametrize(
    ("tag", "code", "said"),
    [
        ("{{ titel }}", "undeclared-name", "write 'title'"),
        ("{{ who.nam }}", "undeclared-name", "write 'name'"),
        ("{% for r in l %}{{ r.c }}{% endfor %}", "undeclared-name", "r.c"),
        ("{{ title | tieng_viet }}", "unknown-filter", "tieng_viet"),
        ("{{ title | safe }}", "unknown-filter", "safe"),
        ("{{ money(5) }}", "call-refused", "'money'"),
        ("{{ title.upper() }}", "call-refused", "'title.upper'"),
        ("{{ ''.__class__.__mro__ }}", "undeclared-name", "__class__"),
        ("{{ range(9) }}", "call-refused", "'range'"),
        ("{% if title is camel %}{% endif %}", "unknown-test", "camel"),
        ("{{ 2 ** 9 }}", "computed-in-template", "**"),
        ("{{ who }}", "no-text-printed", "'who'"),
    ],
)
def test_what_only_python_could_answer_is_refused_by_name_at_its_place(
    tmp_path: Path, tag: str, code: str, said: str
) -> None:
    found = refused(tmp_path, f"một\n{tag}", "title: a\nwho: {name: b}\nl: [{a: 1}]\n")
    assert code in codes(found)
    one = next(one for one in found if one.code == code)
    assert said in f"{one.message} {one.hint}"
    assert str(one.origin).startswith(f"{tmp_path}/t.docx: body, paragraph 2")


def test_a_kind_still_may_not_compute(tmp_path: Path) -> None:
    from reportgen.model.context import Shape  # noqa: PLC0415
    from reportgen.render.docx import names  # noqa: PLC0415

    word.written(tmp_path / "t.docx", "{{ n + 1 }}")
    found, _ = names(tmp_path / "t.docx", "t.docx", Shape("mapping", {"n": Shape("scalar")}), [])
    assert codes(found) == ["computed-in-template"]


# what is written


def test_a_page_becomes_a_pdf_that_says_what_the_data_says(tmp_path: Path) -> None:
    (tmp_path / "t.html").write_text("<p>Tại {{ venue }}: {{ n }}</p>", encoding="utf-8")
    (tmp_path / "d.json").write_text('{"venue": "Sở GD&ĐT <1>", "n": 5.0}', encoding="utf-8")
    made = fill(FillOrder(tmp_path / "t.html", tmp_path / "d.json")).written.path
    assert made == tmp_path / "t-d.pdf"
    assert " ".join(read_back(made.read_bytes(), "application/pdf").pieces) == "Tại Sở GD&ĐT <1>: 5.0"


def test_data_that_no_tag_prints_is_told_where_it_stands(tmp_path: Path) -> None:
    word.written(tmp_path / "t.docx", "{{ a }}")
    (tmp_path / "d.yaml").write_text("a: x\nb: y\n", encoding="utf-8")
    (note,) = fill(FillOrder(tmp_path / "t.docx", tmp_path / "d.yaml")).notes
    assert (note.code, str(note.origin), dict(note.values)["what"]) == (
        "not-quoted",
        f"{tmp_path}/d.yaml:2:4",
        "b",
    )


def test_the_same_input_gives_the_same_bytes_and_nothing_of_others_is_replaced(tmp_path: Path) -> None:
    word.written(tmp_path / "t.docx", "{{ a }}")
    (tmp_path / "d.yaml").write_text("a: x\n", encoding="utf-8")
    order = FillOrder(tmp_path / "t.docx", tmp_path / "d.yaml", tmp_path / "out" / "x.docx")
    assert (fill(order).written.how, fill(order).written.how) == ("written", "unchanged")
    order.path.write_bytes(b"mine")
    with pytest.raises(ReportgenError) as caught:
        fill(order)
    assert [one.code for one in caught.value.diagnostics] == ["file-exists"]


def test_the_command_tells_the_file_and_its_mistakes_have_exit_codes(tmp_path: Path) -> None:
    word.written(tmp_path / "t.docx", "{{ a }}")
    (tmp_path / "d.yaml").write_text("a: x\n", encoding="utf-8")
    run = CliRunner().invoke(app, ["fill", str(tmp_path / "t.docx"), str(tmp_path / "d.yaml")])
    assert (run.exit_code, run.stdout) == (0, f"{tmp_path}/t-d.docx (written)\n")
    document = docx.Document(io.BytesIO((tmp_path / "t-d.docx").read_bytes()))
    assert document.paragraphs[0].text == "x"
    for template, data, code in (("no.docx", "d.yaml", 5), ("t.docx", "no.json", 4), ("t.odt", "d.yaml", 5)):
        run = CliRunner().invoke(app, ["fill", str(tmp_path / template), str(tmp_path / data)])
        assert run.exit_code == code, run.output


def test_rich_text_stands_on_a_page_too(tmp_path: Path) -> None:
    (tmp_path / "t.html").write_text("<p>Kết quả: {{ x }}.</p>", encoding="utf-8")
    data = {"x": {"rich": ["tán ", {"text": "<thành>", "bold": True, "color": "FF0000", "style": 'a"b'}]}}
    (tmp_path / "d.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ReportgenError):
        fill(FillOrder(tmp_path / "t.html", tmp_path / "d.json"))
    (tmp_path / "d.json").write_text(json.dumps(data).replace('a\\"b', "ab"), encoding="utf-8")
    made = fill(FillOrder(tmp_path / "t.html", tmp_path / "d.json")).written.path
    said = "".join(read_back(made.read_bytes(), "application/pdf").pieces)
    assert said.replace(" ", "") == "Kếtquả:tán<thành>."


def test_every_filter_is_documented() -> None:
    page = (Path(__file__).parents[1] / "docs/fill.md").read_text(encoding="utf-8")
    (said,) = re.findall(r"^Filters: (.*?), and those of", page, re.DOTALL | re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", said)) == FREE_NAMES
