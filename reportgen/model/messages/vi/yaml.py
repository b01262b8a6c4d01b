"""Lời của nơi nhận dữ liệu: tệp YAML có thể sai ở đâu."""

from reportgen.model.messages.entry import Text

_QUOTE = "nếu đó là chữ thì đặt cả giá trị trong dấu nháy"

MESSAGES: dict[str, Text] = {
    "yaml-empty": Text("tệp không có gì", "ghi ít nhất một dòng, ví dụ: “{like}”"),
    "yaml-no-mapping": Text(
        "tệp chứa {what}, trong khi cần các mục có tên và giá trị",
        "ghi các dòng có tên và giá trị, ví dụ: “{like}”",
    ),
    "yaml-key-twice": Text("'{key}' ghi hai lần", "giữ lại một"),
    "yaml-key-no-text": Text(
        "tên mục không thể là {what}",
        "ghi tên bằng chữ trước dấu hai chấm; nếu đó là giá trị thì đặt trong dấu nháy",
    ),
    "yaml-key-empty": Text("trước dấu hai chấm không có tên", "ghi tên của mục mà giá trị này thuộc về"),
    "yaml-key-spaced": Text(
        "quanh tên '{key}' có khoảng trắng lạ, có thể là dấu cách không ngắt",
        "xóa khoảng trắng ấy, thụt dòng bằng dấu cách thường",
    ),
    "yaml-merge-key": Text("'<<' sẽ lấy thêm một nhóm mục khác vào", "ghi đủ từng mục ra"),
    "yaml-anchor": Text("trong YAML, '&{name}' là dấu để đặt tên cho một chỗ", _QUOTE),
    "yaml-alias": Text("trong YAML, '*{name}' là dấu thay cho một giá trị ghi ở chỗ khác", _QUOTE),
    "yaml-tag": Text("trong YAML, '{tag}' là dấu chỉ kiểu của giá trị", _QUOTE),
    "yaml-second-document": Text(
        "có '---' mở đầu một văn bản thứ hai", "để mỗi văn bản một tệp riêng, hoặc xóa dòng này"
    ),
    "yaml-too-deep": Text(
        "có hơn {most} danh sách và nhóm mục lồng vào nhau", "đóng các dấu ngoặc còn để mở"
    ),
    "yaml-too-many-values": Text(
        "tệp này có hơn {most} giá trị",
        "bảng dài thì để trong tệp CSV hoặc Excel rồi ghi tên tệp ở đây: {{from: units.csv}}",
    ),
    "yaml-lost-comment": Text(
        "'{lost}' sẽ bị mất: dấu # mở đầu lời ghi chú",
        "đặt cả giá trị trong dấu nháy; nếu đúng là ghi chú thì để dấu cách trước và sau #",
    ),
    "yaml-no-space": Text("sau '{before}' thiếu dấu cách", "ghi '{before} {text}'"),
    "yaml-odd-sign": Text("{character} đứng ở chỗ phải là {wanted}", "ghi {wanted} ở đó"),
    "yaml-curly-quote": Text(
        "{mark} ở đây chỉ là một chữ: chỉ dấu nháy thẳng mới giữ một giá trị liền nhau",
        'đặt cả giá trị giữa hai dấu nháy thẳng (")',
    ),
    "yaml-curly-kept": Text(
        "dấu ngoặc kép ở {value} thuộc về giá trị nên sẽ được in ra",
        "nếu đúng ý thì đặt cả giá trị trong dấu nháy thẳng: {quoted}; nếu không thì bỏ dấu cong",
    ),
    "yaml-block": Text(
        "dòng này thuộc đoạn chữ mở đầu bằng | hoặc > ở trên mà thụt vào chưa đủ",
        "thụt mọi dòng của đoạn bằng nhau, sâu hơn tên của nó",
    ),
    "yaml-quote-goes-on": Text(
        "dấu nháy mở ở {value} mãi dòng {line} mới đóng",
        "đóng dấu nháy ở cuối giá trị; dòng nào thuộc giá trị ấy thì thụt sâu hơn tên của nó",
    ),
    "yaml-comma-in-list": Text(
        "dấu phẩy sau '{value}' ngăn cách hai giá trị, tuy trông như dấu phẩy thập phân",
        "đặt số trong dấu nháy; nếu đúng là hai giá trị thì thêm dấu cách sau dấu phẩy",
    ),
    "yaml-colon": Text(
        "trong giá trị '{value}' có thêm một dấu hai chấm",
        "đặt cả giá trị trong dấu nháy: {key}: {quoted}",
    ),
    "yaml-goes-on": Text(
        "'{text}' bị đọc nối vào giá trị ở dòng trên, rồi lại có dấu hai chấm",
        "thụt dòng này bằng dòng trên; nếu nó thuộc mục ở trên thì để trống sau dấu hai chấm của mục ấy",
    ),
    "yaml-dash": Text(
        "danh sách không thể bắt đầu trên cùng dòng với tên mục",
        "ghi mỗi '- ' trên một dòng riêng ở bên dưới",
    ),
    "yaml-tab": Text("dòng này thụt bằng phím Tab", "thụt bằng dấu cách"),
    "yaml-odd-start": Text(
        "giá trị không thể bắt đầu bằng '{start}'", "đặt giá trị trong dấu nháy: {quoted}"
    ),
    "yaml-no-colon": Text(
        "sau tên '{text}' không có dấu hai chấm",
        "ghi 'tên: giá trị'; nếu dòng này nối tiếp dòng trên thì thụt vào sâu hơn",
    ),
    "yaml-unclosed-quote": Text(
        "dấu nháy mở đầu {value} không được đóng lại", "đóng dấu nháy ở cuối giá trị"
    ),
    "yaml-escape": Text(
        "trong dấu nháy kép, dấu \\ mở đầu một mã, mà ở đây không phải là mã",
        "dùng dấu nháy đơn, hoặc ghi dấu \\ hai lần",
    ),
    "yaml-bracket": Text(
        "dấu '{bracket}' mở ở đây không được đóng, hoặc bên trong thiếu dấu phẩy",
        "đóng lại; nếu giá trị là chữ thì đặt trong dấu nháy",
    ),
    "yaml-after-value": Text("'{text}' đứng sau một giá trị đã đủ", "đặt cả giá trị trong dấu nháy"),
    "yaml-indent": Text(
        "dòng này thụt không bằng các dòng cùng hàng", "cho các dòng cùng hàng thụt bằng nhau"
    ),
    "yaml-syntax": Text("YAML không đọc được chỗ này: {problem}", "chữ có ký hiệu thì đặt trong dấu nháy"),
}
