"""A paper's life: approved, issued under a number, filed, revoked; what the register tells of it."""

from reportgen.papers.backup import back_up
from reportgen.papers.bring_in import bring_in
from reportgen.papers.by_hand import ForPen, Printing, print_for_pen
from reportgen.papers.erase import erase
from reportgen.papers.export import Choice, export
from reportgen.papers.issue import issue
from reportgen.papers.lookup import find_drafts, find_paper, is_number
from reportgen.papers.move import move_to_file, move_to_server
from reportgen.papers.objections import Answer
from reportgen.papers.office import OfficeFolder, find_office
from reportgen.papers.records import Filed, Issuing, Request, Reviewed, Reviewing, Settled
from reportgen.papers.review import answer, submit
from reportgen.papers.revoke import revoke
from reportgen.papers.scan import file_scan
from reportgen.papers.sheets import CERTIFICATES, DOCUMENTS
from reportgen.papers.status import Whereabouts, whereabouts
from reportgen.papers.verify import Verified, verify
from reportgen.papers.withdraw import withdraw

__all__ = [
    "CERTIFICATES", "DOCUMENTS", "Answer", "Choice", "Filed", "ForPen", "Issuing", "OfficeFolder",
    "Printing", "Request", "Reviewed", "Reviewing", "Settled", "Verified", "Whereabouts", "answer",
    "back_up", "bring_in", "erase", "export", "file_scan", "find_drafts", "find_office", "find_paper",
    "is_number", "issue", "move_to_file", "move_to_server", "print_for_pen", "revoke", "submit",
    "verify", "whereabouts", "withdraw",
]  # fmt: skip
