"""What no parser reads, and what is no text, is explained where it broke."""

from pathlib import Path

import pytest
import yaml

from reportgen.load import load
from reportgen.model.errors import DataError
from tests.load.in_yaml import complaints, written

# --- what libyaml cannot read ------------------------------------------------------------------------------

BROKEN = [
    ("ten: Sở GD&ĐT: Tây Ninh\n", ("yaml-colon", 1, 14), 'ten: "Sở GD&ĐT: Tây Ninh"'),
    ('a: nói: "x"\n', ("yaml-colon", 1, 7), "a: 'nói: \"x\"'"),
    ("a: 1\n  b: 2\n", ("yaml-goes-on", 2, 4), "indent the line like the one above"),
    ("a:\n\tb: 1\n", ("yaml-tab", 2, 1), "indent with spaces"),
    ("a: |\n  x\n\ty\n", ("yaml-tab", 3, 1), "indent with spaces"),
    ("a: 1\nb:c\nd: e\n", ("yaml-no-space", 2, 2), 'write "b: c"'),
    ("a: 1\nb:c\n", ("yaml-no-space", 2, 2), 'write "b: c"'),
    ("giờ họp:7h30\na: 1\n", ("yaml-no-space", 1, 8), 'write "giờ họp: 7h30"'),
    ("a:\n  b:c\n  d: e\n", ("yaml-no-space", 2, 4), 'write "b: c"'),
    ("a:\n-b\n-c\n", ("yaml-no-space", 2, 1), 'write "- b"'),
    ("a:\n• b\n• c\n", ("yaml-odd-sign", 2, 1), "a hyphen and a space"),
    ("a:\n– b\n", ("yaml-odd-sign", 2, 1), "a hyphen and a space"),
    ("a:\n-\xa0b\n- c\n", ("yaml-odd-sign", 2, 2), "a space"),
    ("a:\xa0b\nc: d\n", ("yaml-odd-sign", 1, 3), "a space"),
    ("a：b\nc: d\n", ("yaml-odd-sign", 1, 2), "an ordinary colon"),
    ("a: |\nb\nc: 1\n", ("yaml-block", 2, 1), "indent all lines"),
    ("a: >-\n    b\n  c\n", ("yaml-block", 3, 3), "indent all lines"),
    ("a:\n  - |\n  – b\n", ("yaml-block", 3, 3), "indent all lines"),
    ("a: “b: c”\n", ("yaml-curly-quote", 1, 4), "straight"),
    ('a: "b”\nc: 1\n', ("yaml-curly-quote", 1, 6), "straight"),
    ("a: 1\n...\nb: 2\n", ("yaml-second-document", 3, 1), "a file of its own"),
    ("a: [1, {b: 2},\n", ("yaml-bracket", 1, 4), "close it"),
    ("a: 1\nb: 'x\nc: 2\n", ("yaml-unclosed-quote", 2, 4), "close it"),
    ('a: 1\nb: "x\nc: 2\n', ("yaml-unclosed-quote", 2, 4), "close it"),
    ("a: @x\n", ("yaml-odd-start", 1, 4), '"@x"'),
    ("a: `x`\n", ("yaml-odd-start", 1, 4), '"`x`"'),
    ("a: %x\n", ("yaml-odd-start", 1, 4), '"%x"'),
    ("a: **đậm**\n", ("yaml-odd-start", 1, 4), '"**đậm**"'),
    ("a: !Nghị quyết\n", ("yaml-odd-start", 1, 4), '"!Nghị quyết"'),
    ("a: |x\n  b\n", ("yaml-odd-start", 1, 4), '"|x"'),
    ("a: }\n", ("yaml-odd-start", 1, 4), '"}"'),
    ('a: "C:\\qx"\n', ("yaml-escape", 1, 7), "single quotes"),
    ("a: - b\n", ("yaml-dash", 1, 4), "on a line of its own"),
    ("a: 1\nxin chào\nc: 2\n", ("yaml-no-colon", 2, 1), "name: value"),
    ("a: [1, 2\nb: 3\n", ("yaml-bracket", 1, 4), "close it"),
    ("a: {b: 1\nc: 2\n", ("yaml-bracket", 1, 4), "close it"),
    ('a: "x" y\n', ("yaml-after-value", 1, 8), "put the whole value in quotes"),
    ("a:\n  b: 1\n c: 2\n", ("yaml-indent", 3, 2), "the same indentation"),
    ("- a\nb: 1\n", ("yaml-indent", 2, 1), "the same indentation"),
    ("%YAML 1.3\n---\na: 1\n", ("yaml-syntax", 1, 1), "quotes"),
]


@pytest.mark.parametrize(("text", "expected", "hint"), BROKEN, ids=[case[0] for case in BROKEN])
def test_broken_yaml_is_explained_where_it_broke(
    tmp_path: Path, text: str, expected: tuple[str, int, int], hint: str
) -> None:
    path = written(tmp_path, text)

    assert complaints(path) == [expected]
    with pytest.raises(DataError) as caught:
        load(path)
    assert hint in caught.value.diagnostics[0].hint


@pytest.mark.parametrize(("text", "expected", "hint"), BROKEN[:-1], ids=[case[0] for case in BROKEN[:-1]])
def test_the_slower_parser_of_python_is_explained_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, expected: tuple[str, int, int], hint: str
) -> None:
    del hint
    monkeypatch.setattr("reportgen.load.yaml._ENGINE", yaml.SafeLoader)

    ((code, line, _),) = complaints(written(tmp_path, text))
    assert line == expected[1]
    assert code == expected[0] or (code, "\t" in text) == ("yaml-tab", True)


def test_a_mistake_that_only_follows_from_another_on_its_line_is_not_told(tmp_path: Path) -> None:
    assert complaints(written(tmp_path, "a: *quan trọng\n")) == [("yaml-alias", 1, 4)]


def test_an_indentation_mistake_points_at_what_the_line_belongs_to(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load(written(tmp_path, "a: 1\nb:\n  c: 1\n d: 2\n"))
    assert [origin.line for _, origin in caught.value.diagnostics[0].related] == [1]


# --- what is no text ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\x00", "control-character"),
        ("\x1b", "control-character"),
        ("\x7f", "control-character"),
        ("\x85", "control-character"),
        ("\u2028", "control-character"),
        ("\ufdd0", "control-character"),
        ("\uffff", "control-character"),
        ("\U0001ffff", "control-character"),
        ("\ue000", "private-character"),
        ("\uf8ff", "private-character"),
        ("\U000f0000", "private-character"),
        ("\ufffd", "lost-character"),
    ],
)
def test_characters_that_cannot_be_printed_are_refused_at_their_place(
    tmp_path: Path, character: str, code: str
) -> None:
    path = written(tmp_path, f"a: 1\ntên: Hải{character} Phòng{character}\n")

    assert complaints(path) == [(code, 2, 9)]
    with pytest.raises(DataError, match=f"U\\+{ord(character):04X}.*2 times"):
        load(path)


@pytest.mark.parametrize(
    ("content", "line", "looks"),
    [
        ("a: 1\ntên: Lê\n".encode("utf-16"), 1, "UTF-16"),
        ("a: 1\ntên: Lê\n".encode("utf-16-le"), 2, "UTF-16"),
        ("a: 1\nb: Nguyê\u0303n Văn A\n".encode("cp1258"), 2, "Windows-1258"),
        (b"a: 1\nb: Tr\xad\xeang THPT Tr\xc7n Ph\xf3\n", 2, "TCVN3"),
    ],
)
def test_other_encodings_are_named_with_the_line_where_they_show(
    tmp_path: Path, content: bytes, line: int, looks: str
) -> None:
    path = tmp_path / "data.yaml"
    path.write_bytes(content)

    assert [(code, at) for code, at, _ in complaints(path)] == [("not-utf8", line)]
    with pytest.raises(DataError, match=looks):
        load(path)
