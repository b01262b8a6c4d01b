"""The parts of a Word file besides its text: the fewest that Word, LibreOffice and a checker ask for."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from lxml import etree

from reportgen.model.decree import FONT
from tools.word.styles import LANGUAGE
from tools.word.xml import Element, w, written

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CORE: Final = f"{_PACKAGE}/metadata/core-properties"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES: Final[Mapping[str, str]] = {
    "document": f"{_WORD_TYPE}.document.main+xml",
    "styles": f"{_WORD_TYPE}.styles+xml",
    "settings": f"{_WORD_TYPE}.settings+xml",
    "fontTable": f"{_WORD_TYPE}.fontTable+xml",
    "header1": f"{_WORD_TYPE}.header+xml",
    "header2": f"{_WORD_TYPE}.header+xml",
    "theme1": "application/vnd.openxmlformats-officedocument.theme+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
"""The content type of each part, by its name without folder and ending."""

_SORTS: Final[Mapping[str, str]] = {
    "document": f"{_OFFICE}/relationships/officeDocument",
    "core": f"{_PACKAGE}/relationships/metadata/core-properties",
    "app": f"{_OFFICE}/relationships/extended-properties",
    **{name: f"{_OFFICE}/relationships/{name}" for name in ("styles", "settings", "fontTable")},
    "qr": f"{_OFFICE}/relationships/image",
    **{name: f"{_OFFICE}/relationships/{name[:-1]}" for name in ("header1", "header2", "theme1")},
}
"""What each part is to the one it belongs to."""

_PICTURE: Final = ".png"


def package(drawn: Mapping[str, bytes]) -> dict[str, bytes]:
    """Put what was drawn beside the parts that every template has."""
    parts = {
        **drawn,
        "word/settings.xml": written(_settings()),
        "word/fontTable.xml": written(_fonts()),
        "word/theme/theme1.xml": written(_theme()),
        "docProps/core.xml": written(etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE})),
        "docProps/app.xml": written(_application()),
    }
    outer = [name for name in parts if name.startswith("docProps/")]
    inner = [
        name.removeprefix("word/")
        for name in parts
        if name.startswith("word/") and name != "word/document.xml"
    ]
    return parts | {
        "[Content_Types].xml": written(_content_types(parts)),
        "_rels/.rels": written(_relations(["word/document.xml", *outer])),
        "word/_rels/document.xml.rels": written(_relations(inner)),
    }


def _stem(name: str) -> str:
    return name.rpartition("/")[2].partition(".")[0]


def _content_types(names: Collection[str]) -> Element:
    space = f"{_PACKAGE}/content-types"
    root = etree.fromstring(f'<Types xmlns="{space}"/>')
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    if any(name.endswith(_PICTURE) for name in names):
        defaults["png"] = "image/png"
    for ending, sort in defaults.items():
        etree.SubElement(root, f"{{{space}}}Default", Extension=ending, ContentType=sort)
    for name in sorted(name for name in names if not name.endswith(_PICTURE)):
        sort = _TYPES[_stem(name)]
        etree.SubElement(root, f"{{{space}}}Override", PartName=f"/{name}", ContentType=sort)
    return root


def _relations(targets: Iterable[str]) -> Element:
    """Name each relation after the part it leads to."""
    space = f"{_PACKAGE}/relationships"
    root = etree.fromstring(f'<Relationships xmlns="{space}"/>')
    for target in sorted(targets):
        name = _stem(target)
        etree.SubElement(root, f"{{{space}}}Relationship", Id=name, Type=_SORTS[name], Target=target)
    return root


def _settings() -> Element:
    """Say how numbers are written here, and that nothing of an older Word is wanted."""
    mode = w(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=567),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", mode),
        w("themeFontLang", val=LANGUAGE),
        w("doNotAutoCompressPictures"),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )


def _fonts() -> Element:
    return w(
        "fonts",
        w(
            "font",
            w("panose1", val="02020603050405020304"),
            w("charset", val="00"),
            w("family", val="roman"),
            w("pitch", val="variable"),
            name=FONT,
        ),
    )


def _application() -> Element:
    space = f"{_OFFICE}/extended-properties"
    return etree.fromstring(f'<Properties xmlns="{space}"><Application>reportgen</Application></Properties>')


_COLOURS: Final[Mapping[str, str]] = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6",
    "accent1": "4472C4", "accent2": "ED7D31", "accent3": "A5A5A5", "accent4": "FFC000",
    "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip


def _theme() -> Element:
    """Make the theme that Word wants; its fonts are the one font."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    fonts = "".join(f'<a:{script} typeface="{FONT}"/>' for script in ("latin", "ea", "cs"))
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return etree.fromstring(
        f'<a:theme xmlns:a="{_DRAWING}" name="Văn bản hành chính"><a:themeElements>'
        f'<a:clrScheme name="Văn bản hành chính">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{FONT}"><a:majorFont>{fonts}</a:majorFont>'
        f"<a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Văn bản hành chính"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
