"""Lời của nơi kiểm tra: dữ liệu có thể sai ở đâu."""

from reportgen.model.messages.entry import Text
from reportgen.model.messages.vi import rounds, values

_CORRECTIONS = {
    "correction-incomplete": Text(
        "đính chính chưa ghi {names}",
        "ghi đủ at (ở đâu), old (số cũ), new (số mới), who (ai báo), when (ngày nào), why (vì sao)",
    ),
    "correction-no-place": Text(
        "không có giá trị nào được dùng ở '{at}'{meant}",
        "chép nơi ghi của ô từ một thông báo hay từ 'reportgen why', ví dụ nop/le-loi.xlsx:Sheet1!C7 hay "
        "units.csv:14:8; giá trị trong tệp dữ liệu thì sửa ngay tại đó, ô của đợt trước thì đính chính trong "
        "tệp của đợt ấy",
    ),
    "correction-unclear": Text("'{at}' có thể là ô của nhiều tệp: {files}", "ghi thêm thư mục trước tên tệp"),
    "correction-old-differs": Text(
        "{name}: đính chính cho giá trị '{old}', nhưng ở đó nay là '{stands}'",
        "xem đính chính còn đúng không: ghi sau old: giá trị nay đang có, hoặc bỏ đính chính đi",
    ),
    "correction-twice": Text("'{at}' được đính chính hai lần", "chỉ để lại đính chính đúng"),
}

_EXPECTED = {
    "expected-no-list": Text(
        "danh sách phải nộp của '{name}' không phải là danh sách tên",
        "ghi các tên, ví dụ [Lê Lợi, Trần Phú], hoặc {{from: danh-sach.csv}}",
    ),
    "expected-column": Text(
        "danh sách có nhiều cột, không cột nào tên là '{name}'",
        "ghi bên cạnh 'from:' tên nằm ở cột nào, ví dụ column: \"{name}\"; có các cột {columns}",
    ),
    "expected-twice": Text("'{unit}' có hai lần trong danh sách", "bỏ đi một"),
    "units-missing": Text(
        "{table}: {count} trong {all} đơn vị phải nộp chưa nộp: {names}",
        "nhắc các đơn vị ấy; đến lúc đó số của họ chưa được tính",
    ),
    "units-otherwise": Text(
        "{table}: các đơn vị này viết tên khác danh sách, văn bản in như họ viết: {names}",
        "nhắc họ viết như danh sách, hoặc ghi cách viết được dùng ở same_as",
    ),
    "unit-unknown": Text(
        "'{unit}' ở {table} không có trong danh sách phải nộp{meant}",
        "ghi tên đúng như danh sách, bằng một đính chính, hoặc thêm vào danh sách",
    ),
    "unit-twice": Text(
        "'{unit}' có hai lần trong {table}: ở {file} và ở {other}",
        "ghi tên tệp không tính sau 'except:', bên cạnh 'from:', hoặc xóa một trong hai dòng",
    ),
}

MESSAGES: dict[str, Text] = {
    **values.MESSAGES,
    **_EXPECTED,
    **_CORRECTIONS,
    **rounds.MESSAGES,
    "missing": Text("'{name}'{key} còn thiếu", "điền vào; trong bản dự thảo là chỗ trống"),
    "missing-cells": Text(
        "'{name}' để trống ở {count} dòng: {places}",
        "điền vào; bản dự thảo in chỗ trống, số liệu nào cần đến cũng để trống",
    ),
    "table-without-rows": Text(
        "{table}: '{file}' chỉ có dòng tiêu đề, không có dòng số liệu nào nên không có gì được tính",
        "nếu phải có số liệu thì nhắc đơn vị ghi vào",
    ),
    "missing-column": Text(
        "{table} thiếu cột '{label}'{meant}",
        "sửa tiêu đề của cột ấy thành '{label}' ('{name}' cũng được), hoặc thêm cột",
    ),
    "headings-below": Text(
        "{table}: các cột này được nhận theo dòng tiêu đề dưới, không xét tên nhóm ở dòng trên: {headings}",
        "xem có đúng là các cột ấy không",
    ),
    "column-perhaps-meant": Text(
        "cột '{column}' không thuộc {table} nên không được dùng; "
        "bảng lại thiếu cột '{label}', có thể chính là nó",
        "nếu đúng thì sửa tiêu đề thành '{label}', không thì xóa cột",
    ),
    "column-not-used": Text(
        "cột '{column}' không thuộc {table} nên không được dùng", "xóa cột, hoặc sửa lại tiêu đề"
    ),
    "unknown-key": Text("'{inside}' không có mục '{key}'{meant}", "sửa lại tên mục, hoặc xóa đi"),
    "duplicate-row": Text(
        "'{key}' có hai lần trong {table}{spelled}", "xóa một trong hai dòng, hoặc ghi rõ chỗ khác nhau"
    ),
    "unit-shortened": Text(
        "'{name}' và '{other}' trong {table} có thể là một đơn vị, nơi viết tắt nơi viết đủ",
        "xem có phải nộp hai lần không; nếu phải thì bỏ một trong hai dòng; nếu là hai đơn vị thì "
        "không phải làm gì",
    ),
    "value-again": Text(
        "{name} '{value}' có hai lần trong {table}",
        "sửa một trong hai: ở cột này không hai dòng nào được trùng nhau",
    ),
    "item-again": Text(
        "{name}: mục này ghi giống hệt một mục khác{others}", "bỏ một trong hai, hoặc ghi rõ chỗ khác nhau"
    ),
    "mark-by-hand": Text(
        "{name}: ý này bắt đầu bằng '{mark}', khi in sẽ đứng cạnh số hay dấu mà văn bản tự đặt trước mỗi "
        "ý{others}",
        "bỏ đi nếu văn bản tự đánh số; nếu không thì không phải làm gì",
    ),
    "frame-typed": Text("{name}: đã bỏ dấu gõ thừa '{taken}', vì mẫu tự in '{frame}'{others}"),
    "item-of-another": Text(
        "{name}: mẫu tự in '{words}', lấy từ mục '{other}'",
        "bỏ dòng này, và ghi phần sau '{words}' vào mục '{other}'",
    ),
    "person-twice": Text(
        "'{name}' có hai lần trong {table}: {parts} đều trùng",
        "xóa một trong hai dòng; nếu một người được có nhiều dòng thì ghi again: true trong loại văn bản",
    ),
    "person-doubtful": Text(
        "'{name}' ở hai dòng của {table} có thể là một người: {why}{more}",
        "sửa dòng bị sai; nếu đúng là hai người thì không phải làm gì",
    ),
    "spelled-otherwise": Text(
        "{column}: '{name}' và '{other}' là một tên viết theo hai cách nên sẽ bị tính riêng{more}",
        "viết giống nhau ở cả hai chỗ; hoặc ghi cách viết được dùng: trong tệp dữ liệu là "
        'same_as: {{"{wrong}": "{right}"}}, trong tệp Excel là trang \'Cách viết tên\' với hai cột '
        "'Tên ghi trong bảng' ({wrong}) và 'Tên được dùng' ({right})",
    ),
    "same-as-again": Text("chính '{name}' lại được đọc thành '{other}'", "ghi '{other}' ở đây"),
    "same-as-unused": Text(
        "không dòng nào trong các bảng ghi '{name}'",
        "ghi tên đúng từng chữ như trong bảng, hoặc xóa dòng này; hai cách viết cùng ở một đợt trước thì ghi "
        "trong tệp của đợt ấy",
    ),
    "missing-reason": Text("điều giả định về '{name}' chưa có lý do", "ghi lý do giả định sau dấu hai chấm"),
    "wrong-for-each": Text(
        "for_each không ghi đúng tên bảng, tên cột của loại văn bản '{kind}'",
        "ghi tên một bảng ({tables}), hoặc {{of: BẢNG, by: CỘT}}",
    ),
    "unknown-kind": Text(
        "không có loại văn bản '{name}'{meant}", "chọn một trong: {known}; hoặc thêm --templates THƯ-MỤC"
    ),
    "no-kind": Text(
        "tệp dữ liệu không cho biết là của loại văn bản nào",
        "bắt đầu tệp bằng một dòng như 'kind: minutes'",
    ),
    "kind-hidden": Text("loại '{name}' này che mất loại cùng tên ở {hidden}"),
    "not-for-each": Text(
        "loại văn bản '{kind}' làm riêng từng bản theo {wanted}, mà tệp dữ liệu không ghi như thế",
        "thêm dòng 'for_each: {wanted}'",
    ),
    "left-out": Text(
        "{count} trong {total} dòng không được làm văn bản, vì không thỏa điều kiện '{where}': {places}"
    ),
    "nothing-to-make": Text("không có dòng nào để làm văn bản", "xem lại điều kiện '{where}' và dữ liệu"),
    "each-without-key": Text(
        "mỗi dòng của '{table}' một văn bản, nhưng không biết dòng nào ở đợt trước là của dòng ấy",
        "khai báo 'key' cho '{table}' trong loại văn bản, hoặc bỏ 'earlier'",
    ),
    "blank-group": Text(
        "'{name}' để trống ở dòng này nên không làm được văn bản cho dòng ấy", "điền vào, hoặc xóa dòng"
    ),
    "diff-paper-and-data": Text(
        "'{name}' không phải văn bản đã làm xong, còn '{paper}' thì phải",
        "so hai tệp dữ liệu, hoặc so hai văn bản đã làm xong (.docx, .pdf)",
    ),
    "diff-other-kind": Text(
        "tệp này thuộc loại '{kind}', còn tệp kia thuộc loại '{other}'",
        "so sánh hai tệp dữ liệu cùng một loại văn bản",
    ),
    "graft-is-a-report": Text(
        "không thể lấy '{name}' từ báo cáo '{file}'",
        "chỉ lấy được dòng của bảng: ghi {{from: TỆP}} làm một dòng của bảng",
    ),
    "graft-twice": Text("các dòng của '{name}' được lấy hai lần nên sẽ bị tính hai lần", "xóa một lần"),
    "tables-alike": Text(
        "{table}: '{name}' có các dòng giống hệt '{other}', và cả hai đều được tính",
        "nếu một tệp là bản chép của tệp kia thì bỏ ra; nếu hai nơi đúng là báo cáo như nhau thì cứ để",
    ),
    "no-such-output": Text(
        "loại văn bản '{kind}' không làm ra {target}",
        "chọn: {made}; hoặc thêm mẫu vào outputs của loại văn bản",
    ),
    "date-twice": Text(
        "--date ghi {asked}, còn dữ liệu ghi {date} ({label})",
        "đúng là ngày {date} thì bỏ --date; không đúng thì sửa ngày ở đây",
    ),
    "date-unprinted": Text(
        "--date {asked} không đổi gì: không mẫu nào của loại '{kind}' in ngày hôm nay",
        "bỏ --date; ngày của văn bản là ngày ghi trong dữ liệu, hoặc ngày ban hành: "
        "`reportgen issue --date {asked}`",
    ),
    "not-quoted": Text("'{what}' có trong dữ liệu mà không mẫu nào in ra"),
    "figure-not-quoted": Text("số liệu '{name}' được tính mà không mẫu nào in ra"),
}
