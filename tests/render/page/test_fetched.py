"""Pictures of a page come from its kind's folder, and nothing from elsewhere."""

import struct
import zlib
from pathlib import Path

import pytest

from reportgen.model.errors import RenderError
from tests.helpers.pressing import page, pressed
from tests.render.on_page import complaint, words


def picture(path: Path) -> None:
    """Write a PNG of one grey point."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")
    )


def images(content: bytes) -> int:
    return content.count(b"/Subtype /Image")


def test_a_picture_of_the_kinds_folder_is_printed(tmp_path: Path) -> None:
    picture(tmp_path / "biểu trưng.png")

    artifact = pressed(page(tmp_path, '<p><img src="biểu trưng.png" alt="biểu trưng"></p>'))

    assert images(artifact.content) == 1


def test_a_picture_without_words_for_it_is_an_error(tmp_path: Path) -> None:
    picture(tmp_path / "logo.png")

    diagnostic = complaint(page(tmp_path, '<p><img src="logo.png"></p>'))

    assert diagnostic.code == "engine-warning"
    assert "logo.png" in diagnostic.message


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:1/logo.png",
        "https://parts.invalid/../fonts.py",
        "file:///etc/hostname",
        "/etc/hostname",
        "../logo.png",
        "%2e%2e/logo.png",
        "link.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "absent.png",
    ],
)
def test_nothing_is_fetched_from_elsewhere(tmp_path: Path, address: str) -> None:
    kind = tmp_path / "kind"
    kind.mkdir()
    picture(tmp_path / "logo.png")
    (kind / "link.png").symlink_to(tmp_path / "logo.png")

    diagnostic = complaint(page(kind, f'<p><img src="{address}" alt="x"></p>'))

    assert diagnostic.code == "asset-refused"


def test_a_style_sheet_fetches_nothing_from_elsewhere_either(tmp_path: Path) -> None:
    css = '@import "http://127.0.0.1:1/x.css"; p { background: url(../x.png) }'

    with pytest.raises(RenderError) as caught:
        pressed(page(tmp_path, "<p>x</p>", css))

    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["asset-refused"] * 2
    assert words(caught.value.diagnostics[0])["url"] == "http://127.0.0.1:1/x.css"
