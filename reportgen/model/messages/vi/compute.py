"""Lời của phòng tính toán: công thức và số liệu có thể sai ở đâu."""

from reportgen.model.messages.entry import Text

MESSAGES: dict[str, Text] = {
    "formula-too-long": Text(
        "công thức này có {length} ký tự; nhiều nhất là {longest}",
        "tách thành nhiều số liệu, số sau tính từ số trước",
    ),
    "formula-syntax": Text(
        "đây không phải là công thức: {why}", "xem lại dấu ngoặc, dấu nháy và phép tính trong: {formula}"
    ),
    "formula-not-allowed": Text("trong công thức không dùng được '{part}'", "{instead}"),
    "unknown-function": Text("không có hàm nào cho '{part}'", "dùng một trong các hàm: {known}"),
    "wrong-call": Text("'{part}' không đúng cách dùng hàm này", "viết thành {usage}"),
    "wrong-where": Text(
        "điều kiện trong '{part}' không phải là điều kiện về các dòng của '{table}'",
        "so sánh một cột của '{table}' với một giá trị, hoặc ghi tên một cột có/không của bảng ấy",
    ),
    "formula-unknown-name": Text(
        "không có gì tên là '{name}'{meant}", "khai báo tên ấy ở fields hoặc figures, hoặc sửa lại tên"
    ),
    "formula-no-option": Text(
        "'{name}' không bao giờ là '{text}'{meant}", "so sánh với một trong các lựa chọn: {known}"
    ),
    "wrong-fit": Text(
        "không thể làm tròn '{name}' cùng các phần khác: {why}",
        "để mọi số liệu cùng 'fit' có cùng 'as' và 'places'; 'down' dành cho các dòng của một bảng",
    ),
    "formula-types": Text(
        "trong '{part}' không thể tính với {types}",
        "chỉ tính và so sánh các giá trị cùng một kiểu, và kiểu ấy phải tính được",
    ),
    "formula-tables": Text(
        "'{part}' lấy dòng của nhiều bảng cùng một lúc: {tables}",
        "tính sum hoặc count của từng bảng trước, rồi mới tính chung",
    ),
    "not-a-condition": Text(
        "'{formula}' không phải là điều kiện mà là {type}", "viết một phép so sánh, có thể đúng hoặc sai"
    ),
    "figure-type": Text(
        "số liệu '{name}' là {type} nhưng lại in ra dưới dạng {shown_as}", "sửa 'as', hoặc sửa công thức"
    ),
    "figure-is-column": Text(
        "'{name}' cho mỗi dòng của '{table}' một giá trị, không phải một giá trị duy nhất",
        "đặt sum, count, min, max hoặc distinct ra ngoài, hoặc khai báo ở columns",
    ),
    "figure-cycle": Text(
        "các số liệu này tính vòng quanh từ nhau: {names}", "bỏ một số liệu ra khỏi vòng ấy"
    ),
    "percent-of-nothing": Text(
        "tỷ lệ '{name}' không cho biết là phần trăm của cái gì: {formula}",
        "viết thành share(part, whole), hoặc phép chia a / b",
    ),
    "places-missing": Text("tỷ lệ '{name}' chưa ghi cách làm tròn", "thêm places, ví dụ 'places: 1'"),
    "undefined-figure": Text(
        "{name} không có giá trị với dữ liệu này: {formula}",
        "cho dữ liệu để chia hoặc để chọn (min, max), hoặc ghi ở 'if_nothing' điều sẽ in ra khi đó",
    ),
    "not-whole": Text(
        "{name} tính ra {value}, không phải là số nguyên",
        "khai báo số chữ số thập phân, ví dụ 'places: 1'",
    ),
    "part-over-whole": Text(
        "{name}: phần {part_value} không nằm trong toàn bộ {whole}, ở {part}",
        "sửa số liệu: một phần không thể âm, cũng không thể lớn hơn toàn bộ",
    ),
    "partly-given": Text(
        "{name} đọc một cột chỉ có giá trị ở một số dòng: {part}",
        "ghi giá trị vào cả dòng này, không có thì ghi 0, hoặc để trống mọi dòng; "
        "nếu đây chỉ là ghi chú, không phải dòng số liệu, thì xóa đi",
    ),
    "parts-not-whole": Text(
        "{names} cộng lại là {sum}% nên không thể in thành các phần của 100%",
        "xem mỗi phần có được tính đúng một lần không, hoặc bỏ 'fit'",
    ),
    "group-gone": Text(
        "'{group}' có trong tệp đợt trước mà nay không có dòng nào trong '{table}'; "
        "{name} sẽ mất các số của '{group}'",
        "thêm một dòng cho '{group}', ghi 0 nếu không có gì; nếu nay mang tên khác thì ghi rõ: trong "
        'tệp dữ liệu là same_as: {{"{group}": tên hiện nay}}, trong tệp Excel là trang '
        "'Cách viết tên' với hai cột 'Tên ghi trong bảng' ({group}) và 'Tên được dùng'",
    ),
    "over-limit": Text("'{name}' là {value}, lớn hơn '{limit}' là {most}", "sửa một trong hai số"),
    "check-failed": Text("{say} ({read})", "sửa dữ liệu; điều phải đúng là: {that}"),
    "check-warns": Text("{say} ({read})", "xem lại dữ liệu có đúng không; điều được kiểm tra là: {that}"),
    "claim-differs": Text(
        "{name} đã công bố là {claimed}, nhưng tính ra {computed}",
        "sửa số đã công bố, hoặc dữ liệu dùng để tính; lệnh 'reportgen why {name}' cho biết tính từ đâu",
    ),
    "claim-unchecked": Text(
        "{name} được ghi là {claimed}, nhưng không tính được số nào để đối chiếu",
        "bổ sung giá trị còn thiếu, hoặc bỏ số đã ghi; xem bằng 'reportgen why {name}'",
    ),
    "figure-without-rows": Text(
        "'{name}' tính cho từng dòng của '{table}', mà bảng ấy không có dòng nào",
        "xem dữ liệu đã có dòng nào cho '{table}' chưa",
    ),
    "member-of-one": Text("tệp dữ liệu này chỉ làm một văn bản, không làm riêng cho từng dòng", "bỏ --for"),
    "member-unknown": Text(
        "không dòng nào ghi '{name}' nên không có văn bản nào làm cho tên ấy{meant}",
        "ghi sau --for những gì có trong dòng, cách nhau bằng dấu phẩy: {columns}",
    ),
    "member-unclear": Text(
        "'{name}' có thể là {count} văn bản: {places}",
        "ghi thêm sau --for những gì có trong dòng, cách nhau bằng dấu phẩy",
    ),
    "unknown-figure": Text(
        "không có số liệu nào tên là '{name}'{meant}", "xem tất cả bằng lệnh 'reportgen figures TỆP-DỮ-LIỆU'"
    ),
}
