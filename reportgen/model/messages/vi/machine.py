"""Phrases about files, folders and what is installed, by their English."""

_WRITING = {
    "{program} is not installed": "máy chưa có {program}",
    "{program} did not judge them": "{program} không trả lời",
    "made with": "làm theo mẫu",
    "a document of this run": "một văn bản của lần chạy này",
    ' and "{other}", which Windows takes for the same': " và '{other}', mà Windows coi là một",
    "it is empty": "tên để trống",
    ", and {count} more like it": ", và {count} dòng nữa cũng vậy",
    "reportgen keeps its journal there": "reportgen để nhật ký ở đó",
    "it has {length} bytes, where {most} fit": "tên dài {length} byte, nhiều nhất là {most}",
    "it holds an invisible character, {number}": "có ký tự không nhìn thấy được, {number}",
    "Windows does not allow {sign} in one": "Windows không cho dùng dấu {sign} trong tên tệp",
    "Windows does not keep a space at either end or a dot at the end": (
        "Windows không giữ dấu cách ở đầu, ở cuối và dấu chấm ở cuối tên"
    ),
    "to Windows it is a device": "với Windows đó là tên thiết bị",
    "not installed": "chưa cài",
    "a worker listens there, not a scheduler": "ở đó là một máy in, không phải máy điều phối",
    "it does not see what another worker put there; the folder is not the shared one": (
        "máy này không thấy tệp mà máy khác vừa cất vào đó; thư mục ấy không phải thư mục chung"
    ),
    "nobody answered within {seconds} seconds": "sau {seconds} giây không thấy trả lời",
    "the scheduler": "máy điều phối",
    "a worker that joined": "một máy in mới nối vào",
    "a file": "một tệp",
    "a folder": "một thư mục",
    "a symbolic link": "một liên kết",
    "a pipe": "một ống dẫn",
    "a socket": "một ổ nối",
    "a device": "một thiết bị",
    "something else": "một thứ khác",
    "it was changed since reportgen wrote it": "tệp đã bị sửa sau khi reportgen ghi ra",
    "it was made from another data file, {source}": "tệp ấy làm từ tệp dữ liệu khác, {source}",
    "reportgen did not write it": "không phải do reportgen ghi ra",
    "; the one that is there is of an earlier run": "; tệp đang có ở đó là của lần chạy trước",
    "it has only just begun": "vừa mới bắt đầu",
    "process {pid} on {host}, since {since}": "tiến trình {pid} trên máy {host}, từ {since}",
    "{reason} ({name})": "{reason} ({name})",
}

_DOCTOR = {
    "everything": "mọi việc",
    "Word documents": "văn bản Word",
    "PDF documents": "văn bản PDF",
    "all documents": "mọi văn bản",
    "proving that Word files open; not for making them": "thử mở tệp Word; làm ra tệp thì không cần",
    "Python {version} is too old": "Python {version} đã quá cũ",
    "{found}, with HarfBuzz subsetting": "{found}, có rút gọn phông bằng HarfBuzz",
    "{found}, without HarfBuzz subsetting": "{found}, không rút gọn phông bằng HarfBuzz",
    "{module} cannot be loaded: {why}": "không nạp được {module}: {why}",
    "no font that holds all Vietnamese letters was found in {folders}": (
        "không thấy phông chữ nào có đủ chữ tiếng Việt trong {folders}"
    ),
    "{family}, all Vietnamese letters, in {folder}": "{family}, đủ chữ tiếng Việt, ở {folder}",
    "; {name} was refused: {why}": "; không dùng {name}: {why}",
    "{folder} can be written to": "ghi được vào {folder}",
    "{folder} cannot be written to: {why}": "không ghi được vào {folder}: {why}",
    "many PDF documents in little time; not for making them": (
        "in nhanh hàng loạt PDF; làm ra tệp thì không cần"
    ),
    "there is no engine, or no font, to stamp with": "không có bộ dàn trang hoặc phông chữ để làm theo khuôn",
    "{found} fail the proof": "{found} không qua được phép thử",
    "proven with {found}": "đã thử đạt với {found}",
    "nothing, or to install the versions of requirements.txt: pages are laid out one by one": (
        "không cần làm gì, trang vẫn được dàn từng tệp một; "
        "muốn nhanh thì cài các bản ghi trong requirements.txt"
    ),
    "LibreOffice is not on the path": "không thấy LibreOffice",
    "as root: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0": (
        "bằng quyền root: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    ),
    "install MSYS2 (msys2.org), then in its shell: pacman -S mingw-w64-x86_64-pango, "
    "and set WEASYPRINT_DLL_DIRECTORIES to its bin folder": (
        "cài MSYS2 (msys2.org), rồi trong cửa sổ của nó gõ: pacman -S mingw-w64-x86_64-pango, "
        "và đặt WEASYPRINT_DLL_DIRECTORIES là thư mục bin của nó"
    ),
    "as root: apt-get install fonts-liberation2 (fonts-liberation alone has no Vietnamese)": (
        "bằng quyền root: apt-get install fonts-liberation2 (riêng fonts-liberation không có chữ Việt)"
    ),
    "Times New Roman comes with macOS; otherwise copy its four files into a folder fonts/": (
        "macOS có sẵn Times New Roman; nếu không thì chép bốn tệp của phông vào thư mục fonts/"
    ),
    "Times New Roman comes with Windows; otherwise copy its four files into a folder fonts\\": (
        "Windows có sẵn Times New Roman; nếu không thì chép bốn tệp của phông vào thư mục fonts\\"
    ),
    "as root: apt-get install libreoffice-writer-nogui": (
        "bằng quyền root: apt-get install libreoffice-writer-nogui"
    ),
    "install LibreOffice and add its program folder to PATH": (
        "cài LibreOffice và thêm thư mục chương trình của nó vào PATH"
    ),
    "install Python 3.11 or newer": "cài Python 3.11 hoặc mới hơn",
    "run make test once more, or install the package docxtpl": ("chạy lại make test, hoặc cài gói docxtpl"),
    "choose another folder with --output, or ask for write access to this one": (
        "chọn thư mục khác bằng --output, hoặc xin quyền ghi vào thư mục này"
    ),
}

MACHINE: dict[str, str] = {**_WRITING, **_DOCTOR}
