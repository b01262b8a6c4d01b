"""Lời của nơi ghi tệp: ổ đĩa và thư mục có thể trục trặc ra sao."""

from reportgen.model.messages.entry import Text

_ANOTHER = "chuyển nó đi chỗ khác, hoặc đặt tên khác cho tệp mới"

MESSAGES: dict[str, Text] = {
    "office-file-there": Text("cơ quan đã có tệp này", "sửa tệp đó, hoặc chọn thư mục khác"),
    "file-exists": Text(
        "đã có '{name}', và {whose}",
        "chuyển đi chỗ khác, hoặc đặt tên khác cho tệp mới; với build, fill, kinds, thêm --overwrite để thay",
    ),
    "file-changed-meanwhile": Text(
        "'{name}' bị một chương trình khác sửa trong lúc đang làm tệp mới",
        "xem chỗ đã sửa, rồi chạy lại",
    ),
    "file-other-spelling": Text(
        "'{name}' chỉ khác '{other}' đã có ở chữ hoa, chữ thường hoặc cách lưu dấu",
        "đổi tên một trong hai; Windows và macOS không giữ được cả hai trong một thư mục",
    ),
    "paper-left-over": Text(
        "'{name}' đã được làm từ {source} lần trước, lần này không làm nữa",
        "chuyển nó đi nếu đã lỗi thời, để không ai phát nhầm",
    ),
    "file-twice": Text(
        "hai văn bản cùng ghi vào '{name}'{also}",
        "thêm vào file_name điều phân biệt hai văn bản, ví dụ số hay tên",
    ),
    "file-in-the-way": Text("'{folder}' phải là thư mục để chứa '{name}', nhưng lại là {what}", _ANOTHER),
    "target-not-a-file": Text("đã có '{name}' và đó là {what}", _ANOTHER),
    "target-outside": Text(
        "'{name}' dẫn ra ngoài thư mục kết quả, tới {where}", "đặt tên tệp nằm trong thư mục kết quả"
    ),
    "file-name-unfit": Text(
        "'{name}' không dùng làm tên tệp được: {why}",
        "sửa file_name, hoặc giá trị mà nó lấy từ dữ liệu",
    ),
    "path-too-long": Text(
        "'{name}' làm đường dẫn dài quá, ổ đĩa này không nhận",
        "rút ngắn file_name, hoặc ghi vào thư mục ít cấp hơn",
    ),
    "file-write-protected": Text(
        "'{name}' được bảo vệ, không cho ghi",
        "bỏ bảo vệ nếu được phép thay tệp, hoặc đặt tên khác cho tệp mới",
    ),
    "file-open-elsewhere": Text(
        "'{name}' đang mở trong {program}",
        "đóng lại; nếu không ai mở thì xóa tệp còn sót '{lock}'",
    ),
    "file-in-use": Text("'{name}' đang được chương trình khác dùng", "đóng lại, rồi chạy lại"),
    "folder-write-protected": Text(
        "không ghi được gì vào thư mục {folder}",
        "xin quyền ghi từ chủ thư mục, hoặc ghi vào thư mục khác",
    ),
    "folder-not-a-folder": Text(
        "{folder} không phải là thư mục", "ghi tên một thư mục, hoặc chuyển tệp ấy đi chỗ khác"
    ),
    "fill-output-format": Text(
        "tệp được làm ra là tệp {suffix}, mà tên '{name}' không cho thấy", "đặt tên '{right}'"
    ),
    "output-is-input": Text(
        "'{name}' chính là một trong các tệp dùng để làm ra tệp mới", "đặt tên khác hoặc ghi vào thư mục khác"
    ),
    "folder-busy": Text(
        "một lần chạy reportgen khác đang ghi vào thư mục này: {holder}",
        "chờ nó xong, hoặc ghi vào thư mục khác",
    ),
    "folder-cannot-lock": Text(
        "ổ đĩa của thư mục này không khóa được, nên không tách được hai lần chạy cùng lúc: {why}",
        "ghi vào một thư mục trên máy này, rồi chép kết quả sang",
    ),
    "folder-vanished": Text(
        "một thư mục trên đường tới '{name}' vừa bị xóa hoặc chuyển đi",
        "để thư mục lại chỗ cũ hoặc chọn thư mục khác, rồi chạy lại",
    ),
    "disk-full": Text(
        "ổ đĩa hết chỗ cho '{name}'",
        "xóa bớt tệp trên ổ đĩa (hoặc xin thêm dung lượng), rồi chạy lại",
    ),
    "no-room": Text(
        "ổ đĩa hết chỗ: ở thư mục tạm, hoặc ở nơi ghi những gì lệnh in ra",
        "xóa bớt tệp ở đó, hoặc cho TMPDIR trỏ tới một thư mục ở ổ đĩa khác, rồi chạy lại đúng lệnh ấy",
    ),
    "file-too-big": Text(
        "'{name}' lớn hơn mức hệ thống này cho phép", "nâng mức ấy (ulimit -f), hoặc ghi vào ổ đĩa khác"
    ),
    "write-not-permitted": Text(
        "không được phép ghi '{name}'",
        "xin quyền ghi từ chủ thư mục, đóng tệp ở nơi đang mở, hoặc ghi vào thư mục khác",
    ),
    "disk-failed": Text("ổ đĩa hỏng ở chỗ '{name}'", "kiểm tra ổ đĩa và dây nối, rồi chạy lại"),
    "stopped": Text(
        "đã dừng giữa chừng: có {count} trong {total} văn bản",
        "chạy lại đúng lệnh ấy để làm những văn bản còn thiếu",
    ),
    "nothing-to-merge": Text(
        "không có bản PDF nào để ghép vào '{name}'", "thêm --to pdf nếu loại này có mẫu PDF, hoặc bỏ --merge"
    ),
    "zip-by-unknown": Text(
        "dữ liệu không có cột nào tên là '{field}'{meant}",
        "ghi sau --zip-by một trong các cột: {known}; hoặc bỏ tùy chọn này để nén chung một tệp",
    ),
    "bundle-incomplete": Text(
        "chưa làm '{name}', vì còn thiếu văn bản của {sources}{older}",
        "sửa những lỗi đã nêu rồi chạy lại đúng lệnh ấy; thêm --keep-going thì làm từ những văn bản đã có",
    ),
    "bundle-lacks": Text(
        "'{name}' còn thiếu văn bản của {sources}",
        "sửa những lỗi đã nêu rồi chạy lại đúng lệnh ấy",
    ),
    "bundle-stopped": Text(
        "đã dừng trước khi làm '{name}'",
        "chạy lại đúng lệnh ấy: chương trình chỉ làm phần còn thiếu",
    ),
    "press-died": Text(
        "tiến trình in hai lần bị tắt giữa chừng ở văn bản này, loại '{kind}'",
        "xem máy còn bộ nhớ không (--workers 1 tốn ít nhất) rồi chạy lại; nếu vẫn tắt thì dữ liệu hoặc ảnh "
        "của văn bản này quá nặng",
    ),
    "memory-short": Text(
        "máy không đủ bộ nhớ để làm tiếp chỗ này",
        "đóng bớt chương trình khác, hoặc giảm --workers, rồi chạy lại đúng lệnh ấy",
    ),
    "write-failed": Text("không ghi được '{name}': {why}", "khắc phục điều hệ thống báo, rồi chạy lại"),
    "journal-line-unreadable": Text(
        "dòng này trong nhật ký của thư mục bị hỏng{more}; văn bản nào chỉ có ở dòng ấy thì coi như không do "
        "reportgen làm, cho đến khi làm lại ra đúng như cũ",
        "không phải làm gì; nếu có văn bản bị từ chối vì không do reportgen làm thì mở ra xem, rồi chạy lại "
        "với --overwrite",
    ),
}
