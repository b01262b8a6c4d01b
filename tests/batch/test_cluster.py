"""A batch on many machines: the same bytes as here, whatever becomes of workers, scheduler and people."""

import datetime as dt
import os
import pickle
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.batch import Order, make_plan
from reportgen.batch.beside import print_beside
from reportgen.batch.parcel import packed
from reportgen.batch.press import print_paper
from reportgen.kinds import Shelf
from reportgen.model.errors import MissingToolError
from tests.batch.classes import CLASS, order
from tests.batch.far import MANY, built, codes
from tests.helpers.clusters import Cluster, cluster_in
from tests.helpers.docking import papers
from tests.helpers.written import Written, written_as

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Have a scheduler and two workers."""
    with cluster_in(tmp_path_factory.mktemp("cluster") / "far", 2) as found:
        yield found


# --- the same bytes -----------------------------------------------------------------------------------------


@written_as(CLASS)
def test_papers_from_a_cluster_are_those_that_are_printed_here(written: Written, cluster: Cluster) -> None:
    here = built(written, output=written.folder / "here", workers=1)
    there = built(written, output=written.folder / "there", scheduler=cluster.address)

    assert (codes(here), codes(there), len(there.made)) == ([], [], 4)
    assert papers(written.folder / "there") == papers(written.folder / "here")


@pytest.mark.parametrize("sample", ["chung-nhan/ca-nhan.yaml", "boi-duong-hai-phong/dot-2.yaml"])
def test_a_press_far_away_needs_none_of_the_files_of_the_office(
    sample: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names are relative, and start in a folder that the press does not know."""
    data = tmp_path / "office" / "data" / sample
    shutil.copytree(ROOT / "data" / data.parent.name, data.parent)
    shutil.copytree(ROOT / "templates", tmp_path / "office" / "mine")
    (tmp_path / "office" / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "office" / "desk")
    asked = Order(Shelf.usual(Path("../mine")), dt.date(2020, 1, 19))
    plan = make_plan(Path("..") / "data" / sample, asked)
    keys = list(dict.fromkeys(one.key for one in plan.documents))[:2]
    here = [print_paper(key, plan.papers.paper(key), ("docx", "pdf")) for key in keys]
    wanted = [(key, own and own.apart(), ("docx", "pdf")) for key in keys for own in [plan.papers.own(key)]]
    parcel = packed(plan.papers.apart())
    shutil.rmtree(tmp_path / "office")

    answer = print_beside(parcel, pickle.dumps(wanted), len(wanted))

    assert answer is not None
    there = pickle.loads(answer)  # noqa: S301  (our own)
    for one, other in zip(here, there, strict=True):
        assert not one.error, one.error
        assert {name: made.content for name, made in other.artifacts.items()} == {
            name: made.content for name, made in one.artifacts.items()
        }


@written_as(CLASS.replace("<p>{{ each.name }}", "<p>\u0e01 {{ each.name }}"))
def test_what_is_wrong_is_told_of_the_files_at_home(written: Written, cluster: Cluster) -> None:
    here = built(written, output=written.folder / "here", workers=1)
    there = built(written, output=written.folder / "there", scheduler=cluster.address)

    assert here.error is not None
    assert there.error is not None
    assert set(there.error.diagnostics) == set(here.error.diagnostics)


# --- workers, schedulers and people that go away ------------------------------------------------------------


@written_as(MANY)
def test_a_worker_that_is_lost_costs_nothing_but_time(written: Written, tmp_path: Path) -> None:
    built(written, output=written.folder / "here", workers=1)
    killed: list[int] = []
    with cluster_in(tmp_path / "far", 2) as cluster:

        def kill(done: int, _: int) -> None:
            if done and not killed:
                cluster.kill(cluster.workers[0])
                killed.append(done)

        there = built(written, kill, output=written.folder / "there", scheduler=cluster.address)

    assert (codes(there), killed) == ([], [killed[0]])
    assert killed[0] < len(there.made) == 31
    assert papers(written.folder / "there") == papers(written.folder / "here")


@written_as(MANY)
def test_a_scheduler_that_is_lost_is_told_and_the_rest_is_made_by_a_rerun(
    written: Written, tmp_path: Path
) -> None:
    built(written, output=written.folder / "here", workers=1)
    with cluster_in(tmp_path / "far", 1) as cluster:
        scheduler = cluster.scheduler
        assert scheduler

        def kill(done: int, _: int) -> None:
            if done and scheduler.poll() is None:
                cluster.kill(scheduler)

        there = built(written, kill, output=written.folder / "there", scheduler=cluster.address)

    assert codes(there) == ["cluster-lost", "stopped"]
    assert isinstance(there.error, MissingToolError)
    assert 0 < len(there.made) < 31
    again = built(written, output=written.folder / "there", workers=1)
    assert {made.how for made in again.made} == {"written", "unchanged"}
    assert papers(written.folder / "there") == papers(written.folder / "here")


@written_as(MANY)
def test_ctrl_c_keeps_what_came_back_and_the_same_command_goes_on(written: Written, cluster: Cluster) -> None:
    def interrupt(done: int, _: int) -> None:
        if done == 1:
            os.kill(os.getpid(), signal.SIGINT)

    first = built(written, interrupt, scheduler=cluster.address)
    again = built(written, scheduler=cluster.address)

    assert codes(first) == ["stopped"]
    assert 0 < len(first.made) < 31
    assert codes(again) == []
    assert [made.how for made in again.made].count("unchanged") == len(first.made)
    assert len(again.made) == 31


DEADLY = """
import os, sys
if "reportgen.batch.beside" in sys.orig_argv:
    from reportgen.batch import chunks
    print_paper = chunks.print_paper
    chunks.print_paper = lambda key, *rest: os.abort() if key == (1,) else print_paper(key, *rest)
"""


@written_as(CLASS)
def test_a_paper_that_kills_presses_costs_itself_and_all_workers_lost_end_the_run(
    written: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportgen.batch import cluster as dask  # noqa: PLC0415  (it is an extra)

    (tmp_path / "sitecustomize.py").write_text(DEADLY)
    with cluster_in(tmp_path / "far", 0) as cluster:
        worker = cluster.add_worker(PYTHONPATH=str(tmp_path))
        cluster.wait()
        deadly = built(written, scheduler=cluster.address, keep_going=True)

        def kill(done: int, _: int) -> None:
            if done and worker.poll() is None:
                cluster.kill(worker)

        monkeypatch.setattr(dask, "_LONELY", 1)
        alone = built(written, kill, scheduler=cluster.address, fresh=True, keep_going=True)

    assert codes(deadly) == ["press-died"]
    assert sorted(made.path.stem for made in deadly.made) == ["An", "Chi", "Dũng"]
    assert codes(alone) == ["cluster-empty", "stopped"]
    assert len(alone.made) == 1


@written_as(CLASS)
def test_where_everything_is_there_no_cluster_is_asked(written: Written) -> None:
    built(written)

    assert codes(built(written, scheduler="tcp://127.0.0.1:1")) == []


def test_dask_is_loaded_by_whoever_asks_for_it_alone() -> None:
    code = "import sys, reportgen.batch, reportgen.cli.app; sys.exit('distributed' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


# --- what is no scheduler, and workers that are not alike ---------------------------------------------------


def test_whoever_listens_and_is_no_scheduler_is_told(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportgen.batch import hail  # noqa: PLC0415  (it is an extra)

    reasons = [refusal(address) for address in (cluster.a_worker(), "10.0.0.5", "foo://x:1")]
    monkeypatch.setattr(hail, "PATIENCE", 1)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        reasons.append(refusal(f"tcp://127.0.0.1:{mute.getsockname()[1]}"))

    assert reasons == [
        "a worker listens there, not a scheduler",
        "missing port number in address '10.0.0.5'",
        "unknown address scheme 'foo' (known schemes: ['inproc', 'tcp', 'tls', 'ucx', 'ws', 'wss'])",
        "nobody answered within 1 seconds",
    ]


def refusal(address: str) -> str:
    from reportgen.batch.cluster import connected  # noqa: PLC0415  (it is an extra)

    with pytest.raises(MissingToolError) as caught, connected(address):
        pass
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "scheduler-unreachable"
    return dict(diagnostic.values)["why"]


@written_as(CLASS)
def test_a_worker_that_joins_later_and_prints_otherwise_is_told(written: Written) -> None:
    """What a worker sends back is not looked at where its program is another one."""
    parcel = pickle.loads(packed(make_plan(written.data, order(written)).papers.apart()))  # noqa: S301  (our own)
    other = replace(parcel, machine={**parcel.machine, "Pango": "1.40.0"}, job=b"cannot be read")

    answer = print_beside(pickle.dumps(other), b"", 1)

    assert answer is not None
    assert pickle.loads(answer).found == {"Pango": ("1.40.0", parcel.machine["Pango"])}  # noqa: S301  (our own)
