"""Phrases by their English: what stands inside messages and explanations."""

from reportgen.model.messages.vi.machine import MACHINE
from reportgen.model.messages.vi.pages import PAGES

_EVERYWHERE = {
    "; did you mean '{name}'?": "; có phải là '{name}' không?",
    "first": "chỗ đầu",
    "formula": "công thức",
    "check": "phép kiểm tra",
    "total": "tổng",
    "none": "không có",
    "nothing": "không có gì",
    " and ": " và ",
    "{one} or {other}": "{one} hoặc {other}",
    "it has no number to compare": "dòng này không có số nào để so",
    "line {line}": "dòng {line}",
    "the {count} rows on lines {first} to {last}": "{count} dòng, từ dòng {first} đến dòng {last}",
    "{name}: {value}, and the {count} rows above add up to {sum}": (
        "{name}: {value}, còn {count} dòng bên trên cộng lại là {sum}"
    ),
    "{name}: {value}, and the {count} rows below add up to {sum}": (
        "{name}: {value}, còn {count} dòng bên dưới cộng lại là {sum}"
    ),
    "its rows begin here": "các dòng của nó từ đây",
    "and end here": "đến đây",
    "it first stands here": "lần đầu ở đây",
    "it begins here": "mở ở đây",
    "it stands here, but not in column A nor below '{name}' beside '{value}'": (
        "ô ấy ở đây, nhưng không ở cột A, cũng không ở dưới tiêu đề '{name}' bên cạnh '{value}'"
    ),
    "also": "cũng thế",
    "there": "ở đó",
    "here": "ở đây",
    "{old} corrected to {new}; {who}, {when}: {why}": "{old} sửa thành {new}; {who}, {when}: {why}",
    "and {count} more, to": "và {count} chỗ nữa, đến",
    "what it belongs to begins here": "phần chứa nó bắt đầu ở đây",
}

_TYPES = {
    "text": "chữ",
    "code": "mã",
    "count": "số nguyên",
    "number": "số",
    "percent": "tỷ lệ phần trăm",
    "date": "ngày",
    "time": "giờ",
    "flag": "có/không",
    "photo": "ảnh",
    "choice": "một lựa chọn",
    "list": "danh sách",
    "group": "nhóm mục",
    "rows": "bảng",
    "a text": "một đoạn chữ",
    "a number": "một số",
    "a date": "một ngày",
    "a time": "một giờ",
    "a yes or no": "một giá trị có/không",
    "a group": "một nhóm mục",
    "a table": "một bảng",
    "a list": "một danh sách",
    "a mapping": "một nhóm mục",
    "an alias": "một dấu thay cho giá trị ở chỗ khác",
    "a gap": "một chỗ trống",
    "a macro": "một macro",
    "it is a {type}": "đó là {type}",
}

_NUMBERS = {
    "only a year": "chỉ có năm",
    "only a month and a year": "chỉ có tháng và năm",
    "only a day and a month": "chỉ có ngày và tháng",
    "write it as 7h30 or 07:30": "ghi 7h30 hoặc 07:30",
    "leave the seconds out, as in 7h30": "bỏ phần giây, ví dụ 7h30",
    "count the hours from 0 to 23, as in 13h30": "ghi giờ từ 0 đến 23, ví dụ 13h30",
    "give the cell a time format in Excel, or write 7h30": "trong Excel, chọn định dạng giờ, hoặc ghi 7h30",
    "write it without %; a cell, too, must have a number format without %": (
        "ghi số không có dấu %; ô trong trang tính thì chọn định dạng số không có %"
    ),
    "write digits only, such as 1.234 or 12,5": "chỉ ghi chữ số, ví dụ 1.234 hoặc 12,5",
    "write digits only, such as 1,234 or 12.5": "chỉ ghi chữ số, ví dụ 1,234 hoặc 12.5",
    "write 0 if there is none, leave it empty if it is not known": "không có thì ghi 0, chưa rõ thì để trống",
    "write it with the digits 0 to 9 of the keyboard": "gõ lại bằng các chữ số 0 đến 9 trên bàn phím",
    "the cell shows a day: give it the number format General, and look which number it holds": (
        "ô này đang hiện thành ngày: chọn định dạng General cho ô, rồi xem lại số trong đó"
    ),
    "write digits, not the letters o and l": "ghi chữ số, đừng ghi chữ o, chữ l",
    "write a minus as -, without a space behind it": "dấu âm ghi là -, liền với số",
    "here a point stands before the decimals": "ở đây dấu chấm là dấu thập phân",
    "; likewise {count} more: {places} …": "; còn {count} số nữa như thế: {places} …",
    "; likewise {places}": "; {places} cũng vậy",
}

_LOAD = {
    "a space": "một dấu cách thường",
    "an ordinary colon and a space": "dấu hai chấm thường và một dấu cách",
    "a hyphen and a space": "dấu gạch nối thường và một dấu cách",
    "; there is {names}": "; ở đó có {names}",
    "it is not a key as reportgen writes it": "không phải khóa do reportgen ghi",
    "it is no ordinary file": "không phải là tệp thông thường",
    "column {first} has": "cột {first}",
    "columns {first} to {last} have": "các cột {first} đến {last}",
    "row {row} is": "dòng {row}",
    "row {rows} is": "dòng {rows}",
    "rows {rows} are": "các dòng {rows}",
    "column {columns} is": "cột {columns}",
    "columns {columns} are": "các cột {columns}",
    "filled cells": "ô đã điền",
    "cells": "ô",
    "columns": "cột",
    "filled rows": "dòng",
    "letters": "chữ",
    "pieces, blank ones too": "mục, kể cả mục trống",
    ", {times} times in all": ", tất cả {times} lần",
    ", {times} times in all: also at {places}": ", tất cả {times} lần: còn ở {places}",
    "{number} ({name})": "{number} ({name})",
    "UTF-16, which Excel calls Unicode Text": "UTF-16, trong Excel gọi là Unicode Text",
    "Windows-1258, an older encoding for Vietnamese": "Windows-1258, bảng mã tiếng Việt cũ",
    "an older encoding for Vietnamese such as TCVN3 or VNI": "bảng mã tiếng Việt cũ như TCVN3 hay VNI",
}

_DATA = {
    "units.managers: why": "units.managers: lý do",
    "Hoà Bình: Hòa Bình": "Hoà Bình: Hòa Bình",
    ", first spelled '{key}'": ", lần đầu viết là '{key}'",
    "the other spelling": "cách viết kia",
    "the other row": "dòng kia",
    "the other one": "chỗ kia",
    "the same {born}, another {at}": "cùng {born}, khác {at}",
    "the same {at}, and {born} is missing": "cùng {at}, có chỗ thiếu {born}",
    "the same {at}, and in {born} day and month have changed places": (
        "cùng {at}, còn {born} thì ngày và tháng đổi chỗ cho nhau"
    ),
    "the same {at}, and {born} differs in one digit": "cùng {at}, còn {born} khác một chữ số",
    "; {count} more pairs are as doubtful": "; còn {count} cặp nữa như thế",
    "; so are {count} more": "; còn {count} tên nữa như thế",
    "{places} and {count} more": "{places} và {count} chỗ nữa",
    "the file": "cả tệp",
    "no field '{name}'": "không có mục '{name}'",
    "it has no rows": "nó không có dòng",
    "'{name}' is printed in another way": "'{name}' in theo cách khác",
    "'{name}' is no name for a folder or a file, in '{pattern}'": (
        "'{name}' không phải là tên thư mục hay tên tệp, trong '{pattern}'"
    ),
    "only a name may stand between braces, in '{pattern}'": (
        "trong ngoặc nhọn chỉ được ghi một tên, ở '{pattern}'"
    ),
    "'{name}' is not a name, in '{pattern}'": "'{name}' không phải là tên, trong '{pattern}'",
    "{why}, in '{pattern}'": "{why}, trong '{pattern}'",
    "in the document for": "trong văn bản cho",
    "the template": "mẫu",
    "its box": "ô in",
    "a serial has digits": "số hiệu phải có chữ số",
    "both ends must be written alike": "hai đầu phải ghi giống nhau",
    "it ends before it begins": "số cuối nhỏ hơn số đầu",
    "it holds more than {most} blanks": "dải có hơn {most} phôi",
    "a width and a height in millimetres": "chiều rộng và chiều cao, tính bằng mm",
    "a number of millimetres, or of points for letters": "một số mm, hoặc cỡ chữ",
    "a number above 0": "một số lớn hơn 0",
    "a whole number": "một số nguyên",
    "one of {words}": "một trong các từ {words}",
    "có or không": "có hoặc không",
    "the other kind stands here": "loại kia ghi ở đây",
    "(empty)": "(để trống)",
    "{name} (claimed)": "{name} (đã công bố)",
    "row {number}": "dòng {number}",
    "charts": "biểu đồ",
    "pictures": "hình ảnh",
    "pivot tables": "bảng tổng hợp (pivot)",
    "slicers": "ô lọc (slicer)",
    "threads of comments": "các trao đổi trong chú thích",
    "form controls": "nút bấm, ô điều khiển",
    "embedded files": "tệp nhúng",
    "data connections": "kết nối dữ liệu",
    "SmartArt": "SmartArt",
    "text boxes and shapes": "hộp chữ và hình vẽ",
    "{text} (perhaps {names}?)": "{text} (có phải là {names}?)",
}

_FORMULAS = {
    "multiply instead": "dùng phép nhân",
    "divide with a single / and declare places": "chia bằng một dấu / và khai báo places",
    "write a percentage as a share, with 'as: percent'": "viết tỷ lệ bằng share, kèm 'as: percent'",
    "write decimals with a point in formulas: 0.84": "trong công thức, số thập phân viết bằng dấu chấm: 0.84",
    "declare two figures, or a table with 'where'": "khai báo hai số liệu, hoặc một bảng có 'where'",
    "use sum, count, min or max with 'where'": "dùng sum, count, min hoặc max với 'where'",
    "compare with ==": "so sánh bằng ==",
    "compare with == and 'or'": "so sánh bằng == và 'or'",
    "use + - * /, comparisons, and, or, not, and the functions": (
        "dùng + - * /, các phép so sánh, and, or, not và các hàm"
    ),
    "name a flag itself": "ghi thẳng tên mục có/không",
    "write it in full": "viết đủ cả số",
    "write {whole}, or {decimals} where decimals are meant": (
        "ghi {whole}, hoặc {decimals} nếu đúng là số thập phân"
    ),
    "name a column": "ghi tên một cột",
    "what stands behind # would not count": "phần sau dấu # không được tính",
    "it is nested too deeply": "lồng vào nhau quá sâu",
    "more than {most} values stand in it": "có hơn {most} giá trị",
    "the check '{say}'": "phép kiểm tra '{say}'",
    "the condition of '{table}'": "điều kiện của '{table}'",
}

_FIGURES = {
    "{name} = {value}": "{name} = {value}",
    "{name} ({label})": "{name} ({label})",
    "{count} rows": "{count} dòng",
    "{lines}: note": "{lines}: ghi chú",
    "row {row}": "dòng {row}",
    "not given": "không có",
    "still missing": "còn thiếu",
    "not known": "chưa biết",
    "(not given)": "(không có)",
    "(still missing)": "(còn thiếu)",
    "(could not be computed)": "(không tính được)",
    "(nothing)": "(tổng bằng 0)",
    "({count} entries)": "({count} mục)",
    "exact": "giữ đúng, không làm tròn",
    "half up, {places} decimal places": "nửa thì lên, {places} chữ số thập phân",
    "largest remainder, {places} decimal places, so that the parts of '{whole}' add up": (
        "theo phần dư lớn nhất, {places} chữ số thập phân, để các phần của '{whole}' cộng lại vừa đủ"
    ),
    "an optional value that it reads was not given": "một giá trị không bắt buộc mà nó cần thì không có",
    "a required value that it reads is still missing": "một giá trị bắt buộc mà nó cần còn thiếu",
    "it is a share of nothing": "là phần của một tổng bằng 0",
    "it could not be computed": "không tính được",
}

_LISTS = {
    "No.": "STT",
    "state": "Tình trạng",
    "made now": "mới làm",
    "made anew": "làm lại",
    "left as it was": "giữ nguyên",
    "not made": "chưa làm được",
    "reason": "Lý do",
    "data file": "Tệp dữ liệu",
    "kind of document": "Loại văn bản",
    "Word file": "Tệp Word",
    "PDF file": "Tệp PDF",
    "SHA-256 of the Word file": "SHA-256 của tệp Word",
    "SHA-256 of the PDF file": "SHA-256 của tệp PDF",
    "and {count} more": "và {count} lỗi nữa",
}

PHRASES: dict[str, str] = {
    **_EVERYWHERE, **_TYPES, **_NUMBERS, **_LOAD, **_DATA, **_FORMULAS, **_FIGURES, **_LISTS, **PAGES,
    **MACHINE,
}  # fmt: skip
