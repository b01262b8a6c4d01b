"""What the clerk of form says, in Vietnamese; the words of the rules are the decree's."""

from reportgen.model.messages.entry import Text

MESSAGES: dict[str, Text] = {
    "form-rule": Text("quy tắc {rule}: {stands}{words}", "trình bày theo Nghị định ({source}): {wants}"),
    "form-advice": Text("quy tắc {rule}: {stands}{words}", "nên: {wants}"),
    "form-not-bound": Text(
        "văn bản ghi ngày {date}, còn Nghị định 30/2020/NĐ-CP áp dụng cho văn bản từ {begins}",
        "thêm --advice nếu vẫn muốn xem chỗ nào khác với Nghị định",
    ),
    "form-not-recognised": Text(
        "không thấy Quốc hiệu: chỉ xem được khổ giấy, phông chữ và chính tả",
        "xem lại đây có phải là văn bản hành chính không",
    ),
    "form-no-kind": Text(
        "không thấy tên loại văn bản của Nghị định (thiếu {part})",
        "xem lại tên loại; giấy chứng nhận thì không thuộc Nghị định này",
    ),
    "form-not-found": Text(
        "không tìm thấy nên chưa xem: {parts}",
        "xem văn bản đã có đủ chưa; phần đầu và phần ký nên trình bày trong bảng hai cột",
    ),
    "form-not-measured": Text(
        "chưa xem được chỗ ngắt dòng, độ dài đường kẻ và chỗ ngắt trang: {reason}",
        "cài LibreOffice ('reportgen doctor' chỉ cách làm), hoặc lưu thành PDF rồi kiểm tra tệp PDF",
    ),
    "archive-rule": Text(
        "tệp tự ghi là đạt chuẩn lưu trữ và đọc màn hình nhưng không đạt ({clause}): {what}",
        "làm lại tệp PDF bằng chương trình đã tạo ra nó; làm xong thì không sửa nữa",
    ),
    "archive-advice": Text(
        "chưa đạt chuẩn lưu trữ và đọc màn hình ({clause}): {what}",
        "nên: lưu thành PDF/A-3a có gắn thẻ (PDF/UA)",
    ),
    "pdf-without-text": Text(
        "không có chữ nào đọc được: đây là bản chụp (scan), hoặc chữ bị ẩn",
        "kiểm tra tệp gốc đã dùng để in",
    ),
    "lint-format": Text("'{name}' không phải là tệp Word (.docx) hay PDF", "lưu thành .docx hoặc .pdf"),
}

PHRASES: dict[str, str] = {
    ": “{words}”": ": “{words}”",
    "title": "tên loại",
    "the sheet is A4 (210 × 297 mm)": "khổ giấy A4 (210 × 297 mm)",
    "margins: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm": (
        "lề trên và dưới 20–25 mm, lề trái 30–35 mm, lề phải 15–20 mm"
    ),
    "the letters are Times New Roman, black": "phông chữ Times New Roman, màu đen",
    "page numbers stand in the middle of the top margin, size 13–14, upright, not on page 1": (
        "số trang ở giữa lề trên, cỡ chữ 13–14, kiểu đứng, không hiển thị ở trang thứ nhất"
    ),
    "the national title: size 12–13, upright, bold, centred, at the top right": (
        "Quốc hiệu: cỡ chữ 12–13, kiểu đứng, đậm, canh giữa, ở phía trên bên phải"
    ),
    "“Độc lập - Tự do - Hạnh phúc”: size 13–14, upright, bold, centred, hyphens between spaces": (
        "“Độc lập - Tự do - Hạnh phúc”: cỡ chữ 13–14, kiểu đứng, đậm, canh giữa, gạch nối có cách chữ"
    ),
    "the parent office: capitals, size 12–13, upright, not bold, centred": (
        "cơ quan chủ quản: chữ in hoa, cỡ chữ 12–13, kiểu đứng, không đậm, canh giữa"
    ),
    "the issuing office: capitals, size 12–13, upright, bold, centred": (
        "cơ quan ban hành: chữ in hoa, cỡ chữ 12–13, kiểu đứng, đậm, canh giữa"
    ),
    "number and symbol: size 13, upright, centred below the office": (
        "số, ký hiệu: cỡ chữ 13, kiểu đứng, canh giữa dưới tên cơ quan"
    ),
    "place and date: size 13–14, italic, centred, level with the number": (
        "địa danh và thời gian: cỡ chữ 13–14, kiểu nghiêng, canh giữa, ngang với số, ký hiệu"
    ),
    "the kind of paper: capitals, size 13–14, upright, bold, centred": (
        "tên loại: chữ in hoa, cỡ chữ 13–14, kiểu đứng, đậm, canh giữa"
    ),
    "the subject: size 13–14, upright, bold, centred, right below the kind": (
        "trích yếu: cỡ chữ 13–14, kiểu đứng, đậm, canh giữa, ngay dưới tên loại"
    ),
    "the number has no space around “/” and “-”, and 01 to 09 below 10": (
        "số, ký hiệu viết không cách chữ quanh “/” và “-”; số dưới 10 ghi 01 đến 09"
    ),
    "days below 10 and the months 1 and 2 have a zero before them, other months none": (
        "ngày dưới 10 và tháng 1, 2 ghi thêm số 0 ở trước, các tháng khác thì không"
    ),
    "legal bases: size 13–14, italic": "căn cứ ban hành: cỡ chữ 13–14, kiểu nghiêng",
    "the text: size 13–14, upright, justified": "nội dung: cỡ chữ 13–14, kiểu đứng, canh đều hai lề",
    "the first line of a paragraph is indented by 1 cm or 1.27 cm": "dòng đầu lùi vào 1 cm hoặc 1,27 cm",
    "at least 6 pt lie between paragraphs": "các đoạn cách nhau tối thiểu 6 pt",
    "the lines stand from single to one and a half apart": "khoảng cách dòng từ dòng đơn đến 1,5 dòng",
    "each legal basis ends with “;”, the last one with “.”": (
        "mỗi căn cứ kết thúc bằng “;”, căn cứ cuối bằng “.”"
    ),
    "the text ends with “./.”": "nội dung kết thúc bằng “./.”",
    "the signer's title: capitals, size 13–14, upright, bold, centred": (
        "chức vụ người ký: chữ in hoa, cỡ chữ 13–14, kiểu đứng, đậm, canh giữa"
    ),
    "the signer's name: size 13–14, upright, bold, centred": (
        "họ tên người ký: cỡ chữ 13–14, kiểu đứng, đậm, canh giữa"
    ),
    "below KT., TL. or TUQ. and a title stands the signer's own title": (
        "dưới dòng KT., TL., TUQ. phải ghi chức vụ của người ký"
    ),
    "no academic title stands before the signer's name": "không ghi học hàm, học vị trước họ tên người ký",
    "“Nơi nhận:”: size 12, bold, italic, at the left": (
        "“Nơi nhận:”: cỡ chữ 12, kiểu nghiêng, đậm, sát lề trái"
    ),
    "the recipients: size 11, upright, each on a line that begins with “-”": (
        "nơi nhận: cỡ chữ 11, kiểu đứng, mỗi nơi một dòng bắt đầu bằng “-”"
    ),
    "“- Như trên;” comes first where there is a “Kính gửi”, and only there": (
        "có “Kính gửi” thì dòng đầu là “- Như trên;”, không có thì không ghi"
    ),
    "the last recipient is “- Lưu: VT, …”": "dòng cuối là “- Lưu: VT, …”",
    "each recipient ends with “;”, the last one with “.”": (
        "mỗi nơi nhận kết thúc bằng “;”, dòng cuối bằng “.”"
    ),
    "lines are drawn, not typed with “_” or “─”": "đường kẻ phải là nét vẽ, không gõ bằng “_” hay “─”",
    "the letters are Unicode of one piece (NFC), and Vietnamese ones": (
        "chữ theo Unicode dựng sẵn (TCVN 6909:2001) và là chữ tiếng Việt"
    ),
    "nothing of a template is left in the text": "không để sót chữ của mẫu",
    "it is {a} × {b} mm": "khổ giấy là {a} × {b} mm",
    "top": "lề trên",
    "bottom": "lề dưới",
    "left": "lề trái",
    "right": "lề phải",
    "{side}: {size} mm": "{side}: {size} mm",
    "they stand below the text": "số trang ở lề dưới",
    "there are none": "không có số trang",
    "page 1 shows its number": "trang thứ nhất có số trang",
    "they are not in the middle": "số trang không ở giữa",
    "it is {look}": "đang là {look}",
    "it is spelled otherwise": "viết khác",
    "it is written otherwise": "viết khác",
    "the zeros are not right": "ghi số 0 chưa đúng",
    "it ends with “{letter}”": "kết thúc bằng “{letter}”",
    "it is not justified": "chưa canh đều hai lề",
    "the indent is {size} mm": "dòng đầu lùi {size} mm",
    "they stand {lines} lines apart": "khoảng cách là {lines} dòng",
    "{size} pt lie before it": "chỉ cách đoạn trước {size} pt",
    "it does not end so": "chưa kết thúc như vậy",
    "the signer's own title is not there": "thiếu chức vụ của người ký",
    "an academic title stands before it": "có học hàm, học vị ở trước",
    "it does not begin with “-”": "không bắt đầu bằng “-”",
    "it is not there": "không có",
    "it is there and “Kính gửi” is not": "có ghi mà văn bản không có “Kính gửi”",
    "letters are put together of pieces": "chữ ghép từ nhiều dấu rời",
    "{letter} is no Vietnamese letter": "{letter} không phải chữ tiếng Việt",
    "“{words}” is left over": "còn sót “{words}”",
    "it is typed": "đường kẻ gõ bằng phím",
    "size {sizes}": "cỡ chữ {sizes}",
    "it is not in capitals": "không viết hoa",
    "it is not centred": "không canh giữa",
    "it is not bold": "không đậm",
    "it is bold": "in đậm",
    "it is not italic": "không nghiêng",
    "it is italic": "in nghiêng",
    "it is underlined": "có gạch chân",
    "the sheets stand upright; only tables may lie across": "trang đứng; chỉ trang có bảng biểu mới để ngang",
    "the signatures stand on one page with the last lines of the text": (
        "phần ký nằm trọn một trang, cùng những dòng cuối của nội dung"
    ),
    "no heading stands alone at the end of a page": "không để đề mục đứng một mình ở cuối trang",
    "no word stands alone on the last page": "không để một chữ đứng một mình ở trang cuối",
    "it lies across and holds no table": "trang ngang mà không có bảng",
    "it does not stand on one line": "không nằm trên một dòng",
    "it does not stand at the right": "không ở bên phải",
    "no line is drawn below it": "không có đường kẻ ở dưới",
    "the line below it is {length} mm long, the text {width} mm": (
        "đường kẻ ở dưới dài {length} mm, dòng chữ dài {width} mm"
    ),
    "the line below it is not in the middle": "đường kẻ ở dưới không cân giữa",
    "it is not level with the number": "không ngang với số, ký hiệu",
    "it is not level with the signer's title": "không ngang với chức vụ người ký",
    "its text begins on the next page": "nội dung của đề mục ở trang sau",
    "it stands alone on its page": "đứng một mình trên trang",
    "it is torn apart by the end of the page": "bị ngắt làm hai trang",
    "it has too many letters": "tệp có quá nhiều chữ",
    "it links to files that are not in it": "tệp có liên kết tới tệp khác ở ngoài",
    "LibreOffice could not lay it out": "LibreOffice không dàn trang được tệp này",
    "the motto": "Tiêu ngữ",
    "the office": "tên cơ quan ban hành",
    "the number": "số, ký hiệu",
    "place and date": "địa danh, thời gian",
    "the signer": "người ký",
    "the recipients": "nơi nhận",
    "the pages of each appendix are counted anew": "số trang của từng phụ lục được đánh riêng",
    "the subject of a letter: size 12–13, upright, not bold, centred below its number": (
        "trích yếu công văn: cỡ chữ 12–13, kiểu đứng, không đậm, canh giữa dưới số, ký hiệu"
    ),
    "the symbol begins with the kind's abbreviation; that of a letter names none": (
        "ký hiệu bắt đầu bằng chữ viết tắt tên loại; công văn thì không ghi tên loại"
    ),
    "parts and chapters: Roman numbers, bold, on a centred line of their own": (
        "phần, chương: số La Mã, kiểu đứng, đậm, một dòng riêng, canh giữa"
    ),
    "sections with Roman numbers: capitals, bold": "mục ghi số La Mã: chữ in hoa, đậm",
    "articles: “Điều”, Arabic number and point, bold": "điều: từ “Điều”, số Ả Rập và dấu chấm, đậm",
    "points: the letters a, b, c, d, đ, e … in this order, with “)” after them": (
        "điểm: các chữ a, b, c, d, đ, e … theo thứ tự, sau có dấu “)”"
    ),
    "“Kính gửi:” and whom it goes to: size 13–14, upright": "“Kính gửi:” và nơi gửi: cỡ chữ 13–14, kiểu đứng",
    "letters and proposals say to whom they go: “Kính gửi: …”": "công văn, tờ trình phải có “Kính gửi: …”",
    "several addressees: each on a line, with “;” at its end, the last with “.”": (
        "gửi nhiều nơi: mỗi nơi một dòng, cuối dòng có “;”, dòng cuối có “.”"
    ),
    "“Phụ lục” and its number: size 14, upright, bold, centred, not in capitals": (
        "từ “Phụ lục” và số thứ tự: chữ in thường, cỡ chữ 14, kiểu đứng, đậm, canh giữa"
    ),
    "the title of an appendix: capitals, size 13–14, upright, bold, centred": (
        "tiêu đề phụ lục: chữ in hoa, cỡ chữ 13–14, kiểu đứng, đậm, canh giữa"
    ),
    "the note “(Kèm theo …)”: size 13–14, italic, centred": (
        "dòng “(Kèm theo …)”: cỡ chữ 13–14, kiểu nghiêng, canh giữa"
    ),
    "the text points to its appendices; two and more have Roman numbers, one alone has none": (
        "nội dung phải chỉ dẫn phụ lục; từ hai phụ lục trở lên đánh số La Mã, một phụ lục thì không đánh số"
    ),
    "below its title an appendix says to what it belongs: “(Kèm theo …)”": (
        "dưới tiêu đề phụ lục ghi “(Kèm theo …)”"
    ),
    "who may read it: capitals, size 13–14, upright, bold": (
        "chỉ dẫn phạm vi lưu hành: chữ in hoa, cỡ chữ 13–14, kiểu đứng, đậm"
    ),
    "how urgent it is: capitals, size 13–14, upright, bold": (
        "dấu chỉ độ khẩn: chữ in hoa, cỡ chữ 13–14, kiểu đứng, đậm"
    ),
    "in minutes the secretary signs at the left, the chair at the right": (
        "trong biên bản, thư ký ký bên trái, chủ tọa ký bên phải"
    ),
    "minutes tell when, where, who attends, who chairs and writes, what, and the end": (
        "biên bản ghi thời gian, địa điểm, thành phần, chủ trì, thư ký, nội dung và lúc kết thúc"
    ),
    "no offices of districts since 1 July 2025: papers and recipients name those of communes": (
        "từ 01/7/2025 không còn cơ quan cấp huyện: văn bản và nơi nhận ghi cơ quan cấp xã"
    ),
    "dates in the text are written like that of the paper": (
        "ngày tháng trong nội dung ghi như ở phần đầu văn bản"
    ),
    "its number is not Roman": "không đánh số La Mã",
    "“{mark}” follows the letter": "sau chữ là “{mark}”",
    "“{letter}” is no letter of points": "“{letter}” không dùng để ghi điểm",
    "“{letter}” comes after “{one}”": "sau “{one}” lại là “{letter}”",
    "it is in capitals": "đang in hoa",
    "the text does not speak of it": "nội dung không nhắc đến phụ lục này",
    "it is numbered and the only one": "chỉ có một phụ lục mà lại đánh số",
    "the note “(Kèm theo …)” is not there": "không có dòng “(Kèm theo …)”",
    "its pages are not counted anew": "số trang không đánh riêng",
    "{parts}: not there": "không có: {parts}",
    "it stands at the right": "ở bên phải",
    "it begins with {first}, and the kind is shortened to {wanted}": (
        "bắt đầu bằng {first}, tên loại này viết tắt là {wanted}"
    ),
    "a letter's symbol does not name the kind": "ký hiệu công văn không ghi tên loại",
    "“Kính gửi:” is not there": "không có “Kính gửi:”",
    "there is no such office any more": "cơ quan này không còn",
}
