"""The front door's own words in Vietnamese, by their English: messages, tables and misuses."""

import re

from reportgen.cli.vietnamese_audit import AUDIT
from reportgen.cli.vietnamese_code import CODE
from reportgen.cli.vietnamese_ending import ENDING
from reportgen.cli.vietnamese_help import HELP
from reportgen.cli.vietnamese_register import REGISTER
from reportgen.cli.vietnamese_review import REVIEW
from reportgen.cli.vietnamese_sign import SIGN
from reportgen.cli.vietnamese_verify import VERIFY

_FIGURES = {
    "a paper is one document already": "văn bản đã là của riêng một nơi, một người rồi",
    "only a paper is held against data": "chỉ văn bản đã làm xong mới đem so với dữ liệu",
    "{table}: the same {rows} as when the paper was made": "{table}: vẫn đúng {rows} như khi làm văn bản",
    "{table}: {rows}, of which only the sums were compared": "{table}: {rows}, chỉ so được các tổng",
    "as it was made": "đúng như khi làm ra",
    "{count} thing is not as it was made": "{count} chỗ không còn như khi làm ra",
    "{count} things are not as they were made": "{count} chỗ không còn như khi làm ra",
    "{count} of {all} figures computed again": "đã tính lại {count} trong {all} số liệu",
    "{title}, from {source}": "{title}, làm từ {source}",
    "figure": "số liệu",
    "printed": "in ra",
    "exact": "đúng ra",
    "formula": "công thức",
    "declared at": "khai báo ở",
    "exactly {value}": "đúng ra {value}",
    "formula:": "công thức:",
    "rounding:": "làm tròn:",
    "note:": "ghi chú:",
    "{count} row": "{count} dòng",
    "{count} rows": "{count} dòng",
    "each row: {formula}": "mỗi dòng: {formula}",
    "ASSUMED, not reported: {why}": "GIẢ ĐỊNH, không do báo cáo: {why}",
    "counts": "có tính",
    "… and {count} more; --all shows them": "… và {count} dòng nữa; thêm --all để xem hết",
}

_KINDS = {
    "version {number}": "phiên bản {number}",
    "one document for each of {rows}": "mỗi bản cho một dòng của {rows}",
    "{rows} by {columns}": "{rows} gộp theo {columns}",
    "data:": "dữ liệu:",
    "figures:": "số liệu:",
    "checks:": "điều được kiểm tra:",
    "optional": "không bắt buộc",
    "required": "bắt buộc",
    "default {value}": "mặc định {value}",
    "one of {choices}": "một trong {choices}",
}

_DOCTOR = {
    "ok": "có",
    "MISSING": "THIẾU",
    "absent": "không có",
    "fonts": "phông chữ",
    "stamps": "khuôn in",
    "writing": "ghi tệp",
    "needed for {what}": "cần cho {what}",
    "to do: {what}": "cần làm: {what}",
}

_DIFF = {
    "figures": "số liệu",
    "figures that print the same, although their exact values differ": (
        "số liệu in ra như nhau, tuy giá trị đúng khác nhau"
    ),
    "in the earlier files {old} → {new}:": "trong các tệp đợt trước {old} → {new}:",
    "data": "dữ liệu",
    "claims": "số đã công bố",
    "assumed, not reported": "giả định, không do báo cáo",
    "changed: {what}": "đã đổi: {what}",
    "no difference": "không có gì khác",
    "{count} figure": "{count} số liệu",
    "{count} figures": "{count} số liệu",
    "{count} value": "{count} giá trị",
    "{count} values": "{count} giá trị",
    "{count} claim": "{count} số đã công bố",
    "{count} claims": "{count} số đã công bố",
    "CORRECTED: {old} → {new}": "ĐÃ ĐÍNH CHÍNH: {old} → {new}",
    "nothing": "(trống)",
    "corrections": "đính chính",
    "{count} correction": "{count} đính chính",
    "{count} corrections": "{count} đính chính",
    "{count} assumption": "{count} điều giả định",
    "{count} assumptions": "{count} điều giả định",
    "{count} table in another order": "{count} bảng theo thứ tự khác",
    "{count} tables in another order": "{count} bảng theo thứ tự khác",
    "by {columns}": "theo {columns}",
    "no key is declared: rows are matched by their place": "không khai báo khóa: so từng dòng theo vị trí",
    "the rows that are in both stand in another order": "các dòng có ở cả hai tệp đứng theo thứ tự khác",
    "{difference} points": "{difference} điểm phần trăm",
    "{count} place": "{count} chỗ",
    "{count} places": "{count} chỗ",
    "after “{words}”: ": "sau “{words}”: ",
    "page {number}": "trang {number}",
    "{count} finding": "{count} lỗi thể thức",
    "{count} findings": "{count} lỗi thể thức",
    "no rule is broken": "không có lỗi thể thức",
    "no rule is broken of what was looked at": "chưa thấy lỗi trong những điều xem được",
    "kind not recognised": "không rõ loại văn bản",
}

_SETUP = {
    "Name of the office": "Tên cơ quan",
    "Office above it, as papers name it": "Cơ quan chủ quản, như ghi trên văn bản",
    "Name at the head of papers": "Tên cơ quan ở phần đầu văn bản, mỗi dòng cách nhau bằng dấu /",
    "Office above it, at the head of papers": "Cơ quan chủ quản ở phần đầu văn bản",
    "Abbreviation in symbols": "Chữ viết tắt trong ký hiệu văn bản",
    "Place where papers are signed": "Địa danh ghi trên văn bản",
    "Title of who signs": "Chức vụ người ký",
    "Name of who signs": "Họ và tên người ký",
    "The office is there since": "Cơ quan hoạt động từ ngày (dd/mm/yyyy)",
    "nobody answers; give it as an option": "không ai trả lời; hãy ghi thành tùy chọn của lệnh",
    "supposed, correct it there if it is not so: {what}": "tự đoán, nếu không đúng thì sửa trong tệp: {what}",
    "data files below this folder may leave out what stands there": (
        "các tệp dữ liệu trong thư mục này không cần ghi lại những gì đã có ở đó"
    ),
}

_USE = {
    "Try '{command}' for help.": "Gõ '{command}' để xem hướng dẫn.",
    "Error: {what}": "Lỗi: {what}",
    "'{folder}' is a document kind itself; name the folder above it": (
        "'{folder}' chính là một loại văn bản; ghi tên thư mục chứa nó"
    ),
    "'{folder}' holds no document kinds, folders with a kind.yaml in them": (
        "'{folder}' không chứa loại văn bản nào, tức là thư mục có tệp kind.yaml"
    ),
    "it goes with --on-blank FILE": "phải đi cùng --on-blank TỆP",
    "on blanks only PDF is printed, because Word moves words about; leave --to docx out": (
        "lên phôi chỉ in bản PDF, vì Word có thể xê dịch chữ; xin bỏ --to docx"
    ),
    "'{folder}' holds no offices.yaml": "'{folder}' không có tệp offices.yaml",
    "'{file}' is written with --example": "muốn ghi ra '{file}' thì thêm --example",
    "'{date}' is not a date; write dd/mm/yyyy": "'{date}' không phải là ngày; ghi dd/mm/yyyy",
}

TEXTS: dict[str, str] = {
    **ENDING,
    **_FIGURES,
    **_KINDS,
    **_DOCTOR,
    **_DIFF,
    **_SETUP,
    **HELP,
    **REGISTER,
    **AUDIT,
    **CODE,
    **REVIEW,
    **SIGN,
    **VERIFY,
    **_USE,
}

_MISUSES = {
    r"Missing (?:argument|option) '(.+?)'\.(?: Choose from:\s+(.+))?": r"thiếu \1",
    r"Missing command\.": "chưa ghi lệnh",
    r"No such command '(.+?)'\. Did you mean (.+)\?": r"không có lệnh '\1'; có phải là \2 không?",
    r"No such command '(.+?)'\.": r"không có lệnh '\1'",
    r"No such option: (\S+) \(Possible options: (.+)\)": r"không có tùy chọn \1; có phải là \2 không?",
    r"No such option: (\S+)": r"không có tùy chọn \1",
    r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)": r"thừa tham số: \1",
    r"Option '(.+)' requires an argument\.": r"sau \1 phải ghi giá trị",
    r"Option '(.+)' does not take a value\.": r"sau \1 không ghi giá trị",
    r"Invalid value for '?(.+?)'?: (?:Value error, )?'(.+)' is not one of (.+?)\.?": (
        r"giá trị '\2' của \1 không thuộc \3"
    ),
    r"Invalid value for '?(.+?)'?: \w+ '(.+)' does not exist\.": r"giá trị của \1: không có '\2'",
    r"Invalid value for '?(.+?)'?: \w+ '(.+)' is a file\.": r"giá trị của \1: '\2' là một tệp",
    r"Invalid value for '?(.+?)'?: \w+ '(.+)' is a directory\.": r"giá trị của \1: '\2' là thư mục",
    r"Invalid value for '?(.+?)'?: (.+)": r"giá trị của \1: \2",
}

MISUSES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), other) for pattern, other in _MISUSES.items()
)
