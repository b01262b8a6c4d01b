"""What the proving room says of a PDF, in Vietnamese."""

PHRASES: dict[str, str] = {
    "the file does not say its language": "tệp không ghi ngôn ngữ",
    "the window shows the file's name and not its title": "cửa sổ hiện tên tệp, không hiện tiêu đề",
    "the tags are said to be doubtful": "tệp tự ghi là thẻ chưa chắc đúng",
    "the tab key does not follow the tags": "phím Tab không đi theo thứ tự thẻ",
    "an annotation ({sort}) is not tagged": "chú thích ({sort}) không gắn thẻ",
    "a link does not say in words where it leads": "liên kết không có lời cho biết dẫn tới đâu",
    "a form field has no words for a screen reader": "ô nhập không có lời cho trình đọc màn hình",
    "a picture has no words that stand for it": "hình không có lời thay thế",
    "a formula has no words that stand for it": "công thức không có lời thay thế",
    "a note has no name of its own": "chú thích không có tên riêng",
    "the first heading is of level {level}": "đề mục đầu tiên ở cấp {level}",
    "a heading of level {other} follows one of level {one}": "sau đề mục cấp {one} lại là cấp {other}",
    "headings with and without levels are mixed": "lẫn đề mục có cấp và không có cấp",
    "a heading of a table does not say whether it heads a row or a column": (
        "ô tiêu đề của bảng không cho biết là của dòng hay của cột"
    ),
    "the rows of a table have different numbers of columns": "các dòng của bảng có số cột khác nhau",
    "a list holds something that is no item": "danh sách chứa cái không phải là mục",
    "an item of a list holds something that is neither its mark nor its body": (
        "mục của danh sách chứa cái không phải dấu đầu dòng hay nội dung"
    ),
    "the header is not %PDF-1.n with a line of four bytes above 127 after it": "đầu tệp không đúng %PDF-1.n",
    "something follows the end of the file": "sau chỗ kết thúc tệp còn có dữ liệu",
    "the file has no identifier": "tệp không có mã nhận dạng",
    "the file is encrypted": "tệp bị mã hóa",
    "there is no output intent for PDF/A": "không có hồ sơ màu cho PDF/A",
    "the output intent has no colour profile": "hồ sơ màu bị thiếu",
    "the output intent's colour profile is not what it says": "hồ sơ màu không đúng như đã ghi",
    "the file has scripts": "tệp có mã lệnh",
    "the file has alternate presentations": "tệp có cách trình chiếu khác",
    "the attachment {name} lacks one of its two names": "tệp đính kèm {name} thiếu một trong hai tên",
    "the attachment {name} does not say how it belongs to the file": (
        "tệp đính kèm {name} không cho biết quan hệ với tệp"
    ),
    "the attachment {name} is not associated with anything": "tệp đính kèm {name} không gắn với phần nào",
    "the attachment {name} does not say its media type": "tệp đính kèm {name} không ghi loại tệp",
    "form fields have no appearance of their own": "ô nhập không có hình thức riêng",
    "the form is an XFA form": "biểu mẫu kiểu XFA",
    "layers are switched by events": "lớp được bật tắt tự động",
    "a setting of layers has no name": "một thiết lập lớp không có tên",
    "the font {name} is not in the file": "phông {name} không được nhúng vào tệp",
    "the font {name} does not say which letters its glyphs are": (
        "phông {name} không cho biết nét chữ là chữ nào"
    ),
    "glyphs of the font {name} stand for no letters: {codes}": (
        "có nét chữ của phông {name} không ứng với chữ nào: {codes}"
    ),
    "a letter has no glyph in the font {name}": "có chữ mà phông {name} không có nét",
    "the font {name} does not map its codes to glyphs": "phông {name} không dẫn mã tới nét chữ",
    "the font {name} in the file cannot be read": "không đọc được phông {name} trong tệp",
    "the font {name} gives glyphs another width than they have: {codes}": (
        "phông {name} ghi sai bề rộng nét chữ: {codes}"
    ),
    "the file has no XMP metadata": "tệp không có phần mô tả XMP",
    "the XMP metadata are no XML that can be read": "không đọc được phần mô tả XMP",
    "the XMP metadata have more or fewer than one rdf:RDF": "phần mô tả XMP không có đúng một rdf:RDF",
    "properties of {space} are used and not described": "thuộc tính {space} được dùng mà không được mô tả",
    "the file does not say that it is PDF/A-3a, but {part}{level}": (
        "tệp không ghi là PDF/A-3a mà là {part}{level}"
    ),
    "the file does not say that it is PDF/UA-1": "tệp không ghi là PDF/UA-1",
    "the file has no title": "tệp không có tiêu đề",
    "the title in the document information differs from that in the XMP metadata": (
        "tiêu đề trong thông tin tệp khác tiêu đề trong phần mô tả XMP"
    ),
    "the page has additional actions": "trang có hành động kèm theo",
    "the page has presentation steps": "trang có bước trình chiếu",
    "a stream is kept outside the file": "có dữ liệu để ngoài tệp",
    "a stream is compressed with LZW": "có dữ liệu nén kiểu LZW",
    "an image is interpolated": "hình được nội suy",
    "an image has alternates": "hình có bản thay thế",
    "an image stands for another (OPI)": "hình thay cho hình khác (OPI)",
    "a form XObject has {key}": "đối tượng vẽ có {key}",
    "an action of the kind {sort}": "hành động loại {sort}",
    "the named action {name}": "hành động {name}",
    "an annotation of the kind {sort}": "chú thích loại {sort}",
    "an annotation ({sort}) that is not printed or is hidden": "chú thích ({sort}) không in ra hoặc bị ẩn",
    "an annotation ({sort}) without an appearance": "chú thích ({sort}) không có hình thức",
    "a form field that does something": "ô nhập có hành động",
    "the file does not say that it is tagged": "tệp không ghi là có gắn thẻ",
    "the file has no structure tree": "tệp không có cây cấu trúc",
    "the element type {sort} is not mapped to a standard one": "loại thẻ {sort} không dẫn tới loại chuẩn",
    "parts of the file are damaged: the rest was not looked at": "tệp hỏng một phần, phần còn lại chưa xem",
    "nothing": "không có gì",
    "{sort} stands in {where}": "thẻ {sort} nằm trong {where}",
    "two elements have the content {mark}": "hai thẻ cùng có nội dung {mark}",
    "the content {mark} belongs to no element": "nội dung {mark} không thuộc thẻ nào",
    "an element names the content {mark}, which is not there": "thẻ trỏ tới nội dung {mark} không có",
    "the structure tree has no parent tree": "cây cấu trúc không có cây cha",
    "the page is not in the parent tree": "trang không có trong cây cha",
    "the content {mark} does not lead to its element": "nội dung {mark} không dẫn tới thẻ của nó",
    "a marked content is not closed": "nội dung đánh dấu không được đóng",
    "something is neither tagged nor an artifact": "có phần không gắn thẻ cũng không phải phần trang trí",
    "an artifact stands inside tagged content": "phần trang trí nằm trong nội dung gắn thẻ",
    "tagged content stands inside an artifact": "nội dung gắn thẻ nằm trong phần trang trí",
    "a marked content is closed that was not opened": "đóng một nội dung chưa mở",
    "the marked content id {mark} is used twice": "mã nội dung {mark} dùng hai lần",
    "text is shown without a font": "chữ không có phông",
}
