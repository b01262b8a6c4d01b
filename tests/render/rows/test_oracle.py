"""Whatever a long table looks like: row by row it stands where the engine has it, or is left to that."""

from pathlib import Path

from hypothesis import given

from reportgen.model.errors import RenderError
from reportgen.render.rows.reasons import NotWrittenError
from tests.helpers.pressing import page
from tests.render.any_page import drawn_often
from tests.render.rows.any_table import Table, tables
from tests.render.rows.tables import both, refuse_other_looks


@drawn_often(0.05)
@given(drawn=tables())
def test_a_table_of_any_look_with_any_words_stands_where_the_engine_lays_it_out(
    tmp_path: Path, drawn: Table
) -> None:
    template = page(tmp_path, drawn.body, drawn.sheet or "p { color: black }")
    try:
        papers = both(template, rows=list(drawn.rows), n="7")
    except (NotWrittenError, RenderError):  # left to the engine, or refused as it is when that lays it out
        return
    refuse_other_looks(*papers)
