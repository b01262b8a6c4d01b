"""How a component's letters look, held against how the decree wants them."""

from collections.abc import Iterator

from reportgen.model.decree import Setting
from reportgen.model.layout import Block, Look
from reportgen.model.phrase import Phrase, phrase


def look_faults(block: Block, setting: Setting) -> Iterator[Phrase]:
    """Say what is otherwise, once for the whole component."""
    looks = [one.look for one in block.letters if any(letter.isalnum() for letter in one.text)]
    least, most = setting.sizes
    sizes = sorted({look.size for look in looks if not 2 * least <= look.size <= 2 * most})
    if sizes:
        yield phrase("size {sizes}", sizes=", ".join(map(_points, sizes)))
    yield from _styles(looks, setting)
    if setting.capitals and not block.text.isupper():
        yield phrase("it is not in capitals")
    elif _is_loud(block, setting):
        yield phrase("it is in capitals")
    if setting.align and block.align and block.align != setting.align:
        yield phrase("it is not centred")


def _is_loud(block: Block, setting: Setting) -> bool:
    """Ask whether words are all in capitals that need not be; those of lists are often abbreviations."""
    words = block.text.split()
    free = setting.capitals or setting.bold is None or words[:1] == ["-"]
    return not free and len(words) > 1 and block.text.isupper()


def _styles(looks: list[Look], setting: Setting) -> Iterator[Phrase]:
    if setting.bold is not None and any(look.bold != setting.bold for look in looks):
        yield phrase("it is not bold") if setting.bold else phrase("it is bold")
    if setting.italic is not None and any(look.italic != setting.italic for look in looks):
        yield phrase("it is not italic") if setting.italic else phrase("it is italic")
    if any(look.underlined for look in looks):
        yield phrase("it is underlined")


def _points(half: int) -> str:
    return str(half // 2) + (",5" if half % 2 else "")
