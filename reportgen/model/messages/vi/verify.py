"""Lời về việc kiểm tra văn bản: chữ ký số, sổ đăng ký và những gì văn bản mang theo."""

from reportgen.model.messages.entry import Text

MESSAGES: dict[str, Text] = {
    "reading-ended": Text(
        "không đọc được hết tệp này: {why}",
        "xin người gửi một tệp nguyên vẹn, và cũng đừng mở tệp này bằng phần mềm khác",
    ),
    "changed-after-signing": Text(
        "{role}: tệp đã bị sửa sau khi {name} ký",
        "đừng tin nội dung tệp này, hãy xin đúng tệp đã ký",
    ),
    "changed-before-signing": Text(
        "tệp đã bị sửa trước khi có người ký: sau văn bản đã ban hành còn có nội dung khác ngoài chữ ký",
        "đừng tin nội dung tệp này; hãy lấy lại văn bản như khi ban hành rồi ký lại",
    ),
    "signature-missing": Text(
        "{role} chưa ký; người phải ký là {who}",
        "để {who} ký vào tệp PDF bằng `reportgen sign` hoặc phần mềm ký số khác",
    ),
    "signature-other-person": Text(
        "{role}: người ký là {name}, mà văn bản này phải do {who} ký",
        "hỏi lại lý do; nếu văn bản ghi nhầm tên thì thu hồi rồi ban hành lại",
    ),
    "field-unasked": Text(
        "tệp này có một ô mà văn bản không có: {field}",
        "đừng tin những gì ô đó hiện ra, hãy xin tệp như trước khi có ô đó",
    ),
    "signature-strange": Text(
        "{role}: chứng thư số của {name} do {issuer} cấp, nơi mà cơ quan không tin cậy",
        "hỏi lại {name}; nếu biết rõ nơi cấp thì đưa chứng thư của nơi đó vào thư mục {folder} của cơ quan",
    ),
    "signature-revoked": Text(
        "{role}: chứng thư số của {name} đã bị thu hồi ngày {date}",
        "hỏi lại {name}; chỉ dấu thời gian hoặc sổ đăng ký mới cho biết chữ ký có trước ngày đó không",
    ),
    "signature-out-of-date": Text(
        "{role}: chứng thư số của {name} có hiệu lực từ {since} đến {until}, "
        "mà không có gì cho biết đã ký trong thời hạn đó",
        "xem sổ đăng ký để biết văn bản được ký lúc nào; văn bản lưu lâu dài cần có dấu thời gian",
    ),
    "revocation-unknown": Text(
        "{role}: ở đây không biết chứng thư số của {name} đã bị thu hồi hay chưa",
        "đưa danh sách chứng thư bị thu hồi (.crl) mà {issuer} công bố vào thư mục {folder} của cơ quan "
        "rồi kiểm tra lại",
    ),
    "trust-missing": Text(
        "cơ quan chưa cho biết tin cậy nơi cấp chứng thư nào: thư mục {folder} không có chứng thư gốc",
        "đưa vào đó chứng thư gốc (.pem, .cer) của những nơi cấp được tin cậy "
        "và danh sách thu hồi (.crl) của họ",
    ),
    "trust-unreadable": Text(
        "tệp này không phải chứng thư số, cũng không phải danh sách thu hồi",
        "tải lại từ nơi cấp, hoặc bỏ tệp ra khỏi thư mục này",
    ),
    "paper-unsigned": Text(
        "chưa ai ký số vào tệp này; chữ ký tay thì máy không kiểm tra được",
        "xem bản giấy gốc, hoặc để những người có tên trong văn bản ký số",
    ),
    "word-unsigned": Text("tệp Word không mang được chữ ký số", "kiểm tra tệp PDF của chính văn bản đó"),
    "paper-rolled-back": Text(
        "đây là {number} ở trạng thái trước: sổ đăng ký đã có tệp mới hơn của văn bản này",
        "lấy tệp mới nhất trong thư mục của cơ quan",
    ),
    "paper-not-standing": Text(
        "{number} không có hiệu lực: {state}{why}",
        "đừng dùng văn bản này nữa; `reportgen register show` cho biết sổ đăng ký ghi gì về nó",
    ),
    "signature-unfiled": Text(
        "sổ đăng ký chưa biết chữ ký cuối cùng trong tệp này",
        "nếu chữ ký đúng, đưa tệp vào lưu: `reportgen sign --signed {name}`",
    ),
    "register-unsound": Text(
        "chính sổ đăng ký đã bị ai đó sửa, không thể dựa vào sổ",
        "xem `reportgen register verify` báo gì, rồi khôi phục sổ từ bản sao lưu",
    ),
}
PHRASES: dict[str, str] = {
    "it took too long": "mất quá nhiều thời gian",
    "it took too much memory": "tốn quá nhiều bộ nhớ",
    "the program that reads it broke down": "chương trình đọc tệp bị dừng đột ngột",
    "its signatures cannot be read": "không đọc được chữ ký số của tệp",
    "time stamp": "dấu thời gian",
    "the field {field}": "ô {field}",
    " ({date})": " ({date})",
    " ({date}); reason: {reason}": " ({date}); lý do: {reason}",
}
