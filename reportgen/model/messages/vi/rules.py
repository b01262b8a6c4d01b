"""What the rules of form want, in Vietnamese."""

PHRASES: dict[str, str] = {
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
    "the sheets stand upright; only tables may lie across": "trang đứng; chỉ trang có bảng biểu mới để ngang",
    "the signatures stand on one page with the last lines of the text": (
        "phần ký nằm trọn một trang, cùng những dòng cuối của nội dung"
    ),
    "no heading stands alone at the end of a page": "không để đề mục đứng một mình ở cuối trang",
    "no word stands alone on the last page": "không để một chữ đứng một mình ở trang cuối",
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
    "the committee of a commune names that commune as the place": (
        "địa danh trên văn bản của UBND cấp xã là tên xã, phường, đặc khu ấy"
    ),
    "a decree, circular or decision among the legal bases has its number and day": (
        "căn cứ là nghị định, thông tư, quyết định thì ghi đủ số và ngày ban hành"
    ),
    "“khoản” and “điểm” are written small, “Điều” with a capital": (
        "khi viện dẫn, “khoản” và “điểm” viết thường, “Điều” viết hoa"
    ),
    "a paper names offices of its own day; since 1 July 2025 none are of districts": (
        "ghi tên cơ quan có vào ngày của văn bản; từ 01/7/2025 không còn cơ quan cấp huyện"
    ),
    "dates in the text are written like that of the paper": (
        "ngày tháng trong nội dung ghi như ở phần đầu văn bản"
    ),
}
