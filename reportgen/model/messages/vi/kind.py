"""Lời của nơi lưu các loại văn bản: một tệp kind.yaml có thể sai ở đâu."""

from reportgen.model.messages.entry import Text

MESSAGES: dict[str, Text] = {
    "kind-not-a-mapping": Text(
        "'{entry}' cần các mục có tên", "ghi mỗi mục một dòng, thụt vào, dạng tên: giá trị"
    ),
    "kind-wants-text": Text("'{entry}' cần một đoạn chữ", "ghi sau dấu hai chấm"),
    "kind-wants-list": Text("'{entry}' cần một danh sách", "ghi mỗi ý một dòng, bắt đầu bằng '- '"),
    "kind-wants-number": Text(
        "'{entry}' cần một số nguyên nhỏ, không phải '{value}'", "ghi một số từ 0 đến 99"
    ),
    "kind-wants-flag": Text("'{entry}' chỉ là true hoặc false, không phải '{value}'", "ghi true hoặc false"),
    "kind-wants-frame": Text(
        "'{value}' không phải là cách mẫu in quanh một nội dung",
        "viết với một dấu … thay cho nội dung, ví dụ '- …;'",
    ),
    "kind-wants-free": Text(
        "'quantities' chỉ có thể là free, không phải '{value}'", "ghi free, hoặc bỏ mục này"
    ),
    "kind-unknown-key": Text("ở chỗ này kind.yaml không có mục '{key}'{meant}", "dùng một trong: {known}"),
    "kind-unknown-type": Text("không có kiểu '{type}'", "dùng một trong: {known}"),
    "kind-bad-name": Text(
        "'{name}' không dùng làm tên được",
        "chỉ dùng chữ cái, chữ số và dấu _, và tránh các từ có nghĩa riêng như sum hay from",
    ),
    "kind-name-twice": Text("'{name}' là tên của hai thứ khác nhau", "đặt tên khác cho một trong hai"),
    "kind-nested-column": Text(
        "cột '{name}' chứa nhiều giá trị", "dùng 'list' cho các bản ghi có danh sách bên trong"
    ),
    "kind-unknown-column": Text("'{table}' không có cột '{name}'", "chọn một trong: {known}"),
    "kind-unknown-table": Text("ở fields không có bảng '{name}'", "chọn một trong: {known}"),
    "kind-unknown-shown": Text(
        "'{name}' trình bày '{shown}', nhưng loại văn bản không khai báo tên ấy{meant}",
        "ghi tên một trường, bảng hay số liệu: có giá trị thì có phụ lục, có đề mục",
    ),
    "kind-unknown-bar": Text(
        "biểu đồ '{name}' ghi '{what}', nhưng bảng '{table}' không có cột ấy{meant}",
        "ghi tên một cột của bảng: cột gộp ở 'by', cột số ở 'shows'",
    ),
    "kind-no-group": Text(
        "bảng '{name}' chưa ghi gộp theo cột nào", "thêm 'by' với một hay nhiều cột: {known}"
    ),
    "kind-no-template": Text(
        "không có mẫu '{template}' bên cạnh kind.yaml", "ghi tên một tệp {suffix} có trong thư mục ấy"
    ),
    "kind-no-outputs": Text(
        "loại văn bản này không làm ra gì", "thêm outputs, ví dụ {{docx: report.docx, pdf: report.html}}"
    ),
    "kind-bad-pattern": Text(
        "'{pattern}' không dùng làm tên tệp được: {why}", "dùng {{field}}, {{figure}} hoặc {{each.column}}"
    ),
    "kind-bad-default": Text(
        "giá trị mặc định '{value}' của '{name}' không phải là {type}",
        "ghi như khi ghi trong tệp dữ liệu",
    ),
    "figure-two-prints": Text(
        "'{name}' được in theo hai cách: một văn bản sẽ có hai con số cho cùng một số liệu",
        "ghi 'as' và 'places' giống nhau ở cả hai chỗ, hoặc đặt cho một trong hai tên khác",
    ),
    "kind-wrong-series": Text(
        "'{name}' không phải là một mục đơn so được giữa các tệp dữ liệu", "ghi một trong: {known}"
    ),
    "kind-no-date": Text("'{name}' không phải là một mục kiểu date", "ghi một trong: {known}"),
}
