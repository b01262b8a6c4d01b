"""Keys in tokens: SoftHSM 2, which a machine may lack."""

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from reportgen.proof import faults
from reportgen.seal.authority import Authority, Holder
from tests.helpers.desk import NAMES, Desk, issued, run
from tests.seal import tokens


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Issue a paper, and put the keys of all into one token."""
    folder = tmp_path_factory.mktemp("desk")
    tokens.begin(folder)
    tokens.new_token("Phòng")
    authority = Authority.begun(dt.datetime.now(dt.UTC))
    for name in NAMES.values():
        tokens.put("Phòng", authority.holder(name))
    for one in (authority.issuing, authority.root):
        tokens.put("Phòng", Holder(one.name, one.certificate, one.key))
    return issued(folder, authority)


def at(name: str) -> str:
    """Write down where a key is."""
    return f"pkcs11:token=Phòng;object={name}?module-path={tokens.MODULE}"


def test_a_key_that_never_leaves_its_token_signs_and_is_shown_without_a_pin(
    desk: Desk, tmp_path: Path
) -> None:
    paper = Path(shutil.copy(desk.paper, tmp_path / "paper.pdf"))
    for field, name in NAMES.items():
        run("sign", paper, "--field", field, "--key", at(name), typed=f"{tokens.PIN}\n")
    shown = json.loads(run("keys", "show", at(NAMES["chair"]), "--format", "json"))

    assert faults(paper.read_bytes()) == []
    assert (shown["name"], shown["test"]) == (NAMES["chair"], True)


def test_a_pin_is_tried_once_and_an_empty_one_never(desk: Desk, tmp_path: Path) -> None:
    paper = Path(shutil.copy(desk.paper, tmp_path / "paper.pdf"))
    before = paper.read_bytes()
    for typed, code in (
        ("1111\n2468\n", "token-pin-wrong"),
        ("\n2468\n", "pin-missing"),
        ("", "pin-missing"),
    ):
        key = at(NAMES["secretary"])
        assert code in run("sign", paper, "--field", "secretary", "--key", key, code=6, typed=typed)
    assert paper.read_bytes() == before
