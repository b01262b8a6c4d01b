"""What is said of offices.yaml, in Vietnamese."""

from reportgen.model.messages.entry import Text

MESSAGES: dict[str, Text] = {
    "office-wants": Text("chỗ này cần có {what}", "viết như trong ví dụ: “{like}”"),
    "office-lacks": Text("mục này thiếu '{name}'", "viết như trong ví dụ: “{like}”"),
    "office-ends-early": Text(
        "cơ quan kết thúc ngày {last}, trước ngày bắt đầu {first}", "sửa một trong hai ngày"
    ),
    "office-unknown-key": Text("'{key}' không có nghĩa gì ở đây{meant}", "dùng một trong các từ: {known}"),
    "office-twice": Text(
        "'{name}' có hai mục cho cùng một ngày",
        "ghi 'until' (đến ngày) cho mục trước và 'from' (từ ngày) cho mục sau, hoặc bỏ một mục",
    ),
    "own-office-unlisted": Text(
        "'{name}', cơ quan của các văn bản này, không có trong danh sách cơ quan{meant}",
        "viết đúng như tên ở phần 'offices', hoặc thêm một mục cho cơ quan này",
    ),
    "office-unlisted": Text(
        "'{name}' không có trong tệp cơ quan, nên không rõ thời gian hoạt động của cơ quan này{meant}",
        "viết tên đúng như trong tệp đó, hoặc thêm một mục vào offices.yaml",
    ),
    "office-ended": Text(
        "'{name}' chỉ hoạt động đến ngày {last}, mà văn bản đề ngày {date}",
        "ghi tên cơ quan thay thế: {successors}; hoặc sửa lại ngày",
    ),
    "office-not-begun": Text(
        "'{name}' hoạt động từ ngày {first}, mà văn bản đề ngày {date}",
        "ghi tên cơ quan có vào ngày đó, hoặc sửa lại ngày",
    ),
    "district-ended": Text(
        "'{name}' là cơ quan cấp huyện, chỉ hoạt động đến ngày {last}, mà văn bản đề ngày {date}",
        "ghi tên cơ quan cấp xã hoặc cấp tỉnh đã thay thế, hoặc sửa lại ngày",
    ),
    "office-differs": Text(
        "ở đây {name} là '{value}', còn tệp cơ quan ghi '{other}' cho '{office}' vào ngày đó",
        "bỏ dòng này khỏi dữ liệu, hoặc sửa chỗ ghi sai",
    ),
    "signer-own-title": Text(
        "'{value}' mới nói ký thay ai, chưa nói chức vụ của người ký",
        "ghi phần này vào mục ký thay, và ghi chức vụ của người ký, ví dụ Phó Giám đốc, vào mục chức vụ",
    ),
    "unit-followed": Text("số liệu của '{old}' được cộng tiếp vào '{new}'"),
    "unit-said-twice": Text(
        "'{name}' hai lần được ghi là đổi thành đơn vị khác vào ngày {date}",
        "ghi một dòng với tất cả các đơn vị mới, ví dụ new: [phường A, phường B], hoặc bỏ một dòng",
    ),
    "unit-parted": Text(
        "'{old}' đã chia thành {new}, nhưng chưa rõ số liệu trước đây thuộc về đơn vị nào",
        "ghi số liệu đợt trước theo các đơn vị mới vào một tệp riêng, rồi ghi tên tệp đó ở 'earlier'",
    ),
    "kind-bad-office": Text(
        "'{pattern}' không lấy gì từ tệp cơ quan", "dùng các từ sau, đặt trong dấu ngoặc nhọn: {known}"
    ),
    "blank-range": Text("'{range}' không phải là một dải số hiệu: {reason}", "ghi như A 000101 - A 000400"),
    "blank-serial-twice": Text("số hiệu {serial} nằm trong hai dải", "để mỗi phôi chỉ nằm trong một dải"),
    "blank-not-in-stock": Text(
        "phôi hỏng {serial} không có trong số phôi đã khai ({stock})",
        "sửa số hiệu, hoặc khai thêm dải của phôi ấy",
    ),
    "blank-beyond-edge": Text(
        "ô in ra đến {reaches} mm, mà phôi chỉ đến {size} mm",
        "sửa 'left', 'down', 'width' hoặc 'lines', hoặc sửa cỡ phôi",
    ),
    "blanks-too-few": Text(
        "có {needed} trong {papers} giấy cần phôi mới, mà chỉ còn {free} phôi",
        "khai thêm dải số hiệu của tập phôi khác vào 'stock', hoặc in ít giấy hơn",
    ),
    "blank-gap": Text(
        "“{print}” cần một giá trị còn thiếu: in lên phôi thì chỗ ấy bỏ trống mãi{more}",
        "bổ sung giá trị, hoặc bỏ ô này đi và viết tay",
    ),
    "blank-too-narrow": Text(
        "“{text}” không vừa ô in (rộng {width} mm, số dòng: {lines}, cỡ chữ nhỏ nhất {letters})",
        "cho ô rộng hơn, thêm dòng, hạ cỡ chữ nhỏ nhất ('smallest'), hoặc viết ngắn lại",
    ),
    "blank-text-changed": Text(
        "số giấy nay in khác với khi nhận phôi: {count} ({serials}); giấy đầu trước in “{old}”,"
        " nay in “{new}”",
        "phôi nào đã in thì ghi vào 'spoiled', giấy ấy sẽ nhận phôi kế tiếp",
    ),
    "blank-again": Text(
        "số giấy nay nhận phôi mới ({serials}), dù {source} đã in đúng những chữ ấy lên phôi"
        " ({others}): {count}",
        "nếu là cùng một danh sách, đổi tên hay chép lại, thì đừng in: trong sổ này bỏ các dòng của phôi mới,"
        " ở các dòng phôi cũ sửa tệp dữ liệu thành {now}, rồi làm lại với --overwrite",
    ),
    "blank-record-column": Text(
        "đầu cột này trong sổ theo dõi phôi là '{found}', lẽ ra là '{wanted}'",
        "để cột như cũ; ghi chú riêng xin ghi ở tệp khác",
    ),
    "blank-record-twice": Text(
        "phôi {serial} có hai dòng trong sổ theo dõi, ở đây và ở dòng {first}",
        "bỏ dòng của giấy không dùng phôi ấy",
    ),
}

PHRASES: dict[str, str] = {
    "an entry with names and values": "một mục gồm các tên và giá trị",
    "a list, each of its items beginning with “-”": "danh sách, mỗi mục bắt đầu bằng dấu “-”",
    "the first": "mục thứ nhất",
    "written here": "ghi ở đây",
    "the office's file": "tệp cơ quan",
    "the office that took over": "cơ quan đã thay thế",
    "another day": "một ngày khác",
}
