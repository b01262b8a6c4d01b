"""Numbers as Vietnamese offices write them, by whole-number arithmetic only."""

from fractions import Fraction

from reportgen.model.values import Number


def number_text(value: Number, places: int) -> str:
    """Print a rounded number with ``.`` at thousands and ``,`` before so many decimals (T-1)."""
    scaled, rest = divmod(value.numerator * 10**places, value.denominator)
    if rest:
        raise ValueError(f"{value} has more than {places} decimal places")
    whole, decimals = divmod(abs(scaled), 10**places)
    sign = "-" if scaled < 0 else ""
    tail = f",{decimals:0{places}d}" if places else ""
    return sign + f"{whole:,}".replace(",", ".") + tail


def exact_text(value: Number) -> str:
    """Print all of a number in as few decimals as it takes, or as a fraction where none suffice."""
    places = decimal_places(value)
    return str(value) if places is None else number_text(value, places)


def percent_text(share: Number, places: int | None = None) -> str:
    """Print a share of one as a percentage, ``%`` close behind (T-1); without places, all of it."""
    percents = Fraction(share) * 100
    return (exact_text(percents) if places is None else number_text(percents, places)) + "%"


def two_digits(value: int) -> str:
    """Put a zero before a single digit, as document numbers want (H-12) and counts may have (T-3)."""
    return f"0{value}" if 0 <= value < 10 else number_text(value, 0)  # noqa: PLR2004


def decimal_places(value: Number) -> int | None:
    """Count the decimals that a number takes; ``None`` when they never end."""
    rest = value.denominator
    if rest == 1:
        return 0
    twos, rest = _divided_out(rest, 2)
    fives, rest = _divided_out(rest, 5)
    return max(twos, fives) if rest == 1 else None


def _divided_out(number: int, prime: int) -> tuple[int, int]:
    times = 0
    while number % prime == 0:
        number, times = number // prime, times + 1
    return times, number
