"""What the front door says of an audit in Vietnamese, by its English."""

AUDIT: dict[str, str] = {
    "changed wording:": "lời văn bị sửa:",
    "sure": "chắc đến đâu",
    "certain": "chắc chắn",
    "likely": "nhiều khả năng",
    "in their places: {controls} figures in controls, {words} in the text of the pages, in order": (
        "đúng chỗ: {controls} số liệu trong ô gắn với hồ sơ, {words} số liệu trong lời văn, theo thứ tự"
    ),
    "not computed again, what they read is held back: {names}": (
        "không tính lại được, vì hồ sơ không ghi đầu vào: {names}"
    ),
    "{count} figure about persons stays in the office": "{count} số liệu về cá nhân chỉ lưu ở cơ quan",
    "{count} figures about persons stay in the office": "{count} số liệu về cá nhân chỉ lưu ở cơ quan",
    "kind: {title}, version {version}, word for word that of {folder}": (
        "loại văn bản: {title}, bản {version}, đúng từng chữ như {folder}"
    ),
    "kind: {title}, version {version}; {folder} says otherwise: it only agrees with itself": (
        "loại văn bản: {title}, bản {version}; {folder} ghi khác: văn bản chỉ khớp với chính nó"
    ),
    "kind: {title}, version {version}; {folder} is another one: it only agrees with itself": (
        "loại văn bản: {title}, bản {version}; {folder} là bản khác: văn bản chỉ khớp với chính nó"
    ),
    "kind: {title}, version {version}; not among those here (--templates): it only agrees with itself": (
        "loại văn bản: {title}, bản {version}; ở đây không có (--templates): văn bản chỉ khớp với chính nó"
    ),
    "kind: {title}, version {version}; the office has none of this name: it only agrees with itself": (
        "loại văn bản: {title}, bản {version}; cơ quan không có loại này: văn bản chỉ khớp với chính nó"
    ),
    "whether somebody made all of it anew, only a signature, its QR code or the register can tell": (
        "có ai làm lại toàn bộ tệp hay không thì chỉ chữ ký số, mã QR hoặc sổ đăng ký mới cho biết"
    ),
}
