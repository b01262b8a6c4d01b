"""Lời về văn bản được sửa trong Word, hoặc ký tay."""

from reportgen.model.messages.entry import Text

MESSAGES: dict[str, Text] = {
    "edited-not-word": Text(
        "{name} không phải là tệp Word bản thảo của loại văn bản này",
        "đưa tệp .docx do `reportgen build` làm ra, sau khi đã sửa trong Word",
    ),
    "edited-issued": Text(
        "đây là văn bản đã ban hành với số {number}, không phải bản thảo; đã ban hành thì không sửa nữa",
        "sai về nội dung thì sửa đổi, thay thế bằng một văn bản cùng hình thức, có số riêng "
        "(Điều 18 Nghị định 30/2020/NĐ-CP)",
    ),
    "edited-tracked": Text(
        "trong tệp còn chỗ sửa mới chỉ đề nghị, chưa chấp nhận: “{words}”",
        "trong Word, vào Xem lại (Review), chấp nhận hoặc từ chối mọi chỗ sửa, lưu, rồi ban hành lại",
    ),
    "edited-comment": Text(
        "trong tệp còn chú thích: “{words}”",
        "xử lý xong rồi vào Xem lại (Review) trong Word, xóa mọi chú thích, lưu, và ban hành lại",
    ),
    "edited-number": Text(
        "có con số bị sửa bằng tay: {was} thành {stands}{before}",
        "trả lại như cũ trong Word; con số thì sửa trong tệp dữ liệu rồi làm lại bản thảo",
    ),
    "edited-registered": Text(
        "“{words}” ({name}) còn được ghi trong sổ đăng ký, mà trong tệp Word đã bị sửa",
        "trả lại như cũ trong Word, sửa trong tệp dữ liệu, rồi làm lại bản thảo",
    ),
    "edited-other-data": Text(
        "bản thảo này không còn khớp với {source}: dữ liệu, loại văn bản hoặc mẫu đã khác",
        "làm lại bản thảo, sửa câu chữ trong tệp Word mới, rồi ban hành từ tệp đó",
    ),
    "edited-of-list": Text(
        "từ một tệp Word chỉ ban hành được một văn bản, mà tệp dữ liệu này làm ra {count} văn bản",
        "sửa câu chữ trong dữ liệu hoặc trong mẫu: các văn bản của một danh sách phải viết như nhau",
    ),
    "edited-line-gone": Text(
        "chỗ “{line}” không còn như trong bản thảo: số và ngày được điền vào đó",
        "ghi lại y như bản thảo, giữ cả dấu chấm; số thì cho bằng `issue --number`",
    ),
    "edited-mark-left": Text(
        "trong tệp có dấu của bản thảo ở chỗ không phải do reportgen đặt",
        "xóa chữ DỰ THẢO trong phần nội dung bằng Word, lưu, rồi ban hành lại; dấu ở đầu trang tự mất",
    ),
    "edited-no-pdf": Text(
        "không làm được PDF từ tệp Word: {why}",
        "cài LibreOffice (`reportgen doctor` chỉ cách làm) rồi ban hành lại; chưa ban hành gì cả",
    ),
    "edited-since": Text(
        "{number} đã ban hành ngày {date}, không phải từ tệp Word này; văn bản đã ban hành thì không sửa nữa",
        "sai về nội dung thì sửa đổi, thay thế bằng một văn bản cùng hình thức, có số riêng "
        "(Điều 18 Nghị định 30/2020/NĐ-CP)",
    ),
    "edited-unapproved": Text(
        "{name}: chưa ai duyệt câu chữ như trong tệp Word này",
        "để người duyệt sau cùng ({role}) duyệt bằng `reportgen approve DỮ-LIỆU --from TỆP`; đã duyệt trước "
        "đó thì trả lại bằng `reject` rồi trình lại",
    ),
    "edited-left-out": Text(
        "{name} đã được duyệt theo tệp Word đã sửa ({role}), mà lần này không có tệp ấy",
        "ban hành kèm --from và đúng tệp Word đã duyệt",
    ),
    "hand-changed": Text(
        "{name} đã in để ký tay, mà nay dữ liệu, loại văn bản hoặc tệp Word đã khác",
        "trả lại như cũ, hoặc in lại bằng `issue --by-hand` rồi ký lại",
    ),
    "hand-not-printed": Text(
        "{name} chưa được in để ký tay như những văn bản khác của tệp này",
        "in bằng `issue --by-hand`, ký, rồi ban hành tất cả",
    ),
    "scan-not-pdf": Text(
        "{name} không phải tệp PDF đọc được", "quét bản đã ký thành PDF, mọi trang trong một tệp"
    ),
    "scan-is-paper": Text(
        "đây là tệp PDF do reportgen làm ra, không phải bản quét của văn bản đã ký",
        "quét bản đã ký rồi đưa tệp ấy",
    ),
    "scan-signed-by-key": Text("{number} đã ký số; không cần bản quét", "để nguyên như thế"),
    "scan-not-standing": Text(
        "không lưu bản quét của {number} được: văn bản {state}",
        "xem `reportgen register show` để biết văn bản ấy thế nào",
    ),
    "scan-there": Text(
        "{number} đã có một bản quét khác, và bản quét chỉ lưu một lần",
        "xem bản đã lưu; nếu sai thì thu hồi văn bản rồi ban hành văn bản khác",
    ),
    "signed-by-hand": Text(
        "{number} ký tay, chương trình không kiểm tra được chữ ký tay",
        "xem bản giấy lưu ở cơ quan, hoặc bản quét",
    ),
    "edited-wording": Text("câu chữ đã sửa trong Word: {was} thành {stands}{before}", ""),
    "edited-before-issue": Text(
        "văn bản này ban hành từ tệp Word đã được sửa câu chữ; số liệu vẫn nguyên", ""
    ),
    "edited-laid-out": Text(
        "bản PDF này do LibreOffice làm từ tệp Word đã được sửa câu chữ: PDF/A-3b, cấu trúc thẻ không do "
        "reportgen đặt; số liệu vẫn nguyên",
        "",
    ),
    "edited-pdf": Text(
        "bản PDF do LibreOffice làm từ tệp Word: PDF/A-3b, cấu trúc thẻ không do reportgen đặt", ""
    ),
}
