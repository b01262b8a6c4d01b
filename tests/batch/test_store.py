"""Papers that the workers of a cluster put into a store themselves, whole or not at all."""

import hashlib
import json
import os
import pickle
import signal
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import fsspec
import pytest
from typer.testing import CliRunner

from reportgen.batch import Outcome, delivering
from reportgen.batch.delivery import Address, Batch, Claims, deliver, leave_mark, why_unseen
from reportgen.batch.press import Printed
from reportgen.batch.records import Progress
from reportgen.cli.app import app
from reportgen.model.artifact import PDF, Artifact
from reportgen.model.errors import MissingToolError, OutputError
from reportgen.write.far import Claim
from reportgen.write.store import store_at
from tests.batch.classes import CLASS
from tests.batch.far import MANY, built, codes
from tests.helpers.clusters import Cluster, cluster_in
from tests.helpers.docking import papers
from tests.helpers.written import Written, written_as

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Have a scheduler and two workers."""
    with cluster_in(tmp_path_factory.mktemp("cluster") / "far", 2) as found:
        yield found


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """Have a folder that all workers reach."""
    (tmp_path / "share").mkdir()
    return tmp_path / "share"


def stored(
    written: Written, cluster: Cluster, share: Path, progress: Progress | None = None, **options: object
) -> Outcome:
    far = {"scheduler": cluster.address, "store": f"file://{share}"}
    return built(written, progress, **{**far, "output": written.folder / "home", **options})


def hows(outcome: Outcome) -> dict[str, str]:
    return {one.document.name.name: one.how for one in outcome.made}


# --- a shared folder ----------------------------------------------------------------------------------------


@written_as(CLASS)
def test_workers_put_the_same_papers_there_and_the_journal_at_home_knows_them(
    written: Written, cluster: Cluster, share: Path
) -> None:
    built(written, output=written.folder / "here", workers=1)
    there = stored(written, cluster, share, index=written.folder / "index.csv")

    assert (codes(there), set(hows(there).values())) == ([], {"written"})
    assert papers(share) == papers(written.folder / "here"), "nothing else stands there either"
    assert papers(written.folder / "home") == {}
    noted = [json.loads(line) for line in journal(written).read_text(encoding="utf-8").splitlines()]
    done = {one["name"]: one for one in noted if one["event"] == "written"}
    for name, content in papers(share).items():
        assert done[name]["sha256"] == hashlib.sha256(content).hexdigest()
        assert (done[name]["size"], done[name]["record"]["store"]) == (len(content), f"file://{share}")
    index = (written.folder / "index.csv").read_text(encoding="utf-8-sig")
    assert all(one["sha256"] in index and f"file://{share}/{name}" in index for name, one in done.items())


def journal(written: Written) -> Path:
    (found,) = (written.folder / "home" / ".reportgen").glob("store-*.jsonl")
    return found


@written_as(CLASS)
def test_a_rerun_makes_what_is_missing_and_leaves_what_somebody_changed_or_brought(
    written: Written, cluster: Cluster, share: Path
) -> None:
    mai = share / "Hoa Mai"
    mai.mkdir()
    (mai / "Chi.pdf").write_bytes(b"brought by somebody")
    first = stored(written, cluster, share, keep_going=True)
    (share / "Hoa Sen" / "An.pdf").unlink()
    (mai / "Dũng.pdf").write_bytes(b"changed by somebody")
    second = stored(written, cluster, share, keep_going=True)

    assert (codes(first), sorted(hows(first))) == (["file-exists"], ["An.pdf", "Bình.pdf", "Dũng.pdf"])
    assert (codes(second), hows(second)) == (
        ["file-exists"] * 2,
        {"An.pdf": "written", "Bình.pdf": "unchanged"},
    )
    assert second.error is not None
    assert {
        str(one.origin).rpartition("/")[2]: dict(one.values)["whose"] for one in second.error.diagnostics
    } == {
        "Chi.pdf": "reportgen did not write it",
        "Dũng.pdf": "it was changed since reportgen wrote it",
    }
    assert (mai / "Chi.pdf").read_bytes() == b"brought by somebody"
    assert (mai / "Dũng.pdf").read_bytes() == b"changed by somebody"
    last = stored(written, cluster, share, overwrite=True, fresh=True)
    assert (codes(last), hows(last)["Chi.pdf"], hows(last)["An.pdf"]) == ([], "replaced", "unchanged")


@written_as(CLASS)
def test_papers_put_before_the_front_process_died_are_known_though_the_data_changed(
    written: Written, cluster: Cluster, share: Path
) -> None:
    """The journal then knows that they were begun, and their digests; nothing more."""
    stored(written, cluster, share)
    lines = journal(written).read_text(encoding="utf-8").splitlines(keepends=True)
    begun = "".join(line for line in lines if '"event":"writing"' in line)
    journal(written).write_text(begun, encoding="utf-8")
    page = written.folder / "templates" / "k" / "page.html"
    kind = page if page.is_file() else next((written.folder).rglob("*.html"))
    kind.write_text(kind.read_text(encoding="utf-8").replace("<p>", "<p>Em ", 1), encoding="utf-8")

    again = stored(written, cluster, share)

    assert (codes(again), set(hows(again).values())) == ([], {"replaced"})


@written_as(MANY)
def test_a_worker_and_then_the_share_are_lost_and_reruns_lose_and_double_nothing(
    written: Written, tmp_path: Path, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "HELD", 1)
    built(written, output=written.folder / "here", workers=1)
    away = tmp_path / "away"
    lost: list[int] = []
    with cluster_in(tmp_path / "far", 2) as cluster:

        def vanish(done: int, _: int) -> None:
            if not away.exists():
                share.rename(away)
                lost.append(done)

        def kill(_: int, __: int) -> None:
            if cluster.workers[0].poll() is None:
                cluster.kill(cluster.workers[0])

        first = stored(written, cluster, share, vanish)
        away.rename(share)
        again = stored(written, cluster, share, kill)

    assert "folder-vanished" in codes(first)
    assert lost[0] <= len(first.made) < 31
    assert (codes(again), len(again.made)) == ([], 31)
    assert [one.how for one in again.made].count("unchanged") >= len(first.made)
    assert papers(share) == papers(written.folder / "here")


@written_as(
    CLASS.replace("<p>{{ each.name }}", "<p>{% if each.name == 'Chi' %}\u0e01{% endif %}{{ each.name }}")
)
def test_of_few_papers_a_mistake_in_printing_leaves_none_behind(
    written: Written, cluster: Cluster, share: Path
) -> None:
    strict = stored(written, cluster, share)

    assert strict.error is not None
    assert (strict.made, papers(share)) == ([], {})
    assert len(stored(written, cluster, share, keep_going=True).made) == 3


@written_as(MANY)
def test_ctrl_c_puts_what_is_in_hand_and_the_same_command_goes_on(
    written: Written, cluster: Cluster, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "HELD", 1)

    def interrupt(done: int, _: int) -> None:
        if done == 1:
            os.kill(os.getpid(), signal.SIGINT)

    first = stored(written, cluster, share, interrupt)
    again = stored(written, cluster, share)

    assert codes(first) == ["stopped"]
    assert 0 < len(first.made) < 31
    assert (codes(again), len(again.made)) == ([], 31)


@written_as(CLASS)
def test_a_folder_that_is_not_there_is_told_before_anything_is_printed(
    written: Written, cluster: Cluster, tmp_path: Path
) -> None:
    outcome = stored(written, cluster, tmp_path / "not-mounted")

    assert codes(outcome) == ["folder-vanished"]
    assert isinstance(outcome.error, MissingToolError)
    assert not (tmp_path / "not-mounted").exists()


# --- an object store ----------------------------------------------------------------------------------------


def put(url: str, content: bytes, **claim: object) -> Printed:
    """Let this process put a paper, as a worker does."""
    claims: dict[tuple[int, ...], Claims] = {(): {"pdf": Claim(PurePosixPath("a/Bình.pdf"), **claim)}}  # type: ignore[arg-type]
    batch = Batch([], pickle.dumps([Printed((), {"pdf": Artifact(content, PDF)})]))
    (made,) = pickle.loads(deliver(batch, pickle.dumps(claims), Address(url, PurePosixPath("mark"))))  # noqa: S301
    assert isinstance(made, Printed)
    return made


def test_an_object_is_replaced_only_where_the_journal_knows_what_stands_there() -> None:
    url, files = "memory://bucket/dot-1", fsspec.filesystem("memory")
    one, two = b"one", b"two"
    known = {hashlib.sha256(one).hexdigest(): "a.yaml"}

    assert (put(url, one).laid["pdf"].how, put(url, one).laid["pdf"].how) == ("written", "unchanged")
    refused = put(url, two).error
    assert refused is not None
    assert [note.code for note in refused.diagnostics] == ["file-exists"]
    other = put(url, two, ours=known, source="b.yaml").error
    assert other is not None
    assert "a.yaml" in dict(other.diagnostics[0].values)["whose"]
    assert put(url, two, ours=known, source="a.yaml").laid["pdf"].how == "replaced"
    assert files.cat_file("/bucket/dot-1/a/Bình.pdf") == two
    assert put(url, one, ours=known, source="a.yaml").error is not None
    assert put(url, one, whatever=True).laid["pdf"].how == "replaced"


def test_what_comes_between_the_look_and_the_put_is_not_replaced() -> None:
    store, name = store_at("memory://bucket/dot-2"), PurePosixPath("An.pdf")
    assert store.digest(name) is None
    fsspec.filesystem("memory").pipe_file("/bucket/dot-2/An.pdf", b"somebody was quicker")

    for before in (None, hashlib.sha256(b"what stood there").hexdigest()):
        with pytest.raises(OutputError) as caught:
            store.put(name, b"ours", before)
        assert [note.code for note in caught.value.diagnostics] == ["file-changed-meanwhile"]


@pytest.mark.parametrize("url", ["memory://bucket/dot-3", "file://"])
def test_no_name_leads_out_of_the_store(url: str, share: Path) -> None:
    (share / "link").symlink_to(share.parent)
    store = store_at(url + str(share) if url == "file://" else url)
    names = ["../An.pdf", "a/../../An.pdf", "/An.pdf", *(["link/An.pdf"] if url == "file://" else [])]

    for name in names:
        with pytest.raises(OutputError) as caught:
            store.put(PurePosixPath(name), b"out", None)
        assert [note.code for note in caught.value.diagnostics] == ["target-outside"]
    assert sorted(path.name for path in share.parent.iterdir()) == ["share"]


def test_a_worker_that_sees_another_place_or_lacks_the_package_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    to = Address("memory://bucket/dot-4", PurePosixPath(".reportgen-mark"))
    unseen = why_unseen(to, "tcp://10.0.0.7:1")
    assert unseen is not None
    assert unseen.code == "store-unfit"
    assert (leave_mark(to, ""), why_unseen(to, "")) == (None, None)

    lacking = leave_mark(Address("s3://bucket/dot-1", to.mark), "tcp://10.0.0.7:1")
    assert lacking is not None
    assert (lacking.code, dict(lacking.values)["why"]) == ("store-unfit", "s3fs is not installed")

    monkeypatch.setenv("STORE_SECRET_KEY", "bí mật của kho")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("the key bí mật của kho opens nothing here")

    monkeypatch.setattr(type(fsspec.filesystem("memory")), "cat_file", refuse)
    failed = why_unseen(to, "")
    assert failed is not None
    assert dict(failed.values)["why"] == "the key … opens nothing here"


@pytest.mark.parametrize(
    "options",
    [
        ["--store", "file:///mnt/share"],
        ["--scheduler", "tcp://x:1", "--store", "s3://key:geheim@bucket/dot-1"],
        ["--scheduler", "tcp://x:1", "--store", "file:///mnt/../etc"],
        ["--scheduler", "tcp://x:1", "--store", "memory://a/b"],
        ["--scheduler", "tcp://x:1", "--store", "s3://a/b?token=geheim"],
        ["--scheduler", "tcp://x:1", "--store", "file:///mnt/share", "--merge", "all.pdf"],
        ["--scheduler", "tcp://x:1", "--store", "file:///mnt/share", "--zip", "all.zip"],
        ["--scheduler", "tcp://x:1", "--store", "file:///mnt/share", "--prove", "all"],
    ],
)
def test_what_cannot_be_is_refused_at_the_door_and_no_password_is_repeated(options: list[str]) -> None:
    said = CliRunner().invoke(app, ["build", "data.yaml", *options])

    assert (said.exit_code, "geheim" in said.output) == (2, False)
