"""Cách sửa khi văn bản là một tệp bảng tính: trang và cột của nó, không phải dòng của tệp dữ liệu."""

from collections.abc import Mapping
from typing import Final

from reportgen.model.messages.entry import Text

_THERE: Final = "trang 'Lấy từ tệp'"
_ITS_ROW: Final = f"dòng ghi riêng tệp này, {_THERE}"
_LINES: Final = f"ở cột 'Dòng đặc biệt', {_ITS_ROW}"
_DECIMAL: Final = f"ở cột 'Dấu thập phân', {_THERE}"
_ENCODING: Final = f"ở cột 'Bảng mã', {_ITS_ROW}"

WAYS: Mapping[str, str | Text] = {
    "encoding-guessed": f"xem chữ đọc ra có đúng không; nếu đúng thì ghi {{encoding}} {_ENCODING}",
    "encoding-unclear": "trong Excel lưu lại dạng CSV UTF-8 (Comma delimited), hoặc ghi tcvn3, vni hay "
    f"windows-1258 {_ENCODING}",
    "letters-unclear": f"nếu đúng thì ghi {{alphabet}} {_ENCODING}, nếu không thì ghi utf-8; "
    "cột nào lẫn cả hai thì gõ lại ô này",
    "delimiter-guessed": "dấu ngăn cách các ô được coi là '{delimiter}'; ghi dấu ấy ở cột 'Dấu ngăn cột', "
    f"{_ITS_ROW} thì không phải đoán nữa",
    "header-guessed": "tiêu đề các cột được lấy ở dòng {lines}; ghi {lines} ở cột 'Dòng tiêu đề', "
    f"{_ITS_ROW} thì không phải đoán nữa",
    "headings-apart": "các dòng này chỉ là tên nhóm của các dòng bên dưới, không phải dòng số liệu: {rows}; "
    f"ghi {{lines}} {_LINES} thì không phải đoán nữa",
    "below-apart": "phần đứng dưới bảng không được tính là dòng số liệu: {rows}; "
    f"ghi {{lines}} {_LINES} thì không phải đoán nữa",
    "sign-unknown": f"sửa lại ô này, hoặc sửa chữ {_ENCODING}",
    "delimiter-without-text": "để trống ô ở cột 'Dấu ngăn cột'",
    "setting-without-table": "để trống ô này",
    "header-unclear": f"ghi số dòng, ví dụ 3, ở cột 'Dòng tiêu đề', {_ITS_ROW}",
    "blank-heading": "ghi tiêu đề, hoặc xóa cột; nếu các tiêu đề ở dòng khác thì ghi số dòng ở cột "
    f"'Dòng tiêu đề', {_ITS_ROW}",
    "lines-of-several": "để trống ô này; thêm một dòng ghi riêng tệp ấy, ví dụ '{first}', ở cột 'Tệp', "
    "và số dòng ở cột 'Dòng đặc biệt': tệp đã ghi riêng thì dòng có dấu * không lấy lại nữa",
    "lines-unknown": "ghi số dòng, hoặc hai số với dấu - ở giữa, rồi dòng, tổng hay ghi chú, "
    "ví dụ 14: dòng; 20-24: ghi chú",
    "total-differs": "dòng nào sai thì sửa tại chỗ, hoặc ghi ở trang tính 'Đính chính'; nếu nơi gửi cộng sai "
    f"dòng tổng thì ghi {{line}}: ghi chú {_LINES}, các dòng kia vẫn tính",
    "total-unclear": "nếu là dòng tổng thì sửa chỗ sai; nếu là dòng số liệu thì đánh số dòng này ở cột 'STT' "
    f"như các dòng khác, hoặc ghi {{line}}: dòng {_LINES}",
    "total-as-row": f"xem có đúng không; nếu là dòng tổng thì ghi {{line}}: tổng {_LINES}; "
    "nếu là dòng số liệu thì ghi {line}: dòng, lần sau không hỏi nữa",
    "row-adds-up": f"nếu là dòng cộng thì ghi {{line}}: tổng {_LINES}, hoặc thêm chữ 'Cộng' vào đầu tên; "
    "nếu là một dòng số liệu riêng thì ghi {line}: dòng",
    "row-may-add-up": f"xem có đúng không; nếu là dòng cộng thì ghi {{line}}: tổng {_LINES}; "
    "nếu là dòng số liệu thì ghi {line}: dòng, lần sau không hỏi nữa",
    "row-unclear": f"nếu không phải thì xóa đi, hoặc ghi {{line}}: ghi chú {_LINES}; "
    "nếu phải thì điền đủ như các dòng khác, hoặc ghi {line}: dòng",
    "second-table": "nếu là bảng khác thì để ở trang tính hay tệp riêng; nếu không tính bảng đó thì ghi "
    f"{{all}}: ghi chú {_LINES}; nếu các dòng dưới vẫn thuộc bảng trên thì ghi {{own}}",
    "row-again": f"xem có đúng không; nếu không thì ghi {{line}}: ghi chú {_LINES} cho dòng không được tính; "
    "nếu cả hai đều tính thì ghi {line}: dòng, lần sau không hỏi nữa",
    "rows-after-gap": "nếu từ đó là một bảng khác thì để ở trang tính hay tệp riêng; "
    f"nếu không thì ghi {{line}}: dòng {_LINES}",
    "rows-below-total": "đưa các dòng này lên trên dòng tổng rồi sửa dòng tổng; nếu không phải dòng số liệu "
    f"thì xóa đi, hoặc ghi {{line}}: ghi chú {_LINES}",
    "decimal-unknown": "ghi phẩy hoặc chấm, cho cả tệp hoặc cho một cột như Điểm: chấm",
    "ambiguous-number": "ghi {decimal} nếu là số thập phân, {whole} nếu là số nguyên, cả cột cùng một cách; "
    f"nếu ở một tệp bảng thì cũng có thể ghi {{column}}: chấm (hoặc phẩy) {_DECIMAL}",
    "decimal-guessed": f"ghi là {{reading}}; nếu là tệp bảng thì ghi chấm {_DECIMAL} để khỏi phải đoán",
    "thousands-guessed": f"nếu là {{whole}} thì ghi như vậy, hoặc ghi chấm {_DECIMAL}; "
    "nếu không thì ghi phẩy ở đó",
    "decimal-wrong": f"sửa lại số, hoặc sửa chữ {_DECIMAL}; nếu chỉ riêng tệp này khác các tệp cùng thư mục "
    "thì ghi tên nó ở cột 'Không tính', rồi lấy riêng ở một dòng khác",
    "csv-too-large": "bỏ những gì không cần, hoặc chia thành nhiều tệp rồi lấy chung ở "
    f"{_THERE}, ví dụ units-*.csv",
    "sheet-without-workbook": "để trống ô ở cột 'Trang tính', hoặc ghi tên một tệp .xlsx",
    "sheet-not-named": f"ghi rõ trang nào, ví dụ {{sheet}}, ở cột 'Trang tính', {_ITS_ROW}; "
    "muốn lấy dòng của nhiều trang thì mỗi trang ghi một dòng ở đó",
    "sheet-hidden": "cho trang cần dùng hiện ra, hoặc ghi tên trang, ví dụ {sheet}, ở cột 'Trang tính', "
    f"{_ITS_ROW}",
    "graft-no-name": "ghi tên vào, ví dụ units.csv",
    "decimal-of-corrections": "để trống ô này, ghi giá trị cũ và mới theo cách ghi số của tệp ấy",
    "graft-with-others": "để trống ô này; cột 'Không tính' chỉ đi với tên có dấu *, cột 'Cột' chỉ đi với "
    "danh sách đơn vị phải nộp",
    "files-left-out": f"nếu phải tính thì thêm một dòng ở {_THERE}, cột 'Tệp' ghi '{{first}}'; nếu không "
    "tính thì chuyển sang thư mục khác",
    "list-no-column": f"sửa tiêu đề ghi ở cột 'Cột', {_THERE}, hoặc tiêu đề trong tệp",
    "expected-no-list": "ghi các tên ở trang 'Đơn vị phải nộp', mỗi tên một dòng, hoặc ghi tên tệp danh sách "
    f"ở {_THERE}",
    "expected-column": f"ghi cột có tên đơn vị, ví dụ {{name}}, ở cột 'Cột', {_THERE}; có các cột "
    "{columns}",
    "unit-twice": f"ghi tên tệp không tính ở cột 'Không tính', {_THERE}, hoặc xóa một trong hai dòng",
    "units-otherwise": "nhắc họ viết như danh sách, hoặc ghi cách viết được dùng ở trang 'Cách viết tên'",
    "unit-unknown": "ghi tên đúng như danh sách, bằng một dòng ở trang 'Đính chính', hoặc thêm vào danh sách",
    "correction-incomplete": "điền đủ các cột của dòng: số cũ, số mới, ai báo, ngày nào, vì sao",
    "correction-no-place": "chép nơi ghi của ô từ một thông báo hay từ 'reportgen why', ví dụ "
    "nop/le-loi.xlsx:Sheet1!C7 hay units.csv:14:8; giá trị trong chính tệp này thì sửa ngay tại đó, "
    "ô của đợt trước thì đính chính trong tệp của đợt ấy",
    "correction-old-differs": "xem đính chính còn đúng không: ghi giá trị nay đang có ở cột 'Giá trị cũ', "
    "hoặc xóa dòng đính chính",
    "earlier-not-a-list": "ghi tên các tệp ở trang 'Các đợt trước', mỗi tên một dòng",
    "spelled-otherwise": "viết giống nhau ở cả hai chỗ; hoặc ghi cách viết được dùng ở trang 'Cách viết "
    "tên', hai cột 'Tên ghi trong bảng' ({wrong}) và 'Tên được dùng' ({right})",
    "group-gone": "thêm một dòng cho '{group}', ghi 0 nếu không có gì; nếu nay mang tên khác thì ghi ở trang "
    "'Cách viết tên', hai cột 'Tên ghi trong bảng' ({group}) và 'Tên được dùng'",
    "check-failed": "sửa một trong các ô này",
    "check-warns": "xem lại các ô này có đúng không",
    "partly-given": Text(
        "'{name}' tính từ một cột chỉ có giá trị ở một số dòng: {part}",
        "ghi giá trị vào cả ô của dòng này, không có thì ghi 0, hoặc để trống cột ấy ở mọi dòng; "
        "nếu đây chỉ là ghi chú, không phải dòng số liệu, thì xóa đi",
    ),
    "undefined-figure": Text(
        "'{name}' không có giá trị với dữ liệu này; số ấy tính từ: {formula}",
        "điền số dùng để chia hoặc để chọn; người làm mẫu văn bản có thể định sẵn điều sẽ in ra khi đó",
    ),
    "part-over-whole": Text(
        "'{name}': phần {part_value} không nằm trong toàn bộ {whole}: {part}",
        "sửa số liệu: một phần không thể âm, cũng không thể lớn hơn toàn bộ",
    ),
    "claim-differs": Text(
        "'{name}' đã công bố là {claimed}, nhưng tính ra {computed}",
        "sửa ô này, hoặc các ô dùng để tính; lệnh 'reportgen why' với tên này cho biết tính từ đâu",
    ),
    "claim-unchecked": Text(
        "'{name}' được ghi là {claimed}, nhưng không tính được số nào để đối chiếu",
        "điền các ô dùng để tính (xem bằng lệnh 'reportgen why' với tên này), hoặc xóa số đã ghi",
    ),
    "left-out": "{count} trong {total} dòng không được làm văn bản, do giá trị ghi ở: {where}; {places}",
    "nothing-to-make": "xem lại các dòng ghi gì ở: {where}",
    "measures-differ": "đề nghị gửi lại bảng theo cùng một đơn vị tính; nếu thật ra số đã theo đơn vị của "
    f"bảng kia, hoặc đã đính chính, thì ghi {{other}} ở cột 'Đơn vị tính', {_ITS_ROW}",
    "measure-scaled": "xem văn bản và các bảng khác có cùng đơn vị tính ấy không; "
    f"ghi {{unit}} ở cột 'Đơn vị tính', {_THERE} thì không nhắc lại nữa",
    "same-as-again": "ghi '{other}' ở cột 'Tên được dùng'",
    "missing-reason": "ghi lý do giả định ở cột 'Lý do'",
    "wrong-for-each": "ghi BẢNG hoặc BẢNG: CỘT ở dòng 'Làm riêng cho từng', trang 'Thông tin'; có các bảng "
    "{tables}",
    "not-for-each": "ghi ở dòng 'Làm riêng cho từng', trang 'Thông tin': {cell}",
    "each-without-key": "khai báo 'key' cho '{table}' trong loại văn bản, hoặc để trống trang 'Các đợt "
    "trước'",
    "graft-is-a-report": f"chỉ lấy được dòng của bảng: ghi tên báo cáo ở {_THERE}",
    "not-a-single-value": "ghi một giá trị vào ô",
    "not-a-list": "ghi mỗi ý một dòng",
    "not-a-group": "ghi mỗi mục một dòng",
    "not-a-table": f"ghi các dòng ở trang của bảng, hoặc ghi tên tệp bảng ở {_THERE}",
    "not-a-row": f"ghi các giá trị vào cột của chúng, hoặc ghi tên tệp bảng ở {_THERE}",
    "table-as-data": f"ghi tên tệp ở {_THERE}, hoặc chép các dòng vào tệp bảng tính này",
}
"""Theo mã, thay cho cách sửa; thông báo nào không có cách sửa thì thay cho lời báo."""
