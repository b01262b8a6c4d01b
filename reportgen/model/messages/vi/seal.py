"""Lời về chữ ký số và khóa để ký."""

from reportgen.model.messages.entry import Text

MESSAGES: dict[str, Text] = {
    "sign-extra-missing": Text(
        "ký số cần gói pyhanko, mà máy này chưa cài", 'cài bằng lệnh: pip install "reportgen[sign]"'
    ),
    "sign-no-fields": Text(
        "văn bản này không có ô ký số",
        "ký vào tệp PDF mà `reportgen issue` đã lưu; loại văn bản phải có mục `signatures`",
    ),
    "sign-not-closed": Text(
        "văn bản này chưa có dấu thời gian cho cả tệp để đóng tiếp dấu khác",
        "người ký cuối cùng đóng dấu ấy: `reportgen sign … --tsa ĐỊA-CHỈ --archive`",
    ),
    "sign-field-unknown": Text("văn bản này không có ô ký {field}", "ký vào một trong các ô: {known}"),
    "sign-taken": Text("ô {field} đã có chữ ký", "xem ai đã ký: không bao giờ thay chữ ký đã có"),
    "sign-too-early": Text(
        "ô {field} ký sau, mà chưa ký: {before}", "để những người đó ký trước, theo đúng thứ tự ấy"
    ),
    "sign-other-person": Text(
        "ô {field} của văn bản này dành cho {who}, mà khóa là của {name}",
        "dùng khóa của người được ghi tên ở đó, hoặc ký vào đúng ô của khóa này; nếu văn bản ghi nhầm tên "
        "thì thu hồi rồi ban hành lại",
    ),
    "sign-picture-opaque": Text(
        "ảnh {name} không có nền trong suốt: in lên sẽ che mất chữ bên dưới, mà đã ký thì không sửa được nữa",
        "đưa ảnh PNG có nền trong suốt, trong ảnh chỉ có chữ ký hoặc con dấu",
    ),
    "sign-not-standing": Text(
        "{number} không còn hiệu lực hoặc chưa ban hành", "chỉ ký được văn bản đã ban hành"
    ),
    "sign-doctored": Text(
        "bản sao này không phải là tệp đã ban hành với số {number}: đã có chỗ bị sửa",
        "đừng ký; hãy xin lại tệp đã ban hành và báo cho cơ quan biết tệp này từ đâu đến",
    ),
    "key-unreadable": Text(
        "không mở được khóa: sai mã PIN, hoặc tệp không chứa khóa",
        "chạy lại lệnh và nhập đúng mã PIN; tệp khóa có đuôi .p12 hoặc .pfx",
    ),
    "key-endless": Text(
        "muốn mở khóa này máy phải tính {rounds} vòng, trong khi chương trình chỉ chấp nhận đến {most} vòng",
        "xin bên cấp khóa một tệp mở được ngay: tệp này bị hỏng, hoặc cố ý gây hại",
    ),
    "key-not-for-signing": Text(
        "chữ ký của {name} bằng khóa này sẽ không được ai chấp nhận: {why}; chưa ký gì cả",
        "dùng khóa được cấp để ký văn bản; nơi cấp chứng thư số sẽ cấp khóa mới",
    ),
    "tsa-silent": Text(
        "máy chủ cấp dấu thời gian không trả lời: {why}; văn bản này chưa được ký",
        "xem địa chỉ có đúng và mạng có thông không, rồi chạy lại lệnh; bỏ --tsa thì ký theo giờ của máy này",
    ),
    "tsa-unfit": Text(
        "câu trả lời của máy chủ cấp dấu thời gian không dùng được: {why}; văn bản này chưa được ký",
        "hỏi nơi quản lý máy chủ địa chỉ trả lời theo RFC 3161 với SHA-256",
    ),
    "lasting-stranger": Text(
        "chứng thư số của {name} không dẫn đến nơi cấp nào mà cơ quan tin cậy",
        "đưa chứng thư gốc của nơi cấp vào thư mục tin-cay cạnh offices.yaml, "
        "hoặc bỏ --long-term và --archive",
    ),
    "lasting-unknown": Text(
        "không có gì cho biết chứng thư số của {name}, hoặc của nơi cấp, đã bị thu hồi hay chưa",
        "nối mạng, hoặc đưa danh sách chứng thư bị thu hồi (.crl) vào thư mục tin-cay cạnh offices.yaml",
    ),
    "lasting-revoked": Text(
        "chứng thư số của {name}, hoặc của nơi cấp, đã bị thu hồi",
        "dùng khóa khác hoặc máy chủ cấp dấu thời gian khác; hỏi nơi cấp vì sao chứng thư bị thu hồi",
    ),
    "lasting-unfit": Text(
        "chứng thư số của {name} đã hết hạn, hoặc không được cấp để dùng vào việc này",
        "hỏi nơi cấp, hoặc bỏ --long-term và --archive",
    ),
    "token-extra-missing": Text(
        "khóa trong USB token cần gói python-pkcs11, mà máy này chưa cài",
        'cài bằng lệnh: pip install "reportgen[pkcs11]"',
    ),
    "token-address": Text(
        "đây không phải địa chỉ của khóa trong USB token: {why}",
        "ghi pkcs11:token=TÊN;object=TÊN?module-path=THƯ-VIỆN, trong đó THƯ-VIỆN là tệp đi kèm USB token",
    ),
    "token-pin-written": Text(
        "mã PIN bị ghi trong địa chỉ của khóa",
        "bỏ mã PIN đi, chương trình sẽ hỏi; và đổi mã PIN, vì cửa sổ dòng lệnh còn lưu lệnh đã gõ",
    ),
    "token-library": Text(
        "không có thư viện {file}, hoặc đó không phải thư viện của USB token",
        "ghi sau module-path= tên tệp thư viện (.so, .dll, .dylib) đi kèm USB token",
    ),
    "token-missing": Text(
        "chưa cắm USB token ấy; đang có: {known}", "cắm USB token vào, hoặc ghi đúng tên sau token="
    ),
    "token-several": Text("có nhiều thứ cùng hợp: {known}", "ghi rõ thứ cần dùng vào địa chỉ"),
    "token-empty": Text(
        "không có khóa ấy kèm chứng thư số trong USB token",
        "bỏ object= để lấy khóa duy nhất trong USB token, hoặc nhờ nơi cấp nạp chứng thư số",
    ),
    "token-pin-wrong": Text(
        "mã PIN này không đúng với USB token {token}, hoặc token đã bị khóa; chương trình không thử lại",
        "chạy lại lệnh và nhập đúng mã PIN, cẩn thận: nhiều USB token khóa hẳn sau ba lần sai; "
        "nếu không chắc, hoặc đã bị khóa, thì hỏi nơi cấp USB token",
    ),
    "token-failed": Text(
        "không ký được bằng USB token: đã rút ra, hoặc mỗi chữ ký lại đòi mã PIN; văn bản này chưa được ký",
        "cắm USB token rồi chạy lại lệnh cho những văn bản chưa ký; nếu mỗi chữ ký lại đòi mã PIN thì ký "
        "bằng phần mềm đi kèm USB token, vào đúng các ô ấy",
    ),
    "pin-missing": Text(
        "chưa có ai nhập mã PIN",
        "chạy lệnh trong cửa sổ dòng lệnh, ở đó chương trình hỏi mã PIN, hoặc gửi mã PIN vào thành một dòng",
    ),
    "key-out-of-date": Text(
        "chứng thư số của {name} chỉ có hiệu lực từ {since} đến {until}", "xin nơi cấp chứng thư mới"
    ),
}
PHRASES: dict[str, str] = {
    "signed": "đã ký số",
    "nobody knows {name}": "không rõ {name} là gì",
    "it does not name the library": "chưa ghi thư viện",
    "{sort} is too weak, or no sort of key that is accepted": "loại khóa {sort} quá yếu hoặc không được nhận",
    "it was not issued to sign documents (Non Repudiation)": "khóa không được cấp để ký văn bản "
    "(thiếu Non Repudiation)",
    "no token": "không có USB token nào",
    "it is no time stamp": "đó không phải là dấu thời gian",
    "it attests something else than was asked": "dấu thời gian không phải cho văn bản này",
    "it refuses: {why}": "máy chủ từ chối: {why}",
}
