"""Lời về các đợt: tệp đợt trước và báo cáo của đơn vị cấp dưới."""

from reportgen.model.messages.entry import Text

MESSAGES: dict[str, Text] = {
    "earlier-missing": Text(
        "không thấy tệp đợt trước '{name}'", "sửa lại tên; tệp được tìm từ thư mục của tệp dữ liệu"
    ),
    "earlier-twice": Text("tệp đợt trước '{name}' ghi hai lần nên sẽ bị tính hai lần", "xóa một lần"),
    "earlier-copy": Text(
        "tệp đợt trước '{name}' giống hệt tệp '{other}'",
        "ghi tên tệp của đợt khác; bản sao sẽ bị tính hai lần",
    ),
    "earlier-itself": Text(
        "tệp đợt trước '{name}' chính là tệp này nên sẽ bị tính hai lần", "xóa tên tệp khỏi danh sách"
    ),
    "earlier-order": Text(
        "tệp đợt trước '{name}' coi '{other}' là đợt trước nó, nhưng ở đây '{other}' không đứng trước",
        "ghi các tệp từ đợt cũ nhất đến đợt mới nhất; 'previous' là tệp cuối cùng",
    ),
    "earlier-left-out": Text(
        "tệp đợt trước '{name}' coi '{other}' là đợt trước nó, ở đây không ghi: không tổng nào có số của nó",
        "ghi thêm '{other}' vào danh sách, trước '{name}'",
    ),
    "earlier-other-kind": Text(
        "tệp đợt trước '{name}' thuộc loại '{other}', không phải '{kind}'", "chỉ ghi các tệp cùng loại"
    ),
    "earlier-gap": Text(
        "'{name}' còn thiếu trong tệp đợt trước '{file}'",
        "điền vào tệp ấy; số liệu nào cộng từ đó thì ở đây để trống",
    ),
    "earlier-not-a-list": Text("'earlier' cần một danh sách tên tệp", "ghi thành earlier: [round-1.yaml]"),
    "not-rolled-up": Text(
        "'{table}' không lấy dòng từ báo cáo loại '{other}'",
        "ghi tên một báo cáo thuộc loại: {known}; hoặc tự ghi dòng ấy",
    ),
    "rolled-up-type": Text(
        "{name}: báo cáo cấp dưới cho '{value}', không phải là {type}",
        "trong loại văn bản, sửa phần lấy từ báo cáo cấp dưới (roll_up)",
    ),
    "rolled-up-circle": Text("báo cáo này lấy số từ chính nó: {names}", "bỏ một tệp ra khỏi vòng ấy"),
    "earlier-of-another": Text(
        "tệp đợt trước '{name}' không cùng {label}: ở đó là '{value}', ở đây là '{own}'",
        "ghi tên tệp cùng {label}; nếu hai bên là một thì viết giống nhau trong cả hai tệp",
    ),
    "earlier-not-before": Text(
        "tệp đợt trước '{name}' không trước '{other}': {label} ở đó là {value}, ở tệp kia là {later}",
        "chỉ ghi tệp của các đợt trước, từ cũ đến mới; hai tệp cùng một đợt thì chỉ ghi tệp được tính",
    ),
    "earlier-forgotten": Text(
        "{label} {names}: không có tệp nào trong các đợt trước, không tổng nào có số của đợt ấy",
        "ghi thêm tệp của đợt ấy vào các đợt trước, đúng thứ tự",
    ),
    "earlier-same-rows": Text(
        "{table}: tệp đợt trước '{name}' và '{other}' cùng lấy các dòng từ {source} nên sẽ bị tính hai lần",
        "trong mỗi tệp ghi tên bảng của chính đợt ấy",
    ),
    "earlier-alike": Text(
        "{table}: tệp đợt trước '{name}' lấy từ {file} các dòng giống hệt {other}; cả hai đều được cộng",
        "xem có phải một tệp chép từ tệp kia mà chưa ghi số mới không, rồi ghi tên bảng của từng đợt",
    ),
    "below-of-another": Text(
        "báo cáo '{file}' không cùng {label}: ở đó là '{value}', ở đây là '{own}'",
        "ghi tên báo cáo cùng {label} của đơn vị; nếu hai bên là một thì viết giống nhau trong cả hai tệp",
    ),
}
