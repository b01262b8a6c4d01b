"""The parts of an official paper, as the press for PDF has them in ``official.html``."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from tools.word.blocks import Argument, Block, Command, PageError, Part, Recipients, Section, Table, Words
from tools.word.headers import section
from tools.word.paragraphs import blank_table, command, figures_table, paragraph, photo_table, rule
from tools.word.pictures import placed
from tools.word.sheets import Sheet
from tools.word.styles import CLOSING, ROLES
from tools.word.xml import Element, w

MOTTO_LENGTH: Final = 56.1
"""How long the motto is at its size: the line below it has the same length."""

OFFICE_LINE: Final = 26
SUBJECT_LINE: Final = 45
"""A third to a half of the text above, for names of 52 to 78 and subjects of 90 to 135 millimetres."""

APPENDIX_LINE: Final = 60
"""The same below the note of an appendix, which is 110 to 160 millimetres long."""

PHOTO: Final = 78
LARGE_PHOTO: Final = 94
"""How high the frame of a photo is, four or two of which stand on a page."""

NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"

PROOF: Final = "qr.png"
PROOF_SIDE: Final = 20
PROOF_SAYS: Final = "Mã QR có chữ ký số của cơ quan cấp, để kiểm tra giấy này"
"""The picture that keeps the place of a QR code, its side, and what stands for it where it is not seen."""

_NO_WORDS: Final = Argument("")


def drawn(blocks: Sequence[Block], sheet: Sheet) -> Iterator[Element]:
    """Draw blocks one below the other; the last words before signatures stay with them."""
    closing = _closing(blocks)
    for place, block in enumerate(blocks):
        following = blocks[place + 1 :]
        match block:
            case Words():
                yield _words(block, following, closes=place == closing)
            case Command(text):
                yield command(text)
            case Table():
                yield from figures_table(block, sheet.widths(block.first, block.columns))
            case Part("signatures"):
                yield from _signatures(block, following, sheet)
            case Part():
                yield from _part(block, sheet)
            case Section():
                yield from _appendix(block, sheet)
            case Recipients(inner) if not (place and _signs(blocks[place - 1])):
                yield from drawn(inner, sheet)


def ended(sheet: Sheet) -> Element:
    """End a section of such sheets; the paragraph that Word keeps this in takes no room."""
    return w("p", w("pPr", w("pStyle", val="CuoiVanBan"), section(sheet)))


def _appendix(appendix: Section, sheet: Sheet) -> Iterator[Element]:
    own = sheet.appendix(wide=appendix.wide)
    yield from drawn(appendix.blocks, own)
    yield ended(own)


def _closing(blocks: Sequence[Block]) -> int | None:
    """Find the paragraph of the text that comes last before the signatures."""
    last = None
    for place, block in enumerate(blocks):
        if _signs(block):
            return last
        if isinstance(block, Words) and block.role in CLOSING:
            last = place
    return None


def _words(words: Words, following: Sequence[Block], *, closes: bool) -> Element:
    if words.role not in ROLES:
        raise PageError(f"there is no style for '{words.role}'")
    goes_on = words.role == "recipients li" and _again(words.role, following)
    kept = [w("keepNext")] if words.role == "p.announces" or goes_on else []
    return paragraph((CLOSING if closes else ROLES)[words.role], words.text, *kept)


def _again(role: str, following: Iterable[Block]) -> bool:
    return any(isinstance(block, Words) and block.role == role for block in following)


def _part(part: Part, sheet: Sheet) -> Iterator[Element]:
    if part.name not in PARTS or set(part.named) - OPTIONS.get(part.name, frozenset()):
        raise PageError(f"the part {part.name}({', '.join(part.named)}) cannot be drawn")
    yield from PARTS[part.name](part, sheet)


def _header(part: Part, sheet: Sheet) -> Iterator[Element]:
    parent, office, number, place = (*part.given, _NO_WORDS, _NO_WORDS)[:4]
    left, right = sheet.head_left, sheet.text - sheet.head_left
    there = f"if {parent.written.partition('|')[0].strip()}"
    above = [command(there), paragraph("TenCoQuanChuQuan", parent.words), command("endif")]
    names = [*above, paragraph("TenCoQuan", office.words)]
    nation = [paragraph("QuocHieu", NATION), paragraph("TieuNgu", MOTTO)]
    rows = [[[*names, rule(OFFICE_LINE, left)], [*nation, rule(MOTTO_LENGTH, right)]]]
    if number.words or place.words:
        rows.append(
            [[paragraph("SoKyHieu", number.words)], [paragraph("DiaDanh", place.words, w("ind", left=0))]]
        )
    yield blank_table([left, right], rows)


def _title(part: Part, sheet: Sheet) -> Iterator[Element]:
    yield paragraph("TenLoai", part.given[0].words)
    for subject in part.given[1:]:
        yield paragraph("TrichYeu", subject.words)
        yield rule(SUBJECT_LINE, sheet.text, "DongKeTrichYeu")


def _kinh_gui(part: Part, _: Sheet) -> Iterator[Element]:
    """Name one recipient on the same line, several below with their hyphens under the colon."""
    yield command(f"for recipient in {part.given[0].written}")
    yield command("if loop.length == 1")
    yield paragraph("KinhGui", "Kính gửi: {{ recipient }}")
    yield command("else")
    yield command("if loop.first")
    yield paragraph("KinhGuiNhieuNoi", "Kính gửi:")
    yield command("endif")
    yield paragraph("KinhGuiDanhSach", "- {{ recipient }}{% if loop.last %}.{% else %};{% endif %}")
    yield command("endif")
    yield command("endfor")


def _signs(block: Block) -> bool:
    return isinstance(block, Part) and block.name == "signatures"


def _signatures(part: Part, following: Sequence[Block], sheet: Sheet) -> Iterator[Element]:
    """Draw signatures side by side; the recipients that follow stand in the same table, and stay with them.

    So has it the decree's form of minutes (1.9). Word wants a paragraph after a table, and gets a small one.
    """
    widths = [sheet.signature_left, sheet.text - sheet.signature_left]
    rows = [[list(drawn(argument.blocks, sheet)) for argument in part.given]]
    if following and isinstance(following[0], Recipients):
        rows.append([list(drawn(following[0].blocks, sheet)), [paragraph("NoiNhanDanhSach", "")]])
    yield blank_table(widths, rows)
    yield paragraph("CuoiVanBan", "")


def _signature(part: Part, _: Sheet) -> Iterator[Element]:
    position, name = part.given
    if (authority := part.named.get("authority")) is not None:
        yield command(f"if {authority.written}")
        yield paragraph("ChucVu", f"{{{{ {authority.written} | upper }}}}")
        yield command("endif")
    yield paragraph("ChucVu", position.words)
    if (note := part.named.get("note")) is not None:
        yield command(f"if {note.written}")
        yield paragraph("ChucVuGhiChu", note.words)
        yield command("endif")
    yield paragraph("HoTen", name.words)


def _proof(part: Part, _: Sheet) -> Iterator[Element]:
    """Keep the place of a QR code, and print the letters that stand for it below."""
    code = part.given[0]
    yield command(f"if {code.written}")
    yield w("p", w("pPr", w("pStyle", val="MaQR")), w("r", placed(PROOF, PROOF_SIDE, PROOF_SAYS)))
    yield paragraph("MaQRChu", f"Mã: {code.words}")
    yield command("endif")


def _appendix_head(part: Part, sheet: Sheet) -> Iterator[Element]:
    label, title, note = part.given
    yield paragraph("PhuLuc", label.words)
    yield paragraph("PhuLucTen", title.words)
    yield paragraph("PhuLucKemTheo", note.words)
    yield rule(APPENDIX_LINE, sheet.text, "DongKePhuLuc")


def _photos(part: Part, sheet: Sheet) -> Iterator[Element]:
    """Draw a table without lines: one photo in a row where they are large, else two, an odd one between."""
    large, shown = part.named["large"].written, part.given[0].written
    yield command(f"if {large}")
    yield photo_table(sheet.text, LARGE_PHOTO, shown, pairs=False)
    yield command("else")
    yield photo_table(sheet.text, PHOTO, shown, pairs=True)
    yield command("endif")


PARTS: Final[Mapping[str, Callable[[Part, Sheet], Iterator[Element]]]] = {
    "header": _header,
    "title": _title,
    "kinh_gui": _kinh_gui,
    "signature": _signature,
    "appendix_head": _appendix_head,
    "photo_pages": _photos,
    "proof": _proof,
}
"""How each part of the form is drawn."""

OPTIONS: Final[Mapping[str, frozenset[str]]] = {
    "signature": frozenset({"authority", "note", "field"}),
    "photo_pages": frozenset({"large"}),
}
"""What a part may be given by name."""
