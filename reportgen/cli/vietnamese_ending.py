"""What the end of a run says in Vietnamese, by its English."""

ENDING: dict[str, str] = {
    "error": "lỗi",
    "warning": "cảnh báo",
    "missing": "còn thiếu",
    "note": "lưu ý",
    "hint": "cách sửa",
    "cell {cell}, sheet {sheet}, file {file}": "ô {cell}, trang tính {sheet}, tệp {file}",
    "still missing, shown as gaps:": "còn thiếu, in ra thành chỗ trống:",
    "to know:": "cần biết:",
    "Place": "Chỗ",
    "Weight": "Mức",
    "Remark": "Góp ý",
    "What to do": "Cách sửa",
    "there is nothing to say of a Word file: no copy is written": (
        "không có gì phải góp ý ở tệp Word nào: không ghi bản sao"
    ),
    "{count} remark": "{count} góp ý",
    "{count} remarks": "{count} góp ý",
    "no table file has anything wrong in a cell: no copy is written": (
        "không có gì phải góp ý cho bảng nào, nên không ghi bản góp ý"
    ),
    "numbers in sentences that no figure explains (write [figure] or [theo whom] behind one):": (
        "con số trong câu văn chưa rõ từ đâu ra (ghi [tên số liệu] hoặc [theo ai] ngay sau con số):"
    ),
    "document": "văn bản",
    "documents": "văn bản",
    "from": "làm từ",
    "key figures": "số liệu chính",
    "written": "mới",
    "unchanged": "không đổi",
    "replaced": "đã thay",
    "failed: {count} mistake": "không làm được: {count} lỗi",
    "failed: {count} mistakes": "không làm được: {count} lỗi",
    "… and {count} more": "… và {count} văn bản nữa",
    "{count} document made": "đã làm {count} văn bản",
    "{count} documents made": "đã làm {count} văn bản",
    "on blanks all papers are printed or none, so that no blank is spoiled; leave it out": (
        "trên phôi thì in tất cả hoặc không in gì, để không hỏng phôi; hãy bỏ tùy chọn này"
    ),
    "with --scheduler the workers of the cluster print; leave it out": (
        "có --scheduler thì các máy in của cụm máy làm việc ấy; hãy bỏ tùy chọn này"
    ),
    "it goes with --scheduler ADDRESS": "phải dùng cùng --scheduler ADDRESS",
    "write file:///folder or s3://bucket/folder, no password": "ghi file:///… hoặc s3://…, không mật khẩu",
    "with --store no paper is here; leave one out": "có --store thì văn bản không ở máy này; hãy bỏ một",
    "it is done on this computer; leave --scheduler out": "việc này làm trên máy này; hãy bỏ --scheduler",
    "each paper on a blank is a file of its own, named after its blank; leave it out": (
        "mỗi tờ in lên phôi là một tệp riêng, mang số của phôi; hãy bỏ tùy chọn này"
    ),
    "{file} ({how}): {papers} on {pages}, to be printed in one go": (
        "{file} ({how}): {papers}, {pages}, để in một lần"
    ),
    "{file} ({how}): {papers} packed in {files}, to be sent": (
        "{file} ({how}): {papers} nén trong {files}, để gửi"
    ),
    "{file} ({how}): {papers} listed": "{file} ({how}): danh mục {papers}",
    "{count} file": "{count} tệp",
    "{count} files": "{count} tệp",
    "it goes with --zip FOLDER": "phải ghi cùng --zip THƯ-MỤC",
    "with --zip-by it names a folder, in which each has a file: --zip {folder}": (
        "đã có --zip-by thì đây là tên thư mục, trong đó mỗi nơi có một tệp: --zip {folder}"
    ),
    "{count} paper": "{count} văn bản",
    "{count} papers": "{count} văn bản",
    "{count} page": "{count} trang",
    "{count} pages": "{count} trang",
    "{count} PDF stamped": "{count} tệp PDF làm theo khuôn",
    "{count} PDFs stamped": "{count} tệp PDF làm theo khuôn",
    "{count} with long tables, by rows": "{count} tệp có bảng dài ghi theo dòng",
    "{count} laid out ({reasons})": "{count} tệp dàn trang riêng ({reasons})",
    "the first of their sort": "những tờ đầu của mỗi loại",
    "a value has two spaces, a line break or an odd letter": (
        "có chỗ ghi hai dấu cách, xuống dòng hoặc ký tự lạ"
    ),
    "words take more or fewer lines than before, or the head other columns": (
        "chữ chiếm số dòng khác với các tờ trước, hoặc hai cột ở đầu văn bản phải rộng hẹp khác đi"
    ),
    "a style sheet was edited meanwhile": "tệp định dạng CSS vừa được sửa",
    "the template lets something move with the words": "trong mẫu có phần xê dịch theo chữ",
    "what was learnt of the template was mistaken": "điền theo cách đã học được thì hỏng",
    "a stamp of such a page did not come to the same bytes": "làm thử theo khuôn không ra đúng từng byte",
    "they show a picture or chart of their own": "có ảnh hoặc biểu đồ riêng",
    "WeasyPrint and Pango, as they are here, failed the proof that stamps begin with": (
        "WeasyPrint và Pango trên máy này không qua được phép thử trước khi làm theo khuôn"
    ),
    "this version of WeasyPrint or Pango is not the one that stamps are proven for": (
        "bản WeasyPrint hoặc Pango đang cài không phải bản đã kiểm chứng để làm theo khuôn"
    ),
    "a long table was printed the slow way: {reason}": "có bảng dài phải in theo cách chậm: {reason}",
    "{rate} a second": "{rate} văn bản/giây",
    "{count} left as it was": "giữ nguyên {count} văn bản",
    "{count} left as they were": "giữ nguyên {count} văn bản",
    "{count} not made": "chưa làm được {count} văn bản",
    "{count} document could be made": "có thể làm {count} văn bản",
    "{count} documents could be made": "có thể làm {count} văn bản",
    "to go on: run the same command again; it makes only what is missing": (
        "làm tiếp: chạy lại đúng lệnh ấy; chương trình chỉ làm phần còn thiếu"
    ),
    "to go on: mend what is said above and run the same command again; it makes only what is missing": (
        "làm tiếp: sửa những lỗi nêu trên rồi chạy lại đúng lệnh ấy; chương trình chỉ làm phần còn thiếu"
    ),
    "nothing failed": "không có lỗi",
    "{failed} of {count} data file failed": "{failed} trong {count} tệp dữ liệu có lỗi",
    "{failed} of {count} data files failed": "{failed} trong {count} tệp dữ liệu có lỗi",
    "{count} value still missing: drafts with gaps": "còn thiếu {count} giá trị: bản dự thảo có chỗ trống",
    "{count} values still missing: drafts with gaps": "còn thiếu {count} giá trị: bản dự thảo có chỗ trống",
}
