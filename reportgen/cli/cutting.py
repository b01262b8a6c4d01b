"""Long texts on the screen, cut to where they differ."""

_LONGEST = 60
"""Longer texts are cut to where they differ, with a few letters around."""

_AROUND = 20


def cut(old: str | None, new: str | None) -> tuple[str, str]:
    """Show of two long texts where they begin and cease to differ."""
    if old is None or new is None or max(len(old), len(new)) <= _LONGEST:
        return "–" if old is None else old, "–" if new is None else new
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    return _window(old, start, end), _window(new, start, end)


def _window(text: str, start: int, end: int) -> str:
    left, right = max(start - _AROUND, 0), min(len(text) - end + _AROUND, len(text))
    return f"“{'…' * (left > 0)}{text[left:right]}{'…' * (right < len(text))}”"


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
