"""Lời của nơi nhận tệp bảng: điều đã phải đoán, và điều tệp dữ liệu có thể ghi rõ."""

from reportgen.model.messages.entry import Text

MESSAGES: dict[str, Text] = {
    "encoding-guessed": Text(
        "chữ được coi là bảng mã {encoding}; đọc ra '{sample}'",
        "xem chữ đọc ra có đúng không; nếu đúng thì ghi encoding: {encoding} bên cạnh 'from:'",
    ),
    "delimiter-guessed": Text(
        "dấu ngăn cách các ô được coi là '{delimiter}'; "
        "ghi delimiter: \"{delimiter}\" bên cạnh 'from:' thì không phải đoán nữa"
    ),
    "header-guessed": Text(
        "tiêu đề các cột được lấy ở dòng {lines}; "
        "ghi header: {lines} bên cạnh 'from:' thì không phải đoán nữa"
    ),
    "rows-passed-over": Text("phần đứng trên tiêu đề các cột được bỏ qua: {rows}"),
    "measure-scaled": Text(
        "phía trên tiêu đề có ghi đơn vị tính là '{unit}'; số được lấy đúng như trong ô, không nhân lên",
        "xem văn bản và các bảng khác có cùng đơn vị tính ấy không; "
        "ghi unit: {unit} bên cạnh 'from:' thì không nhắc lại nữa",
    ),
    "measures-differ": Text(
        "{table}: đơn vị tính của bảng này là '{unit}', của {file} là '{other}'; không cộng với nhau được",
        "đề nghị gửi lại bảng theo cùng một đơn vị tính; nếu thật ra số đã theo đơn vị của bảng kia, hoặc đã "
        "đính chính, thì ghi unit: {other} bên cạnh 'from:'",
    ),
    "title-of-another-year": Text(
        "{table}: tên bảng ghi năm học {year}, còn dữ liệu ghi {known}",
        "xem có phải gửi nhầm bảng của năm học khác không; nếu số liệu đúng thì chỉ là tên bảng ghi sai",
    ),
    "numbers-passed-over": Text("dòng {line} chỉ đánh số các cột nên được bỏ qua"),
    "totals-apart": Text("các dòng tổng không được tính vào bảng: {places}"),
    "totals-agree": Text(
        "các dòng tổng không được tính vào bảng; chúng khớp với các dòng của mình: {places}"
    ),
    "totals-unchecked": Text("các ô này của dòng tổng chưa được đối chiếu với các dòng của nó: {cells}"),
    "total-differs": Text(
        "{name}: dòng tổng ghi {value}, nhưng cộng {count} dòng được {sum}; lệch {difference}",
        "dòng nào sai thì sửa tại chỗ, hoặc ghi vào corrections:; nếu nơi gửi cộng sai dòng tổng thì ghi "
        "lines: {{{line}: note}} bên cạnh 'from:', các dòng kia vẫn tính",
    ),
    "total-rounded": Text(
        "{name}: dòng tổng ghi {value}, nhưng cộng {count} dòng được {sum}; "
        "có thể lệch {difference} do các dòng đã làm tròn",
        "ghi các dòng đủ số lẻ, hoặc ghi đúng tổng của các dòng",
    ),
    "headings-apart": Text(
        "các dòng này chỉ là tên nhóm của các dòng bên dưới, không phải dòng số liệu: {rows}; "
        "ghi lines: {{{lines}}} bên cạnh 'from:' thì không phải đoán nữa"
    ),
    "below-apart": Text(
        "phần đứng dưới bảng không được tính là dòng số liệu: {rows}; "
        "ghi lines: {{{lines}}} bên cạnh 'from:' thì không phải đoán nữa"
    ),
    "total-unclear": Text(
        "'{words}' bắt đầu như một dòng tổng, nhưng không khớp: {compared}",
        "nếu là dòng tổng thì sửa chỗ sai; nếu là dòng số liệu thì đánh số dòng này ở cột 'STT' như các dòng "
        "khác, hoặc ghi lines: {{{line}: row}} bên cạnh 'from:'",
    ),
    "total-as-row": Text(
        "'{words}' bắt đầu như một dòng tổng và đang được tính là dòng số liệu{others}",
        "xem có đúng không; nếu là dòng tổng thì ghi lines: {{{line}: total}} bên cạnh 'from:'; "
        "nếu là dòng số liệu thì ghi lines: {{{line}: row}}, lần sau không hỏi nữa",
    ),
    "row-unclear": Text(
        "không rõ '{words}' có phải là một dòng số liệu của bảng không",
        "nếu không phải thì xóa đi, hoặc ghi lines: {{{line}: note}} bên cạnh 'from:'; "
        "nếu phải thì điền đủ như các dòng khác, hoặc ghi lines: {{{line}: row}}",
    ),
    "row-adds-up": Text(
        "'{words}' có số liệu đúng bằng tổng của {rows} ({sums}), nên sẽ bị tính hai lần",
        "nếu là dòng cộng thì ghi lines: {{{line}: total}} bên cạnh 'from:', hoặc thêm chữ 'Cộng' vào "
        "đầu tên; nếu là một dòng số liệu riêng thì ghi lines: {{{line}: row}}",
    ),
    "row-may-add-up": Text(
        "'{words}' có số liệu đúng bằng tổng của {rows} ({sums}); đang được tính là dòng số liệu",
        "xem có đúng không; nếu là dòng cộng thì ghi lines: {{{line}: total}} bên cạnh 'from:'; "
        "nếu là dòng số liệu thì ghi lines: {{{line}: row}}, lần sau không hỏi nữa",
    ),
    "second-table": Text(
        "từ dòng {line}, '{words}', hình như là một bảng khác",
        "nếu là bảng khác thì để ở trang tính hay tệp riêng; nếu không tính bảng đó thì ghi "
        "lines: {{{all}: note}} bên cạnh 'from:'; nếu các dòng dưới vẫn thuộc bảng trên "
        "thì ghi lines: {{{own}}}",
    ),
    "row-again": Text(
        "'{name}' có thể là '{other}' gửi lại, mà cả hai dòng đều đang được tính",
        "xem có đúng không; nếu không thì ghi lines: {{{line}: note}} bên cạnh 'from:' cho dòng không được "
        "tính; nếu cả hai đều tính thì ghi lines: {{{line}: row}}, lần sau không hỏi nữa",
    ),
    "rows-after-gap": Text(
        "dòng {line} đứng sau {count} dòng trống, và vẫn được tính cùng các dòng sau nó",
        "nếu từ đó là một bảng khác thì để ở trang tính hay tệp riêng; "
        "nếu không thì ghi lines: {{{line}: row}} bên cạnh 'from:'",
    ),
    "rows-uneven": Text(
        "đa số dòng có {usual} ô, các dòng sau có số ô khác (số ô ghi trong ngoặc): {rows}",
        "ghi ở mỗi dòng đủ số ô như dòng tiêu đề, và đặt số có dấu phẩy thập phân trong dấu ngoặc kép: "
        "không có ngoặc kép thì thành hai ô",
    ),
    "rows-below-total": Text(
        "các dòng đứng dưới dòng tổng vẫn được tính, nhưng dòng tổng không cộng chúng: {places}",
        "đưa các dòng này lên trên dòng tổng rồi sửa dòng tổng; nếu không phải dòng số liệu thì xóa đi, "
        "hoặc ghi lines: {{{line}: note}} bên cạnh 'from:'",
    ),
    "capitals-lost": Text(
        "các ô này bắt đầu bằng chữ thường, vì TCVN3 không giữ được chữ hoa có dấu: {places}",
        "so với bản giấy; chỗ nào phải viết hoa thì gõ lại bằng Unicode",
    ),
    "encoding-unclear": Text(
        "chữ không phải UTF-8, và không rõ là bảng mã cũ nào",
        "trong Excel lưu lại dạng CSV UTF-8 (Comma delimited), "
        "hoặc ghi encoding: tcvn3, vni hay windows-1258 bên cạnh 'from:'",
    ),
    "letters-read": Text(
        "ô này gõ bằng bảng mã {alphabet}, đọc ra là '{reading}'{more}",
        "xem chữ đọc ra có đúng không; nếu sai, hoặc không muốn nhắc lại nữa, thì gõ lại ô này bằng Unicode",
    ),
    "letters-unclear": Text(
        "'{text}' đọc được theo hai cách: theo bảng mã {alphabet} thì là '{reading}'",
        "nếu đúng thì ghi encoding: {alphabet} bên cạnh 'from:', nếu không thì ghi encoding: utf-8; "
        "cột nào lẫn cả hai thì gõ lại ô này",
    ),
    "letters-doubtful": Text(
        "'{text}' được giữ nguyên như đang ghi, tuy theo bảng mã {alphabet} thì là '{reading}'",
        "nếu đúng là '{reading}' thì gõ lại ô này bằng Unicode; nếu ghi đúng rồi thì không phải làm gì",
    ),
    "header-unclear": Text(
        "không rõ đây có phải là dòng tiêu đề các cột không", "ghi số dòng bên cạnh 'from:', ví dụ header: 3"
    ),
    "encoding-unknown": Text(
        "không có bảng mã nào tên như thế", "ghi utf-8, utf-16, windows-1258, tcvn3 hoặc vni"
    ),
    "delimiter-unknown": Text("dấu này không thể ngăn cách các ô", 'ghi ",", ";", "|" hoặc tab'),
    "decimal-unknown": Text(
        "ở đây không cho biết dấu thập phân là dấu gì",
        "ghi comma (dấu phẩy) hoặc point (dấu chấm), cho cả tệp hoặc cho một cột như {{điểm: point}}",
    ),
    "header-unknown": Text(
        "đây không phải là số dòng tiêu đề", "ghi số dòng như 3, hoặc 3-4 nếu có nhiều dòng"
    ),
    "lines-unknown": Text(
        "ở đây không cho biết dòng nào là gì",
        "ghi số dòng, hoặc hai số với dấu - ở giữa, rồi row (dòng số liệu), total (dòng tổng) "
        "hay note (ghi chú), ví dụ {{14: row, 20-24: note}}",
    ),
    "lines-wrong": Text("dưới tiêu đề không có dòng nào bắt đầu ở dòng {line}", "đếm các dòng của tệp từ 1"),
    "lines-of-several": Text(
        "số dòng là của một tệp, mà '{pattern}' lấy vào {count} tệp",
        "bỏ lines ở đây; ghi thêm một from: riêng cho tệp ấy, ví dụ '{first}', và ghi lines bên cạnh: "
        "tệp đã ghi riêng thì không lấy lại theo dấu * nữa",
    ),
    "encoding-wrong": Text(
        "tệp không đọc được theo bảng mã {encoding}", "sửa lại; nếu bỏ đi thì chương trình tự tìm"
    ),
    "delimiter-wrong": Text(
        "các ô trong tệp ngăn cách bằng '{other}', không phải '{delimiter}'",
        "sửa lại; nếu bỏ đi thì chương trình tự tìm",
    ),
    "delimiter-without-text": Text(
        "'{name}' là tệp bảng tính, các ô không có dấu ngăn cách", "xóa 'delimiter:'"
    ),
    "header-wrong": Text("không có dòng nào của bảng bắt đầu ở dòng {line}", "đếm các dòng của tệp từ 1"),
    "sign-unknown": Text(
        "'{sign}' không phải là chữ của bảng mã {alphabet}",
        "sửa lại ô này, hoặc 'encoding:' bên cạnh 'from:'",
    ),
    "setting-without-table": Text("'{name}' là một báo cáo, ở đó '{key}' không có nghĩa", "xóa '{key}:'"),
}
