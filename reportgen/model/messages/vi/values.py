"""Lời của nơi kiểm tra: một giá trị có thể sai ở đâu."""

from reportgen.model.messages.entry import Text

_DAY = "ghi ngày/tháng/năm, ví dụ 19/01/2020"

MESSAGES: dict[str, Text] = {
    "spaces-squeezed": Text(
        "'{name}' có {count} chỗ thừa dấu cách hoặc dấu cách lạ, khi in chỉ còn một dấu cách: {places}"
    ),
    "not-a-number": Text("{name}: '{value}' không phải là số", "{way}"),
    "too-many-digits": Text("{name}: không số nào dài quá {most} chữ số", "sửa lại số này"),
    "ambiguous-number": Text(
        "{name}: '{value}' có thể hiểu là {decimal} hoặc {whole}{others}",
        "ghi {decimal} nếu là số thập phân, {whole} nếu là số nguyên, cả cột cùng một cách; "
        'hoặc ghi dấu thập phân của cột bên cạnh "from:", như decimal: {{"{column}": point}} '
        "(point là dấu chấm, comma là dấu phẩy)",
    ),
    "decimal-guessed": Text(
        "{name}: '{value}' được đọc là {reading}, coi dấu chấm là dấu thập phân{others}",
        'ghi là {reading}; nếu là tệp bảng thì ghi decimal: point bên cạnh "from:" để khỏi phải đoán',
    ),
    "number-unrounded": Text(
        "{name}: ô này chứa {value}, tuy có thể hiện ngắn hơn; số được tính và in nguyên như thế{others}",
        "làm tròn trong trang tính bằng hàm ROUND, hoặc ghi số đã làm tròn",
    ),
    "thousands-guessed": Text(
        "{name}: '{value}' được đọc là số thập phân, không phải {whole}{others}",
        'nếu là {whole} thì ghi như vậy, hoặc ghi decimal: point bên cạnh "from:"; '
        "nếu không thì ghi decimal: comma ở đó",
    ),
    "decimal-wrong": Text(
        "{name}: '{value}' không hợp với decimal: {decimal}",
        'sửa lại số, hoặc sửa "decimal:" bên cạnh "from:"; nếu chỉ riêng tệp này khác các tệp cùng thư mục '
        'thì ghi tên nó sau "except:" rồi lấy riêng bằng một "from:" khác',
    ),
    "not-a-count": Text(
        "{name}: '{value}' không phải là số nguyên từ 0 trở lên", "ghi số nguyên, ví dụ 612 hoặc {example}"
    ),
    "code-holds": Text(
        "{name}: '{value}' có sẵn dấu '{sign}' mà văn bản tự in sau nó",
        "chỉ ghi '{before}'; phần sau đã có mục riêng",
    ),
    "percent-without-sign": Text("{name}: '{value}' thiếu dấu %", "ghi tỷ lệ kèm dấu %, ví dụ {example}"),
    "not-a-date": Text("{name}: '{value}' không phải là ngày", _DAY),
    "no-such-day": Text(
        "{name}: không có ngày '{value}'", "ghi ngày/tháng/năm; tháng {month} có {days} ngày"
    ),
    "no-such-month": Text("{name}: '{value}' ghi tháng {month}", _DAY),
    "month-first": Text(
        "{name}: '{value}' ghi tháng {month}; hình như tháng đứng trước ngày",
        "ghi ngày/tháng/năm, ở đây là {meant}; xem lại cả các ngày khác, có thể cũng bị như vậy",
    ),
    "date-short-year": Text("{name}: năm trong '{value}' chỉ có hai chữ số", "ghi đủ bốn: {new} hoặc {old}"),
    "date-incomplete": Text(
        "{name}: ở '{value}' {part}", "ghi đủ ngày, tháng, năm; chưa biết đủ thì để trống"
    ),
    "date-serial": Text(
        "{name}: '{value}' là một con số; theo cách Excel đếm ngày thì đó là {day}",
        "nếu đúng thì ghi {day}; trong Excel, chọn định dạng ngày cho cả cột",
    ),
    "date-with-time": Text("{name}: '{value}' gồm cả ngày và giờ", "chỉ ghi ngày: {day}"),
    "code-shortened": Text(
        "{name}: '{value}' là số dài đã bị Excel rút gọn, mất các chữ số cuối",
        "trong Excel, chọn định dạng Text cho cả cột, gõ lại mã rồi lưu lại",
    ),
    "zero-lost": Text(
        "{name}: một số có {digits} chữ số, hình như mất số 0 ở đầu{others}",
        "ghi đủ số 0; trong Excel, chọn định dạng Text cho cả cột trước khi ghi",
    ),
    "not-a-time": Text("{name}: '{value}' không phải là giờ", "{way}"),
    "not-a-flag": Text("{name}: '{value}' không phải 'có', cũng không phải 'không'", "ghi 'có' hoặc 'không'"),
    "not-a-choice": Text("{name}: '{value}' không thuộc {choices}{meant}", "chọn một trong {choices}"),
    "not-a-single-value": Text(
        "'{name}' cần một giá trị ({type}), không phải danh sách hay nhóm mục", "ghi giá trị sau dấu hai chấm"
    ),
    "not-a-list": Text("'{name}' cần một danh sách", "ghi mỗi ý một dòng, bắt đầu bằng '- '"),
    "not-a-group": Text("'{name}' cần các mục có tên: {names}", "ghi mỗi mục một dòng, thụt vào"),
    "not-a-table": Text(
        "'{name}' cần các dòng của một bảng",
        "ghi tên tệp bảng dạng {{from: TỆP.csv}}, hoặc liệt kê các dòng, mỗi dòng bắt đầu bằng '- '",
    ),
    "not-a-row": Text(
        "một dòng của '{name}' không phải các mục có tên, cũng không phải {{from: TỆP}}",
        "ghi tên cột: giá trị, hoặc {{from: TỆP.csv}}",
    ),
}
