"""What is said of finished papers and what they carry, in Vietnamese."""

from reportgen.model.messages.entry import Text

_REBUILD = "đừng tin số liệu nào trong tệp này; làm lại văn bản từ dữ liệu"
_MEANT = "xem lại có đúng ý không; nội dung lấy từ dữ liệu thì sửa trong dữ liệu"

MESSAGES: dict[str, Text] = {
    "audit-format": Text(
        "'{name}' không phải văn bản đã làm xong", "ghi tên tệp .docx hoặc .pdf do reportgen làm"
    ),
    "no-manifest": Text(
        "tệp không mang theo hồ sơ số liệu nên không tính lại được gì",
        "làm lại văn bản từ dữ liệu; tệp này do phần mềm khác làm hoặc đã bị bỏ mất hồ sơ",
    ),
    "manifest-unreadable": Text(
        "không đọc được hồ sơ số liệu của tệp: {reason}",
        "làm lại văn bản từ dữ liệu, hoặc dùng bản reportgen mới hơn nếu văn bản do bản ấy làm",
    ),
    "manifest-changed": Text("hồ sơ số liệu đã bị sửa sau khi reportgen ghi", _REBUILD),
    "manifest-contradicts": Text("hồ sơ số liệu tự mâu thuẫn: {name} không khớp với {read} đã ghi", _REBUILD),
    "manifest-of-another": Text(
        "trang in khác lời ở {count} chỗ: hồ sơ số liệu có lẽ là của văn bản khác",
        "làm lại văn bản từ dữ liệu",
    ),
    "figure-computes-otherwise": Text("{name} ghi là {recorded} nhưng tính lại ra {computed}", _REBUILD),
    "figure-edited": Text(
        "{name} vốn là {was}, nay ghi {stands}{before}",
        "ghi lại {was}, hoặc sửa dữ liệu rồi làm lại văn bản",
    ),
    "figure-hidden": Text(
        "{name}: {was} bị gạch bỏ hoặc không nhìn thấy được{before}",
        "cho hiện lại {was}, hoặc sửa dữ liệu rồi làm lại văn bản",
    ),
    "value-edited": Text(
        "{name} lấy từ dữ liệu vốn là “{was}”, nay ghi “{stands}”{before}",
        "ghi lại “{was}”, hoặc sửa dữ liệu rồi làm lại văn bản",
    ),
    "number-typed": Text(
        "{typed}: số này không có số liệu nào đứng sau, nay ghi “{stands}”, trước là {was}{before}",
        "bỏ số này đi, hoặc khai báo nó thành số liệu; nội dung lấy từ dữ liệu thì sửa trong dữ liệu",
    ),
    "figure-declared-otherwise": Text(
        "{name} tính bằng `{recorded}`, còn loại văn bản của cơ quan ghi `{declared}`, hoặc in cách khác",
        _REBUILD,
    ),
    "figure-held-back": Text("{name} bị giấu trong hồ sơ số liệu, dù không nói gì về cá nhân nào", _REBUILD),
    "figure-unrecorded": Text("trang in có {name}, nhưng hồ sơ số liệu không ghi cách tính", _REBUILD),
    "kind-not-own": Text(
        "loại văn bản '{name}' bản {version} ở đây ghi khác: tệp này chỉ khớp với chính nó",
        "xem {folder} có bị sửa mà vẫn giữ số bản cũ không; nếu không thì tệp do người khác làm",
    ),
    "words-edited": Text("“{was}” bị sửa thành “{stands}”{before}", _MEANT),
    "words-gone": Text("mất “{was}”{before}", _MEANT),
    "words-added": Text("có thêm “{stands}”{before}", _MEANT),
    "folder-without-papers": Text(
        "trong thư mục này không có tệp Word (.docx) hay PDF nào", "ghi thư mục chứa văn bản đã làm"
    ),
    "words-hidden": Text("“{was}” bị gạch bỏ hoặc không nhìn thấy được{before}", _MEANT),
    "picture-exchanged": Text(
        "{what} thứ {number} không phải là {what} đã in lúc đầu",
        "đặt lại cho đúng, hoặc tạo lại văn bản từ dữ liệu",
    ),
    "pictures-counted": Text(
        "{what}: lúc đầu có {was}, nay có {stands}",
        "xem đã bỏ đi hay chèn thêm gì, hoặc tạo lại văn bản từ dữ liệu",
    ),
    "page-redrawn": Text(
        "chữ của trang vẫn như cũ, nhưng trang đã bị che, bị xóa trắng hay thay hình",
        "đừng tin nội dung trang này; tạo lại văn bản từ dữ liệu",
    ),
    "letters-redrawn": Text(
        "phông chữ hoặc cách vẽ chữ của các trang đã khác: chữ mắt đọc được có thể không phải chữ đã ghi",
        "đừng tin chữ nào trong tệp này; tạo lại văn bản từ dữ liệu",
    ),
    "eye-differs": Text(
        "“{words}” {how}",
        "xem tận mắt trang đó, đừng tin số nào trên trang; làm lại văn bản từ dữ liệu",
    ),
    "heard-otherwise": Text(
        "{numbers}: người nghe máy đọc văn bản sẽ nghe số này, trong câu “{words}”, nhưng không trang nào in",
        "xem lại có đúng ý không, hoặc làm lại văn bản từ dữ liệu",
    ),
    "diff-eye-differs": Text(
        "“{words}” {how}: chỗ này được so theo chữ ghi trong tệp, không phải theo mắt thấy",
        "xem tận mắt trang đó trước khi tin kết quả so sánh",
    ),
    "laid-beside": Text(
        "có hình vẽ, chữ nghệ thuật, lời bình hoặc tệp ghép vào Word bị thêm, sửa hay bỏ đi",
        "mở tệp bằng Word xem đã đặt thêm gì, hoặc tạo lại văn bản từ dữ liệu",
    ),
    "shown-otherwise": Text(
        "cách hiện trang đã bị sửa: khổ, phần cắt hay chiều của trang, lớp, mặt nạ hay vị trí của hình, cách "
        "đọc mã chữ, hoặc việc phần mềm làm khi mở tệp",
        "xem văn bản lúc mới tạo, hoặc tạo lại từ dữ liệu",
    ),
    "worked-otherwise": Text(
        "khi mở bằng Word sẽ hiện ra thứ không có trong chữ của tệp: trường tự tính, công thức, số thứ tự tự "
        "động, ô nội dung lấy chữ từ nơi khác, thứ lấy từ tệp khác hoặc phông chữ kèm theo đã bị thêm, sửa "
        "hay bỏ đi",
        "mở tệp bằng Word, so với văn bản lúc mới tạo, hoặc tạo lại từ dữ liệu",
    ),
    "figure-not-on-paper": Text(
        "hồ sơ của văn bản không có số liệu '{name}'{meant}",
        "hỏi một số liệu có in trong văn bản, hoặc hỏi trên tệp dữ liệu",
    ),
    "paper-other-kind": Text(
        "dữ liệu thuộc loại '{kind}', còn văn bản thuộc loại '{other}'",
        "ghi đúng tệp dữ liệu của văn bản này",
    ),
    "paper-not-of-data": Text(
        "không có dòng dữ liệu nào ứng với văn bản '{name}'", "ghi đúng tệp dữ liệu của văn bản này"
    ),
    "kind-changed-since": Text(
        "kind.yaml đã đổi từ khi làm văn bản", "làm lại văn bản, hoặc tìm lại loại văn bản cũ"
    ),
    "input-differs": Text(
        "{name}: {what} khi làm văn bản là {was}, trong dữ liệu này là {stands}",
        "làm lại văn bản, hoặc dùng reportgen diff xem dữ liệu đã đổi chỗ nào",
    ),
    "rows-differ": Text(
        "các dòng của '{table}' không còn là các dòng đã dùng làm văn bản "
        "(khi ấy {was} dòng, nay {now} dòng)",
        "làm lại văn bản với --fresh, hoặc dùng reportgen diff xem dữ liệu đã đổi chỗ nào",
    ),
}

PHRASES = {
    "its format is {found}, not {known}": "tệp ghi theo dạng {found}, không phải dạng {known}",
    "it is damaged": "hồ sơ bị hỏng",
    "the text of its pages": "lời văn các trang",
    ", behind “{words}”": ", sau “{words}”",
    "is in the text, and no eye sees it: covered, cut off, pale, tiny, struck out or under other letters": (
        "có trong chữ của tệp nhưng mắt không thấy: bị che, bị cắt, quá nhạt, quá nhỏ, bị gạch hoặc bị chữ "
        "khác đè lên"
    ),
    "is in the text, and an eye reads “{looks}”": "có trong chữ của tệp, nhưng mắt đọc ra “{looks}”",
    "is in the text, and stands on its head, or mirrored": (
        "có trong chữ của tệp, nhưng mắt thấy lộn ngược hoặc lật ngang"
    ),
    "is what the file says of something that is drawn, and that may look otherwise": (
        "là chữ tệp khai thay cho nét vẽ ở đó; nét vẽ mắt thấy có thể là chữ khác"
    ),
    "is seen, and stands in no text that is compared": (
        "mắt thấy trên trang nhưng không nằm trong phần chữ được đem so"
    ),
    "is stuck upon the page as a note, and stands in no text that is compared": (
        "là ghi chú dán lên trang, không nằm trong phần chữ được đem so"
    ),
    "judged by a picture of the page: look at it": "đoán qua hình của trang: nên xem tận mắt",
    "every number that is said aloud was compared": "đã so từng số được đọc thành tiếng",
    "picture": "ảnh",
    "pictures": "ảnh",
    "chart": "biểu đồ",
    "charts": "biểu đồ",
    "(not on this paper)": "(không có trên văn bản này)",
    "{value} of {count} rows": "{value} từ {count} dòng",
}
