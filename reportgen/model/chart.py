"""A chart to be printed: bars, and what they should reach."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.model.values import Number


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its exact length, and what stands beside it; without a value there is only its name."""

    label: str
    value: Number | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Chart:
    """Bars below each other; ``legend`` says what they are, ``target`` what each should reach."""

    title: str
    legend: str
    bars: Sequence[Bar]
    target: Bar | None = None

    def __str__(self) -> str:
        """Call it by its title."""
        return self.title

    @property
    def words(self) -> list[str]:
        """List what can be read on it: each bar with its number, then what the bars are."""
        found = [word for bar in self.bars for word in (bar.label, bar.text) if word]
        return [*found, *self.keys]

    @property
    def keys(self) -> list[str]:
        """Tell what is drawn: the bars, and what they should reach."""
        return [self.legend, *([f"{self.target.label}: {self.target.text}"] if self.target else [])]

    @property
    def alt(self) -> str:
        """Say all that it shows to those who do not see it."""
        bars = "; ".join(f"{bar.label} {bar.text}".rstrip() for bar in self.bars)
        return f"{self.title}. {'. '.join(self.keys)}. {bars}."
