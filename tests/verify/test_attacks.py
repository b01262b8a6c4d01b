"""Attacks on signed papers, each with real keys and a real register: what verify says of them."""

import datetime as dt
from pathlib import Path

import pytest

from reportgen.seal.authority import Authority
from reportgen.verify.judge import Judgement
from tests.helpers.desk import NAMES, issued
from tests.verify.attacks import ATTACKS, Attack, judged, table
from tests.verify.forging import Scene, copied

TABLE = "## What is tried\n"
PAGE = Path(__file__).parents[2] / "docs" / "verify.md"


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Have a paper signed by all three in an office that trusts their authority."""
    desk = issued(tmp_path_factory.mktemp("signed"), Authority.begun(dt.datetime.now(dt.UTC)))
    trail = [desk.paper.read_bytes()]
    for field in NAMES:
        desk.sign(desk.paper, field)
        trail.append(desk.paper.read_bytes())
    return Scene(desk, tuple(trail))


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.does)
def test_an_attack_is_found(attack: Attack, signed: Scene, tmp_path: Path) -> None:
    scene = copied(signed, tmp_path)
    found = judged(scene.office, attack.forge(scene))

    assert found.judgement is attack.verdict, [str(one) for one in found.reasons]
    assert {one.code for one in found.reasons} >= set(attack.codes)


def test_a_byte_that_is_flipped_anywhere_is_found(signed: Scene, tmp_path: Path) -> None:
    content = signed.trail[-1]
    for place in range(11, len(content), len(content) // 12):
        path = tmp_path / "flipped.pdf"
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert judged(signed.office, path).judgement in {Judgement.NOT_VALID, Judgement.CANNOT_TELL}, place


def test_the_documentation_says_what_is_tried_and_found(pytestconfig: pytest.Config) -> None:
    before, mark, rest = PAGE.read_text(encoding="utf-8").partition(TABLE)
    page = f"{before}{mark}\n{table()}\n"
    if pytestconfig.getoption("update"):
        PAGE.write_text(page, encoding="utf-8")
    assert before + mark + rest == page, "pytest tests/verify/test_attacks.py --update"
