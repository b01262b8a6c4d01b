"""``reportgen build``."""

from pathlib import Path

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import said_here
from reportgen.cli.misfits import refuse_with_blank, refuse_with_cluster, refuse_zip_by
from reportgen.cli.options import (
    DataFiles,
    Date,
    Format,
    Fresh,
    Index,
    KeepGoing,
    Merge,
    Office,
    OnBlank,
    Output,
    Overwrite,
    Print,
    Proof,
    Scheduler,
    Templates,
    TestSheet,
    To,
    Workers,
    Zip,
    ZipBy,
    today,
)
from reportgen.cli.storing import Store, refuse_with_store


def run(  # noqa: PLR0913, PLR0917  (one argument per option)
    data: DataFiles,
    to: To = None,
    output: Output = Path("out"),
    templates: Templates = None,
    office: Office = None,
    date: Date = None,
    form: Print = Format.TEXT,
    prove: Proof = None,
    on_blank: OnBlank = None,
    workers: Workers = None,
    scheduler: Scheduler = None,
    store: Store = None,
    merge: Merge = None,
    zip_file: Zip = None,
    zip_by: ZipBy = "",
    index: Index = None,
    *,
    test_sheet: TestSheet = False,
    keep_going: KeepGoing = False,
    fresh: Fresh = False,
    overwrite: Overwrite = False,
) -> None:
    """Make the documents that the data files ask for.

    Each is written whole or not at all. A file that somebody changed, or that reportgen did not write, is
    never replaced unless --overwrite says so. A data file with mistakes does not stop the others.

    The same command again makes only what is missing or has changed: it goes on where it was stopped.
    """
    day = today(date)
    bundles = {"--merge": merge, "--zip": zip_file, "--index": index}
    refuse_with_blank(on_blank, to or (), test_sheet=test_sheet, keep_going=keep_going, bundles=bundles)
    refuse_zip_by(zip_file, zip_by)
    refuse_with_cluster(scheduler, workers=workers, on_blank=on_blank)
    refuse_with_store(store, scheduler, {"--merge": merge, "--zip": zip_file, "--prove": prove})
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.batch import Order, Prove, Words, build, build_on_blanks, try_blank  # noqa: PLC0415
        from reportgen.cli.ending import report_ending  # noqa: PLC0415
        from reportgen.cli.findings import print_findings, told_briefly  # noqa: PLC0415
        from reportgen.cli.progress import progress_bar  # noqa: PLC0415
        from reportgen.kinds import Shelf  # noqa: PLC0415

        targets = tuple(dict.fromkeys(to or ()))
        shelf, wanted = Shelf.usual(templates, office=office), Prove(prove) if prove else None
        order = Order(
            shelf, day, targets, output, overwrite=overwrite, prove=wanted,
            keep_going=keep_going, fresh=fresh, workers=workers, merge=merge,
            zip=zip_file, zip_by=zip_by, index=index, words=Words(said_here, told_briefly),
            scheduler=scheduler, store=store, day=day if date else None,
        )  # fmt: skip
        with progress_bar() as advance:
            if on_blank is None:
                built = build(data, order, advance)
            elif test_sheet:
                built = try_blank(data[0], order, on_blank)
            else:
                built = build_on_blanks(data, order, on_blank, advance)
    print_findings(built.notes)
    report_ending(built.outcomes, form, writing=True, bundled=built.bundled)
