"""Templates that are followed once and filled by their values from then on."""

import datetime as dt
import random
from collections.abc import Iterator

from reportgen.compose import FILTERS, shown
from reportgen.model.context import Context, Quantity, Rows, Shape, Worded
from reportgen.model.values import BLANK

NAME = "paper.html"
PARTS = """
{% macro cell(x) %}<td>{{ x }}</td>{% endmacro %}
{% macro pair(left, right) %}<tr>{{ left }}{{ right }}</tr>{% endmacro %}
{% macro note(x, said="") %}
{% if said %}<i>{{ said }}</i>{% endif %}{% if x %}<b>{{ x | upper }}</b>{% endif %}
{% endmacro %}
"""
FROM = '{% from "parts.html" import cell, pair, note %}'
FOLLOWED = [
    "<p>{{ a }}</p>",
    "<p>100 % {{ a | upper }}, {{ b | capital }} %s {{ n }}, {{ n | words }}</p>",
    "{% if a %}<p>{{ a }}</p>{% elif b %}{{ b }}{% else %}–{% endif %}",
    "{% if n > 2 %}many{% elif n == 2 %}two{% elif 1 <= n %}one{% endif %} {{ n }}",
    "{{ each.name }}{% if each.sort == 'x' %}, {{ each.born | long_date }}{% endif %}{{ 'x' }}{{ 12 }}",
    "{% if a is none %}none{% endif %}{% if b is sameas true %}x{% endif %}{{ a if a else n }}",
    "{% set c = b %}{{ c | lower }}{{ c }}{{ c }}{% if not c and n %}{{ n }}{% endif %}",
    FROM + "{{ pair(cell(a), cell(b)) }}{{ cell(a) }}{{ note(b, said=each.sort) }}",
    "{% macro own(x) %}{{ x }} {{ n }}{% endmacro %}{{ own(n) }}{% if own(b) %}{{ own(b) }}{% endif %}",
    "{% for one in [a, b, n] %}{{ loop.index }}. {{ one }}{% if not loop.last %}; {% endif %}{% endfor %}",
    "{% if a in ['x', 'y'] %}{{ a }}{% endif %}{{ when | short_date }}",
    "{% macro m(x) %}{% if x %}{{ x }}{% endif %}{% endmacro %}{% if m(b) %}: {{ m(b) }}{% endif %}{{ n }}",
    "{% if n < 2 %}few{% else %}many{% endif %} {{ n | roman }}{{ a }}",
    "{% set unused = when | long_date %}{% if n %}{% set unused = a | words %}{% endif %}{{ b }}",
]
LEFT = [
    "<p>{{ a }}</p>{% for row in rows %}{{ row.n }}{% endfor %}",
    '<p title="{{ a | unprinted }}">{{ a }}</p>',
    "{% if 'x' in a %}{{ a }}{% endif %}",
    "{% if each %}{{ each.name }}{% endif %}",
    "{% if each != none %}{{ a }}{% endif %}",
    "{% macro own(x) %}{{ x }}{% endmacro %}{{ b }}{% if own(n) %}something{% endif %}",
    "{% if b | length > 2 %}{{ b }}{% endif %}",
    "{% macro own() %}{{ a }}{% endmacro %}{{ b }}{% if own() == own() %}same{% endif %}",
    "{% for letter in a %}{{ letter }}{% endfor %}",
    "{{ [a, b] | join }}",
]


def papers() -> Iterator[Context]:
    """Draw papers without end, the same in every run: values are of all sorts, and come again."""
    chance = random.Random(1)  # noqa: S311
    words = [
        "Lê An",
        "Võ & <Ý>",
        "x",
        "y",
        "",
        "12",
        "50 %s",
        Worded("x", "b"),
        Worded("Lê", "b"),
        BLANK,
        None,
    ]
    days = [dt.date(2026, 11, 22), dt.date(2019, 3, 8), BLANK, None]
    while True:
        each = {"name": chance.choice(words), "sort": chance.choice(["x", "y"]), "born": chance.choice(days)}
        number = chance.randrange(4)
        values = {
            "a": chance.choice(words), "b": chance.choice(words), "n": Quantity(number, f"{number},0", "n"),
            "when": chance.choice(days), "each": each, "rows": Rows([{"n": Quantity(1, "1")}]),
        }  # fmt: skip
        yield Context(values, Shape("mapping"), FILTERS, shown)
