"""How far the letters of a face look: which others decide what glyph a letter is, how wide, and where.

Words are put together from letters that the engine set before (`stamp.case`, `rows.letters`). That comes to
the same where a face kerns in pairs; its tables may ask for more: another form of a letter in the middle of
some word (``calt``), kerning by three letters, a ligature of four, letters that hang on others as marks do.
So the lookups that HarfBuzz applies to a line (OpenType 1.9, GSUB and GPOS; `hb-ot-shape.cc`) are looked
through once for each face and set of features. Where one is of a sort that may ask for more, fontTools first
reduces them to those that the face's letters can meet, which takes three times as long.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from enum import IntEnum
from functools import lru_cache
from io import BytesIO
from itertools import chain
from typing import Any, Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from weasyprint.text.fonts import font_features

from reportgen.render.scripts import PLAIN

_ALWAYS: Final = frozenset(
    "abvm blwm calt ccmp clig curs dist kern liga locl mark mkmk rand rclt rlig rvrn".split()  # noqa: SIM905
)
"""The features that HarfBuzz asks for by itself."""

_SCRIPTS: Final = {True: ("latn", "DFLT", "dflt"), False: ("DFLT", "dflt", "latn")}
"""The scripts of a face whose rules a line takes, the first there is: with a Latin letter, and without."""

_LETTERS: Final = tuple(code for code in range(0x2500) if PLAIN.fullmatch(chr(code)))
_ELSEWHERE: Final = frozenset({"morx", "mort", "kerx", "Silf"})
"""Tables of other kinds, which change letters by the whole line."""

_LOOKED_AT: Final = frozenset({"cmap", "GSUB", "GPOS", "GDEF", "head", "hhea", "maxp", "CFF ", "kern"})

_MARK: Final = 3
_SKIPS_LETTERS: Final = 0b0110
"""Of GDEF, the class of marks; of a lookup, the flags by which letters are passed over."""

_NONE: Final = 0xFFFF
"""The number of a feature that there is not."""

Style = Mapping[str, Any]


class Sight(IntEnum):
    """How far letters look."""

    BEHIND = 0
    """At the one behind them."""

    AROUND = 1
    """At the one before as well."""

    FAR = 2
    """Further."""


_LIGATURES: Final = (Sight.BEHIND, Sight.BEHIND, Sight.AROUND)
"""How far letters look for ligatures of none, one or two beside the first; for longer ones, further."""


def sight(face: Any, style: Style, *, latin: bool = True) -> Sight:
    """Tell how far letters of a face look, in a style and a line with a ``latin`` letter or with none."""
    features = font_features(*(style[name] for name in _ASKS))
    asked = frozenset((tag, bool(value)) for tag, value in features.items())
    return _sight(face.file_content, face.index, asked, latin)


_ASKS: Final = (
    "font_kerning", "font_variant_ligatures", "font_variant_position", "font_variant_caps",
    "font_variant_numeric", "font_variant_alternates", "font_variant_east_asian", "font_feature_settings",
)  # fmt: skip
"""The styles that ask for features, in the engine's order."""


@lru_cache(maxsize=16)
def _sight(content: bytes, index: int, asked: frozenset[tuple[str, bool]], latin: bool) -> Sight:  # noqa: FBT001
    features = (_ALWAYS | {tag for tag, on in asked if on}) - {tag for tag, on in asked if not on}
    with TTFont(BytesIO(content), fontNumber=index, lazy=True) as font:
        if not _ELSEWHERE.isdisjoint(font.keys()):
            return Sight.FAR
        font.setGlyphOrder([str(number) for number in range(font["maxp"].numGlyphs)])  # not read: nobody asks
        for tag in set(font.keys()) - _LOOKED_AT:
            del font[tag]
        old = _by_the_old_table(font, features, latin=latin)
        if _are_plain(font, features, latin=latin):
            return old
        _reduce(font, features, latin=latin)
        return max([old, *_by_rules(font)])


def _by_the_old_table(font: TTFont, features: Collection[str], *, latin: bool) -> Sight:
    """Look at the table ``kern``, which moves both letters of a pair; it is not read where GPOS kerns."""
    if "kern" not in font or "kern" not in features or _kerns(font, latin=latin):
        return Sight.BEHIND
    plain = all(isinstance(one, KernTable_format_0) for one in font["kern"].kernTables)
    return Sight.AROUND if plain else Sight.FAR


def _kerns(font: TTFont, *, latin: bool) -> bool:
    """Ask whether GPOS kerns lines, in all languages."""
    script = _script(font, "GPOS", latin=latin)
    if script is None:
        return False
    listed = font["GPOS"].table.FeatureList.FeatureRecord
    languages = [script.DefaultLangSys, *(record.LangSys for record in script.LangSysRecord)]
    found = [{listed[number].FeatureTag for number in one.FeatureIndex} for one in languages if one]
    return bool(found) and all("kern" in tags for tags in found)


def _script(font: TTFont, tag: str, *, latin: bool) -> Any:
    """Choose the script of a table as HarfBuzz does; nothing where it has no rules for these lines."""
    table = font[tag].table if tag in font else None
    known = {one.ScriptTag: one.Script for one in table.ScriptList.ScriptRecord} if table else {}
    return next((known[name] for name in _SCRIPTS[latin] if name in known), None)


def _are_plain(font: TTFont, features: Collection[str], *, latin: bool) -> bool:
    """Ask whether all rules that lines take are of sorts by which letters look behind at most."""
    characters = font.getBestCmap() or {}
    met = {characters[code] for code in _LETTERS if code in characters}
    for flags, rules in _taken(font, "GSUB", features, latin=latin):
        made = None if flags & _SKIPS_LETTERS else _made_by(rules, met)
        if made is None:
            return False
        met |= made
    classes = font["GDEF"].table.GlyphClassDef if "GDEF" in font else None
    if classes and any(classes.classDefs.get(glyph) == _MARK for glyph in met):
        return False
    moving = _taken(font, "GPOS", features, latin=latin)
    return all(not flags & _SKIPS_LETTERS and _is_plain_position(rules, met) for flags, rules in moving)


def _taken(font: TTFont, tag: str, features: Collection[str], *, latin: bool) -> Iterator[tuple[int, Any]]:
    """Go through the rules of a table that lines take, in their order, each with its flags."""
    script = _script(font, tag, latin=latin)
    if script is None:
        return
    table = font[tag].table
    languages = [script.DefaultLangSys, *(record.LangSys for record in script.LangSysRecord)]
    if getattr(table, "FeatureVariations", None) or any(
        one.ReqFeatureIndex != _NONE for one in languages if one
    ):
        yield 0, None  # asked for by something else than features
    asked = {number for one in languages if one for number in one.FeatureIndex}
    listed = [table.FeatureList.FeatureRecord[number] for number in asked]
    places = {place for one in listed if one.FeatureTag in features for place in one.Feature.LookupListIndex}
    for lookup in (table.LookupList.Lookup[place] for place in sorted(places)):
        yield from ((lookup.LookupFlag, getattr(one, "ExtSubTable", one)) for one in lookup.SubTable)


def _made_by(rules: Any, met: set[str]) -> set[str] | None:
    """Name the glyphs that rules make of those that are met; nothing where these may look further."""
    match rules:
        case otTables.SingleSubst():
            return {made for one, made in rules.mapping.items() if one in met}
        case otTables.MultipleSubst():
            return set(chain.from_iterable(made for one, made in rules.mapping.items() if one in met))
        case otTables.LigatureSubst():
            joined = [one for first in met & rules.ligatures.keys() for one in rules.ligatures[first]]
            joined = [one for one in joined if met.issuperset(one.Component)]
            return {one.LigGlyph for one in joined} if _joined(joined) is Sight.BEHIND else None
    return None


def _joined(ligatures: Iterable[Any]) -> Sight:
    """Look at ligatures; a line with one is not taken apart."""
    longest = max((len(one.Component) for one in ligatures), default=0)
    return _LIGATURES[longest] if longest < len(_LIGATURES) else Sight.FAR


def _is_plain_position(rules: Any, met: AbstractSet[str]) -> bool:
    match rules:
        case otTables.MarkBasePos() | otTables.MarkLigPos():
            return met.isdisjoint(rules.MarkCoverage.glyphs)
        case otTables.MarkMarkPos():
            return met.isdisjoint(rules.Mark1Coverage.glyphs)
    return _position(rules) is Sight.BEHIND


def _reduce(font: TTFont, features: Collection[str], *, latin: bool) -> None:
    """Take everything out of a face but what its letters meet in the rules that are taken."""
    chosen = [_script(font, tag, latin=latin) for tag in ("GSUB", "GPOS")]
    scripts = [
        one.ScriptTag
        for tag, script in zip(("GSUB", "GPOS"), chosen, strict=True)
        if script is not None
        for one in font[tag].table.ScriptList.ScriptRecord
        if one.Script is script
    ]
    cut = Subsetter(Options(layout_features=sorted(features), layout_scripts=scripts, notdef_glyph=False))
    cut.populate(unicodes=_LETTERS)
    cut.subset(font)


def _by_rules(font: TTFont) -> Iterator[Sight]:
    """Look at the rules of a face that was reduced."""
    classes = font["GDEF"].table.GlyphClassDef if "GDEF" in font else None
    if classes and _MARK in classes.classDefs.values():
        yield Sight.FAR
    for tag, look in (("GSUB", _substitution), ("GPOS", _position)):
        for lookup in font[tag].table.LookupList.Lookup if tag in font else ():
            if lookup.LookupFlag & _SKIPS_LETTERS:
                yield Sight.FAR
            yield from (look(getattr(one, "ExtSubTable", one)) for one in lookup.SubTable)


def _substitution(rules: Any) -> Sight:
    """Look at rules by which letters become others."""
    match rules:
        case otTables.SingleSubst() | otTables.MultipleSubst():
            return Sight.BEHIND
        case otTables.LigatureSubst():
            return _joined(chain.from_iterable(rules.ligatures.values()))
    return Sight.FAR


def _position(rules: Any) -> Sight:
    """Look at rules by which letters are moved; where both of a pair are, the next pair is a new one."""
    match rules:
        case otTables.SinglePos():
            return Sight.BEHIND
        case otTables.PairPos():
            return Sight.FAR if rules.ValueFormat2 else Sight.BEHIND
    return Sight.FAR
