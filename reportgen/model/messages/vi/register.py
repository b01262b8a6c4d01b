"""Lời của sổ đăng ký, và của văn bản đang được ban hành."""

from reportgen.model.messages.entry import Text

_BACKUP = "so với bản sao lưu gần nhất và hỏi xem ai đã làm"
_RESTORE = "lấy lại từ bản sao lưu"

MESSAGES: dict[str, Text] = {
    "no-office-folder": Text(
        "thư mục này và các thư mục trên nó không phải là thư mục của cơ quan: không có {file}",
        "vào thư mục của cơ quan, hoặc ghi --office THƯ-MỤC; `reportgen setup THƯ-MỤC` tạo thư mục đó",
    ),
    "register-missing": Text(
        "cơ quan chưa có sổ đăng ký",
        "trình duyệt (`reportgen submit`) hoặc ban hành (`reportgen issue`) một văn bản: "
        "sổ được mở cùng văn bản đầu tiên",
    ),
    "postgres-extra-missing": Text(
        "sổ đăng ký của cơ quan nằm trên máy chủ PostgreSQL, mà máy này chưa cài gói psycopg",
        'cài bằng lệnh: pip install "reportgen[postgres]"',
    ),
    "register-unreachable": Text(
        "không kết nối được với sổ đăng ký trên máy chủ: {why}",
        "xem địa chỉ trong tệp này, mạng có thông và máy chủ có chạy không; "
        "không mất gì, lệnh sau sẽ làm tiếp phần đang dở",
    ),
    "register-two": Text(
        "thư mục này vừa có địa chỉ sổ đăng ký trên máy chủ, vừa có sổ riêng: {other}",
        "giữ lại sổ đang chứa số của cơ quan, chuyển sổ kia ra khỏi thư mục",
    ),
    "register-moved": Text(
        "sổ này đã chuyển đi: nay ghi tiếp ở {to}",
        "làm việc trong thư mục cơ quan dẫn đến đó; nếu việc chuyển bị ngắt giữa chừng thì chạy lại đúng "
        "lệnh `reportgen register move`",
    ),
    "register-there": Text(
        "ở đó đã có {count} mục, của một sổ khác hoặc của sổ này nhưng đã ghi tiếp riêng",
        "chọn một cơ sở dữ liệu trống, hoặc đưa tệp ấy ra khỏi thư mục",
    ),
    "register-not-here": Text(
        "thư mục này không có {name} để chuyển",
        "xem sổ đang ở đâu: so-dang-ky.db là sổ trong thư mục, so-dang-ky.url dẫn đến máy chủ",
    ),
    "register-elsewhere": Text(
        "văn bản của sổ đăng ký này không nằm trong {folder} mà ở thư mục khác",
        "làm việc trong thư mục mà mọi người dùng chung sổ cùng dùng, như ổ đĩa mạng; "
        "nếu đây là bản sao của thư mục ấy thì chép cả thư mục ẩn .reportgen",
    ),
    "register-busy": Text(
        "chương trình khác đang dùng sổ đăng ký: {why}",
        "chờ nó xong rồi chạy lại; nếu không ai đang làm, hãy đóng chương trình đang giữ tệp",
    ),
    "register-disk-full": Text(
        "ổ đĩa không ghi được vào sổ đăng ký: {why}",
        "dọn chỗ trên ổ đĩa rồi chạy lại; việc đang dở sẽ làm tiếp từ đó",
    ),
    "register-read-only": Text(
        "không ghi được vào sổ đăng ký: {why}",
        "xin quyền ghi vào thư mục này, hoặc bỏ thuộc tính chỉ đọc của tệp",
    ),
    "register-unreadable": Text(
        "đây không phải sổ đăng ký, hoặc sổ đã hỏng: {why}",
        "đặt bản sao lưu gần nhất vào chỗ này, và báo người phụ trách máy",
    ),
    "register-unsound-here": Text(
        "sổ đăng ký này đã bị ai đó sửa hoặc cắt mất phần cuối: không ghi thêm gì vào sau đó",
        "xem `reportgen register verify` báo gì, rồi khôi phục sổ từ bản sao lưu",
    ),
    "register-newer": Text(
        "sổ này do bản reportgen mới hơn ghi (phiên bản {found}; chương trình này biết đến {known})",
        "cài bản reportgen mới hơn lên máy này",
    ),
    "register-copied": Text(
        "sổ này là bản sao, mà sổ gốc vẫn còn ở {other}",
        "chỉ ban hành từ một sổ; cất sổ kia đi, nếu không hai sổ sẽ cấp trùng số",
    ),
    "key-unfit": Text(
        "không dùng được khóa ký mã QR của cơ quan: {why}",
        "đặt lại đúng tệp khóa đã cất giữ; chỉ người giữ khóa cần quyền đọc tệp này",
    ),
    "key-there": Text(
        "cơ quan đã có khóa ký mã QR",
        "cứ dùng khóa ấy; cần công bố lại thì chạy `reportgen keys export`",
    ),
    "key-missing": Text(
        "cơ quan chưa có khóa ký mã QR", "tạo khóa bằng `reportgen keys new`, và cất một bản ở nơi an toàn"
    ),
    "no-public-key": Text(
        "không đọc được khóa công khai nào trong tệp này",
        "lấy tệp mà cơ quan đã công bố, do `reportgen keys export` ghi ra",
    ),
    "no-code-libraries": Text(
        "chưa cài thư viện để ký mã QR: {names}",
        'cài bằng lệnh: pip install "reportgen[qr]"',
    ),
    "no-scan-library": Text(
        "chưa cài thư viện đọc mã QR trong ảnh: {names}",
        'cài bằng lệnh: pip install "reportgen[scan]"; hoặc ghi chữ của mã, như điện thoại hiện ra',
    ),
    "scan-unreadable": Text(
        "không tìm mã QR trong tệp này được: {reason}",
        "lấy ảnh chụp hoặc ảnh quét dạng PNG, JPEG, WebP hay TIFF, hoặc tệp PDF",
    ),
    "no-code-found": Text(
        "không đọc được mã QR nào trong tệp này",
        "chụp lại: nhìn thẳng từ trên xuống, rõ nét, đủ sáng, trọn cả mã và lề trắng quanh mã; "
        "hoặc ghi chữ của mã, như điện thoại hiện ra",
    ),
    "kind-register-field": Text(
        "'{name}' không dùng làm {key} của văn bản được{meant}", "ghi một mục đúng kiểu: {known}"
    ),
    "kind-not-registered": Text(
        "văn bản loại '{kind}' không có số: kind.yaml của nó không có 'register'",
        "ghi ở đó số là mục nào và sổ ghi gì về văn bản; xem docs/kinds.md",
    ),
    "issue-gap": Text(
        "văn bản còn chỗ trống là bản dự thảo, chưa ban hành được; còn thiếu {count} giá trị",
        "điền những giá trị ghi là còn thiếu, rồi ban hành lại",
    ),
    "issue-changed": Text(
        "{number} đã ban hành ngày {date} từ dữ liệu khác; văn bản đã ban hành thì không sửa nữa",
        "trả dữ liệu về như cũ; nội dung sai thì sửa bằng một văn bản cùng hình thức, có số riêng "
        "(Điều 18 Nghị định 30/2020/NĐ-CP): `reportgen reissue --replaces {number}`",
    ),
    "issue-row-gone": Text(
        "{number} ngày {date} đã cấp từ danh sách này cho “{name}”, nay không còn trong danh sách; số dòng "
        "chưa có giấy: {count}",
        "nếu dòng ấy được sửa thì giấy mới phải thay giấy cũ: `reportgen reissue --replaces {number} --for "
        "TÊN`; nếu không thì ghi lại dòng ấy, và ghi các dòng mới vào một danh sách khác",
    ),
    "issue-again": Text(
        "trong sổ đã có văn bản y như thế này, số {number}, làm từ {source}",
        "mỗi văn bản chỉ ban hành một lần: bỏ nó ở đây, hoặc thu hồi văn bản kia trước",
    ),
    "issue-rows-alike": Text(
        "hai dòng đều là của “{name}”, không có gì để phân biệt: một văn bản sẽ mang hai số",
        "xóa một dòng; nếu đúng là hai văn bản thì ghi vào mỗi dòng điều mà dòng kia không có",
    ),
    "issue-before": Text(
        "văn bản ghi ngày {date}, mà {number} trước nó ghi ngày {last}: số phải theo thứ tự ngày",
        "ghi đúng ngày ban hành",
    ),
    "issue-renumber": Text(
        "văn bản này đã ban hành với số {number}, không đổi thành {other} được", "bỏ số kia đi"
    ),
    "issue-redate": Text(
        "{number} đã ban hành ngày {date}, không đổi thành ngày {other} được",
        "bỏ --date đi: văn bản đã ban hành thì giữ nguyên",
    ),
    "issue-stopped": Text(
        "dừng lại khi mới xong {count} trong {total} văn bản",
        "chạy lại đúng lệnh đó: sẽ làm tiếp với các số đã giữ",
    ),
    "number-unfit": Text("“{value}” không phải số văn bản", "chỉ ghi chữ số: --number 127"),
    "number-for-many": Text("một số {value} mà có {count} văn bản", "bỏ số đi: sổ cấp số cho từng văn bản"),
    "number-otherwise": Text("dữ liệu ghi số {value}, lệnh lại ghi {other}", "bỏ một trong hai"),
    "number-in-rows": Text(
        "cột “{name}” đã có sẵn số ({count} số); các số này do sổ đăng ký cấp", "để trống cột đó"
    ),
    "number-taken": Text("trong sổ đã có số {number} ({state})", "xin văn thư số khác"),
    "number-ours": Text(
        "số của {series} do sổ đăng ký cấp lần lượt; số tiếp theo là {number}", "không ghi số nữa"
    ),
    "number-not-ours": Text("số của {series} do văn thư cấp", "ghi số văn thư đã cấp: --number 127"),
    "number-unread": Text("“{value}” không phải số và ký hiệu", "ghi như 07/BB-PGDĐT"),
    "series-otherwise": Text(
        "ký hiệu “{series}” trong sổ ghi là “{known}”; ghi thế này thì số lại bắt đầu từ 01",
        "ghi đúng như trong sổ; nếu trong sổ mới là ghi nhầm thì thu hồi các văn bản ấy trước",
    ),
    "number-unknown": Text("trong sổ không có văn bản {value}", "dùng một trong các ký hiệu: {known}"),
    "number-ambiguous": Text("có nhiều văn bản {value}, của các năm {years}", "ghi rõ năm: --year 2026"),
    "revoke-not-issued": Text(
        "không thu hồi {number} được: văn bản {state}", "chỉ thu hồi được văn bản đã ban hành"
    ),
    "erase-nothing": Text(
        "những gì sổ ghi về {number} đã xóa từ trước",
        "xem ai xóa, lúc nào, vì sao bằng `reportgen register show`",
    ),
    "register-entry-edited": Text("mục {entry} của sổ bị sửa sau khi ghi", _BACKUP),
    "register-entry-gone": Text("trước mục {entry} của sổ có mục bị bỏ đi, thêm vào hoặc đổi chỗ", _BACKUP),
    "register-details-edited": Text("nội dung của mục {entry} bị sửa sau khi ghi", _BACKUP),
    "register-details-gone": Text("nội dung của mục {entry} đã mất, mà sổ không ghi là được xóa", _BACKUP),
    "register-number-gap": Text(
        "số {number} bị bỏ qua mà không mục nào nói vì sao", "so sổ với bản sao lưu gần nhất"
    ),
    "register-half-done": Text(
        "{number} đã có số nhưng chưa ban hành xong: lần chạy trước bị dừng",
        "chạy lại lệnh `reportgen issue` đó; số vẫn giữ nguyên",
    ),
    "register-paper-gone": Text("tệp của {number} không còn trong kho văn bản đã ban hành", _RESTORE),
    "register-paper-differs": Text(
        "tệp này không phải tệp đã ban hành với số {number}", f"{_RESTORE} tệp đã ban hành"
    ),
    "register-paper-unknown": Text(
        "sổ đăng ký không biết tệp này",
        "nếu văn bản này đã ban hành thật thì sổ là bản cũ hoặc mất mục ở cuối: đừng ban hành gì thêm, lấy "
        "lại bản sổ mới nhất; nếu không phải thì chuyển tệp đi",
    ),
    "register-cut": Text(
        "{number} mang mục {entry} của sổ này, mà sổ hết trước đó",
        f"cuối sổ đã bị cắt: {_RESTORE}",
    ),
    "register-rewritten": Text(
        "{number} mang mục {entry} khác với mục {entry} trong sổ",
        f"sổ đã bị ghi lại sau khi ban hành văn bản này: {_RESTORE}",
    ),
    "register-not-this": Text("{number} thuộc sổ của cơ quan khác", "hỏi cơ quan đã ban hành"),
    "paper-not-issued": Text("văn bản này chưa có trong sổ đăng ký nào", "ban hành nó trước"),
    "import-format": Text("sổ được đọc từ bảng tính, mà '{name}' thì không phải", "lưu thành .xlsx"),
    "import-column": Text("thiếu cột “{name}”", "đặt tên cột như `reportgen register export` đã ghi"),
    "import-no-number": Text(
        "dòng này nói về một văn bản mà không có số",
        "ghi số vào; nếu dòng này không phải văn bản trong sổ thì xóa trắng cả dòng",
    ),
    "import-date": Text("“{value}” không phải ngày", "ghi như 22/11/2026"),
    "export-nothing": Text(
        "“{title}” sẽ trống; trong sổ đăng ký có: {known}",
        "chọn bằng --year, --series, và thêm --certificates nếu phía sau có ghi như vậy",
    ),
    "import-state": Text(
        "“{value}” không cho biết văn bản này còn hiệu lực hay không",
        "để trống nếu văn bản còn hiệu lực, hoặc ghi: {known}",
    ),
    "export-format": Text("sổ được ghi ra .xlsx hoặc .pdf, mà tên '{name}' thì không", "đặt tên như vậy"),
}

PHRASES: dict[str, str] = {
    "begun": "mở sổ",
    "printed to be signed by hand": "đã in, chờ ký tay",
    "signed by hand": "đã ký tay",
    "being issued": "đang ban hành",
    "issued": "đã ban hành",
    "cancelled": "đã hủy số",
    "revoked": "đã thu hồi",
    "issued, brought in from another register": "đã ban hành, nhập từ sổ khác",
    "the printed register": "bản in của sổ",
    "taken out": "đã xóa nội dung",
    "it is no paper of the register": "tệp đó không có trong sổ đăng ký",
    "it is no file": "đó không phải là tệp",
    "no program made {name}, which is in it": "trong đó có {name} không do chương trình tạo ra",
}
