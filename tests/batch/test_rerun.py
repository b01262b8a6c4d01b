"""A batch that goes on: what a rerun makes and leaves, what one bad row costs, what workers and kills do."""

import datetime as dt
import random
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.batch import Order, Outcome, build, make_plan
from reportgen.kinds import Shelf
from reportgen.pipeline import produce
from tests.batch.classes import CLASS, corrected, order
from tests.helpers.docking import papers
from tests.helpers.written import Written, written_as
from tools.batches import sample
from tools.kills import BUNDLES, Killing, Sort, Tally


def built(written: Written, **options: object) -> Outcome:
    (outcome,) = build([written.data], replace(order(written), **options)).outcomes  # type: ignore[arg-type]
    return outcome


def how(outcome: Outcome) -> dict[str, str]:
    return {made.path.stem: made.how for made in outcome.made}


def lines(outcome: Outcome) -> list[int | None]:
    assert outcome.error is not None
    return [one.origin.line for one in outcome.error.diagnostics if one.origin]


# --- what a rerun makes -------------------------------------------------------------------------------------


@written_as(CLASS)
def test_one_changed_row_makes_one_paper_anew(written: Written) -> None:
    built(written)
    corrected(written.folder / "p.csv", "Chi,Hoa Mai,5", "Chi,Hoa Mai,7")

    again = built(written)

    assert how(again) == {"An": "unchanged", "Bình": "unchanged", "Chi": "replaced", "Dũng": "unchanged"}


@written_as(CLASS)
def test_a_row_put_in_makes_its_own_paper_only(written: Written) -> None:
    built(written)
    corrected(written.folder / "p.csv", "An,Hoa Sen,3", "Ân,Hoa Sen,9\nAn,Hoa Sen,3")

    again = built(written)

    assert [name for name, what in how(again).items() if what != "unchanged"] == ["Ân"]


@written_as(CLASS)
def test_a_template_that_changed_makes_all_papers_anew(written: Written) -> None:
    built(written)
    corrected(written.folder / "templates" / "k" / "page.html", "ngày", "buổi")

    assert set(how(built(written)).values()) == {"replaced"}


@written_as(CLASS)
def test_a_paper_that_was_deleted_is_made_again(written: Written) -> None:
    first = built(written)
    first.made[2].path.unlink()

    assert how(built(written)) == {
        "An": "unchanged",
        "Bình": "unchanged",
        "Chi": "written",
        "Dũng": "unchanged",
    }


def test_a_paper_that_lost_one_of_its_formats_gets_it_back(tmp_path: Path) -> None:
    data, out = sample(tmp_path / "data", 2), tmp_path / "out"
    asked = Order(Shelf.usual(working=Path(__file__).parents[2]), dt.date(2020, 1, 19), output=out)
    build([data], asked)
    whole = papers(out)
    for suffix in (".pdf", ".docx"):
        next(out.rglob(f"*{suffix}")).unlink()

        (again,) = build([data], asked).outcomes

        assert again.error is None
        assert sorted(made.how for made in again.made) == ["unchanged", "unchanged", "unchanged", "written"]
        assert papers(out) == whole


def test_a_word_paper_is_told_that_says_what_its_pdf_no_longer_says(tmp_path: Path) -> None:
    data, out = sample(tmp_path / "data", 3), tmp_path / "out"
    asked = Order(Shelf.usual(working=Path(__file__).parents[2]), dt.date(2020, 1, 19), output=out)
    (first,) = build([data], asked).outcomes
    words = sorted(made.path for made in first.made if made.path.suffix == ".docx")
    corrected(data.parent / "participants.csv", ";01/01/1965;", ";21/01/1965;")

    (pdfs,) = build([data], replace(asked, targets=("pdf",))).outcomes
    (stale,) = pdfs.stale
    (anew,) = (made.path for made in pdfs.made if made.how == "replaced")
    (again,) = build([data], asked).outcomes

    assert stale.code == "paper-left-over"
    assert anew.with_suffix(".docx") in words
    assert anew.with_suffix(".docx").name in stale.message
    assert (again.stale, sorted(made.how for made in again.made)) == ((), ["replaced", *["unchanged"] * 5])


@written_as(CLASS)
def test_an_edited_paper_is_kept_and_the_others_are_made(written: Written) -> None:
    first = built(written)
    first.made[0].path.write_bytes(b"by hand")
    corrected(written.folder / "p.csv", "Chi,Hoa Mai,5", "Chi,Hoa Mai,7")

    again = built(written)

    assert first.made[0].path.read_bytes() == b"by hand"
    assert again.error is not None
    assert [(one.code, Path(one.origin.file).stem) for one in again.error.diagnostics if one.origin] == [
        ("file-exists", "An")
    ]
    assert how(again) == {"Bình": "unchanged", "Chi": "replaced", "Dũng": "unchanged"}


@written_as(CLASS)
def test_fresh_prints_all_papers_and_finds_them_the_same(written: Written) -> None:
    before = papers(built(written).made[0].path.parents[1])
    touched = written.folder / "out" / ".reportgen" / "journal.jsonl"
    size = touched.stat().st_size

    again = built(written, fresh=True)

    assert set(how(again).values()) == {"unchanged"}
    assert papers(written.folder / "out") == before
    assert touched.stat().st_size == size


@written_as(CLASS.replace("ngày.</p>", "ngày, in ngày {{ today }}.</p>"))
def test_the_day_counts_where_a_page_prints_it(written: Written) -> None:
    built(written)

    assert set(how(built(written)).values()) == {"unchanged"}
    assert set(how(built(written, today=dt.date(2020, 1, 20))).values()) == {"replaced"}


@written_as(CLASS)
def test_a_damaged_journal_is_told_and_papers_that_are_the_same_are_ours_again(written: Written) -> None:
    built(written)
    journal = written.folder / "out" / ".reportgen" / "journal.jsonl"
    noise = bytearray(journal.read_bytes())
    chance = random.Random(5)  # noqa: S311  (no secret)
    for place in chance.sample(range(len(noise)), 40):
        noise[place] = 7
    journal.write_bytes(noise)
    before = papers(written.folder / "out")

    told = build([written.data], order(written))

    assert {note.code for note in told.notes} == {"journal-line-unreadable"}
    assert told.outcomes[0].error is None
    assert papers(written.folder / "out") == before
    corrected(written.folder / "p.csv", "Chi,Hoa Mai,5", "Chi,Hoa Mai,7")
    assert how(built(written))["Chi"] == "replaced"


# --- one bad row among good ones ----------------------------------------------------------------------------


@written_as(CLASS.replace("Chi,Hoa Mai,5", "Chi,Hoa Mai,năm").replace("An,Hoa Sen,3", "An,Hoa Sen,x"))
def test_keep_going_makes_the_good_papers_and_tells_every_bad_row(written: Written) -> None:
    stopped = built(written)
    assert (stopped.made, lines(stopped)) == ((), [2, 4])

    going = built(written, keep_going=True)

    assert how(going) == {"Bình": "written", "Dũng": "written"}
    assert (lines(going), going.failed) == ([2, 4], 2)


@written_as(CLASS.replace("Bình,", "An,"))
def test_the_second_of_two_of_one_name_keeps_its_file_whatever_becomes_of_the_first(written: Written) -> None:
    first, second = (made.path for made in built(written).made if made.path.stem.startswith("An"))
    before = papers(written.folder / "out")
    corrected(written.folder / "p.csv", "An,Hoa Sen,3", "An,Hoa Sen,x")

    going = built(written, keep_going=True)

    assert how(going) == {second.stem: "unchanged", "Chi": "unchanged", "Dũng": "unchanged"}
    assert first.stem not in how(going)
    assert papers(written.folder / "out") == before


@written_as(
    CLASS.replace("Dũng,Hoa Mai,6", "An,Hoa Sen,3").replace(
        "days: count}}", "days: count}, key: [name, school]}"
    )
)
def test_keep_going_makes_neither_of_two_rows_that_are_the_same(written: Written) -> None:
    assert how(built(written, keep_going=True)) == {"Bình": "written", "Chi": "written"}


@written_as(
    CLASS.replace("each: {of: people}", "each: {of: people, by: school}")
    .replace("for_each: people", "for_each: {of: people, by: school}")
    .replace("/{each.name}", "/giay")
    .replace("each.name", "each.school")
    .replace("Chi,Hoa Mai,5", "Chi,,năm")
)
def test_keep_going_makes_no_group_that_might_lack_the_bad_row(written: Written) -> None:
    assert how(built(written, keep_going=True)) == {}


@written_as(CLASS.replace("people: {from: p.csv}", "people: {from: p.csv}\n    unknown: 1"))
def test_keep_going_makes_nothing_of_data_that_are_wrong_as_a_whole(written: Written) -> None:
    going = built(written, keep_going=True)

    assert (going.made, going.error is not None) == ((), True)


@written_as(CLASS.replace("Chi,Hoa Mai,5", "Chi \u0e01,Hoa Mai,5"))
def test_a_letter_that_no_font_has_costs_one_paper_if_told_to_keep_going(written: Written) -> None:
    assert how(built(written)) == {}

    going = built(written, keep_going=True)

    assert how(going) == {"An": "written", "Bình": "written", "Dũng": "written"}
    assert going.error is not None
    assert {one.code for one in going.error.diagnostics} == {"glyph-missing"}


# --- several processes, killed ones -------------------------------------------------------------------------


@written_as(CLASS)
def test_workers_make_the_same_bytes(written: Written) -> None:
    alone = built(written, output=written.folder / "one", workers=1)
    several = built(written, output=written.folder / "two", workers=2)

    assert (len(alone.made), several.error) == (4, None)
    assert papers(written.folder / "one") == papers(written.folder / "two")


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="workers are found by what Linux tells")
def test_batches_killed_at_any_moment_go_on_and_lose_nothing(tmp_path: Path) -> None:
    tally = Tally()

    Killing(tmp_path, Sort(24, ("--workers", "2", "--to", "docx", *BUNDLES[2:])), 3, tally).kill()

    assert sum(tally.kills.values()) == 3
    assert tally.faults == []


@written_as(CLASS)
def test_papers_sent_to_another_process_are_as_they_were(written: Written) -> None:
    import pickle  # noqa: PLC0415

    plan = make_plan(written.data, order(written))
    job = pickle.loads(pickle.dumps(plan.papers.apart()))  # noqa: S301  (our own)

    for document in plan.documents:
        own = plan.papers.own(document.key)
        assert own is not None
        sent = job.paper(pickle.loads(pickle.dumps(own.apart())))  # noqa: S301  (our own)
        assert produce(sent, "pdf").content == produce(document.paper, "pdf").content
        assert sent.row == document.paper.row
