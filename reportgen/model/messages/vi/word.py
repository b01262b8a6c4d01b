"""Lời về tệp Word và mẫu Word: có thể sai ở đâu."""

from reportgen.model.messages.entry import Text

_RETYPE = "gõ lại cả thẻ trong một đoạn"

MESSAGES: dict[str, Text] = {
    "word-unreadable": Text("đây không phải là tệp Word điền được: {reason}", "lưu lại thành .docx"),
    "word-tag-open": Text("'{tag}' mở một thẻ mà trong đoạn không đóng", _RETYPE),
    "word-tag-end": Text("'{tag}' đóng một thẻ mà trong đoạn không mở", _RETYPE),
    "word-smart-quote": Text("thẻ {tag} có dấu nháy cong {quote}", "trong thẻ gõ dấu nháy thẳng: ' hoặc \""),
    "word-tag-unsupported": Text(
        "không dùng được thẻ {tag}: {reason}",
        "viết {{{{ name }}}}, {{% … %}}, hoặc {{%p … %}}, {{%tr … %}}, {{%tc … %}} đứng một mình",
    ),
    "word-tag-outside-table": Text("thẻ {tag} đứng ngoài bảng", "viết {{%p … %}} một mình trong đoạn của nó"),
    "word-text-beside": Text(
        "{text} đứng cạnh thẻ {tag} và sẽ mất theo thẻ", "để thẻ trong đoạn, dòng hoặc ô riêng"
    ),
    "word-tag-split": Text(
        "thẻ {tag} bị ngắt bởi liên kết, ô điền, hình, chú thích hoặc trường", "gõ lại cả thẻ ở một chỗ"
    ),
    "word-field-changes": Text(
        "trường {field} mỗi lần hiện một khác, hoặc tính ra số không có nguồn gốc",
        "thay bằng một thẻ: {{{{ name }}}}",
    ),
    "word-field-outside": Text(
        "trường {field} lấy thêm thứ ở nơi khác, chạy nó, hoặc do các trường khác ghép thành",
        "thay trường ấy bằng một thẻ hoặc bằng chính nội dung",
    ),
    "word-active": Text(
        "mẫu mang theo thứ tự chạy hoặc tự lấy tệp khác vào: {what}",
        "chép nội dung sang một văn bản mới rồi lưu thành .docx",
    ),
    "word-comments": Text("mẫu có lời nhận xét, sẽ đi theo mọi văn bản", "xóa nhận xét, rồi lưu lại"),
    "word-block-open": Text("thẻ {tag} không có thẻ đóng", "ghi {{% {end} %}} ở chỗ kết thúc"),
    "word-block-end": Text(
        "thẻ {tag} đóng hoặc nối một khối chưa mở",
        "ghi thẻ đóng sau thẻ mở của nó, khối trong đóng trước",
    ),
    "word-block-crossed": Text(
        "thẻ {tag} không cùng cấp với {begin}, trang sẽ bị vỡ",
        "viết cả hai trong một đoạn, hoặc đều là {{%p, hoặc đều là {{%tr ở các dòng của một bảng",
    ),
    "word-text-lost": Text("'{text}' sẽ mất khi điền mẫu", "để các thẻ gần đó trong đoạn riêng"),
    "word-tag-hidden": Text(
        "thẻ {text} đứng ở chỗ không trang nào hiện, như lời tả của một hình", "chuyển thẻ vào trong bài"
    ),
    "word-tag-unseen": Text(
        "không ai đọc được chữ mà thẻ {tag} in ra: {reason}",
        "chuyển thẻ đi chỗ khác, hoặc sửa định dạng chữ trong Word",
    ),
    "word-tag-unreached": Text(
        "thẻ {tag} đứng ở phần không được điền của tệp",
        "chuyển thẻ vào trong bài, đầu trang hoặc chân trang; tên văn bản lấy từ loại văn bản",
    ),
    "word-merge-loses": Text(
        "ô gộp hiện '{shown}', nên '{lost}' sẽ bị mất",
        "chỉ in cái giống nhau ở mọi vòng lặp, hoặc bỏ thẻ này đi",
    ),
    "word-tracked-changes": Text(
        "mẫu còn các chỗ sửa đang theo dõi", "chấp nhận hoặc từ chối hết, rồi lưu lại"
    ),
    "word-outside-link": Text(
        "mẫu nối ra ngoài: {sort} {target}", "nhúng vào tệp hoặc cắt liên kết, rồi lưu lại"
    ),
    "word-broken": Text("trang điền xong bị vỡ: {reason}", "để mỗi khối mở và đóng ở cùng một cấp của trang"),
    "block-in-line": Text(
        "một thẻ in {shown} ở chỗ chỉ đứng được một dòng chữ",
        "viết thẻ dạng {{{{p ten }}}}, một mình trong đoạn của nó",
    ),
    "document-unfit": Text(
        "không đặt được '{name}' vào văn bản: {reason}", "sửa chỗ đó trong tệp, lưu lại rồi chạy lại"
    ),
    "picture-unfit": Text(
        "không in được hình '{name}': {reason}",
        "mở tệp ra và lưu lại thành PNG hoặc JPEG, nhiều nhất 25 triệu điểm ảnh",
    ),
    "value-lost": Text(
        "giá trị '{printed}' đã in, nhưng trên trang lại là '{stands}'",
        "in mỗi giá trị bằng một thẻ riêng, đừng đặt bộ lọc quanh macro",
    ),
}

PHRASES: dict[str, str] = {
    "a Word template has no parts": "mẫu Word không ghép từ nhiều tệp",
    "it prints a text where no text can stand": "thẻ ấy in chữ ở chỗ không chứa được chữ",
    "its cell is merged into the one above, and only that is shown": "ô ấy gộp vào ô trên nên không hiện",
    "its letters are white": "chữ màu trắng",
    "its letters are smaller than 4 points": "cỡ chữ nhỏ hơn 4",
    "its letters are pressed together": "chữ bị ép quá hẹp",
    "its paragraph begins off the page": "đoạn ấy bắt đầu ở ngoài trang",
    "it takes the words beside it away": "thẻ ấy làm mất chữ bên cạnh",
    "Word writes the text of its content control anew, from data of the file": (
        "Word tự ghi lại chữ trong ô điền này theo dữ liệu của tệp"
    ),
    "colspan: '{value}' is no number of columns": "colspan: '{value}' không phải là số cột",
    "cellbg: '{value}' is no colour such as FFCC00": "cellbg: '{value}' không phải là màu, ví dụ FFCC00",
    "filters that begin so are reportgen's own": "bộ lọc có tên bắt đầu như thế là của riêng reportgen",
    "shorten the symbol, or the name of the place": "viết ký hiệu hoặc địa danh ngắn hơn",
    "shorten it to “{short}”": "viết tắt thành “{short}”",
    "write it in several lines, each of {most} mm at most": (
        "viết thành nhiều dòng, mỗi dòng dài nhất {most} mm"
    ),
    "it stands in no loop": "thẻ ấy không nằm trong vòng lặp nào",
    "a picture": "một hình",
    "an embedded object": "một đối tượng nhúng",
    "a footnote": "một chú thích cuối trang",
    "an endnote": "một chú thích cuối bài",
    "a page break": "dấu ngắt trang",
    "it has no body": "tệp không có thân bài",
    "it has no part {part}": "tệp thiếu phần {part}",
    "for the body": "thân bài",
    "it has more than one body": "tệp có hơn một phần thân bài",
    "it has too many tags": "tệp có quá nhiều thẻ XML",
    "it is no .docx document": "không phải là tệp .docx",
    "call the template's own macros only; format with filters": (
        "chỉ gọi macro của chính mẫu; muốn đổi cách in thì dùng bộ lọc"
    ),
    "write {{{{ … | {filter} }}}}": "viết {{{{ … | {filter} }}}}",
    "write {{{{ '%.2f' | format(…) }}}}": "viết {{{{ '%.2f' | format(…) }}}}",
    "write it into the data as it shall be printed": "ghi vào dữ liệu đúng như cần in",
    "loop over a list of the data": "lặp theo một danh sách có trong dữ liệu",
    "it rounds half up, and in no other way": "bộ lọc này chỉ làm tròn nửa lên",
    "what it was given is no group": "thứ đưa vào không phải là một nhóm",
    "'{value}' is not a whole number from {least} to {most}": (
        "'{value}' không phải số nguyên từ {least} đến {most}"
    ),
    "it has too few values": "thiếu giá trị để điền",
    "it has too many values": "thừa giá trị để điền",
    "'{pattern}' has more than %s, %d and %.2f": "'{pattern}' có dấu khác %s, %d và %.2f",
    "there is no filter '{name}'": "không có bộ lọc '{name}'",
    "it stands in the address of a link; let the data say it as rich text with a link": (
        "thẻ nằm trong địa chỉ của liên kết; hãy để dữ liệu ghi chữ có định dạng kèm link"
    ),
    "it has comments": "tệp có ghi chú (comment)",
    "it has tracked changes": "tệp còn các chỗ sửa đang theo dõi",
    "it has footnotes": "tệp có chú thích cuối trang",
    "it has endnotes": "tệp có chú thích cuối bài",
    "it has section breaks": "tệp có dấu ngắt phần (section break)",
    "it carries something that runs by itself or comes from elsewhere": (
        "tệp mang theo thứ tự chạy được hoặc lấy từ nơi khác"
    ),
    "it holds what cannot be taken over: {sort}": "tệp chứa thứ không mang sang được: {sort}",
    "it has the field {field}, which Word writes anew": "tệp có trường {field}, Word sẽ tự ghi lại",
    "a paragraph stands in a row or cell that belongs to no table": (
        "có đoạn văn nằm trong hàng hoặc ô không thuộc bảng nào"
    ),
    "it holds letters that the press keeps for itself (U+E000 to U+E009)": (
        "tệp có các ký tự mà nơi in giữ cho riêng mình (U+E000 đến U+E009)"
    ),
    "this template takes in {suffix} files": "mẫu này chỉ nhận tệp {suffix}",
    "the template has no style '{name}'": "mẫu không có kiểu (style) '{name}'",
    "{count} paragraphs": "{count} đoạn văn",
    "it is no PNG, JPEG, GIF or WebP picture": "tệp này không phải hình PNG, JPEG, GIF hay WebP",
    "the alternative text of a picture names no picture of the data": (
        "văn bản thay thế của hình không gọi tên một hình có trong dữ liệu"
    ),
    "it holds a part twice": "tệp chứa một phần hai lần",
    "it unpacks to {size} MB": "tệp mở ra thành {size} MB",
    "its XML declares a document type": "XML của tệp khai báo kiểu tài liệu",
    "its XML is broken: {why}": "XML của trang bị hỏng: {why}",
}
