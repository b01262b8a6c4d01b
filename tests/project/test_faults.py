"""Faults planted in the quick ways of printing: each is found, as docs/quick-printing.md says."""

import pytest

from tools.faults import FAULTS, PAGE, Fault, file_of, verdicts


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: one.what)
def test_a_fault_is_one_that_the_program_could_have(fault: Fault) -> None:
    source = file_of(fault).read_text(encoding="utf-8")

    assert source.count(fault.right) == 1
    compile(source.replace(fault.right, fault.wrong), fault.module, "exec")
    assert f"| `{fault.module}` | {fault.what} |" in PAGE.read_text(encoding="utf-8")


def test_a_fault_that_is_planted_is_found() -> None:
    chosen = [one for one in FAULTS if one.module == "rows.margins"]

    assert [verdict for _, verdict in verdicts(chosen)] == ["seen"]
