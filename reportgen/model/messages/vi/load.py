"""Lời của nơi nhận tệp: một tệp có thể sai ở đâu."""

from reportgen.model.messages.entry import Text
from reportgen.model.messages.vi import tables, yaml

_SAVE_AS = "mở bằng Excel, lưu thành .xlsx không có mật khẩu rồi dùng tệp ấy"

_FILES = {
    "file-missing": Text("không có tệp '{name}'", "sửa lại tên, hoặc để tệp vào đó{similar}"),
    "file-is-folder": Text("'{name}' là một thư mục", "ghi tên một tệp trong thư mục ấy"),
    "file-forbidden": Text(
        "không được phép đọc '{name}'", "xin quyền đọc từ chủ tệp, hoặc đóng tệp ở nơi đang mở"
    ),
    "file-unreadable": Text("không đọc được '{name}': {reason}", "chép tệp về máy này rồi thử lại"),
    "file-too-large": Text(
        "'{name}' quá lớn: {size} MB, nhiều nhất là {limit} MB", "tách thành các tệp nhỏ hơn"
    ),
    "data-format": Text("'{name}' không phải là tệp dữ liệu", "ghi tên một tệp .xlsx hoặc .yaml"),
    "table-as-data": Text(
        "'{name}' là một bảng, chưa phải là tệp dữ liệu đầy đủ",
        "ghi tên bảng ấy trong một tệp dữ liệu, ví dụ units: {{from: {name}}}, hoặc chép các dòng của nó vào "
        "tệp do 'reportgen kinds LOẠI --example TỆP.xlsx' làm ra",
    ),
    "sheet-without-workbook": Text(
        "'{name}' không có trang tính, nên không có trang '{sheet}'",
        "xóa 'sheet:', hoặc ghi tên một tệp .xlsx",
    ),
}

_FOUND = {
    "findings-left-out": Text(
        "còn {count} chỗ [{same}] nữa không nêu: {most} chỗ giống nhau đã đủ thấy",
        "sửa nguyên nhân chung của những chỗ đã nêu, rồi chạy lại",
    ),
}

_TEXT = {
    "not-utf8": Text(
        "tệp không lưu bằng UTF-8; có vẻ là {looks}",
        "lưu lại bằng UTF-8; trong Notepad chọn Save As, rồi Encoding: UTF-8",
    ),
    "lost-character": Text("{character} đứng ở chỗ một chữ đã mất khi chuyển mã{often}", "gõ lại chữ ấy"),
    "private-character": Text(
        "{character} là ký tự riêng, mỗi phông chữ hiện một khác{often}",
        "thay bằng chữ hoặc dấu thông thường",
    ),
    "invisible-character": Text(
        "{character} không nhìn thấy được, khiến hai từ giống nhau thành khác nhau khi tìm kiếm{often}",
        "xóa đi; gõ lại cả từ cũng được",
    ),
    "directing-character": Text(
        "{character} không nhìn thấy được mà làm các chữ hiện ra theo thứ tự khác; "
        "văn bản in theo đúng thứ tự chữ đã lưu{often}",
        "xóa đi, rồi xem chữ còn đúng ý không",
    ),
    "look-alike": Text(
        "{character} trông giống chữ {meant}, nhưng khi tìm kiếm là một chữ khác{often}",
        "gõ lại thành {meant}",
    ),
    "letter-lost": Text("{character} đứng ở chỗ chữ ư đã mất khi chuyển bảng mã{often}", "gõ lại cả từ"),
    "control-character": Text("không in được ký tự {character}{often}", "xóa đi"),
}

_PLAIN = {
    "fill-data-format": Text(
        "'{name}' không phải là tệp dữ liệu đọc được", "ghi tên một tệp có đuôi {known}"
    ),
    "json-syntax": Text("từ đây tệp không còn là JSON: {reason}", "sửa ở chỗ này"),
    "picture-size": Text(
        "'{value}' không phải cỡ của hình ({name})",
        "viết số kèm đơn vị, như 20mm, 2.5cm, 1in hoặc 30pt, không lớn hơn trang giấy",
    ),
    "rich-text": Text(
        "không in được thành chữ có định dạng: {reason}",
        "viết dạng {{rich: [{{text: chữ, bold: true}}, chữ khác]}}",
    ),
    "json-key-twice": Text("'{key}' được cho hai lần", "để lại một"),
}

_TABLES = {
    "table-empty": Text("bảng không có gì", "ghi dòng tiêu đề cột trước"),
    "blank-heading": Text(
        "{columns} không có tiêu đề",
        "ghi tiêu đề, hoặc xóa cột; nếu tiêu đề ở chỗ khác thì ghi header: và số dòng",
    ),
    "heading-twice": Text("tiêu đề '{name}' có hai lần", "đổi tên hoặc xóa một cột"),
    "too-many-cells": Text(
        "dòng này có {cells} ô mà chỉ có {headings} tiêu đề",
        "đặt ô có chứa dấu ngăn cách vào dấu nháy, hoặc thêm tiêu đề",
    ),
    "total-row": Text(
        "dòng này là dòng tổng ('{text}') nên sẽ bị cộng hai lần", "xóa đi; tổng do chương trình tính"
    ),
    "csv-unclosed-quote": Text("dấu nháy mở đầu ô này không được đóng lại", "đóng lại, hoặc xóa đi"),
    "csv-broken-quote": Text(
        "dấu nháy mở đầu ô này lại đóng ở giữa ô",
        "đóng ở cuối ô; trong ô có dấu nháy, muốn ghi dấu nháy thì ghi hai lần",
    ),
    "csv-cell-too-long": Text("một ô của dòng này dài hơn 131072 chữ", "tìm dấu nháy chưa được đóng"),
    "csv-too-large": Text(
        "bảng có hơn {most} {what}",
        "bỏ những gì không cần, hoặc chia thành nhiều tệp rồi lấy chung: {{from: units-*.csv}}",
    ),
}

_WORKBOOKS = {
    "workbook-broken": Text("tệp bị hỏng, hoặc không phải là tệp Excel", _SAVE_AS),
    "workbook-locked": Text("tệp Excel có mật khẩu", _SAVE_AS),
    "workbook-macros": Text("tệp Excel có macro; chương trình trong tệp không được đọc", _SAVE_AS),
    "workbook-binary": Text("tệp Excel ở dạng nhị phân .xlsb, dạng này không đọc được", _SAVE_AS),
    "workbook-web-page": Text("tệp này là một trang web chỉ mang tên tệp Excel", _SAVE_AS),
    "workbook-word": Text(
        "tệp này là một văn bản Word chỉ mang tên tệp Excel",
        "đề nghị gửi lại bảng Excel, hoặc chép số liệu sang một tệp Excel; nếu không phải bảng thì bỏ ra",
    ),
    "workbook-doctype": Text(
        "tệp Excel có khai báo DOCTYPE, điều mà không phần mềm văn phòng nào ghi",
        "chép các ô cần dùng sang một tệp Excel mới",
    ),
    "workbook-too-large": Text("có hơn {most} {what}", "chép phần cần dùng sang một hoặc nhiều tệp mới"),
    "cells-not-read": Text(
        "hơn {count} ô không đọc được; từ đây trở đi chưa xem", "sửa các ô nêu trên, rồi chạy lại"
    ),
    "cell-too-long": Text("ô này có hơn {most} chữ", "rút ngắn lại, hoặc để nội dung ấy ở một tệp riêng"),
    "cell-far-away": Text(
        "ô này nằm quá xa các ô khác, bảng sẽ quá lớn", "xóa nội dung ô, hoặc chuyển về cạnh các ô khác"
    ),
    "workbook-bomb": Text(
        "tệp Excel chỉ {packed} KB mà mở ra thành {size} MB", "chép các ô cần dùng sang một tệp Excel mới"
    ),
    "workbook-merged": Text("tệp Excel có {count} ô bị gộp", "chép các ô cần dùng sang một tệp Excel mới"),
    "sheet-missing": Text(
        "tệp Excel không có trang tính '{sheet}'", "ghi tên một trang có trong tệp, ví dụ {sheets}"
    ),
    "sheet-hidden": Text(
        "các trang tính đã điền đều đang ẩn: {sheets}",
        'cho trang cần dùng hiện ra, hoặc ghi tên trang, ví dụ sheet: "{sheet}"',
    ),
    "sheet-passed-over": Text("đã đọc trang tính '{sheet}'; bỏ qua các trang đang ẩn: {sheets}"),
    "sheet-not-named": Text(
        "tệp Excel có nhiều trang tính đã điền: {sheets}",
        'ghi rõ trang nào, ví dụ sheet: "{sheet}"; muốn lấy dòng của nhiều trang thì ghi một danh sách, '
        "mỗi trang một {{from: …, sheet: …}}",
    ),
    "hidden-row": Text("{rows} đang ẩn nhưng vẫn được tính", "cho hiện ra; dòng nào không tính thì xóa"),
    "filtered-row": Text("{rows} bị bộ lọc ẩn đi nhưng vẫn được tính", "bỏ lọc; dòng nào không tính thì xóa"),
    "hidden-column": Text("{columns} đang ẩn nhưng vẫn được đọc", "cho hiện ra, hoặc xóa cột"),
    "cells-struck": Text(
        "các ô này có nét gạch ngang chữ nhưng vẫn được tính: {places}",
        "số nào không tính nữa thì xóa đi; số nào còn tính thì bỏ nét gạch",
    ),
    "cells-unseen": Text(
        "các ô này có số nhưng định dạng không cho hiện ra, mà vẫn được tính: {places}",
        "chọn lại định dạng số thông thường; số nào không tính thì xóa đi",
    ),
    "cells-commented": Text(
        "các ô này có ghi chú kèm theo, chương trình không tính nội dung ghi chú: {places}",
        "xem ghi chú có nói khác số trong ô không; sửa ô cho đúng rồi xóa ghi chú",
    ),
    "formula-empty": Text(
        "công thức trong các ô này không cho ra gì, hoặc chưa từng được tính: {places}",
        "mở tệp bằng Excel, xem ở đó các ô ấy có trống không",
    ),
    "merged-cells": Text("các ô {cells} bị gộp, chỉ ô đầu có giá trị", "bỏ gộp ô, điền đủ từng ô"),
    "cell-error": Text("ô này báo lỗi {value}", "sửa công thức, hoặc xóa nội dung ô"),
    "formula-not-calculated": Text("công thức trong ô này chưa được tính", "mở tệp bằng Excel rồi lưu lại"),
    "number-too-long": Text(
        "Excel đã làm tròn số này còn 15 chữ số",
        "định dạng ô là Text rồi gõ lại; số định danh không phải là số để tính",
    ),
    "number-scaled": Text(
        "ô này hiện số theo nghìn hay triệu, còn số nằm trong ô là số đầy đủ",
        "chọn định dạng số bình thường cho ô, xem số nào mới đúng, rồi ghi số ấy",
    ),
    "date-in-part": Text(
        "ô này là ngày nhưng chỉ hiện một phần; có thể Excel đã đổi từ một giá trị như 10/2",
        "định dạng ô là Text rồi gõ lại; nếu đúng là ngày thì cho hiện đủ ngày, tháng, năm",
    ),
}

_GRAFTS = {
    "graft-no-name": Text("'{key}:' chưa ghi tên", "ghi tên vào, ví dụ {{from: units.csv}}"),
    "graft-with-others": Text(
        "'{key}' đứng cạnh 'from:'",
        "giữa hai dấu ngoặc chỉ để 'from:' và 'sheet:', 'encoding:', 'delimiter:', 'header:', 'decimal:', "
        "'lines:'; 'except:' chỉ đi với tên có dấu *, 'column:' chỉ đi với danh sách dưới 'expected:'",
    ),
    "decimal-of-corrections": Text(
        "'decimal:' không dùng cho đính chính: số trong đính chính được đọc như ở tệp được đính chính",
        "bỏ nó đi, ghi giá trị cũ và mới theo cách ghi số của tệp ấy",
    ),
    "graft-outside": Text(
        "'{name}' dẫn ra ngoài thư mục của tệp dữ liệu",
        "để tệp trong thư mục ấy hoặc thư mục con, và ghi tên tính từ đó, ngăn cách bằng /",
    ),
    "graft-missing": Text("không có tệp '{name}'", "sửa lại tên, hoặc để tệp vào đó{similar}"),
    "graft-none": Text(
        "không có tệp nào có tên như '{pattern}'",
        "sửa lại tên, hoặc để các tệp vào đó; dấu * thay cho mọi chữ, dấu ? thay cho một chữ",
    ),
    "files-taken": Text("'{pattern}' lấy vào {count} tệp: {names}"),
    "files-copied": Text(
        "tên các tệp này giống tên bản chép của tệp khác (ghi trong ngoặc), mà cả hai đều được tính: {names}",
        "xem tệp nào mới tính, rồi ghi tên tệp kia sau except:, hoặc chuyển nó đi chỗ khác",
    ),
    "files-left-out": Text(
        "các bảng này nằm cùng thư mục mà không được lấy vào: {names}",
        'nếu phải tính thì ghi thành danh sách: [{{from: "{pattern}"}}, {{from: "{first}"}}]; nếu không tính '
        "thì chuyển sang thư mục khác",
    ),
    "files-passed-over": Text(
        "các tệp này nằm cùng thư mục và được bỏ qua, vì là tệp tạm hoặc không phải là bảng: {names}"
    ),
    "except-missing": Text(
        "'{name}' không phải là tệp nào trong số '{pattern}' lấy vào{meant}", "sửa lại tên, hoặc bỏ đi"
    ),
    "list-no-column": Text(
        "{file} không có cột '{column}'{meant}", "sửa tiêu đề sau column:, hoặc tiêu đề trong tệp"
    ),
    "graft-format": Text(
        "'{name}' không phải là tệp bảng, cũng không phải là tệp dữ liệu", "dùng một trong các dạng {known}"
    ),
}

MESSAGES: dict[str, Text] = {
    **_FILES,
    **_FOUND,
    **_TEXT,
    **_PLAIN,
    **yaml.MESSAGES,
    **tables.MESSAGES,
    **_TABLES,
    **_WORKBOOKS,
    **_GRAFTS,
}
