"""Phrases about templates, pages and fonts, by their English, and the words of places in a Word file."""

from reportgen.model.messages.vi import word

_LONG_TABLES = {
    "its rows are of more than 12 forms": "các dòng của bảng có hơn 12 dạng khác nhau",
    "a cell holds paragraphs, lists or pictures, or goes over several rows": (
        "trong ô có đoạn văn, danh sách hoặc hình, hoặc ô gộp nhiều dòng"
    ),
    "it has no heading (thead), and lines that are not all alike": (
        "bảng không có phần tiêu đề cột (thead) mà đường kẻ lại không giống nhau"
    ),
    "some letters are of another typeface": "có chữ phải lấy từ phông khác",
    "the style sheet goes by the rows beside, names others or counts otherwise": (
        "tệp định dạng CSS xét dòng đứng cạnh, gọi tệp khác hoặc đếm theo cách chương trình chưa biết"
    ),
    "the style sheet gives cells more than an alignment, a size, a weight and a colour": (
        "tệp định dạng CSS đặt cho ô nhiều hơn căn lề, cỡ chữ, độ đậm và màu chữ"
    ),
    "its lines are of odd styles or apart, or what is below cells is no plain colour": (
        "đường kẻ của bảng có kiểu lạ hoặc tách rời nhau, hoặc nền ô là hình hay màu nhìn xuyên qua được"
    ),
    "it does not stand in the flow of the text, or has a foot on each page": (
        "bảng không nằm trong dòng văn bản, hoặc có chân bảng in lại ở mỗi trang"
    ),
    "a word or a row is too large for its place": "có từ hoặc dòng lớn hơn chỗ dành cho nó",
    "its pages are not alike": "các trang của bảng không giống nhau",
    "there is something to complain of": "trên trang có lỗi phải báo",
    "a proof of what would be written failed": "in thử không ra đúng như bản dàn trang đầy đủ",
    "this version of WeasyPrint is not the one that it is proven for": (
        "bản WeasyPrint đang cài không phải bản đã kiểm chứng cho bảng dài"
    ),
}
_FILTERS = {
    "{filter}: {why}": "{filter}: {why}",
    "the value was not given; ask first, as in {{% if venue %}}": (
        "dữ liệu không có giá trị này; hỏi trước, ví dụ {{% if venue %}}"
    ),
    "'{value}' is not printable": "'{value}' không in được",
    "'{value}' is not a date": "'{value}' không phải là ngày",
    "'{value}' is not a time": "'{value}' không phải là giờ",
    "'{value}' is not a text": "'{value}' không phải là chữ",
    "'{value}' is not a number": "'{value}' không phải là số",
    "'{value}' is a text; | float before it reads it as a number": (
        "'{value}' là chữ; ghi | float ở trước thì được đọc thành số"
    ),
    "'{value}' is not a list": "'{value}' không phải là danh sách",
    "{value} is not a whole number": "{value} không phải là số nguyên",
    "{number} has no Roman numeral; they go from 1 to 3999": "{number} không có số La Mã; chỉ từ 1 đến 3999",
    "point {number} has no letter; there are {count}, from a to y": (
        "điểm {number} không có chữ cái; chỉ có {count} chữ, từ a đến y"
    ),
    "{number} has no end of decimals to say; round it first": (
        "{number} có vô hạn chữ số thập phân, không đọc hết được; làm tròn trước đã"
    ),
}

_TEMPLATES = {
    "it gave up; a size may be far too large or far too small ({error})": (
        "không dàn trang được; có thể một kích thước quá lớn hay quá nhỏ ({error})"
    ),
    "'{name}' of a value that was not given": "'{name}' của một giá trị mà dữ liệu không có",
    "'{name}', {sort}": "'{name}', {sort}",
    "nothing to print": "không có gì để in",
    "write '{name}'": "ghi '{name}'",
    "write '{name}' alone": "chỉ ghi '{name}'",
    "use one of {names}": "dùng một trong {names}",
    "loop over it: {{% for item in {name} %}}": "lặp qua nó: {{% for item in {name} %}}",
    "declare it in kind.yaml": "khai báo trong kind.yaml",
    "declare it in kind.yaml, as a field or a figure": "khai báo trong kind.yaml, ở fields hoặc figures",
    "import a macro that is there": "nhập một macro có trong tệp ấy",
    "set without =": "set không có dấu =",
    "set with a dot": "set có dấu chấm",
    "{tag} is not allowed": "không được dùng {tag}",
    "what cannot be called ({reason})": "cái không gọi được ({reason})",
    "{left} {operator} {right}": "{left} {operator} {right}",
    "prints more than {most} letters": "in hơn {most} chữ",
    "goes over more than {most} rows": "lặp qua hơn {most} dòng",
    "its tags are nested too deeply, or a macro calls itself without end": (
        "các thẻ lồng nhau quá sâu, hoặc một macro tự gọi mình không dừng"
    ),
    "it has more than {most} letters": "có hơn {most} chữ",
    "it has more than {most} tags": "có hơn {most} thẻ",
    "it has more than {most} bytes": "có hơn {most} byte",
    "it has a number of {most} digits": "có một số dài {most} chữ số",
    "it has a number of more than {most} digits before or behind the point": (
        "có một số dài hơn {most} chữ số trước hoặc sau dấu chấm thập phân"
    ),
    "a part of it has more than {most} bytes": "một phần của mẫu có hơn {most} byte",
    "a part of it has more than {most} tags": "một phần của mẫu có hơn {most} thẻ",
    "it is not UTF-8 text": "tệp không lưu bằng UTF-8",
    "letter": "chữ",
    "'{value}' may be {whole} or not; write {whole}, or {value}0": (
        "'{value}' có thể là {whole} hoặc số thập phân; ghi {whole}, hoặc {value}0"
    ),
    "it takes other values in its brackets, or none": "trong ngoặc phải là giá trị khác, hoặc không có gì",
    "it is locked with a password, or an old .doc; save it without one, as .docx": (
        "tệp có mật khẩu hoặc là tệp .doc đời cũ; lưu lại thành .docx, không đặt mật khẩu"
    ),
    "it is locked with a password": "tệp có mật khẩu",
    "it is mirrored, turned over or pulled out of shape (transform)": (
        "chữ bị lật, quay ngược hoặc kéo méo (transform)"
    ),
    "its letters are smaller than {least} pt": "chữ nhỏ hơn {least} pt",
    "its letters have the colour of the paper, or none": "chữ trùng màu nền hoặc trong suốt",
    "its box is too small for it and cuts it off (overflow)": "khung quá nhỏ nên chữ bị cắt (overflow)",
    "its letters are pressed together (letter-spacing, word-spacing)": (
        "chữ bị dồn sát vào nhau (letter-spacing, word-spacing)"
    ),
    "it and “{other}” lie upon each other (line-height, height, position)": (
        "chữ này và “{other}” đè lên nhau (line-height, height, position)"
    ),
}

_FREE = {
    "a single value": "một giá trị duy nhất",
    "a value": "một giá trị",
    "something follows the end": "sau chỗ kết thúc còn có chữ",
    "a value is missing here: a text wants double quotes": "thiếu giá trị ở đây; chữ đặt trong dấu nháy kép",
    "the number has more than {most} digits": "số có hơn {most} chữ số",
    "'{sign}' is missing here": "thiếu '{sign}' ở đây",
    "more than {most} objects and lists stand inside one another": (
        "có hơn {most} nhóm mục và danh sách lồng vào nhau"
    ),
    "a name in double quotes is missing here": "thiếu tên trong dấu nháy kép ở đây",
    "{value} has decimals that never end; print it with | round(2)": (
        "{value} có vô hạn chữ số thập phân; in qua | round(2)"
    ),
    "a division by zero": "chia cho 0",
    "a number with too many digits": "số có quá nhiều chữ số",
    "a text of more than {most} letters": "đoạn chữ dài hơn {most} chữ",
    "what it was given is no list": "cái được đưa vào không phải là danh sách",
    "what it was given is no text": "cái được đưa vào không phải là chữ",
    "nothing cannot be replaced": "không thể thay chỗ trống",
    "it is no list": "đó không phải là danh sách",
    "it has no text": "nó không có chữ",
    "there is no '{name}', but {names}": "không có '{name}', chỉ có {names}",
    "'{look}' is no {name}": "'{look}' không phải là {name}",
    "the list is empty": "danh sách không có gì",
    "an item has no '{name}'": "có phần tử không có '{name}'",
    "there is no test '{name}'": "không có phép hỏi '{name}'",
    "write it into the data, or ask first: {{% if … is defined %}}": (
        "ghi vào dữ liệu, hoặc hỏi trước: {{% if … is defined %}}"
    ),
}

_LIMITS = {
    "it has more than {most} parts": "nó có hơn {most} phần",
    "it would unpack from {packed} KB to {size} MB": "giải nén từ {packed} KB sẽ thành {size} MB",
    "its part '{name}' leads out of it": "phần '{name}' của nó dẫn ra ngoài",
    "its part '{name}' is packed in a way that Word does not know": (
        "phần '{name}' của nó được nén theo cách mà Word không biết"
    ),
    "spans more than {most} columns or rows": "trải qua hơn {most} cột hoặc dòng",
    "puts in more than {most} parts": "gọi vào hơn {most} phần",
    "nests elements more than {most} deep": "lồng các phần tử vào nhau sâu hơn {most} lần",
    "makes more than {most} elements": "tạo ra hơn {most} phần tử",
    "the page asks for more than {most} files": "trang gọi đến hơn {most} tệp",
    "it cannot be read: {why}": "không đọc được tệp: {why}",
    "it is no PNG, JPEG, GIF, WebP or SVG": "đó không phải là PNG, JPEG, GIF, WebP hay SVG",
    "every letter of the pages was compared": "đã so từng chữ trên trang",
    "it was computed again, exactly": "đã tính lại, chính xác",
    "the office's kind.yaml says so": "kind.yaml của cơ quan ghi như vậy",
    "its digest is another; what became of it, no program can tell": (
        "mã băm đã khác; khác ở đâu thì không phần mềm nào biết được"
    ),
    "judged by size, colour and style: look at the page": "đoán theo cỡ, màu và kiểu chữ: hãy nhìn trang in",
    "they were counted": "đã đếm",
    "the kind may have been edited here since": "có thể loại văn bản ở đây đã được sửa sau đó",
    "judged by how many letters are others": "đoán theo số chữ khác nhau",
    "it is a font; those of papers are in the folder fonts/ where you work": (
        "tệp này là phông chữ; phông chữ của văn bản nằm trong thư mục fonts/ ở nơi làm việc"
    ),
    "it is no picture that can be read": "tệp này không phải ảnh đọc được",
    "it has {width} × {height} points": "hình có {width} × {height} điểm",
    "it declares entities": "tệp khai báo thực thể (entity)",
    "its style sheet takes in something": "phần định dạng trong hình lấy thêm tệp khác",
    "it takes in {address}": "hình lấy thêm {address}",
    "it draws more than {most} elements": "hình vẽ hơn {most} phần tử",
}

_FONTS = {
    "has no {styles} face beside it": "không có kiểu chữ {styles} đi cùng",
    " and no ": " và ",
    "regular": "thường",
    "bold": "đậm",
    "italic": "nghiêng",
    "bold italic": "đậm nghiêng",
    "cannot be read as a font: {why}": "không đọc được như phông chữ: {why}",
    "calls itself {name}, not {family}": "tự gọi là {name}, không phải {family}",
    "lacks {count} of the letters that Vietnamese papers need: {shown}": (
        "thiếu {count} chữ cần cho văn bản tiếng Việt: {shown}"
    ),
}

PAGES: dict[str, str] = {
    **_LONG_TABLES,
    **_FILTERS,
    **_TEMPLATES,
    **_FREE,
    **word.PHRASES,
    **_LIMITS,
    **_FONTS,
}

PLACES = {
    "body": "thân bài",
    "first-page header": "đầu trang của trang đầu",
    "first-page footer": "chân trang của trang đầu",
    "even-page header": "đầu trang chẵn",
    "even-page footer": "chân trang chẵn",
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "chú thích cuối trang",
    "endnotes": "chú thích cuối bài",
    "of section": "của phần",
    "section": "phần",
    "text box": "khung chữ",
    "paragraph": "đoạn",
    "table": "bảng",
    "row": "dòng",
    "cell": "ô",
    "page": "trang",
    "mm from the left": "mm từ mép trái",
    "mm from the top": "mm từ mép trên",
}
"""The words of places in a Word file, and on the pages of a PDF."""
