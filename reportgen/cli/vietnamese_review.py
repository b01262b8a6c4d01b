"""What the front door says of papers on their way to approval in Vietnamese, by its English."""

REVIEW: dict[str, str] = {
    "ROLE": "VAI-TRÒ",
    "Hand papers in to those who must approve them, as their kind says; all are printed first, for trial.": (
        "Trình văn bản cho những người phải duyệt, theo loại văn bản; trước đó in thử tất cả."
    ),
    "What they approve is what the papers say now, but for number and day: who changes the data, the kind, "
    "its template or the office's file hands them in again.": (
        "Cái được duyệt là nội dung văn bản lúc này, trừ số và ngày: ai sửa dữ liệu, loại văn bản, mẫu trình "
        "bày hay tệp của cơ quan thì phải trình lại."
    ),
    "Approve papers that were handed in: all of a list, or none.": (
        "Duyệt văn bản đã trình: cả danh sách, hoặc không văn bản nào."
    ),
    "The order is that of the kind. Who approves is whom the paper names, where it names somebody.": (
        "Duyệt theo thứ tự ghi ở loại văn bản. Văn bản ghi tên ai thì người ấy duyệt."
    ),
    "Send papers back to be put right; whatever was approved of them before counts no more.": (
        "Trả văn bản lại để sửa; những lần duyệt trước đó không còn giá trị."
    ),
    "In which role; without it, the one whose turn it is.": (
        "Với vai trò nào; không ghi thì là vai trò đang đến lượt."
    ),
    "What is to be put right. The register keeps it.": "Phải sửa điều gì. Sổ đăng ký ghi lại điều này.",
    "one paper replaces another: name one data file": (
        "một văn bản thay thế một văn bản: chỉ ghi một tệp dữ liệu"
    ),
    # withdraw
    "Withdraw a draft that was handed in or printed for the pen, and that nobody wants any more.": (
        "Rút lại dự thảo đã trình hay đã in để ký mà không ban hành nữa."
    ),
    "It has no number yet, so none is lost. The register keeps who withdrew it, when and why; handed in "
    "again, it begins anew.": (
        "Dự thảo chưa có số nên không mất số nào. Sổ ghi lại ai rút, lúc nào, vì sao; trình lại thì duyệt "
        "lại từ đầu."
    ),
    "DRAFT": "DỰ-THẢO",
    "A data file, for all its drafts; or a draft as `reportgen status` calls it.": (
        "Tệp dữ liệu, để rút mọi dự thảo của tệp ấy; hoặc tên dự thảo như `reportgen status` cho thấy."
    ),
    "Why. The register keeps it.": "Vì sao rút. Sổ ghi lại điều này.",
    "{paper}: withdrawn": "{paper}: đã rút lại",
    "withdrawn": "đã rút lại",
    # reissue
    "Issue a paper of the same form, under a number of its own, in the place of one with a mistake in it.": (
        "Ban hành văn bản cùng hình thức, có số riêng, thay cho văn bản có sai sót."
    ),
    "It says which paper it replaces; that one stays in the register as replaced. In a list, the row of that "
    "paper is issued, or the only row that was not issued yet.": (
        "Văn bản mới ghi rõ nó thay thế văn bản nào; văn bản cũ vẫn ở trong sổ, ghi là đã được thay thế. Với "
        "danh sách thì ban hành dòng của văn bản ấy, hoặc dòng duy nhất chưa ban hành."
    ),
    "The paper in whose place it is issued.": "Văn bản được thay thế.",
    "With --replaces, of a list: whose row replaces it, as `reportgen status` calls it.": (
        "Đi với --replaces, khi dữ liệu là danh sách: dòng của ai dùng để thay thế, ghi tên như `reportgen "
        "status` cho thấy."
    ),
    "replaces": "thay thế",
    "replaced_by": "được thay thế bằng",
    # status
    "Tell where papers stand, from draft to issued, and what each of them waits for.": (
        "Cho biết văn bản đang ở đâu, từ dự thảo đến ban hành, và đang chờ gì."
    ),
    "Data files; without any, all papers of the register.": (
        "Tệp dữ liệu; không ghi thì mọi văn bản trong sổ."
    ),
    "the register has no papers yet": "sổ chưa có văn bản nào",
    "paper": "văn bản",
    "waits for": "đang chờ",
    "since": "từ lúc",
    "by": "do ai",
    "changed": "đã sửa sau khi trình",
    "to be handed in": "trình duyệt",
    "to be issued": "ban hành",
    "to be signed: {who}": "ký số: {who}",
    "to be handed in again; changed: {parts}": "trình duyệt lại; chỗ đã đổi: {parts}",
    "to be put right: {reason}": "sửa lại: {reason}",
    "draft": "dự thảo",
    "{count} value is missing": "còn thiếu {count} dữ liệu",
    "{count} values are missing": "còn thiếu {count} dữ liệu",
    "under review": "đang trình duyệt",
    "sent back": "bị trả lại",
    "approved": "đã duyệt",
    "replaced by another": "đã được thay thế",
    "submitted": "đã trình duyệt",
    "issued as {number}": "đã ban hành, số {number}",
    "{stage}; waits for: {who}": "{stage}; đang chờ: {who}",
    "handed in": "đã trình duyệt",
    "{what}: {count} of {total}": "{what}: {count}/{total} văn bản",
    "; {count} unchanged since before": "; {count} văn bản đã xong bước này từ trước, giữ nguyên",
    "objection": "lý do trả lại",
    "Approve it as you changed it in Word: the draft's Word file, to be issued as it is now.": (
        "Duyệt theo câu chữ đã sửa trong Word: tệp Word của bản thảo, để ban hành đúng như thế."
    ),
}
