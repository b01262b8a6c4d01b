"""What workbooks that are whole documents are told, in Vietnamese."""

from reportgen.model.messages.entry import Text

MESSAGES: dict[str, Text] = {
    "example-format": Text(
        '"{name}" không phải là tên của một tệp dữ liệu', "đặt tên có một trong các đuôi: {known}"
    ),
    "workbook-without-facts": Text(
        "không trang tính nào có dòng bắt đầu bằng '{kind}', nên đây là một bảng, không phải cả một văn bản",
        "muốn làm văn bản thì điền vào tệp do 'reportgen kinds LOẠI --example TỆP.xlsx' làm ra; muốn dùng "
        "bảng này thì ghi tên nó trong một tệp dữ liệu, ví dụ units: {{from: TỆP.xlsx}}",
    ),
    "workbook-without-kind": Text("ô bên cạnh '{kind}' còn trống", "ghi tên loại văn bản, ví dụ minutes"),
    "fact-twice": Text("'{name}' ghi hai lần", "giữ lại một dòng"),
    "fact-without-name": Text(
        "cột {column} không ghi đây là mục nào", "ghi tên mục vào cột {column}, hoặc xóa trắng ô này"
    ),
    "fact-has-a-sheet": Text(
        "'{name}' có trang tính riêng", "ghi vào trang tính '{sheet}', và xóa trắng dòng này"
    ),
    "spelling-half": Text(
        "ô ở cột '{column}' còn trống",
        "ghi cả tên như trong bảng và tên được dùng, hoặc xóa trắng dòng này",
    ),
    "sheet-unknown": Text(
        "loại văn bản này không có trang tính '{sheet}'{meant}", "sửa lại tên trang tính, hoặc xóa đi"
    ),
    "sheet-not-used": Text("trang tính '{sheet}' không thuộc văn bản nên không được đọc", ""),
    "sheet-twice": Text("trang tính '{sheet}' trùng với một trang tính ở trước", "giữ lại một trang tính"),
    "sheet-out-of-sight": Text(
        "trang tính '{sheet}' bị ẩn mà lại thuộc văn bản", "cho hiện lên, hoặc xóa đi"
    ),
    "sheet-without-headings": Text(
        "dòng đầu của trang tính '{sheet}' không có tiêu đề cột nào của nó", "ghi vào dòng đầu: {headings}"
    ),
    "cells-not-used": Text("các ô này nằm ngoài các cột được đọc nên không được đọc: {cells}", ""),
    "item-without-number": Text(
        "cột '{column}' không ghi dòng này thuộc nội dung số mấy",
        "đánh số dòng đầu của mỗi nội dung; các dòng dưới không có số là viết tiếp nội dung ấy",
    ),
    "item-number-again": Text(
        "nội dung số {number} đã ghi ở trên, và có nội dung khác xen vào giữa",
        "xếp các dòng của nó liền nhau, hoặc đánh số khác cho nội dung này",
    ),
    "item-number-twice": Text(
        "hai nội dung cùng mang số {number} ở cột '{column}'",
        "đánh số khác cho nội dung sau; nếu không phải nội dung khác thì ở dòng này để trống số ấy và "
        "những ô đã ghi ở trên",
    ),
    "items-renumbered": Text(
        "cột '{column}' đánh số các mục là {numbers}, còn văn bản đánh số 1, 2, 3 …",
        "đánh số lại như thế, và xem có thiếu mục nào không",
    ),
    "item-cell-again": Text(
        "{name}: nội dung này đã có giá trị khác",
        "để trống ô này; nếu dòng này mở đầu một nội dung mới thì đánh số cho nó",
    ),
    "annotate-several": Text(
        "có góp ý cho nhiều tệp, mà '{name}' chỉ chứa được một bản: {files}",
        "ghi tên một thư mục để chứa các bản góp ý, ví dụ --annotate gop-y",
    ),
    "annotate-unreadable": Text(
        "không mở được '{name}', nên không làm được bản góp ý của tệp này",
        "mở bằng Excel và lưu lại thành Excel Workbook (.xlsx) hoặc CSV UTF-8",
    ),
    "annotate-loses": Text(
        "bản góp ý của '{name}' không giữ được {lost}",
        "nếu cần những thứ ấy thì gửi kèm tệp gốc",
    ),
}
