"""Cách sửa khi dữ liệu chỉ là một tệp bảng: không có tệp dữ liệu nào bên cạnh để ghi thêm."""

from collections.abc import Mapping

from reportgen.model.messages.entry import Text

WAYS: Mapping[str, str | Text] = {
    "encoding-guessed": "xem chữ đọc ra có đúng không; nếu không thì gõ lại các ô bằng Unicode, tệp CSV thì "
    "lưu lại bằng UTF-8",
    "encoding-unclear": "trong Excel lưu lại dạng CSV UTF-8 (Comma delimited)",
    "letters-unclear": "gõ lại ô này bằng Unicode",
    "measure-scaled": "xem văn bản có dùng cùng đơn vị tính ấy không",
    "sign-unknown": "gõ lại ô này bằng Unicode",
    "delimiter-guessed": "dấu ngăn cách các ô được coi là '{delimiter}'",
    "header-guessed": "tiêu đề các cột được lấy ở dòng {lines}",
    "header-unclear": "đưa dòng tiêu đề lên dòng đầu",
    "blank-heading": "ghi tiêu đề, hoặc xóa cột; nếu tiêu đề ở dòng khác thì đưa lên dòng đầu",
    "headings-apart": "các dòng này chỉ là tên nhóm của các dòng bên dưới, không phải dòng số liệu: {rows}",
    "below-apart": "phần đứng dưới bảng không được tính là dòng số liệu: {rows}",
    "total-as-row": "xem có đúng không; nếu là dòng tổng thì cho dòng ấy bắt đầu bằng 'Tổng cộng'",
    "second-table": "nếu là bảng khác thì để ở trang tính hay tệp riêng; nếu vẫn là bảng trên thì xóa "
    "các dòng tiêu đề xen giữa",
    "total-differs": "sửa dòng tổng, hoặc sửa dòng bị sai",
    "total-unclear": "nếu là dòng tổng thì sửa chỗ sai; nếu là dòng số liệu thì đánh số dòng này ở cột 'STT' "
    "như các dòng khác",
    "row-unclear": "nếu không phải dòng số liệu thì xóa đi; nếu phải thì điền đủ như các dòng khác",
    "row-adds-up": "nếu là dòng cộng thì thêm chữ 'Tổng cộng' vào đầu tên; nếu là một dòng số liệu riêng thì "
    "báo lại cho nơi thu bảng",
    "row-may-add-up": "xem có đúng không; nếu là dòng cộng thì thêm chữ 'Tổng cộng' vào đầu tên",
    "row-again": "xem có đúng không; nếu không thì xóa dòng không được tính",
    "rows-below-total": "đưa các dòng này lên trên dòng tổng rồi sửa dòng tổng; không phải dòng số liệu "
    "thì xóa đi",
    "ambiguous-number": "ghi {decimal} nếu là số thập phân, {whole} nếu là số nguyên, cả cột cùng một cách",
    "decimal-guessed": "ghi là {reading}",
    "thousands-guessed": "nếu là {whole} thì ghi như vậy",
    "decimal-wrong": "ghi số theo cùng một cách với các số khác của cột",
    "measures-differ": "gửi lại bảng theo đơn vị tính của các bảng khác, '{other}'",
    "units-otherwise": "ghi tên đúng như trong danh sách đơn vị phải nộp",
    "unit-unknown": "ghi tên đúng như trong danh sách đơn vị phải nộp",
    "unit-twice": "cho biết bảng nào được tính, và chỉ gửi bảng ấy",
    "spelled-otherwise": "viết giống nhau ở cả hai chỗ: {right}",
    "rows-after-gap": "nếu từ đó là một bảng khác thì để ở trang tính hay tệp riêng",
    "csv-too-large": "bỏ những gì không cần, hoặc chia thành nhiều tệp",
    "sheet-not-named": "chỉ giữ lại trang cần dùng, ví dụ {sheet}; chuyển các trang khác sang tệp riêng",
    "sheet-hidden": "cho trang cần dùng hiện ra",
}
"""Cách sửa, hoặc cả lời báo, theo mã. Mã nào không có ở đây thì nói như với tệp dữ liệu."""
