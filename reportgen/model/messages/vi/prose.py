"""Lời của phòng soát chữ: câu văn có thể nói sai về con số ở đâu."""

from reportgen.model.messages.entry import Text

MESSAGES: dict[str, Text] = {
    "number-differs": Text(
        "{name}: câu văn ghi '{value}' cho {figure}, nhưng số liệu này là {number}",
        "sửa câu văn, hoặc sửa dữ liệu dùng để tính số liệu này",
    ),
    "number-far": Text(
        "{name}: '{value}' không sai với {figure}, nhưng còn cách xa {number}", "ghi một con số sát hơn"
    ),
    "number-unchecked": Text(
        "{name}: câu văn ghi '{value}' cho {figure}, mà chưa có gì để so sánh",
        "ghi các giá trị mà số liệu này cần, hoặc bỏ tên trong ngoặc đi",
    ),
    "mark-without-number": Text(
        "{name}: trong vế câu này không có con số nào đứng trước {value}",
        "ghi con số trước ngoặc; [= tên] thì in chính số liệu ấy, [[tên]] thì in cả dấu ngoặc",
    ),
    "mark-unknown": Text(
        "{name}: {value} không phải là số liệu nào, cũng không phải số nào trong dữ liệu{meant}",
        "ghi một tên có trong danh sách của 'reportgen figures'",
    ),
    "mark-without-value": Text(
        "{name}: chỗ này phải in {figure}, mà không có số liệu ấy, vì một mục không bắt buộc đã để trống",
        "ghi giá trị ấy, hoặc viết câu không có nó",
    ),
    "brackets-near": Text(
        "{name}: {value} không phải tên của số liệu nào và được in nguyên như thế{meant}",
        "sửa lại tên; nếu đúng là muốn in dấu ngoặc thì cứ để vậy",
    ),
    "ratio-differs": Text(
        "{name}: câu văn ghi '{value}' cho {ratio}, mà tỷ số này là {share}", "sửa một trong hai"
    ),
    "numbers-unexplained": Text(
        "'{name}' nói những con số chưa rõ từ đâu ra: {numbers}",
        "ghi tên số liệu trong ngoặc vuông ngay sau con số, hoặc ghi là số của ai: [theo …]",
    ),
}
