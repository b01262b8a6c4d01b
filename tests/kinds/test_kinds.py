"""The kinds that come with the program, and what is said of one that is wrong."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from reportgen.kinds import Shelf, data_schema, example_text, find_kind, kind_schema, read_kind
from reportgen.model.errors import DataError, KindError
from reportgen.model.origin import Origin
from reportgen.quoting import check_templates
from reportgen.study import study
from tests.helpers.written import Written, write_kind

ROOT = Path(__file__).parents[2]
SHELF = Shelf([ROOT / "templates"])
NAMES = SHELF.names()
SAMPLES = sorted(path for path in (ROOT / "data").rglob("*.yaml") if path.name != "offices.yaml")


def plain(path: Path) -> object:
    """Read YAML the way an editor's schema checker does."""
    loaded = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return json.loads(json.dumps(loaded, default=str))


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_is_sound_and_its_templates_name_only_what_it_declares(name: str) -> None:
    kind = read_kind(SHELF.places(name)[0])

    assert check_templates(kind, kind.outputs)


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_and_its_examples_fit_their_schemas(name: str) -> None:
    folder = SHELF.places(name)[0]
    jsonschema.validate(plain(folder / "kind.yaml"), kind_schema())

    for example in sorted((folder / "examples").glob("*.yaml")):
        jsonschema.validate(plain(example), data_schema(read_kind(folder)))
        assert study(example, SHELF).kind.name == name


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_gives_an_example_to_start_from(name: str) -> None:
    assert f"kind: {name}" in example_text(read_kind(SHELF.places(name)[0]))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_sample_fits_the_schema_of_its_kind(sample: Path) -> None:
    loaded = plain(sample)
    assert isinstance(loaded, dict)

    jsonschema.validate(loaded, data_schema(read_kind(ROOT / "templates" / loaded["kind"])))


def test_a_kind_without_an_example_draws_one_that_it_accepts(written: Written) -> None:
    """
    fields:
      held_on: {type: date, label: Ngày họp}
      people: {rows: {name: text, result: {choice: [đạt, không đạt]}}}
      agenda: {list: {title: text, opinions: {list: text}}}
      chair: {group: {name: text, position: text?}}
    figures: {people_there: count(people)}
    --- unused.txt
    """
    kind = read_kind(written.folder / "templates/k")
    (written.folder / "drawn.yaml").write_text(example_text(kind), encoding="utf-8")

    assert study(written.folder / "drawn.yaml", written.shelf).figures.named["people_there"].shown == 1


def test_the_nearest_kind_wins_and_the_hidden_one_is_told(written: Written) -> None:
    """
    fields: {a: text}
    --- office/k/kind.yaml
    title: the office's own
    outputs: {pdf: page.html}
    --- office/k/page.html
    <p>x</p>
    """
    shelf = Shelf([written.folder / "office", written.folder / "templates"])
    kind, hidden = find_kind(shelf, "k", Origin("here"))

    assert kind.title == "the office's own"
    assert [note.code for note in hidden] == ["kind-hidden"]
    assert str(written.folder / "templates/k") in hidden[0].message


def test_a_folder_of_kinds_that_is_named_and_near_hides_nothing_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "templates").mkdir()
    monkeypatch.chdir(tmp_path)
    for named in (Path("templates"), Path("./templates"), tmp_path / "templates"):
        assert [folder.resolve() for folder in Shelf.usual(named).folders].count(tmp_path / "templates") == 1


@pytest.mark.parametrize("name", ["", ".", "..", "../minutes", "minutes/../minutes", "/etc", "nowhere"])
def test_a_kind_is_a_name_and_never_a_path(name: str) -> None:
    with pytest.raises(DataError) as caught:
        find_kind(SHELF, name, Origin("data.yaml", 1, 7))

    assert [(one.code, str(one.origin)) for one in caught.value.diagnostics] == [
        ("unknown-kind", "data.yaml:1:7")
    ]


def test_all_mistakes_of_a_kind_come_together_at_their_places(written: Written) -> None:
    """
    fields:
      sum: text
      held_on: dat
      units: {rows: {name: text, staff: count}, key: nme}
    figures:
      staff: sum(units.staf)
      rate: {formula: staff * 2, as: percent}
      held_on: count(units)
    colour: red
    """
    with pytest.raises(KindError) as caught:
        read_kind(written.folder / "templates/k")

    found = {(one.code, one.origin.line) for one in caught.value.diagnostics if one.origin}
    assert found == {
        ("kind-bad-name", 2),
        ("kind-unknown-type", 3),
        ("kind-unknown-column", 4),
        ("percent-of-nothing", 7),
        ("places-missing", 7),
        ("kind-name-twice", 8),
        ("kind-unknown-key", 9),
    }


def test_formulas_are_checked_against_what_the_kind_declares(written: Written) -> None:
    """
    fields:
      units: {rows: {name: text, staff: count}}
      parts: {rows: {size: count}}
    figures:
      unknown: sum(units.staf)
      column: units.staff
      mixed: sum(units.staff + parts.size)
      worded: units.name + 1
      text: sum(units.name)
      stray: sum(units.staff, where=parts.size > 1)
      condition: units.staff > 1
    checks:
      - {that: sum(units.staff), say: nothing}
    """
    with pytest.raises(KindError) as caught:
        read_kind(written.folder / "templates/k")

    found = [(one.code, one.origin.line, one.origin.column) for one in caught.value.diagnostics if one.origin]
    assert found == [
        ("formula-unknown-name", 5, 16),
        ("figure-is-column", 6, 11),
        ("formula-tables", 7, 14),
        ("formula-types", 8, 11),
        ("wrong-call", 9, 9),
        ("wrong-where", 10, 10),
        ("figure-type", 11, 14),
        ("not-a-condition", 13, 12),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        '{c: {choice: ["a: b", "#x"]}, d: {type: text, default: "x # y"}, e: {type: code, default: "012"}}',
        '{c: {type: text, label: "x\\ny"}, d: {choice: ["- a"]}, e: {choice: ["null"]}, f: {choice: ["[a"]}}',
        "{l: {list: {g: {group: {a: text, b: {list: count}}}}}, g: {group: {l: {list: text}}}}",
        "{r: {rows: {a: text, b: count}, optional: true}, p: {type: percent, default: 100%}, t: time?}",
    ],
)
def test_an_example_is_drawn_in_yaml_that_says_what_it_means(fields: str, tmp_path: Path) -> None:
    write_kind(tmp_path, "k", f"fields: {fields}\n")
    (tmp_path / "drawn.yaml").write_text(example_text(read_kind(tmp_path / "templates/k")), encoding="utf-8")

    assert study(tmp_path / "drawn.yaml", Shelf([tmp_path / "templates"])).notes == ()
