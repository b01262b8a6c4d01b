"""Lời của nơi in và nơi đọc lại: mẫu và phông chữ có thể sai ở đâu."""

from reportgen.model.messages.entry import Text
from reportgen.model.messages.vi import word

_PAGES = {
    "template-syntax": Text(
        "không đọc được mẫu: {reason}",
        "sửa thẻ; mỗi {{% if %}} và {{% for %}} phải có thẻ đóng, và các khối lồng nhau đúng thứ tự",
    ),
    "template-too-large": Text(
        "mẫu quá lớn: {reason}", "bỏ những gì không cần; bảng dài thì dùng vòng lặp để điền"
    ),
    "template-too-much": Text(
        "mẫu {reason}", "mỗi lần chỉ lặp qua một bảng, hoặc làm cho mỗi nhóm một văn bản riêng"
    ),
    "table-too-long": Text(
        "bảng quá dài, không dàn trang từng dòng được, mà cũng không ghi nhanh được: {reason}",
        "bỏ điều đó trong mẫu của bảng dài như vậy, hoặc làm cho mỗi nhóm một văn bản riêng",
    ),
    "press-too-deep": Text(
        "các khung lồng nhau quá {most} lớp (display: flex, grid), hay quá {columns} lớp (columns)",
        "bỏ bớt lớp: mỗi lớp làm công dàn trang phần bên trong tăng lên gấp bội",
    ),
    "press-too-slow": Text(
        "mẫu dàn trang mãi không xong: {seconds} giây không ra thêm trang nào, hoặc đã quá {pages} trang",
        "trong mẫu và CSS, đừng lồng cột (columns), khung flex, lưới (grid) vào nhau: cột trong khung "
        "flex trong cột thì không bao giờ dàn trang xong; hoặc in ít hơn trong một văn bản; nếu cần thì đặt "
        "REPORTGEN_PATIENCE là số giây lớn hơn",
    ),
    "press-too-large": Text(
        "mẫu cần hơn {most} MB bộ nhớ",
        "in ít hơn trong một văn bản; xem trong CSS của mẫu có lưới (grid) hay cột nào đến hàng nghìn không",
    ),
    "undefined-value": Text(
        "một thẻ đọc cái không có: {reason}", "hỏi trước khi đọc: {{% if name %}}…{{% endif %}}"
    ),
    "absent-printed": Text(
        "một thẻ in giá trị mà dữ liệu không có", "hỏi trước khi in: {{% if name %}}…{{% endif %}}"
    ),
    "no-text-printed": Text(
        "một thẻ in {shown}, tự nó không có chữ để in",
        "in các mục bên trong, hoặc hỏi bằng {{% if %}} nếu là có/không",
    ),
    "illegal-character": Text(
        "một giá trị có ký tự {shown} mà không trang nào hiện được",
        "xóa ký tự ấy trong dữ liệu hoặc trong thẻ",
    ),
    "template-type": Text(
        "một thẻ so sánh hoặc in các giá trị không đi với nhau: {reason}",
        "so số với số, chữ với chữ; trước hết hỏi dữ liệu có giá trị ấy không",
    ),
    "filter-unfit": Text("bộ lọc không in được giá trị này: {reason}", "dùng bộ lọc phù hợp, hoặc bỏ bộ lọc"),
    "call-refused": Text("một thẻ gọi {called}, không phải là macro của mẫu", "{advice}"),
    "undeclared-name": Text("không có tên '{name}'", "{advice}"),
    "unknown-filter": Text("không có bộ lọc '{name}'", "{advice}"),
    "unknown-test": Text("không có phép hỏi '{name}'", "{advice}"),
    "unknown-part": Text(
        "không có trang .html nào tên {reason} để đưa vào",
        "ghi tên một tệp .html nằm cạnh mẫu, trong dấu nháy",
    ),
    "computed-in-template": Text(
        "một thẻ tính toán bằng '{operator}': kết quả không có nguồn gốc",
        "khai báo số liệu trong kind.yaml rồi in ra; các đoạn chữ thì viết cạnh nhau",
    ),
    "loop-over-value": Text(
        "một vòng lặp chạy qua '{name}', không phải là danh sách", "lặp qua một bảng hoặc một danh sách"
    ),
    "row-taken-apart": Text(
        "một vòng lặp tách rời từng dòng của '{name}'",
        "đặt một tên cho cả dòng: {{% for row in {name} %}}",
    ),
    "part-by-number": Text(
        "một thẻ lấy một phần của '{name}' theo số thứ tự", "lặp qua nó, hoặc dùng tên bên trong"
    ),
    "if-without-else": Text(
        "câu if ngắn không có else thì không in gì khi điều kiện sai",
        "thêm else '', hoặc viết {{% if %}}…{{% endif %}}",
    ),
    "tag-refused": Text("trong mẫu không dùng được {tag}", "viết lại bằng if, for, set và macro"),
    "emitted-unseen": Text(
        "một thẻ in “{text}” ở chỗ không trang nào hiện: trong thuộc tính, lời chú hoặc phần ẩn",
        "ở đó in qua bộ lọc “unprinted”",
    ),
    "off-page": Text("“{text}” tràn ra ngoài lề trang {page}", "thu nhỏ bảng hoặc chữ, hoặc cho xuống dòng"),
    "words-unreadable": Text(
        "không đọc được “{text}” ở trang {page}: {reason}", "sửa tệp định dạng để ai cũng đọc được"
    ),
    "head-too-wide": Text(
        "phần đầu văn bản quá rộng: ở cỡ chữ nhỏ nhất mà Nghị định cho phép, “{left}” dài {left_width} mm,"
        " “{right}” dài {right_width} mm, mà trang giấy chỉ có {room} mm cho cả hai",
        "{way}",
    ),
    "head-wrapped": Text(
        "“{line}” ở phần đầu văn bản bị xuống dòng",
        "cho nó rộng hơn trong tệp kiểu trình bày (CSS), hoặc viết thành nhiều dòng",
    ),
    "row-too-tall": Text(
        "một dòng của bảng cao hơn cả trang: phần “{text}” sang trang {page}",
        "để đoạn chữ dài dưới bảng, hoặc chia thành nhiều dòng",
    ),
    "second-sheet": Text(
        "giấy chứng nhận không vừa một tờ: phần “{text}” sang tờ thứ {page}",
        "rút gọn chỗ chữ dài nhất, hoặc thu nhỏ chữ và khoảng cách trong mẫu của loại văn bản",
    ),
    "letters-changed": Text(
        "tệp định dạng đổi chữ của “{text}” (text-transform: {how})",
        "viết chữ hoa ngay trong mẫu, và bỏ text-transform khỏi tệp định dạng",
    ),
    "asset-refused": Text(
        "mẫu gọi đến {url}, không phải là tệp của loại văn bản này",
        "để tệp vào thư mục của loại văn bản và ghi tên tính từ đó",
    ),
    "asset-unfit": Text(
        "không dùng được '{url}' trên trang: {reason}",
        "làm cho nhỏ hơn hoặc đơn giản hơn; hình là PNG, JPEG, GIF, WebP hoặc SVG, nhiều nhất 25 triệu điểm",
    ),
    "page-attaches": Text(
        "mẫu đính kèm tệp '{file}' vào văn bản, ai nhận văn bản cũng nhận luôn tệp ấy",
        'bỏ rel="attachment"; văn bản chỉ mang theo lý lịch của chính nó, không kèm tệp nào khác',
    ),
    "engine-warning": Text(
        "chương trình làm PDF báo: {reason}", "sửa mẫu hoặc tệp định dạng; không in nửa chừng"
    ),
    "unreadable-pdf": Text("không đọc được tệp này như tệp PDF: {reason}", "làm lại tệp, hoặc lấy lại tệp"),
    "code-without-room": Text(
        "mẫu có in check_code nhưng không có chỗ cho mã QR đi cùng",
        "ghi {{{{ proof(check_code) }}}} của official.html vào chỗ đó; trong Word thì đặt hình qr.png rộng "
        "20 mm bên cạnh (docs/token.md); hoặc bỏ check_code đi",
    ),
    "fill-template-format": Text(
        "'{name}' không phải là mẫu điền được", "ghi tên một tệp .docx của Word hoặc một trang .html"
    ),
    "fill-data-first": Text(
        "phải ghi mẫu trước: '{data}' không phải là mẫu, '{template}' mới là mẫu",
        "gõ theo thứ tự ngược lại: reportgen fill {template} {data}",
    ),
    "unreadable-docx": Text("không đọc được tệp này như tệp Word: {reason}", "làm lại tệp"),
    "papers-proven": Text(
        "đã mở {count} trong {total} bản Word bằng LibreOffice; các trang ghi đúng những gì phải ghi"
    ),
    "papers-unproven": Text(
        "chưa kiểm được {count} trong {total} bản Word: {reason}",
        "cài LibreOffice, hoặc mở từng bản xem lại trước khi ký",
    ),
    "files-proven": Text("{count} trong {total} tệp {sort} đúng chuẩn {standard}"),
    "files-unproven": Text(
        "chưa kiểm được tệp {sort} theo chuẩn {standard}: {reason}",
        "cài thêm chương trình đó, hoặc mở từng bản xem lại trước khi ký",
    ),
    "file-unfit": Text(
        "tệp sẽ không đúng chuẩn đã ghi trong tệp ({rule}): {what}",
        "sửa chỗ đó trong mẫu; nếu mẫu không có gì sai, hãy báo cho người phụ trách reportgen",
    ),
    "twins-differ": Text(
        "sau '{before}', bản Word ghi '{word}' còn bản PDF ghi '{pdf}'",
        "sửa cho hai mẫu giống nhau, hoặc bỏ bớt một mẫu ở outputs trong kind.yaml",
    ),
    "not-on-page": Text(
        "'{value}' phải đứng sau '{before}', nhưng trên trang là '{found}'",
        "xem lại chỗ ấy trong mẫu; đừng ban hành văn bản",
    ),
}

_FONTS = {
    "no-font": Text(
        "không thấy phông chữ nào có đủ chữ tiếng Việt trong {folders}",
        "cài một phông: trên Debian và Ubuntu là gói fonts-liberation2; Windows và macOS có sẵn Times New "
        "Roman; hoặc chép bốn tệp của phông vào thư mục fonts/ ở nơi làm việc, hay ghi tên thư mục của nó "
        "vào REPORTGEN_FONTS",
    ),
    "glyph-missing": Text(
        "phông {family} không có {character} ({point}), nằm trong “{words}”",
        "viết bằng chữ khác, hoặc dùng phông có chữ ấy",
    ),
    "foreign-font": Text(
        "trang sẽ in bằng cả phông {family} ngoài {own}",
        "bỏ font-family khỏi tệp định dạng, và bỏ khỏi trang các dấu mà {own} không có",
    ),
    "no-pango": Text(
        "không nạp được chương trình làm PDF WeasyPrint: {reason}",
        "cài Pango: trên Debian và Ubuntu là các gói libpango-1.0-0, libpangoft2-1.0-0 và "
        "libharfbuzz-subset0; trên macOS “brew install pango”; trên Windows cài MSYS2 với gói "
        "mingw-w64-x86_64-pango; làm văn bản Word thì không cần",
    ),
}

MESSAGES: dict[str, Text] = {**_PAGES, **_FONTS, **word.MESSAGES}
