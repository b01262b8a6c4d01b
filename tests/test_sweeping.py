"""Nobody looks for lost objects while rows are written, and afterwards it is as before."""

import gc

import pytest

from reportgen.sweeping import unswept


@pytest.mark.parametrize("before", [True, False])
def test_it_is_looked_again_where_it_was_looked_before_also_after_a_mistake(
    *, before: bool, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(gc.enable)
    (gc.enable if before else gc.disable)()

    with pytest.raises(ZeroDivisionError), unswept():
        int(1 / gc.isenabled())

    assert gc.isenabled() is before
