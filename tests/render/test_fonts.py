"""Fonts are found by file, opened and checked before anything is printed."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reportgen.model.errors import MissingToolError, RenderError
from reportgen.render.fonts import (
    FAMILIES,
    FAMILY,
    NEEDED,
    STYLES,
    VIETNAMESE,
    FontChoice,
    find_faces,
    uncovered,
)
from reportgen.render.page import faces as cut
from tests.helpers.pressing import page, pressed
from tests.render.both_ways import alone

LIBERATION = FAMILIES["Liberation Serif"][0]
TIMES = FAMILIES["Times New Roman"][0]


@pytest.fixture(scope="session")
def installed() -> FontChoice:
    """The machine's own faces, as material to make others of."""
    return find_faces(Path("no such folder"))


def altered(source: Path, target: Path, family: str, without: str = "") -> None:
    """Make a font file that calls itself otherwise, or that lacks letters."""
    with TTFont(source) as font:
        for record in [record for record in font["name"].names if record.nameID in {1, 16, 21}]:
            record.string = family
        for table in font["cmap"].tables:
            for letter in without:
                table.cmap.pop(ord(letter), None)
        font.save(target)


def copied(installed: FontChoice, folder: Path, names: tuple[str, ...]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for style, name in zip(STYLES, names, strict=True):
        shutil.copy(installed.files[style], folder / name)


def test_the_needed_letters_are_the_134_of_vietnamese_and_more() -> None:
    letters = VIETNAMESE + VIETNAMESE.upper()

    assert len(set(letters)) == 134
    assert set(map(chr, range(0x1EA0, 0x1EFA))) <= set(letters)
    assert set("ăâđêôơưĂÂĐÊÔƠƯáàãéèíìóòõúùýÝ") <= set(letters)
    assert set("–—…“”‘’•~ ") <= set(NEEDED)


def test_the_offices_own_folder_comes_first(installed: FontChoice, tmp_path: Path) -> None:
    own = tmp_path / "fonts"
    copied(installed, own / "serif", LIBERATION)

    choice = find_faces(own)

    assert choice.family == "Liberation Serif"
    assert list(choice.files) == list(STYLES)
    assert {path.parent for path in choice.files.values()} == {own / "serif"}
    assert choice.rejected == ()


def test_the_folder_named_in_the_environment_comes_before_the_systems(
    installed: FontChoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(installed, tmp_path / "named", LIBERATION)
    copied(installed, tmp_path / "system", LIBERATION)
    monkeypatch.setenv("REPORTGEN_FONTS", os.pathsep.join([str(tmp_path / "none"), str(tmp_path / "named")]))

    choice = find_faces(tmp_path / "own", system=[tmp_path / "system"])

    assert {path.parent for path in choice.files.values()} == {tmp_path / "named"}


def test_times_comes_before_liberation_however_its_files_are_spelled(
    installed: FontChoice, tmp_path: Path
) -> None:
    copied(installed, tmp_path, LIBERATION)
    names = [f"Times_New_Roman{style}.ttf" for style in ("", "_Bold", "_Italic", "_Bold_Italic")]
    for style, name in zip(STYLES, names, strict=True):
        altered(installed.files[style], tmp_path / name, "Times New Roman")

    choice = find_faces(tmp_path)

    assert choice.family == "Times New Roman"
    assert choice.files["bold italic"] == tmp_path / "Times_New_Roman_Bold_Italic.ttf"


def test_faces_without_vietnamese_letters_are_passed_over_and_it_is_told_why(
    installed: FontChoice, tmp_path: Path
) -> None:
    """Liberation Serif 1.07 is such a font."""
    old, new = tmp_path / "liberation", tmp_path / "liberation2"
    copied(installed, old, LIBERATION)
    copied(installed, new, LIBERATION)
    altered(installed.files["bold"], old / LIBERATION[1], "Liberation Serif", without="ơưƠƯạẠ")

    choice = find_faces(tmp_path)

    assert {path.parent for path in choice.files.values()} == {new}
    ((path, why),) = choice.rejected
    assert path == old / LIBERATION[1]
    assert why == "lacks 6 of the letters that Vietnamese papers need: ơ ư ạ Ơ Ư Ạ"


def test_many_absent_letters_are_counted_and_not_all_listed(installed: FontChoice, tmp_path: Path) -> None:
    copied(installed, tmp_path, LIBERATION)
    every = "".join(map(chr, range(0x1EA0, 0x1EFA)))
    altered(installed.files["regular"], tmp_path / LIBERATION[0], "Liberation Serif", without=every)

    ((_, why),) = find_faces(tmp_path).rejected

    assert why.startswith("lacks 90 of the letters")
    assert why.endswith(" …")


def test_a_family_without_its_italic_is_passed_over(installed: FontChoice, tmp_path: Path) -> None:
    copied(installed, tmp_path, LIBERATION)
    (tmp_path / LIBERATION[2]).unlink()

    choice = find_faces(tmp_path)

    assert choice.rejected[0] == (tmp_path / LIBERATION[0], "has no italic face beside it")
    assert tmp_path not in {path.parent for path in choice.files.values()}


def test_a_file_that_only_has_the_name_of_a_font_is_passed_over(
    installed: FontChoice, tmp_path: Path
) -> None:
    copied(installed, tmp_path, TIMES)
    (tmp_path / "timesi.ttf").write_bytes(b"no font")

    rejected = dict(find_faces(tmp_path).rejected)

    assert rejected[tmp_path / "times.ttf"] == "calls itself Liberation Serif, not Times New Roman"
    assert rejected[tmp_path / "timesi.ttf"].startswith("cannot be read as a font: ")


def test_without_any_font_it_is_told_what_to_install_and_what_was_refused(
    installed: FontChoice, tmp_path: Path
) -> None:
    copied(installed, tmp_path / "own", TIMES)

    with pytest.raises(MissingToolError) as caught:
        find_faces(tmp_path / "own", system=[tmp_path / "system"])

    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "no-font"
    assert str(tmp_path / "own") in diagnostic.message
    assert str(tmp_path / "system") in diagnostic.message
    assert "fonts-liberation2" in diagnostic.hint
    assert "macOS" in diagnostic.hint
    assert [origin.file for _, origin in diagnostic.related] == [
        str(tmp_path / "own" / name) for name in TIMES
    ]


def test_characters_that_a_face_lacks_are_listed_once_in_their_order(installed: FontChoice) -> None:
    face = installed.files["regular"]

    assert uncovered("Đã học ☐ 漢 rồi ☐", face) == ["☐", "漢"]
    assert uncovered(NEEDED + "\n\t", face) == []


def test_characters_without_ink_need_no_glyph_but_those_that_reorder_are_refused(
    installed: FontChoice,
) -> None:
    face = installed.files["italic"]

    assert uncovered("học\u200bsinh\u00ad\ufeff", face) == []
    assert uncovered("12\u202e34", face) == ["\u202e"]


def test_a_page_that_brings_a_font_along_is_refused_and_the_next_ones_have_their_own(
    installed: FontChoice, tmp_path: Path
) -> None:
    own, other = tmp_path / "own", tmp_path / "other"
    for folder in (own, other):
        folder.mkdir()
    template = page(own, "<p>{{ a }}</p>")
    before = pressed(template, a="Lê An").content
    altered(installed.files["regular"], other / "face", "Another", without="x")
    sheet = f"@font-face {{ font-family: '{FAMILY}'; src: url(face) }}"

    with pytest.raises(RenderError) as refused:
        pressed(page(other, "<p>{{ a }}</p>", sheet), a="Lê An")

    assert "asset-unfit" in [one.code for one in refused.value.diagnostics]
    assert pressed(template, a="Lê An").content == before


def test_two_files_with_one_family_name_are_cut_down_apart(installed: FontChoice, tmp_path: Path) -> None:
    """The regular and the bold face have their letters in the same places."""
    light, heavy = (
        replace(installed, files=dict.fromkeys(STYLES, installed.files[one])) for one in STYLES[:2]
    )
    template = page(tmp_path, "<p>{{ a }}</p>")

    def printed(faces: FontChoice) -> bytes:
        return alone(template, {"a": "Lê An"}, faces).content

    cut._CUT.clear()
    first = printed(heavy)
    cut._CUT.clear()
    assert printed(light) != first
    assert printed(heavy) == first
