"""What --help says in Vietnamese, by its English."""

HELP: dict[str, str] = {
    "Usage: ": "Cách dùng: ",
    "Arguments": "Tham số",
    "Options": "Tùy chọn",
    "Commands": "Lệnh",
    "[OPTIONS]": "[TÙY CHỌN]",
    "COMMAND [ARGS]...": "LỆNH [THAM SỐ]...",
    "{DATA...}...": "{TỆP...}",
    "{DATA}": "{TỆP}",
    "{OLD}": "{CŨ}",
    "{NEW}": "{MỚI}",
    "{TEMPLATE}": "{MẪU}",
    "{figure}": "{số-liệu}",
    "[kind]": "[loại]",
    "DATA...": "TỆP...",
    "[DATA]...": "[TỆP]...",
    "DATA": "TỆP",
    "OLD": "CŨ",
    "NEW": "MỚI",
    "TEMPLATE": "MẪU",
    "kind": "loại",
    "required": "bắt buộc",
    "default": "mặc định",
    "<dir>": "<thư mục>",
    "<file>": "<tệp>",
    "<text>": "<chữ>",
    "<number>": "<số>",
    "{FILE...}...": "{TỆP...}",
    "FILE...": "TỆP...",
    "DAY": "NGÀY",
    "[DIR]": "[THƯ-MỤC]",
    "DIR": "THƯ-MỤC",
    "OUT": "NƠI-GHI",
    "OUT.docx|DIR": "TỆP.docx|THƯ-MỤC",
    "Show this message and exit.": "Xem hướng dẫn này.",
    "Make the papers of which nothing is wrong, and list the others.": (
        "Làm những văn bản không có lỗi, liệt kê những văn bản còn lại."
    ),
    "Make all papers, those too that stand there, made of the same data.": (
        "Làm lại tất cả, kể cả văn bản đã làm từ đúng dữ liệu này."
    ),
    "Put all PDFs together in one file to print, by folder and name, with bookmarks.": (
        "Ghép mọi bản PDF vào một tệp để in, theo thư mục và tên, có mục lục bên cạnh."
    ),
    "List all papers, .xlsx or .csv: whose they are, figures, files and their digests.": (
        "Lập danh mục mọi văn bản, .xlsx hay .csv: của ai, số liệu, tệp và mã kiểm tra của tệp."
    ),
    "Pack all papers in one zip file, or with --zip-by in a folder.": (
        "Nén mọi văn bản vào một tệp zip, hoặc khi có --zip-by thì vào một thư mục."
    ),
    "With --zip FOLDER: a zip file there for each value of a column, such as each school.": (
        "Đi cùng --zip THƯ-MỤC: trong đó mỗi giá trị của một cột, như mỗi trường, có một tệp zip."
    ),
    "In how many processes to print; as many as it is worth without it.": (
        "In bằng mấy tiến trình cùng lúc; không ghi thì tự chọn."
    ),
    "Print on the Dask cluster of this scheduler, such as tcp://10.0.0.5:8786 (docs/scale.md).": (
        "In trên cụm máy Dask của máy điều phối này, chẳng hạn tcp://10.0.0.5:8786 (docs/scale.md)."
    ),
    "With --scheduler: workers put papers there, file:///mnt/share/folder or s3://bucket/folder.": (
        "Dùng cùng --scheduler: các máy in cất văn bản vào đó, file:///mnt/chia-se/dot-1 hoặc s3://kho/dot-1."
    ),
    "Print the version and stop.": "In phiên bản rồi dừng.",
    "The language of messages, on any command; by default that of REPORTGEN_LANG or the system.": (
        "Ngôn ngữ của thông báo, với mọi lệnh; không ghi thì theo REPORTGEN_LANG hoặc hệ thống."
    ),
    "Official reports from data files: every number with a name, a formula and a pedigree.": (
        "Văn bản hành chính từ tệp dữ liệu: số nào cũng có tên, có công thức, có nguồn gốc."
    ),
    "Make the documents that the data files ask for.": "Làm các văn bản theo tệp dữ liệu.",
    "Each is written whole or not at all. A file that somebody changed, or that reportgen did not write, is "
    "never replaced unless --overwrite says so. A data file with mistakes does not stop the others.": (
        "Văn bản nào cũng ghi trọn vẹn, không thì không ghi. Tệp đã có người sửa, hoặc không do reportgen "
        "ghi ra, thì không bị thay, trừ khi có --overwrite. Tệp dữ liệu có lỗi không làm dừng các tệp khác."
    ),
    "The same command again makes only what is missing or has changed: it goes on where it was stopped.": (
        "Chạy lại đúng lệnh ấy thì chỉ làm văn bản còn thiếu hoặc có thay đổi: dừng ở đâu làm tiếp từ đó."
    ),
    "Find every mistake: all that build does, but nothing is written.": (
        "Tìm mọi chỗ sai: làm mọi việc như build nhưng không ghi tệp nào."
    ),
    "Print every figure of a data file: its name, what it prints as, its formula and where that stands.": (
        "In mọi số liệu của một tệp dữ liệu: tên, số in ra, công thức và nơi ghi công thức."
    ),
    "Explain a figure: formula, inputs with values and origins down to rows, and the rounding.": (
        "Giải thích một số liệu: công thức, lấy từ đâu xuống đến từng dòng, làm tròn thế nào."
    ),
    "Tell what changed between two data files: figures, fields, rows, claims, and where each stands.": (
        "Cho biết hai tệp dữ liệu khác nhau ở đâu: số liệu, mục, dòng, số đã công bố, và nơi ghi."
    ),
    "Values are compared by what they mean, not by how they are written. Of two finished papers (.docx, "
    ".pdf) the words that differ are told. The exit code is 0 whether there are differences or not; the "
    "first line says which.": (
        "So theo giá trị, không theo cách viết. Với hai văn bản đã làm xong (.docx, .pdf) thì cho biết những "
        "chữ khác nhau. Có khác hay không thì mã kết thúc vẫn là 0; dòng đầu cho biết."
    ),
    "Hold finished Word and PDF files, whoever made them, against Decree 30/2020/NĐ-CP.": (
        "Xem các văn bản Word và PDF đã làm xong, ai làm cũng được, có đúng thể thức của Nghị định "
        "30/2020/NĐ-CP."
    ),
    "Each finding names the rule, what the decree wants, what stands there instead and where. What only a "
    "page shows (wrapping, how long drawn lines are, where pages end) is measured: of a Word file "
    "LibreOffice makes the pages. The exit code is 10 if a rule is broken.": (
        "Mỗi lỗi ghi rõ quy tắc, Nghị định quy định thế nào, văn bản đang ghi thế nào và ở chỗ nào. Những "
        "gì phải dàn trang mới thấy (ngắt dòng, độ dài đường kẻ, chỗ ngắt trang) thì được đo trên trang; "
        "với tệp Word, LibreOffice dàn trang. Có lỗi thì mã kết thúc là 10."
    ),
    "Finished Word and PDF files, or folders of them.": (
        "Các tệp Word, PDF đã làm xong, hoặc thư mục chứa các tệp ấy."
    ),
    "Also write copies of the Word files, each finding a comment at its paragraph.": (
        "Ghi thêm bản sao của các tệp Word, mỗi lỗi là một nhận xét (comment) ở đoạn của nó."
    ),
    "Compute the figures of finished papers again, and see whether their pages still say what they said.": (
        "Tính lại số liệu của văn bản đã làm xong, và xem các trang có còn ghi đúng như khi làm ra không."
    ),
    "Word and PDF files carry what is needed for that; the data stay in the office. An edited number is told "
    "by its name, with what it was and what stands there; changed wording is listed apart. The exit code is "
    "10 if anything is not as it was made.": (
        "Tệp Word và PDF mang theo đủ thứ cần cho việc ấy; dữ liệu vẫn ở cơ quan. Số nào bị sửa thì nói rõ "
        "là số liệu gì, vốn là bao nhiêu, nay ghi bao nhiêu; lời văn bị sửa kể riêng. Có gì không còn như "
        "khi làm ra thì mã kết thúc là 10."
    ),
    "Papers that reportgen made, or folders of them.": "Các văn bản do reportgen làm, hoặc thư mục.",
    "A data file, or a paper that reportgen made of one (.docx, .pdf).": (
        "Một tệp dữ liệu, hoặc một văn bản do reportgen làm (.docx, .pdf)."
    ),
    "Of a paper: tell whether the rows of this data file are those of which it was made.": (
        "Với văn bản: cho biết các dòng của tệp dữ liệu này có đúng là các dòng đã dùng làm văn bản không."
    ),
    "A paper explains its figures itself, with sums in the place of rows, which stay in the office.": (
        "Văn bản tự giải thích số liệu của mình, bằng các tổng thay cho từng dòng; các dòng vẫn ở cơ quan."
    ),
    "Tell good practice too, not only rules.": "Nói cả những điều nên làm, không chỉ quy tắc.",
    "List the document kinds, or tell what one of them wants and computes.": (
        "Liệt kê các loại văn bản, hoặc cho biết một loại cần gì và tính gì."
    ),
    "See whether everything is there to make documents, and what to do where it is not.": (
        "Xem máy đã đủ thứ để làm văn bản chưa, thiếu thì phải làm gì."
    ),
    "Fill any docxtpl template or HTML page with any data, no kind needed.": (
        "Điền dữ liệu bất kỳ vào mẫu docxtpl hoặc trang HTML bất kỳ, không cần loại văn bản."
    ),
    "The names of the data are the names of the template; the rows of a table file are called rows.": (
        "Tên trong dữ liệu là tên dùng trong mẫu; các dòng của một tệp bảng có tên là rows."
    ),
    "A Word template (.docx) or a page (.html).": "Một mẫu Word (.docx) hoặc một trang (.html).",
    "A data file: YAML, JSON, CSV, TSV, XLSX, ODS or XLS.": (
        "Một tệp dữ liệu: YAML, JSON, CSV, TSV, XLSX, ODS hoặc XLS."
    ),
    "The document; without it, named after both, beside the data.": (
        "Văn bản làm ra; không ghi thì để cạnh dữ liệu, đặt tên theo cả hai."
    ),
    "Write copies of the table files with what is wrong as comments: a folder, or one FILE.xlsx.": (
        "Ghi bản sao của các bảng số liệu, chỗ sai có chú thích: tên thư mục, hoặc một tệp .xlsx."
    ),
    "Data files: workbooks (.xlsx) or YAML.": "Các tệp dữ liệu: Excel (.xlsx) hoặc YAML.",
    "A data file: a workbook (.xlsx) or YAML.": "Một tệp dữ liệu: Excel (.xlsx) hoặc YAML.",
    "A data file, or a finished paper.": "Một tệp dữ liệu, hoặc một văn bản đã làm xong.",
    "A later one: the same kind, or its paper.": "Tệp sau đó: cùng loại dữ liệu, hoặc văn bản đã làm xong.",
    "A folder of document kinds, looked into before all others.": (
        "Thư mục chứa các loại văn bản, được xem trước mọi nơi khác."
    ),
    "The folder of the office's offices.yaml; without it, the nearest one above the file.": (
        "Thư mục có tệp offices.yaml của cơ quan; không ghi thì lấy tệp gần nhất ở các thư mục phía trên."
    ),
    "Write an office's offices.yaml: data files then leave out what every paper has in common.": (
        "Ghi tệp offices.yaml của cơ quan: tệp dữ liệu khỏi phải ghi những gì văn bản nào cũng có."
    ),
    "Asks for what it needs. A file that is there is never replaced.": (
        "Hỏi những gì cần biết. Tệp đã có thì không bao giờ bị thay."
    ),
    "The office's folder.": "Thư mục của cơ quan.",
    "The office's name; with it nothing is asked.": "Tên cơ quan; đã ghi thì không hỏi gì nữa.",
    "The office above it, as papers name it: UBND tỉnh Sơn Vân.": (
        "Cơ quan chủ quản, như ghi trên văn bản: UBND tỉnh Sơn Vân."
    ),
    "Its abbreviation in symbols: SGDĐT.": "Chữ viết tắt trong ký hiệu: SGDĐT.",
    "Where its papers are signed.": "Địa danh ghi trên văn bản.",
    "The title of who signs: Giám đốc.": "Chức vụ người ký: Giám đốc.",
    "The name of who signs.": "Họ và tên người ký.",
    "Since when the office is there, as dd/mm/yyyy.": "Cơ quan hoạt động từ ngày nào, dạng dd/mm/yyyy.",
    "The format: docx, pdf; both without it.": "Dạng tệp: docx, pdf; không ghi thì làm cả hai.",
    "The folder for the documents.": "Thư mục để văn bản.",
    "Today's date as dd/mm/yyyy or yyyy-mm-dd, for data that names none.": (
        "Ngày hôm nay dạng dd/mm/yyyy hoặc yyyy-mm-dd, cho dữ liệu không ghi ngày."
    ),
    "Replace files that reportgen did not write.": "Thay cả tệp không do reportgen ghi ra.",
    "Print only the words, as PDF, onto the pre-printed blanks that FILE describes.": (
        "Chỉ in chữ, bản PDF, lên phôi in sẵn mà TỆP mô tả."
    ),
    "Check for the pre-printed blanks that FILE describes: words that do not fit, too few blanks.": (
        "Kiểm tra để in vào phôi in sẵn mô tả trong TỆP: chữ không vừa ô, phôi không đủ."
    ),
    "With --on-blank: one sheet to try on plain paper, with rulers.": (
        "Đi cùng --on-blank: một tờ in thử trên giấy thường, có thước."
    ),
    "How to print the result.": "Cách in kết quả.",
    "Open Word papers in LibreOffice (first and longest, or all); hold files to their standards.": (
        "Mở bản Word bằng LibreOffice (some: bản đầu, bản dài nhất; all: tất cả); kiểm tệp theo chuẩn."
    ),
    "How to print the list.": "Cách in danh sách.",
    "A figure's name or label, such as managers_share or by_district.share.": (
        "Tên hoặc nhãn của số liệu, ví dụ managers_share hoặc by_district.share."
    ),
    "Whose document, where one is made for each: what its row says, with commas between.": (
        "Văn bản của ai, khi làm riêng cho từng dòng: ghi những gì có trong dòng, cách nhau bằng dấu phẩy."
    ),
    "NAME": "TÊN",
    "Show all rows of a long sum.": "Hiện mọi dòng của một tổng dài.",
    "Show all rows of a long list.": "Hiện mọi dòng của một danh sách dài.",
    "A document kind; without it all are listed.": "Một loại văn bản; không ghi thì liệt kê tất cả.",
    "With --example and a FILE.xlsx, write a workbook that is filled in instead of a text file.": (
        "Có --example và TỆP.xlsx thì ghi ra một tệp Excel để điền, thay cho tệp chữ."
    ),
    "Print a data file to start from, or write it into FILE, .xlsx or .yaml.": (
        "In một tệp dữ liệu mẫu để bắt đầu, hoặc ghi vào TỆP, đuôi .xlsx hay .yaml."
    ),
    "With --example: the data file to write.": "Đi với --example: tệp dữ liệu cần ghi ra.",
    "With --example: leave the example's values out.": "Đi với --example: bỏ trống, không điền sẵn ví dụ.",
    "[FILE]": "[TỆP]",
    "FILE": "TỆP",
    "COLUMN": "CỘT",
    "Print the JSON Schema of its data files.": "In JSON Schema của tệp dữ liệu.",
}
