"""`reportgen verify` on papers of an office: what it says, in which words, and what it reads files with."""

import datetime as dt
import json
import re
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates

from reportgen.model.acts import Act
from reportgen.papers import OfficeFolder
from reportgen.papers.trust import trust_of_office
from reportgen.seal.authority import Authority, Holder
from reportgen.seal.keys import open_key
from reportgen.verify.examine import Limits, Task
from reportgen.verify.examiner import PATIENCE, examining
from reportgen.verify.judge import Judgement
from tests.helpers.desk import NAMES, PIN, Desk, issued, run
from tests.seal.stamping import Answer, served, stamper_of
from tests.verify.attacks import judged
from tests.verify.forging import sign

NOW = dt.datetime.now(dt.UTC)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Have a paper signed by all, and keep it as it was before the seal."""
    desk = issued(tmp_path_factory.mktemp("desk"), Authority.begun(NOW))
    for field in NAMES:
        shutil.copy(desk.paper, desk.keys / "before.pdf")
        desk.sign(desk.paper, field)
    return desk


def test_a_folder_is_verified_paper_by_paper_and_counted_in_the_end(desk: Desk) -> None:
    said = run(
        "verify", desk.office / "ban-hanh", desk.keys, "--office", desk.office, "--lang", "vi", code=10
    )

    assert said.startswith(f"BẢN THỬ (TEST): {desk.paper}: ")
    assert f"KHÔNG HỢP LỆ: {desk.keys / 'before.pdf'}\n" in said
    assert "Con dấu của cơ quan chưa ký" in said
    assert f"Thư ký: {NAMES['secretary']}; ký lúc " in said
    assert said.endswith("bản thử (TEST): 1, không hợp lệ: 1\n")


def test_programs_are_told_the_same(desk: Desk) -> None:
    told = json.loads(run("verify", desk.paper, "--office", desk.office, "--format", "json"))
    (paper,) = told["files"]

    assert told["counts"] == {"test": 1}
    assert paper["whose_kind"] == "own"
    assert (paper["verdict"], paper["believed"], paper["number"], paper["state"]) == (
        "test", True, "01/BB-VHXH", "signed",
    )  # fmt: skip
    assert [(one["field"], one["name"], one["expected"]) for one in paper["signatures"]] == [
        (field, name, name) for field, name in NAMES.items()
    ]
    assert all(one["intact"] and one["certificate"]["test"] for one in paper["signatures"])


def test_who_is_of_no_office_cannot_tell(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("verify", desk.paper, code=10)

    assert said.startswith(f"CANNOT TELL: {desk.paper}\n")
    assert {"[no-office-folder]", "[trust-missing]"} <= {
        word.rstrip(":").removeprefix("error").removeprefix("warning") for word in said.split()
    }


@pytest.mark.parametrize("limits", [Limits(seconds=0.001), Limits(megabytes=1)], ids=["time", "memory"])
def test_a_file_that_takes_too_much_is_left_and_the_next_one_is_read(desk: Desk, limits: Limits) -> None:
    trust = trust_of_office(desk.office, Path())
    with examining() as examiner:
        ended = examiner.examined(Task(desk.paper, trust, NOW, limits))
        found = examiner.examined(Task(desk.paper, trust, NOW))

    assert [one.code for one in ended.findings] == ["reading-ended"]
    assert not ended.digest
    assert found.signatures
    assert [one.field for one in found.signatures.signed] == list(NAMES)


def test_a_large_file_has_more_time(tmp_path: Path) -> None:
    small, large, huge = (tmp_path / name for name in ("small", "large", "huge"))
    for file, size in ((small, 1), (large, 8_000_000), (huge, 8_000_000_000)):
        with file.open("wb") as opened:
            opened.truncate(size)

    least, more, most = (Limits.of(file).seconds for file in (small, large, huge))
    assert Limits().seconds <= least < more < most < PATIENCE
    assert Limits.of(tmp_path / "none") == Limits()


def test_a_stamp_of_a_trusted_authority_tells_when_it_was_signed(desk: Desk, tmp_path: Path) -> None:
    other = issued(tmp_path / "stamped", desk.authority)
    with served(Answer(stamper_of(desk.authority))) as address:
        for field in NAMES:
            other.sign(other.paper, field, "--tsa", address, "--archive")
    found = judged(other.office, other.paper)

    assert found.judgement is Judgement.TEST, [str(one) for one in found.reasons]
    assert found.examined.signatures
    for one in found.examined.signatures.signed:
        assert one.stamped
        assert one.claimed
        assert abs(one.stamped - one.claimed) < dt.timedelta(hours=1)
        assert one.stamped_by == "reportgen TEST times"


def test_the_register_proves_that_an_old_certificate_held_when_it_was_used(
    desk: Desk, tmp_path: Path
) -> None:
    later = NOW + dt.timedelta(days=3652)
    found = judged(desk.office, desk.paper, later)

    assert found.judgement is Judgement.TEST, [str(one) for one in found.reasons]
    shutil.copytree(desk.office / "tin-cay", tmp_path / "tin-cay")
    without = judged(tmp_path, desk.paper, later)
    assert [one.code for one in without.reasons].count("signature-out-of-date") == len(NAMES)


def test_whatever_a_certificate_names_leads_no_terminal_astray(desk: Desk, tmp_path: Path) -> None:
    name = "Nông\x1b[2J\x1b[1;1HHỢP LỆ"
    found = run("verify", forged(desk, name, tmp_path), "--office", desk.office, code=10)

    assert "\x1b" not in found
    assert "\ufffd[2J\ufffd[1;1HHỢP LỆ" in found


def forged(desk: Desk, name: str, folder: Path) -> Path:
    """Sign the paper anew by somebody of an odd name."""
    key = desk.keys / "odd.p12"
    key.write_bytes(desk.authority.packed(desk.authority.holder(name), PIN))
    path = folder / "odd.pdf"
    with OfficeFolder(desk.office).reading() as registry:
        (issued_as,) = {one.digests["pdf"] for one in registry.entries() if one.act is Act.ISSUED}
    content = next(
        part
        for end in re.finditer(rb"%%EOF\n", desk.paper.read_bytes())
        if sha256(part := desk.paper.read_bytes()[: end.end()]).hexdigest() == issued_as
    )
    path.write_bytes(sign(content, "secretary", open_key(key.read_bytes(), PIN, "key")))
    return path


def test_a_key_that_was_revoked_later_does_not_undo_what_the_register_had_noted(
    desk: Desk, tmp_path: Path
) -> None:
    key, certificate, _ = load_key_and_certificates((desk.keys / "chair.p12").read_bytes(), PIN.encode())
    assert isinstance(key, EllipticCurvePrivateKey)
    assert certificate
    after = replace(desk.authority, at=NOW + dt.timedelta(days=1))
    shutil.copytree(desk.office / "tin-cay", tmp_path / "tin-cay")
    lists = b"".join(after.revoked([Holder(NAMES["chair"], certificate, key)]))
    (tmp_path / "tin-cay" / "new.crl").write_bytes(lists)
    later = NOW + dt.timedelta(days=2)

    assert [one.code for one in judged(tmp_path, desk.paper, later).reasons if one.stops] == [
        "register-missing", "signature-revoked",
    ]  # fmt: skip
    office = Path(shutil.copytree(desk.office, tmp_path / "office"))
    (office / "tin-cay" / "new.crl").write_bytes(lists)
    assert judged(office, desk.paper, later).judgement is Judgement.TEST
