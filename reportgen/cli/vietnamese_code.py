"""What the front door says of QR codes in Vietnamese, by its English."""

CODE: dict[str, str] = {
    "[FILE...]...": "[TỆP...]...",
    "TEXT|IMAGE": "CHỮ|ẢNH",
    "A QR code: its text as a phone shows it (- reads it here), or a photo, a scan or a PDF.": (
        "Mã QR: chữ như điện thoại hiện ra (ghi - thì đọc từ đầu vào), hoặc tệp ảnh chụp, ảnh quét, PDF."
    ),
    "signed by {owner} (key {key}); whether it was revoked, only the office's register can tell": (
        "đúng chữ ký của {owner} (khóa {key}); đã bị thu hồi hay chưa thì chỉ sổ đăng ký của cơ quan mới biết"
    ),
    "signed by {owner} (key {key}), and valid as the register says": (
        "đúng chữ ký của {owner} (khóa {key}), và theo sổ đăng ký thì còn hiệu lực"
    ),
    "signed by {owner} (key {key}), but it stands no more: {reason}": (
        "đúng chữ ký của {owner} (khóa {key}), nhưng không còn hiệu lực: {reason}"
    ),
    "signed by {owner} (key {key}), but the register knows no such paper": (
        "đúng chữ ký của {owner} (khóa {key}), nhưng sổ đăng ký không có văn bản này"
    ),
    "signed by {owner} (key {key}), but the register says otherwise: {reason}": (
        "đúng chữ ký của {owner} (khóa {key}), nhưng sổ đăng ký ghi khác: {reason}"
    ),
    "signed by {owner} (key {key}), but for another paper than {file}": (
        "đúng chữ ký của {owner} (khóa {key}), nhưng ký cho giấy khác, không phải {file}"
    ),
    "cannot tell: signed by {owner} (key {key}) for the other format of {file}; take that file": (
        "chưa biết được: {owner} (khóa {key}) ký mã này cho tệp Word hoặc PDF đi cùng {file}; lấy tệp đó"
    ),
    "signed by {owner} (key {key}) for {file}, which is not as it was made: see `reportgen audit {file}`": (
        "đúng chữ ký của {owner} (khóa {key}) cho {file}, nhưng tệp đã bị sửa: xem `reportgen audit {file}`"
    ),
    "it is the code of {file}, which is as it was made": (
        "đúng là mã của {file}, và tệp này còn nguyên như khi lập"
    ),
    "cannot tell: signed with a key that is none of those given": (
        "chưa biết được: ký bằng khóa khác với các khóa đang có"
    ),
    "NOT genuine: what the code says is not what the key signed": (
        "KHÔNG đúng: lời của mã không phải là lời đã được ký"
    ),
    "cannot tell: this is no QR code of reportgen, or not all of it was read": (
        "chưa biết được: đây không phải mã QR của reportgen, hoặc chưa đọc hết mã"
    ),
    "it claims, and nobody vouches for it:": "mã nói như sau, nhưng không ai bảo đảm:",
    "code": "mã",
    "holder": "cấp cho",
}
