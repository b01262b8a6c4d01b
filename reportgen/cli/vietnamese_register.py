"""What the front door says of issued papers and of the register in Vietnamese, by its English."""

REGISTER: dict[str, str] = {
    "{NUMBER}": "{SỐ}",
    "NUMBER": "SỐ",
    "{FILE}": "{TỆP}",
    "<text>": "<chữ>",
    # issue
    "Make final papers: number and date given, no draft mark, filed in the office's folder and its "
    "register.": (
        "Ban hành văn bản: có số, có ngày, không còn dòng DỰ THẢO, lưu trong thư mục của cơ quan và vào sổ."
    ),
    "A list, such as that of certificates, is numbered in the order of its rows. The same command again "
    "changes nothing that was issued, and goes on where it was stopped.": (
        "Danh sách, như danh sách giấy chứng nhận, được đánh số theo thứ tự các dòng. Chạy lại đúng lệnh ấy "
        "thì văn bản đã ban hành vẫn giữ nguyên; đang dở ở đâu làm tiếp từ đó."
    ),
    "Papers are signed by pen; who signs by key finds how in `reportgen sign --help`.": (
        "Văn bản ký tay; muốn ký số thì xem `reportgen sign --help`."
    ),
    "The number that the registry clerk gave; without it, the next of the register.": (
        "Số do văn thư cấp; không ghi thì lấy số tiếp theo của sổ đăng ký."
    ),
    "The Word file of the draft, after the head changed its wording: it becomes the paper.": (
        "Tệp Word của bản thảo, sau khi thủ trưởng đã sửa câu chữ: văn bản được làm từ tệp ấy."
    ),
    "Print it to be signed by pen: no mark of a draft, room for number and day. Once it is signed, issue it "
    "without this.": (
        "In để ký tay: không có dòng DỰ THẢO, chừa chỗ cho số và ngày. Ký xong thì ban hành, bỏ lựa chọn này."
    ),
    "a paper gets its number after it was signed; leave it out now": (
        "văn bản ký xong mới được cấp số; bây giờ không ghi số"
    ),
    "printed to be signed by hand": "đã in, chờ ký tay",
    "printed before": "đã in từ trước",
    "to be signed by hand, then its number": "ký tay, rồi lấy số",
    "{count} paper printed to be signed": "đã in {count} văn bản để ký",
    "{count} papers printed to be signed": "đã in {count} văn bản để ký",
    "once it is signed: reportgen {command}, with --number if the clerk gives it": (
        "ký xong thì chạy: reportgen {command}, thêm --number nếu văn thư cấp số"
    ),
    "scan": "bản quét",
    "The office's folder; without it, the nearest one with an offices.yaml, from here upwards.": (
        "Thư mục của cơ quan; không ghi thì lấy thư mục gần nhất có offices.yaml, tính từ đây trở lên."
    ),
    "Who does this; without it, the user of this computer.": (
        "Ai làm việc này; không ghi thì lấy tên người dùng máy."
    ),
    "{number}: left half done by a run that died, now {how}": (
        "{number}: lần chạy trước bị ngắt giữa chừng, nay {how}"
    ),
    "issued": "đã ban hành",
    "revoked": "đã thu hồi",
    "finished": "đã làm xong",
    "cancelled": "đã hủy số",
    "{count} paper issued": "đã ban hành {count} văn bản",
    "{count} papers issued": "đã ban hành {count} văn bản",
    "{count} issued before, left as it was": "{count} văn bản đã ban hành từ trước, giữ nguyên",
    "{count} issued before, left as they were": "{count} văn bản đã ban hành từ trước, giữ nguyên",
    # keys
    "Look at keys, make some to try signing out with, and make the office's key for QR codes.": (
        "Xem khóa, tạo khóa để ký thử, và tạo khóa ký mã QR của cơ quan."
    ),
    "Make the office's key: from now on, certificates that are issued carry a signed QR code.": (
        "Tạo khóa của cơ quan: từ nay giấy chứng nhận được ban hành có mã QR mang chữ ký số."
    ),
    "Keep a copy of the key in a safe; whoever has it can sign as the office.": (
        "Cất một bản khóa trong két; ai có khóa này đều ký được như cơ quan."
    ),
    "Whose key it is, as everybody who checks a code will read it.": (
        "Khóa của ai; người kiểm tra mã sẽ đọc thấy tên này."
    ),
    "{file}: the key {name} of {owner}": "{file}: khóa {name} của {owner}",
    "Write the public key, to be published: with it anybody can check the office's QR codes.": (
        "Ghi ra khóa công khai để công bố: ai có khóa này đều kiểm tra được mã QR của cơ quan."
    ),
    # revoke
    "Revoke a paper that was issued; it stays in the register, with the reason.": (
        "Thu hồi một văn bản đã ban hành; văn bản vẫn còn trong sổ, kèm lý do."
    ),
    "Its number is never given again.": "Số của nó không bao giờ cấp lại.",
    "The paper's number and symbol: 07/BB-PGDĐT.": "Số và ký hiệu của văn bản: 07/BB-PGDĐT.",
    "Why: the decision, its date, the reason. The register keeps it.": (
        "Vì sao: quyết định nào, ngày nào, lý do gì. Sổ đăng ký ghi lại điều này."
    ),
    "The year of the number, where it was given in several.": "Năm của số, khi số ấy có ở nhiều năm.",
    "this computer does not know your name": "máy này không biết tên anh chị",
    "say why": "hãy ghi lý do",
    "a Word file is the draft of one paper: name one data file": (
        "một tệp Word là bản thảo của một văn bản: chỉ ghi một tệp dữ liệu"
    ),
    "edited": "tệp Word đã sửa",
    "wording": "câu chữ đã sửa",
    "{number} is revoked": "đã thu hồi {number}",
    # register move
    "Move the register to a server that several computers reach, or back: every entry as it is.": (
        "Chuyển sổ sang máy chủ để nhiều máy dùng chung, hoặc đưa về lại: mọi mục giữ nguyên."
    ),
    "The papers stay where they lie. Nobody can go on in the old place; where it was interrupted, the "
    "same command goes on.": (
        "Các văn bản vẫn ở chỗ cũ. Không ai ghi tiếp vào sổ cũ được nữa; bị ngắt giữa chừng thì chạy lại "
        "đúng lệnh ấy."
    ),
    "TO": "NƠI-ĐẾN",
    "The address of a database, postgresql://…; or so-dang-ky.db, back into the folder.": (
        "Địa chỉ cơ sở dữ liệu, postgresql://…; hoặc so-dang-ky.db để đưa về lại thư mục."
    ),
    "{count} entry moved": "đã chuyển {count} mục",
    "{count} entries moved": "đã chuyển {count} mục",
    "the old file is closed, and is now called {file}: keep it as a copy": (
        "tệp sổ cũ đã khóa, nay tên là {file}: giữ làm bản sao"
    ),
    "write postgresql://user@host/database, or {file}": "ghi postgresql://user@host/database, hoặc {file}",
    "a password belongs into ~/.pgpass or PGPASSWORD: the folder would show it to all": (
        "mật khẩu phải để ở ~/.pgpass hoặc PGPASSWORD: ghi ở đây thì ai xem thư mục cũng đọc được"
    ),
    # register erase
    "Take out what the register tells of a paper's people, and its files, where the law demands it.": (
        "Xóa những gì sổ ghi về người trong một văn bản, và các tệp của văn bản ấy, khi pháp luật yêu cầu."
    ),
    "Its number stays, with day and digests, so that the register can still be verified. Nothing brings the "
    "rest back: copies of the register, and files that were sent to others, are not touched.": (
        "Số, ngày và mã băm vẫn còn, nên sổ vẫn kiểm tra được. Phần đã xóa không lấy lại được; bản sao lưu "
        "của sổ và tệp đã gửi cho nơi khác thì không bị xóa theo."
    ),
    "Why: who asked for it, and by which law. The register keeps it.": (
        "Vì sao: ai yêu cầu, theo quy định nào. Sổ đăng ký ghi lại điều này."
    ),
    "PAPER": "VĂN-BẢN",
    "The paper's number and symbol, 07/BB-PGDĐT; a draft as `reportgen status` calls it.": (
        "Số và ký hiệu văn bản, 07/BB-PGDĐT; dự thảo thì ghi tên như `reportgen status` cho thấy."
    ),
    "the draft": "dự thảo",
    "{number}: what the register told of it is erased": "{number}: đã xóa những gì sổ ghi về văn bản này",
    "{count} file taken out": "đã bỏ {count} tệp",
    "{count} files taken out": "đã bỏ {count} tệp",
    "take it out of {source} too, or it is issued again under another number": (
        "bỏ cả trong {source}, nếu không lần sau văn bản lại được ban hành với số khác"
    ),
    "(erased: {reason})": "(đã xóa dữ liệu cá nhân: {reason})",
    # register
    "Look into the office's register of issued papers, check it, copy it.": (
        "Xem, kiểm tra, sao lưu sổ đăng ký văn bản đã ban hành của cơ quan."
    ),
    "List the papers of the register and what became of each.": "Liệt kê văn bản trong sổ và tình trạng.",
    "Only the papers of this symbol: BB-PGDĐT.": "Chỉ những văn bản có ký hiệu này: BB-PGDĐT.",
    "Tell all that the register knows of a paper: who did what, and when.": (
        "Cho biết mọi điều sổ ghi về một văn bản: ai đã làm gì, lúc nào."
    ),
    "Find what was edited, taken out or put into the register, and issued papers that are not as they "
    "were.": ("Tìm chỗ sổ bị sửa, bị bỏ bớt, bị thêm vào, và văn bản đã ban hành mà nay khác đi."),
    "Papers carry how far the register went when they were issued: so a register that was cut is found out. "
    "The exit code is 10 if anything is wrong.": (
        "Văn bản mang theo mục cuối của sổ lúc ban hành, nên sổ bị cắt bớt là biết ngay. Có gì sai thì mã "
        "kết thúc là 10."
    ),
    "[FILE]...": "[TỆP]...",
    "YEAR": "NĂM",
    "ENTRY:CODE": "MỤC:MÃ",
    "What stands below a printed register: its last entry, and at least 8 signs of its code.": (
        "Dòng dưới cùng của sổ đã in: mục cuối, và ít nhất 8 ký tự đầu của mã."
    ),
    "write the entry and its code: 152:3fa9c0d1": "ghi mục và mã, như 152:3fa9c0d1",
    "Further papers to hold against the register.": "Những văn bản khác cần đối chiếu với sổ.",
    "Write the register as a workbook, or as pages in the layout of the registers on paper.": (
        "Ghi sổ ra bảng tính, hoặc ra trang in theo mẫu sổ giấy."
    ),
    "FILE.xlsx, or FILE.pdf to print.": "TỆP.xlsx, hoặc TỆP.pdf để in.",
    "The register of certificates, not that of outgoing documents.": (
        "Sổ gốc cấp giấy chứng nhận, không phải sổ đăng ký văn bản đi."
    ),
    "Enter papers that were registered elsewhere: the register goes on behind their numbers.": (
        "Nhập những văn bản đã vào sổ ở nơi khác: sổ đánh số tiếp sau các số ấy."
    ),
    "A workbook in the columns of the export.": "Bảng tính có các cột như khi ghi sổ ra.",
    "Copy the register into a file, as it stands at this moment, whoever is issuing papers.": (
        "Sao lưu sổ vào một tệp, đúng như lúc này, dù đang có người ban hành."
    ),
    "The file to write the copy to.": "Tệp để ghi bản sao.",
    "'{file}' is there already; give the copy another name, with the day in it": (
        "đã có '{file}'; đặt cho bản sao tên khác, có ghi ngày"
    ),
    "there is no folder '{folder}'; make it first": "không có thư mục '{folder}'; hãy tạo thư mục ấy trước",
    "number": "số",
    "date": "ngày",
    "state": "tình trạng",
    "what": "về việc, người được cấp",
    "signer": "người ký",
    "as it was written": "đúng như đã ghi",
    "{count} thing is wrong": "có {count} chỗ sai",
    "{count} things are wrong": "có {count} chỗ sai",
    "{entries}, {papers}: {verdict}": "{entries}, {papers}: {verdict}",
    "{count} entry": "{count} mục",
    "{count} entries": "{count} mục",
    "the last entry: {entry}, {head}": "mục cuối: {entry}, {head}",
    "{count} paper entered": "đã nhập {count} văn bản",
    "{count} papers entered": "đã nhập {count} văn bản",
    # what the register tells of a paper
    "sort": "tên loại",
    "subject": "trích yếu",
    "recipients": "nơi nhận",
    "kept": "bản lưu",
    "copies": "số lượng bản",
    "name": "họ và tên",
    "born": "ngày sinh",
    "birthplace": "nơi sinh",
    "sex": "giới tính",
    "ethnicity": "dân tộc",
    "position": "chức vụ",
    "unit": "đơn vị",
    "programme": "chương trình",
    "result": "kết quả",
    "serial": "số hiệu",
    "source": "làm từ",
    "files": "tệp",
    "reason": "lý do",
}
