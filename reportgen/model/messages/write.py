"""Words for the loading dock: what disks and folders can do wrong."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "office-file-there": Message(
        "the office has its file already", "change that one, or name another folder"
    ),
    "file-exists": Message(
        '"{name}" is already there, and {whose}',
        "move it away or give the new one another name; build, fill and kinds replace it with --overwrite",
    ),
    "file-changed-meanwhile": Message(
        '"{name}" was changed by another program while the new one was being made',
        "look at what was changed there, then run again",
    ),
    "file-other-spelling": Message(
        '"{name}" differs only in capitals or in how its accents are stored from "{other}", '
        "which is already there",
        "rename one of them; Windows and macOS cannot keep both in one folder",
    ),
    "paper-left-over": Message(
        '"{name}" was made from {source} before, and is not asked for any more',
        "move it away if it is out of date, so that nobody hands it out",
        "warning",
    ),
    "file-twice": Message(
        'two documents would be written to "{name}"{also}',
        "put into file_name what tells them apart, such as a number or a name",
    ),
    "file-in-the-way": Message(
        '"{folder}" must be a folder, to hold "{name}", but it is {what}',
        "move it away or give the new one another name",
    ),
    "target-not-a-file": Message(
        '"{name}" is already there and is {what}',
        "move it away or give the new one another name",
    ),
    "target-outside": Message(
        '"{name}" leads out of the output folder, to {where}',
        "name a file inside the output folder",
    ),
    "file-name-unfit": Message(
        '"{name}" cannot be a file name: {why}',
        "change file_name, or the value that it takes from the data",
    ),
    "path-too-long": Message(
        '"{name}" makes a path that is too long for this disk',
        "shorten file_name, or write into a folder nearer to the top",
    ),
    "file-write-protected": Message(
        '"{name}" is write-protected',
        "lift the protection if it may be replaced, or give the new one another name",
    ),
    "file-open-elsewhere": Message(
        '"{name}" is open in {program}',
        'close it there; if nobody has it open, delete the left-over "{lock}"',
    ),
    "file-in-use": Message(
        '"{name}" is in use by another program',
        "close it there, then run again",
    ),
    "folder-write-protected": Message(
        "nothing can be written into the folder {folder}",
        "ask its owner for the right to write, or write into another folder",
    ),
    "folder-not-a-folder": Message(
        "{folder} is not a folder",
        "name a folder, or move the file away",
    ),
    "fill-output-format": Message(
        'what is made is a {suffix} file, which "{name}" does not say', 'name it "{right}"'
    ),
    "output-is-input": Message(
        '"{name}" is one of the files that the new one is made of', "give the new one another name or folder"
    ),
    "folder-busy": Message(
        "another reportgen is writing into this folder: {holder}",
        "wait until it has finished, or write into another folder",
    ),
    "folder-cannot-lock": Message(
        "this folder's disk cannot be locked, so two builds at once could not be kept apart: {why}",
        "write into a folder on this computer, then copy the result",
    ),
    "folder-vanished": Message(
        'a folder on the way to "{name}" was deleted or moved meanwhile',
        "put the folder back or choose another one, then run again",
    ),
    "disk-full": Message(
        'there is no space left for "{name}"',
        "make room on the disk (or ask for a larger quota), then run again",
    ),
    "no-room": Message(
        "no room is left on the disk: in the folder for temporary files, or where the output goes",
        "make room there, or let TMPDIR name a folder on another disk, then run the same command again",
    ),
    "file-too-big": Message(
        '"{name}" is larger than this system lets a file be',
        "raise the limit (ulimit -f), or write to another disk",
    ),
    "write-not-permitted": Message(
        'writing "{name}" is not permitted',
        "ask the folder's owner for the right to write, close the file where it is open, "
        "or write into another folder",
    ),
    "disk-failed": Message(
        'the disk failed at "{name}"',
        "check the disk and its connection, then run again",
    ),
    "stopped": Message(
        "it was stopped: {count} of {total} documents are there",
        "run the same command again: it makes those that are missing",
    ),
    "nothing-to-merge": Message(
        'no PDF is made that "{name}" could hold',
        "add --to pdf if there is a template for it, or leave --merge out",
    ),
    "zip-by-unknown": Message(
        "no column of the data is called '{field}'{meant}",
        "name one of these behind --zip-by: {known}; or leave it out, for one file",
    ),
    "bundle-incomplete": Message(
        '"{name}" is not made, because papers of {sources} are missing{older}',
        "mend what is said of them and run the same command again; --keep-going takes those that are there",
    ),
    "bundle-lacks": Message(
        '"{name}" lacks papers of {sources}',
        "mend what is said of them and run the same command again",
        "warning",
    ),
    "bundle-stopped": Message(
        'it was stopped before "{name}" was made',
        "run the same command again: it makes only what is missing",
    ),
    "press-died": Message(
        'the press died twice over this paper of the kind "{kind}"',
        "see whether the computer has memory left (--workers 1 takes least), then run again; if it dies "
        "again, this paper's data or pictures are too much for it",
    ),
    "memory-short": Message(
        "there is not enough memory to go on here",
        "close other programs, or take fewer --workers, then run the same command again",
    ),
    "write-failed": Message(
        '"{name}" could not be written: {why}',
        "mend what the system complains of, then run again",
    ),
    "journal-line-unreadable": Message(
        "this line of the folder's journal is damaged{more}; a paper that only such a line told of counts as "
        "not made by reportgen until it is made the same again",
        "nothing is to be done; if a paper is refused as not made by reportgen, look at it, then run again "
        "with --overwrite",
        severity="warning",
    ),
}
