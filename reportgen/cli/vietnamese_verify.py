"""What the front door says of verified papers in Vietnamese, by its English."""

VERIFY: dict[str, str] = {
    "Tell what may be believed of papers, or of a certificate's QR code; no network is needed.": (
        "Cho biết văn bản, hoặc mã QR trên giấy chứng nhận, có tin được không; không cần mạng."
    ),
    "Looked at are signatures, the place in the office's register, figures and pages; the verdict comes "
    "first. Hold what a code says against the certificate; a PDF that was issued is held against its own "
    "code. The exit code is 10 unless all is well.": (
        "Kiểm tra chữ ký số, sổ đăng ký của cơ quan, số liệu và nội dung trang; kết luận ghi trước. Mã QR "
        "thì hãy đối chiếu với giấy chứng nhận; tệp PDF đã ban hành thì đối chiếu với chính mã nó có. Mã "
        "thoát là 10, trừ khi mọi thứ đều đúng."
    ),
    "PDF and Word papers, or folders of them; with --qr, the paper to hold the code against.": (
        "Văn bản PDF, Word hoặc thư mục chứa chúng; khi có --qr thì là giấy để đối chiếu với mã."
    ),
    "With --qr: a published key; without it, that of the office's folder.": (
        "Đi cùng --qr: khóa công khai đã công bố; không ghi thì lấy khóa trong thư mục của cơ quan."
    ),
    "The office's folder, with its register and whom it trusts; without it, the nearest above.": (
        "Thư mục của cơ quan, có sổ đăng ký và những nơi cấp chứng thư được tin cậy; không ghi thì tìm "
        "từ đây trở lên."
    ),
    "name papers, or a QR code with --qr": "ghi tên văn bản, hoặc mã QR sau --qr",
    "VALID: {file}": "HỢP LỆ: {file}",
    "TEST: {file}: all is well, but the keys are those of a test authority and worth nothing in law": (
        "BẢN THỬ (TEST): {file}: mọi thứ đều đúng, nhưng khóa ký là khóa thử, không có giá trị pháp lý"
    ),
    "CANNOT TELL: {file}": "CHƯA KẾT LUẬN ĐƯỢC: {file}",
    "NOT VALID: {file}": "KHÔNG HỢP LỆ: {file}",
    "valid: {count}": "hợp lệ: {count}",
    "TEST: {count}": "bản thử (TEST): {count}",
    "cannot tell: {count}": "chưa kết luận được: {count}",
    "not valid: {count}": "không hợp lệ: {count}",
    "not revoked": "chưa bị thu hồi",
    "whether it was revoked is not known": "chưa biết đã bị thu hồi hay chưa",
    "revoked": "đã bị thu hồi",
    "out of date": "hết hạn",
    "not trusted here": "cơ quan không tin cậy nơi cấp",
    "trusted by nobody here": "cơ quan chưa ghi tin cậy nơi cấp nào",
    "{number} of {date}; the register says: {state}": "{number} ngày {date}; sổ đăng ký ghi: {state}",
    "signed before {time}, as a time stamp of {by} proves": "ký trước {time}, theo dấu thời gian của {by}",
    "signed at {time}, as the signer's computer says": "ký lúc {time}, theo máy của người ký",
    "{name}; what was signed was changed since": "{name}; nội dung đã bị sửa sau khi ký",
    "signed, nobody says when": "đã ký, không rõ lúc nào",
    "certificate of {issuer} to {until}, {worth}": "chứng thư số do {issuer} cấp, hạn đến {until}, {worth}",
}
