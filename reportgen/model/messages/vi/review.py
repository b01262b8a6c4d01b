"""Papers that must be approved before they are issued, in Vietnamese."""

from reportgen.model.messages.entry import Text

MESSAGES: dict[str, Text] = {
    "review-not-asked": Text(
        "văn bản loại '{kind}' không phải trình duyệt: kind.yaml của nó không ghi ai duyệt trong 'approvals'",
        "ban hành ngay được, bằng lệnh `reportgen issue`",
    ),
    "review-not-submitted": Text(
        "“{name}” chưa trình duyệt", "trình duyệt trước, bằng lệnh `reportgen submit{replaces}`"
    ),
    "review-dropped": Text(
        "“{name}” đã trình duyệt ({role}), mà loại văn bản đang dùng không ghi ai duyệt",
        "dùng đúng loại văn bản lúc trình: --templates THƯ-MỤC; nếu nay không còn phải duyệt thì rút dự "
        "thảo lại bằng `reportgen withdraw` rồi ban hành",
    ),
    "review-waits": Text(
        "“{name}” chưa duyệt xong; đang chờ: {role}",
        "duyệt xong hãy ban hành; lệnh `reportgen status` cho biết văn bản đang ở đâu",
    ),
    "review-sent-back": Text(
        "“{name}” đã bị {who} trả lại: {reason}",
        "sửa rồi trình duyệt lại bằng lệnh `reportgen submit{replaces}`",
    ),
    "review-changed": Text(
        "“{name}” không còn như lúc trình duyệt, nên các lần duyệt trước ({count}) không còn giá trị; "
        "chỗ đã đổi: {parts}",
        "trình duyệt lại bằng lệnh `reportgen submit{replaces}` để duyệt bản hiện nay; "
        "hoặc trả chỗ đã đổi về như cũ",
    ),
    "review-not-turn": Text(
        "chưa đến lượt {role}; trước đó còn: {first}", "chờ người ấy duyệt xong: văn bản được duyệt lần lượt"
    ),
    "review-other-person": Text(
        "theo văn bản, {role} là {who}, không phải {name}",
        'bước này do {who} duyệt, ghi --by "{who}"; ai duyệt sau thì chờ đến lượt mình; '
        "nếu văn bản ghi nhầm người thì sửa lại rồi trình duyệt lại",
    ),
    "review-twice": Text(
        "{name} không thể vừa duyệt với vai trò {role} vừa với vai trò {other}",
        "để người khác duyệt với vai trò {role}; cơ quan ít người thì ghi vào offices.yaml ai được kiêm: "
        "several_roles: [{name}]",
    ),
    "review-as-too": Text(
        "{name} đã duyệt, hoặc sẽ duyệt, với vai trò {other}",
        'muốn duyệt cả với vai trò {role} thì ghi rõ: --as "{role}"',
    ),
    "review-several": Text(
        "{name} duyệt với vai trò {role}, kiêm {others}; offices.yaml cho phép (several_roles)"
    ),
    "review-role-unknown": Text(
        "không có ai duyệt văn bản này với vai trò '{name}'{meant}",
        "chọn một trong các vai trò: {known}; hoặc bỏ --as",
    ),
    "review-issued": Text(
        "“{name}” đã ban hành, số {number}, không trả lại được nữa",
        'muốn thôi hiệu lực thì thu hồi: reportgen revoke {number} --reason "…"',
    ),
    "review-left-out": Text(
        "“{name}” không còn trong dữ liệu: dự thảo đã trình trước đây của văn bản này được rút lại"
    ),
    "draft-unknown": Text(
        "không có văn bản nào chưa có số tên là “{value}”",
        "ghi tên như `reportgen status` cho thấy, hoặc ghi tệp dữ liệu; văn bản đã ban hành thì ghi số và ký "
        "hiệu: 07/BB-PGDĐT",
    ),
    "draft-ambiguous": Text(
        "có {count} văn bản chưa có số cùng tên “{value}”",
        "thay vào đó ghi thứ tự mục vào sổ của văn bản muốn nói đến: {entries}",
    ),
    "withdrawn-before": Text(
        "“{value}” đã được rút lại trước đây", "xem ai rút, lúc nào, vì sao bằng `reportgen register show`"
    ),
    "replaces-left-out": Text(
        "“{name}” đã được trình là văn bản thay thế {number}",
        "ban hành bằng `reportgen reissue --replaces {number}`; hoặc rút dự thảo lại bằng "
        "`reportgen withdraw`",
    ),
    "replaces-fallen": Text(
        "không thay thế {number} được: văn bản {state}",
        "chọn văn bản còn hiệu lực để thay thế; `reportgen status` liệt kê tất cả",
    ),
    "replaces-which": Text(
        "trong {count} văn bản ở đây không rõ văn bản nào thay thế {number}",
        "ghi tên dòng dùng để thay thế sau --for, hoặc sửa ngay dòng của văn bản ấy",
    ),
    "replaces-row": Text(
        "không có dòng nào, hoặc có nhiều dòng, tên là “{name}”", "ghi đúng như trong danh sách: {known}"
    ),
    "replaces-same": Text(
        "“{name}” giống hệt {number} đang có hiệu lực: chỉ văn bản có sai sót mới được thay thế",
        "sửa dữ liệu trước đã; nếu người giữ làm mất thì cấp bản sao từ bản đang lưu: pháp luật không cho "
        "cấp bản chính lần thứ hai",
    ),
    "replaces-other-form": Text(
        "{number} có hình thức khác ({sort}); văn bản chỉ được thay bằng văn bản cùng hình thức",
        "dùng dữ liệu của cùng loại văn bản; chỉ sai thể thức thì đính chính bằng công văn "
        "(Điều 18 Nghị định 30/2020/NĐ-CP)",
    ),
    "replaces-unsaid": Text(
        "văn bản loại '{kind}' sẽ không nói nó thay thế văn bản nào: không mẫu nào in điều đó",
        "ghi vào chỗ thích hợp của mẫu: {{{{ replaces }}}}, giữa {{% if replaces %}} và {{% endif %}}",
    ),
}

PHRASES: dict[str, str] = {
    "kind.yaml of the kind": "tệp kind.yaml của loại văn bản",
    "the kind's template": "mẫu trình bày của loại văn bản",
    "the program's own parts of pages": "phần trang do chương trình đặt sẵn",
    "what is computed from the data": "số liệu và chữ tính ra từ dữ liệu",
    "earlier data files": "dữ liệu của các đợt trước",
    "pictures": "hình ảnh",
    "{name} (the office's file)": "{name} (trong tệp của cơ quan)",
    "which paper it replaces": "văn bản mà nó thay thế",
    "replaced by {number}": "được thay thế bằng {number}",
    "revoked, {reason}": "đã thu hồi, {reason}",
    "; by {number}": "; bằng {number}",
    "submitted": "đã trình duyệt",
    "approved": "đã duyệt",
    "sent back": "bị trả lại",
    "withdrawn": "đã rút lại",
    "moved": "đã chuyển sổ",
    "time-stamped again": "đã đóng thêm dấu thời gian",
    "replaced": "đã được thay thế",
}
