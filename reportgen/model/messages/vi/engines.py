r"""What engines and the system say most often, by patterns of their English; ``\1`` is what they name."""

import re

_SAID = {
    # the templates' engine
    r"unexpected end of template.*needs to be closed is '(\w+)'": r"mẫu kết thúc khi khối '\1' chưa đóng",
    r"unexpected end of template.*": "mẫu kết thúc giữa chừng",
    r"encountered unknown tag '(.+?)'.*": r"không có thẻ '\1', hoặc thẻ ấy đứng sai chỗ",
    r"expected token 'end of (?:print )?statement(?: block)?', got '(.+)'": r"thừa '\1' trong thẻ",
    r"expected token '(.+)', got '(.+)'": r"cần '\1' mà gặp '\2'",
    r"unexpected char '?(.+?)'? at \d+": r"không dùng được ký tự \1",
    r"unexpected '(.+)'": r"không hiểu '\1'",
    r"'(.+)' is undefined": r"không có '\1'",
    r"'.+' has no attribute '(.+)'": r"không có mục '\1'",
    # formulas
    r"'(.)' was never closed": r"dấu '\1' chưa được đóng",
    r"unmatched '(.)'": r"thừa dấu '\1'",
    r"closing parenthesis '(.)' does not match opening parenthesis '(.)'": r"mở bằng '\2' mà đóng bằng '\1'",
    r"invalid syntax\. perhaps you forgot a comma\??": "viết sai, có thể thiếu dấu phẩy hoặc phép tính",
    r"invalid syntax.*": "viết sai",
    r"unterminated string literal.*": "dấu nháy chưa được đóng",
    r"invalid (?:decimal|hexadecimal|octal|binary) literal": "số viết sai",
    r"leading zeros in decimal integer literals are not permitted.*": "số không được bắt đầu bằng số 0",
    r"invalid character '(.+)' \(.*\)": r"không dùng được ký tự '\1'",
    r"unexpected eof.*": "công thức kết thúc giữa chừng",
    # names of files and folders
    r"expected '}' before end of string": "thiếu dấu }",
    r"single '(.)' encountered in format string": r"dấu '\1' đứng một mình",
    # files
    r"File is not a zip file": "nội dung không phải là của loại tệp này",
    r"Failed to load document \(PDFium: (?:Data format|File access) error\)": "nội dung bị hỏng",
    r"Failed to load document \(PDFium: Incorrect password error\)": "tệp có mật khẩu",
    r"cannot load library '(.+?)'.*": r"thiếu thư viện '\1'",
    r"Ignored `(.+?) ?` at (\d+):(\d+), unknown property": r"không có thuộc tính `\1` (dòng \2, cột \3)",
    r"Ignored `(.+?) ?` at (\d+):(\d+), invalid value": r"giá trị sai trong `\1` (dòng \2, cột \3)",
    r"found undefined tag handle": "dấu ! mở đầu một kiểu không có",
    # the register's database
    r"database is locked": "sổ đang bị khóa",
    r"file is not a database": "nội dung không phải của sổ đăng ký",
    r"disk I/O error": "lỗi khi ghi hoặc đọc đĩa",
    r"database or disk is full": "ổ đĩa đầy",
    r"unable to open database file": "không mở được tệp",
    r"attempt to write a readonly database": "tệp chỉ đọc",
    r"database disk image is malformed": "tệp bị hỏng",
    # the system
    r"no such file or directory": "không có tệp hay thư mục ấy",
    r"permission denied": "không được phép",
    r"operation not permitted": "không được phép",
    r"input/output error": "lỗi đọc ghi",
    r"no locks available": "ổ đĩa không có khóa",
    r"too many levels of symbolic links": "quá nhiều liên kết nối nhau",
    r"too many open files": "mở quá nhiều tệp",
    r"read-only file system": "ổ đĩa chỉ cho đọc",
    r"no space left on device": "ổ đĩa hết chỗ",
    r"device or resource busy": "đang được dùng",
    r"file name too long": "tên tệp dài quá",
    r"(?:connection|operation) timed out": "chờ quá lâu",
    r"(?:host is down|no route to host|network is unreachable|stale file handle)": "mất nối với ổ đĩa mạng",
    r"connection refused": "máy ấy không nhận nối",
    r"name or service not known": "không tìm thấy máy có tên ấy",
    r"missing port number in address '(.*)'": r"địa chỉ '\1' thiếu số cổng",
    r"unknown address scheme '(.+?)'.*": r"không có loại địa chỉ '\1'",
    r"no module named '(.+)'": r"thiếu gói '\1'",
    # the names of characters
    r"replacement character": "ký tự thay cho chữ đã mất",
    r"soft hyphen": "dấu gạch nối mềm",
    r"hyphen-minus": "dấu gạch nối",
    r"latin .+ letter (eth|african d|d with tail|oi)": "chữ của tiếng nước khác",
    r"cyrillic .+": "chữ Kirin",
    r"word joiner|combining grapheme joiner": "dấu nối không có độ rộng",
    r"zero width space": "dấu cách không có độ rộng",
    r"zero width no-break space": "dấu đầu tệp",
    r"left-to-right .+|right-to-left .+|pop directional .+|first strong isolate": "dấu đổi chiều chữ",
    r"line separator|paragraph separator": "dấu ngắt dòng lạ",
}  # fmt: skip

ENGINES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), other) for pattern, other in _SAID.items()
)
