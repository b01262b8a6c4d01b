"""The front door's own words in Vietnamese, by their English: messages, tables and misuses."""

import re

from reportgen.cli.vietnamese_audit import AUDIT
from reportgen.cli.vietnamese_code import CODE
from reportgen.cli.vietnamese_help import HELP
from reportgen.cli.vietnamese_register import REGISTER
from reportgen.cli.vietnamese_review import REVIEW
from reportgen.cli.vietnamese_sign import SIGN
from reportgen.cli.vietnamese_verify import VERIFY

_ENDING = {
    "error": "lỗi",
    "warning": "cảnh báo",
    "missing": "còn thiếu",
    "note": "lưu ý",
    "hint": "cách sửa",
    "cell {cell}, sheet {sheet}, file {file}": "ô {cell}, trang tính {sheet}, tệp {file}",
    "still missing, shown as gaps:": "còn thiếu, in ra thành chỗ trống:",
    "to know:": "cần biết:",
    "Place": "Chỗ",
    "Weight": "Mức",
    "Remark": "Góp ý",
    "What to do": "Cách sửa",
    "there is nothing to say of a Word file: no copy is written": (
        "không có gì phải góp ý ở tệp Word nào: không ghi bản sao"
    ),
    "{count} remark": "{count} góp ý",
    "{count} remarks": "{count} góp ý",
    "no table file has anything wrong in a cell: no copy is written": (
        "không có gì phải góp ý cho bảng nào, nên không ghi bản góp ý"
    ),
    "numbers in sentences that no figure explains (write [figure] or [theo whom] behind one):": (
        "con số trong câu văn chưa rõ từ đâu ra (ghi [tên số liệu] hoặc [theo ai] ngay sau con số):"
    ),
    "document": "văn bản",
    "documents": "văn bản",
    "from": "làm từ",
    "key figures": "số liệu chính",
    "written": "mới",
    "unchanged": "không đổi",
    "replaced": "đã thay",
    "failed: {count} mistake": "không làm được: {count} lỗi",
    "failed: {count} mistakes": "không làm được: {count} lỗi",
    "… and {count} more": "… và {count} văn bản nữa",
    "{count} document made": "đã làm {count} văn bản",
    "{count} documents made": "đã làm {count} văn bản",
    "on blanks all papers are printed or none, so that no blank is spoiled; leave it out": (
        "trên phôi thì in tất cả hoặc không in gì, để không hỏng phôi; hãy bỏ tùy chọn này"
    ),
    "with --scheduler the workers of the cluster print; leave it out": (
        "có --scheduler thì các máy in của cụm máy làm việc ấy; hãy bỏ tùy chọn này"
    ),
    "it goes with --scheduler ADDRESS": "phải dùng cùng --scheduler ADDRESS",
    "write file:///folder or s3://bucket/folder, no password": "ghi file:///… hoặc s3://…, không mật khẩu",
    "with --store no paper is here; leave one out": "có --store thì văn bản không ở máy này; hãy bỏ một",
    "it is done on this computer; leave --scheduler out": "việc này làm trên máy này; hãy bỏ --scheduler",
    "each paper on a blank is a file of its own, named after its blank; leave it out": (
        "mỗi tờ in lên phôi là một tệp riêng, mang số của phôi; hãy bỏ tùy chọn này"
    ),
    "{file} ({how}): {papers} on {pages}, to be printed in one go": (
        "{file} ({how}): {papers}, {pages}, để in một lần"
    ),
    "{file} ({how}): {papers} packed in {files}, to be sent": (
        "{file} ({how}): {papers} nén trong {files}, để gửi"
    ),
    "{file} ({how}): {papers} listed": "{file} ({how}): danh mục {papers}",
    "{count} file": "{count} tệp",
    "{count} files": "{count} tệp",
    "it goes with --zip FOLDER": "phải ghi cùng --zip THƯ-MỤC",
    "with --zip-by it names a folder, in which each has a file: --zip {folder}": (
        "đã có --zip-by thì đây là tên thư mục, trong đó mỗi nơi có một tệp: --zip {folder}"
    ),
    "{count} paper": "{count} văn bản",
    "{count} papers": "{count} văn bản",
    "{count} page": "{count} trang",
    "{count} pages": "{count} trang",
    "{count} PDF stamped": "{count} tệp PDF làm theo khuôn",
    "{count} PDFs stamped": "{count} tệp PDF làm theo khuôn",
    "{count} laid out ({reasons})": "{count} tệp dàn trang riêng ({reasons})",
    "the first of their sort": "những tờ đầu của mỗi loại",
    "a value has two spaces, a line break or an odd letter": (
        "có chỗ ghi hai dấu cách, xuống dòng hoặc ký tự lạ"
    ),
    "words take more or fewer lines than before": "chữ chiếm số dòng khác với các tờ trước",
    "a style sheet was edited meanwhile": "tệp định dạng CSS vừa được sửa",
    "the template lets something move with the words": "trong mẫu có phần xê dịch theo chữ",
    "a stamp of such a page did not come to the same bytes": "làm thử theo khuôn không ra đúng từng byte",
    "they show a picture or chart of their own": "có ảnh hoặc biểu đồ riêng",
    "this version of WeasyPrint or Pango is not the one that stamps are proven for": (
        "bản WeasyPrint hoặc Pango đang cài không phải bản đã kiểm chứng để làm theo khuôn"
    ),
    "a long table was printed the slow way: {reason}": "có bảng dài phải in theo cách chậm: {reason}",
    "its rows are of more than 12 forms": "các dòng của bảng có hơn 12 dạng khác nhau",
    "a cell holds more than words, or goes over several rows": (
        "trong ô có thứ khác ngoài chữ, hoặc ô gộp nhiều dòng"
    ),
    "it has no heading (thead)": "bảng không có phần tiêu đề cột (thead)",
    "some letters are of another typeface": "có chữ phải lấy từ phông khác",
    "the style sheet goes by the place of rows, counts all pages or names others": (
        "tệp định dạng CSS tính theo thứ tự dòng, đếm tổng số trang hoặc gọi tệp khác"
    ),
    "the style sheet gives cells more than an alignment, a size, a weight and a colour": (
        "tệp định dạng CSS đặt cho ô nhiều hơn căn lề, cỡ chữ, độ đậm và màu chữ"
    ),
    "its lines are not all alike, or cells have a colour below them": (
        "đường kẻ của bảng không giống nhau, hoặc ô có màu nền"
    ),
    "it does not stand in the flow of the text, or has a foot": (
        "bảng không nằm trong dòng văn bản, hoặc có phần chân bảng"
    ),
    "a word or a row is too large for its place": "có từ hoặc dòng lớn hơn chỗ dành cho nó",
    "its pages are not alike": "các trang của bảng không giống nhau",
    "there is something to complain of": "trên trang có lỗi phải báo",
    "a proof of what would be written failed": "in thử không ra đúng như bản dàn trang đầy đủ",
    "{rate} a second": "{rate} văn bản/giây",
    "{count} left as it was": "giữ nguyên {count} văn bản",
    "{count} left as they were": "giữ nguyên {count} văn bản",
    "{count} not made": "chưa làm được {count} văn bản",
    "{count} document could be made": "có thể làm {count} văn bản",
    "{count} documents could be made": "có thể làm {count} văn bản",
    "to go on: run the same command again; it makes only what is missing": (
        "làm tiếp: chạy lại đúng lệnh ấy; chương trình chỉ làm phần còn thiếu"
    ),
    "to go on: mend what is said above and run the same command again; it makes only what is missing": (
        "làm tiếp: sửa những lỗi nêu trên rồi chạy lại đúng lệnh ấy; chương trình chỉ làm phần còn thiếu"
    ),
    "nothing failed": "không có lỗi",
    "{failed} of {count} data file failed": "{failed} trong {count} tệp dữ liệu có lỗi",
    "{failed} of {count} data files failed": "{failed} trong {count} tệp dữ liệu có lỗi",
    "{count} value still missing: drafts with gaps": "còn thiếu {count} giá trị: bản dự thảo có chỗ trống",
    "{count} values still missing: drafts with gaps": "còn thiếu {count} giá trị: bản dự thảo có chỗ trống",
}

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
    **_ENDING,
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
