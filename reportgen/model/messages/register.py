"""Words for the register, and for papers on their way into it."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "no-office-folder": Message(
        "neither this folder nor one above it is an office's: none holds {file}",
        "go to the office's folder, or name it with --office DIR; `reportgen setup DIR` makes one",
    ),
    "register-missing": Message(
        "this office has no register yet",
        "hand in a paper (`reportgen submit`) or issue one (`reportgen issue`): the register is begun "
        "with the first",
    ),
    "postgres-extra-missing": Message(
        "this office's register is on a PostgreSQL server, and the package psycopg is not installed",
        'install it with: pip install "reportgen[postgres]"',
    ),
    "register-unreachable": Message(
        "the register on the server cannot be reached: {why}",
        "look at the address in this file, and whether the network is there and the server runs; "
        "nothing was lost, what was begun goes on with the next command",
    ),
    "register-two": Message(
        "this folder holds the address of a register on a server, and a register of its own too: {other}",
        "keep the one that holds this office's numbers, and move the other out of the folder",
    ),
    "register-moved": Message(
        "this register was moved: it goes on in {to}",
        "work in the office's folder that leads there; if the move was interrupted, run the same "
        "`reportgen register move` again",
    ),
    "register-there": Message(
        "there are {count} entries already, of another register or of one that went on by itself",
        "name an empty database, or take that file out of the folder",
    ),
    "register-not-here": Message(
        "there is no {name} in this folder, whose register could be moved",
        "look where the register is: so-dang-ky.db lies in the folder, so-dang-ky.url leads to a server",
    ),
    "register-elsewhere": Message(
        "the papers of this register lie in another folder than {folder}",
        "work in the folder that all who share the register use, such as one on a network drive; "
        "if it is a copy of that, take its hidden folder .reportgen along",
    ),
    "register-busy": Message(
        "the register is in use by another program: {why}",
        "wait until it has finished and run again; if nothing works on it, close what holds the file open",
    ),
    "register-disk-full": Message(
        "the disk did not take what belongs into the register: {why}",
        "make room on the disk, then run again; what was begun goes on where it was",
    ),
    "register-read-only": Message(
        "the register cannot be written: {why}",
        "ask the folder's owner for the right to write there, or lift the protection of the file",
    ),
    "register-unreadable": Message(
        "this is no register, or a damaged one: {why}",
        "put the last backup in its place, and tell whoever looks after the computer",
    ),
    "register-unsound-here": Message(
        "somebody changed this register, or cut off its end: nothing is written behind that",
        "see what `reportgen register verify` finds, and bring the register back from a backup",
    ),
    "register-newer": Message(
        "a newer reportgen has written this register (its version is {found}; this program knows {known})",
        "install the newer reportgen on this computer too",
    ),
    "register-copied": Message(
        "this register is a copy, and the one it was copied from is still there: {other}",
        "issue from one of them only; take the other away, or both would give the same numbers",
    ),
    "key-unfit": Message(
        "the office's key for QR codes cannot be used: {why}",
        "put the key back as it was saved; nobody but its owner needs to read it",
    ),
    "key-there": Message(
        "the office has a key for QR codes already",
        "go on with it; publish it anew with `reportgen keys export`",
    ),
    "key-missing": Message(
        "the office has no key for QR codes yet",
        "make one with `reportgen keys new`, and keep a copy in a safe",
    ),
    "no-public-key": Message(
        "no public key can be read in this file",
        "take the file that the office has published, made by `reportgen keys export`",
    ),
    "no-code-libraries": Message(
        "libraries for signed QR codes are not installed: {names}",
        'install them with: pip install "reportgen[qr]"',
    ),
    "no-scan-library": Message(
        "libraries that read QR codes in pictures are not installed: {names}",
        'install them with: pip install "reportgen[scan]"; or give the text of the code, as a phone shows it',
    ),
    "scan-unreadable": Message(
        "it cannot be looked through for QR codes: {reason}",
        "take a photo or a scan as PNG, JPEG, WebP or TIFF, or a PDF",
    ),
    "no-code-found": Message(
        "no QR code can be read in it",
        "take the photo again: from straight above, sharp, in even light, the whole code with its margin; "
        "or give the text of the code, as a phone shows it",
    ),
    "kind-register-field": Message(
        "'{name}' cannot be the {key} of a paper{meant}", "name a field of the right type: {known}"
    ),
    "kind-not-registered": Message(
        "papers of the kind '{kind}' have no numbers: its kind.yaml has no 'register'",
        "say there what the number is and how the register tells of a paper; docs/kinds.md shows how",
    ),
    "issue-gap": Message(
        "a paper with gaps is a draft and cannot be issued; missing: {count}",
        "give the values listed as missing, then issue again",
    ),
    "issue-changed": Message(
        "{number} was issued on {date} from other data than these; an issued paper is never changed",
        "put the data back as they were; a mistake in the content is put right by another paper of the "
        "same form, with a number of its own (Decree 30/2020, Article 18): "
        "`reportgen reissue --replaces {number}`",
    ),
    "issue-row-gone": Message(
        "{number} of {date} was issued from this list for “{name}”, who is not in it any more; rows without "
        "a paper: {count}",
        "if that row was corrected, its paper takes the place of the other: "
        "`reportgen reissue --replaces {number} --for NAME`; if not, put it back, and write new rows into a "
        "list of their own",
    ),
    "issue-again": Message(
        "a paper that says just this stands in the register already as {number}, from {source}",
        "take it out here, or revoke the other one first: a paper is issued once",
    ),
    "issue-rows-alike": Message(
        "two rows ask for a paper for “{name}”, and nothing tells them apart: it would get two numbers",
        "delete one of them; if they are two, say in each what the other does not say",
    ),
    "issue-before": Message(
        "the paper is of {date}, and {number} before it is of {last}: numbers follow the days",
        "give it the day on which it is issued",
    ),
    "issue-renumber": Message(
        "this paper was issued as {number} and cannot become {other}", "leave the other number out"
    ),
    "issue-redate": Message(
        "{number} was issued on {date}; its day cannot become {other}",
        "leave --date out: an issued paper stays as it is",
    ),
    "issue-stopped": Message(
        "stopped after {count} of {total} papers",
        "run the same command again: it goes on with the same numbers",
    ),
    "number-unfit": Message("“{value}” is no number of a paper", "write digits only: --number 127"),
    "number-for-many": Message(
        "one number, {value}, for {count} papers", "leave it out: the register gives each its own"
    ),
    "number-otherwise": Message("the data say number {value}, the command {other}", "leave one of them out"),
    "number-in-rows": Message(
        "numbers stand in the column “{name}” already ({count} of them); the register gives them itself",
        "leave that column empty",
    ),
    "number-taken": Message(
        "{number} stands in the register already ({state})", "ask the registry clerk for another number"
    ),
    "number-ours": Message(
        "the numbers of {series} are given by the register, one after the other; the next is {number}",
        "leave the number out",
    ),
    "number-not-ours": Message(
        "the numbers of {series} are the registry clerk's", "give the clerk's number: --number 127"
    ),
    "number-unread": Message("“{value}” is no number with its symbol", "write it as in 07/BB-PGDĐT"),
    "series-otherwise": Message(
        "“{series}” stands in the register as “{known}”; numbers would begin anew from 01",
        "write it as in the register; if that one is the slip, revoke its papers first",
    ),
    "number-unknown": Message(
        "no paper in the register is called {value}", "use one of its symbols: {known}"
    ),
    "number-ambiguous": Message(
        "several papers are called {value}, of the years {years}", "say of which year: --year 2026"
    ),
    "revoke-not-issued": Message(
        "{number} cannot be revoked: it is {state}", "only a paper that was issued can be revoked"
    ),
    "erase-nothing": Message(
        "what the register told of {number} was erased before",
        "look with `reportgen register show` who did it, when and why",
    ),
    "register-entry-edited": Message(
        "entry {entry} was changed after it was written",
        "compare it with the last backup, and ask who did it",
    ),
    "register-entry-gone": Message(
        "before entry {entry} something was taken out, put in, or moved",
        "compare it with the last backup, and ask who did it",
    ),
    "register-details-edited": Message(
        "what entry {entry} tells was changed after it was written",
        "compare it with the last backup, and ask who did it",
    ),
    "register-details-gone": Message(
        "what entry {entry} tells is gone, and nobody has entered that it was taken out",
        "compare it with the last backup, and ask who did it",
    ),
    "register-number-gap": Message(
        "the number {number} was passed over, and no entry says why",
        "compare the register with the last backup",
    ),
    "register-half-done": Message(
        "{number} has its number, but is not issued: a run was stopped",
        "run that `reportgen issue` again; it goes on with the same number",
        "warning",
    ),
    "register-paper-gone": Message(
        "the file of {number} is gone from the issued papers", "bring it back from a backup"
    ),
    "register-paper-differs": Message(
        "this is not the file that was issued as {number}", "bring the issued one back from a backup"
    ),
    "register-paper-unknown": Message(
        "the register knows nothing of this file",
        "if it was issued, the register is an old copy, or its last entries are missing: issue nothing, and "
        "bring the newest one back; if it was not, move it away",
    ),
    "register-cut": Message(
        "{number} carries entry {entry} of this register, which ends before it",
        "bring the register back from a backup: its last entries were cut off",
    ),
    "register-rewritten": Message(
        "{number} carries another entry {entry} than the register now has",
        "bring the register back from a backup: it was written anew after this paper",
    ),
    "register-not-this": Message(
        "{number} is of another office's register", "ask the office that issued it", "warning"
    ),
    "paper-not-issued": Message("this paper has no place in any register", "issue it first", "warning"),
    "import-format": Message('a register is read from a workbook, which "{name}" is not', "save it as .xlsx"),
    "import-column": Message(
        "the column “{name}” is missing", "name the columns as `reportgen register export` does"
    ),
    "import-no-number": Message(
        "this row says something of a paper, and has no number",
        "write its number; if it is no paper of the register, empty the row",
    ),
    "import-date": Message("“{value}” is no day", "write it as in 22/11/2026"),
    "export-nothing": Message(
        "“{title}” would be empty; the register has: {known}",
        "choose with --year, --series, and --certificates where it stands behind them",
    ),
    "import-state": Message(
        "“{value}” does not say where this paper stands",
        "leave it empty where the paper stands, or write: {known}",
    ),
    "export-format": Message(
        'a register is written as .xlsx or .pdf, which "{name}" does not say', "name it so"
    ),
}
