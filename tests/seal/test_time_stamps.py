"""Time stamps of an authority on this machine, and what proves a signature for years."""

import datetime as dt
import io
import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import ValidationContext

from reportgen.proof import faults
from reportgen.register import Pen
from reportgen.seal import times
from reportgen.seal.authority import Authority
from tests.helpers.desk import PIN, Desk, issued, run
from tests.seal.stamping import Answer, dripping, served, stamper_of, trusted_in

ROLES = ("secretary", "chair", "seal")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Issue a paper in an office."""
    return issued(tmp_path_factory.mktemp("desk"), Authority.begun(dt.datetime.now(dt.UTC)))


@pytest.fixture(scope="module")
def stamper(desk: Desk) -> DummyTimeStamper:
    """Make the authority that attests times."""
    return stamper_of(desk.authority)


@pytest.fixture
def paper(desk: Desk, tmp_path: Path) -> Path:
    """Lay a copy of the paper elsewhere, as it is sent to who signs."""
    return Path(shutil.copy(desk.paper, tmp_path / "paper.pdf"))


def root_of(desk: Desk) -> x509.Certificate:
    """Give the root that the office trusts."""
    _, _, content = pem.unarmor(desk.authority.anchor())
    return x509.Certificate.load(content)


def trusting(desk: Desk) -> ValidationContext:
    """Trust the root."""
    return ValidationContext(trust_roots=[root_of(desk)])


@pytest.mark.parametrize("more", [(), ("--long-term",), ("--archive",)], ids=["B-T", "B-LT", "B-LTA"])
def test_the_authority_attests_the_time_and_the_paper_keeps_both_standards(
    desk: Desk, stamper: DummyTimeStamper, paper: Path, more: tuple[str, ...]
) -> None:
    with served(Answer(stamper)) as address:
        for field in ROLES:
            before = paper.read_bytes()
            said = desk.sign(paper, field, "--tsa", address, "--office", desk.office, *more)
            assert said.splitlines() == [f"{paper} (signed: {field})", "1 paper signed"], (
                "and no library speaks"
            )
            assert paper.read_bytes().startswith(before), "no byte of what was signed changes"
            assert faults(paper.read_bytes()) == [], "PDF/A-3a and PDF/UA-1"
    run("audit", paper)
    assert "reportgen TEST times" in run("verify", paper, "--office", desk.office, code=10)  # it is not filed

    reader = PdfFileReader(io.BytesIO(paper.read_bytes()))
    for one in reader.embedded_regular_signatures:
        status = validate_pdf_signature(one, trusting(desk), trusting(desk))
        assert status.bottom_line
        assert status.timestamp_validity
        assert status.timestamp_validity.trusted
    stamps = reader.embedded_timestamp_signatures
    assert len(stamps) == (len(ROLES) if "--archive" in more else 0)
    assert all(validate_pdf_timestamp(one, trusting(desk)).trusted for one in stamps)


def test_what_a_file_carries_proves_its_signature_without_any_network(
    desk: Desk, stamper: DummyTimeStamper, paper: Path
) -> None:
    with served(Answer(stamper)) as address:
        words = ["--field", "secretary", "--key", str(desk.keys / "secretary.p12"), "--tsa", address]
        command = [sys.executable, "-m", "reportgen", "sign", str(paper), *words, "--long-term"]
        command += ["--office", str(desk.office)]
        done = subprocess.run(command, input=f"{PIN}\n", check=True, capture_output=True, text=True)
    assert done.stderr == "", "no library speaks"
    reader = PdfFileReader(io.BytesIO(paper.read_bytes()))
    (one,) = reader.embedded_regular_signatures
    offline: dict[str, Any] = {
        "trust_roots": [root_of(desk)],
        "allow_fetching": False,
        "revocation_mode": "require",
    }
    for known, proven in (
        (DocumentSecurityStore.read_dss(reader).as_validation_context(offline), True),
        (ValidationContext(**offline, crls=[]), False),
    ):
        assert validate_pdf_signature(one, known).trusted is proven


def test_a_stamp_over_the_whole_file_is_followed_by_another_before_it_runs_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The register has each; who dies in between leaves it to the next."""
    own = issued(tmp_path, Authority.begun(dt.datetime.now(dt.UTC)))
    stamper = stamper_of(own.authority)
    trusted_in(own.office / "tin-cay", own.authority)
    monkeypatch.chdir(own.office)
    with served(Answer(stamper)) as address:
        for field in ROLES:
            own.sign(own.paper, field, "--tsa", address, *(["--archive"] if field == "seal" else []))
        again = ("sign", own.paper, "--tsa", address, "--archive")
        before = own.paper.read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(Pen, "add", dying)
            with pytest.raises(DeathError):
                run(*again)
        assert "1 paper time-stamped again" in run(*again)
        assert own.paper.read_bytes().startswith(before)
        entries = json.loads(run("register", "show", "01/BB-VHXH", "--format", "json"))["entries"]
        assert [one["act"] for one in entries][-5:] == ["signed"] * 3 + ["stamped"] * 2
        stamps = PdfFileReader(io.BytesIO(own.paper.read_bytes())).embedded_timestamp_signatures
        assert len(stamps) == len(["seal", "died", "again"])
        run("register", "verify")
        (found,) = json.loads(run("verify", own.paper, "--format", "json"))["files"]
        assert found["verdict"] == "test"


def test_a_stamp_that_nothing_proves_any_more_is_not_followed_by_another(
    desk: Desk, paper: Path, tmp_path: Path
) -> None:
    stamper, office = stamper_of(desk.authority), tmp_path / "office"
    shutil.copytree(desk.office, office)
    with served(Answer(stamper)) as address:
        again = ("sign", paper, "--tsa", address, "--archive", "--office", office)
        desk.sign(paper, "secretary", "--tsa", address, "--archive", "--office", office)
        trusted_in(office / "tin-cay", desk.authority, revoked=stamper)
        before = paper.read_bytes()
        assert "lasting-revoked" in run(*again, code=6)
    assert paper.read_bytes() == before


class DeathError(BaseException):
    """Stands for a machine that stops."""


def dying(*_: object) -> None:
    """Stop."""
    raise DeathError


def test_whoever_asks_for_proofs_without_an_authority_is_told(desk: Desk, paper: Path) -> None:
    for option in ("--long-term", "--archive"):
        assert "--tsa" in desk.sign(paper, "secretary", option, code=2)
    assert "https://" in desk.sign(paper, "secretary", "--tsa", "tsa.example.vn", code=2)


@pytest.mark.parametrize("nonsense", ["busy", "words", "refusal", "other paper", "other question"])
def test_a_time_that_is_not_attested_leaves_the_paper_as_it_was(
    desk: Desk, stamper: DummyTimeStamper, paper: Path, nonsense: str
) -> None:
    before = paper.read_bytes()
    with served(Answer(stamper, nonsense)) as address:
        said = desk.sign(paper, "secretary", "--tsa", address, code=6)

    assert address in said
    assert ("tsa-silent" if nonsense == "busy" else "tsa-unfit") in said
    assert list(paper.parent.iterdir()) == [paper]
    assert paper.read_bytes() == before


def test_an_authority_that_nobody_reaches_is_told_by_its_address(desk: Desk, paper: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # and never listens
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        said = desk.sign(paper, "secretary", "--tsa", address, code=6)

    assert f"{address}: error[tsa-silent]" in said


def test_an_authority_whose_answer_never_ends_is_not_waited_for(
    desk: Desk, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each byte comes soon enough for whoever waits for the next one only."""
    monkeypatch.setattr(times, "PATIENCE", 0.1)
    with dripping() as address:
        said = desk.sign(paper, "secretary", "--tsa", address, code=6)

    assert f"{address}: error[tsa-silent]" in said


def test_an_office_that_does_not_know_the_authority_cannot_prove_its_stamps_for_years(
    desk: Desk, paper: Path
) -> None:
    stranger = stamper_of(Authority.begun(dt.datetime.now(dt.UTC)))
    with served(Answer(stranger)) as address:
        said = desk.sign(paper, "secretary", "--tsa", address, "--long-term", "--office", desk.office, code=6)

    assert f"{address}: error[lasting-stranger]" in said
