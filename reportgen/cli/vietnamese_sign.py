"""What the front door says of signing in Vietnamese, by its English."""

SIGN: dict[str, str] = {
    "{DIR}": "{THƯ-MỤC}",
    "FIELD": "Ô",
    "Sign issued PDF papers with a key; the PIN is asked for once, never kept, and never tried again.": (
        "Ký số văn bản PDF đã ban hành; mã PIN chỉ hỏi một lần, không lưu và không tự thử lại."
    ),
    "The first signature lets nothing be changed afterwards: others can only sign too, in their own "
    "fields. A paper in the office's folder is entered in the register as signed; one that was signed with "
    "another program comes back by --signed.": (
        "Sau chữ ký đầu tiên không ai sửa được gì nữa: người khác chỉ có thể ký thêm, vào ô của mình. "
        "Văn bản trong thư mục của cơ quan được ghi vào sổ là đã ký số; văn bản ký bằng phần mềm khác thì "
        "đưa vào lưu bằng --signed."
    ),
    "The files were signed elsewhere, with any program: look into them, and file them.": (
        "Các tệp đã được ký ở nơi khác, bằng phần mềm bất kỳ: kiểm tra rồi đưa vào lưu."
    ),
    "filed; signed by: {roles}": "đã lưu; người ký: {roles}",
    "was filed before": "đã lưu từ trước",
    "{count} signed paper filed": "đã lưu {count} văn bản đã ký",
    "{count} signed papers filed": "đã lưu {count} văn bản đã ký",
    "PDF papers that were issued, or folders of them.": (
        "Các văn bản PDF đã ban hành, hoặc thư mục chứa chúng."
    ),
    "The field to sign in: secretary, chair, signer, seal.": (
        "Ô để ký: secretary (thư ký), chair (chủ tọa), signer (người ký), seal (con dấu)."
    ),
    "The key with its certificate: a .p12 file, or pkcs11:… of a token (docs/signing.md).": (
        "Khóa kèm chứng thư số: tệp .p12, hoặc pkcs11:… của USB token (docs/signing.md)."
    ),
    "The owner's picture of the signature (blue) or of the seal (red).": (
        "Ảnh chữ ký (màu xanh) hoặc con dấu (màu đỏ) do chính chủ đưa."
    ),
    "Have this time-stamp authority attest when it was signed: its address.": (
        "Để máy chủ cấp dấu thời gian ở địa chỉ này chứng nhận lúc ký."
    ),
    "With --tsa: put in what proves the signature for years, such as that no key was revoked.": (
        "Đi cùng --tsa: đưa vào tệp các bằng chứng để nhiều năm sau vẫn kiểm tra được chữ ký, "
        "như việc khóa chưa bị thu hồi."
    ),
    "With --tsa: that, and a time stamp over the whole file; for whoever signs last. Without --field and "
    "--key: a further one, before the last runs out.": (
        "Đi cùng --tsa: như trên, thêm dấu thời gian cho cả tệp; dành cho người ký cuối cùng. Không ghi "
        "--field và --key: đóng thêm một dấu nữa, trước khi dấu cuối hết hạn."
    ),
    "time-stamped again": "đã đóng thêm dấu thời gian",
    "{count} paper time-stamped again": "đã đóng thêm dấu thời gian cho {count} văn bản",
    "{count} papers time-stamped again": "đã đóng thêm dấu thời gian cho {count} văn bản",
    "it goes with --tsa URL: only an authority's time stamps prove anything for years": (
        "phải đi cùng --tsa ĐỊA-CHỈ: nhiều năm sau chỉ dấu thời gian mới chứng minh được lúc ký"
    ),
    "an address begins with http:// or https://": "địa chỉ phải bắt đầu bằng http:// hoặc https://",
    "URL": "ĐỊA-CHỈ",
    "field": "ô ký",
    "PIN": "Mã PIN",
    "the PIN again": "nhập lại mã PIN",
    "signed": "đã ký số",
    "{count} paper signed": "đã ký {count} văn bản",
    "{count} signed before, left as it was": "{count} văn bản đã ký từ trước, giữ nguyên",
    "{count} signed before, left as they were": "{count} văn bản đã ký từ trước, giữ nguyên",
    "{count} papers signed": "đã ký {count} văn bản",
    "Make keys to try signing out with: every certificate says TEST and is worth nothing.": (
        "Tạo khóa để ký thử: chứng thư nào cũng ghi TEST và không có giá trị pháp lý."
    ),
    "All keys are locked by the PIN that is asked for.": (
        "Mọi khóa đều khóa bằng mã PIN được hỏi khi chạy lệnh."
    ),
    "Tell whose key it is, who vouches for that, until when, and whether it is a test only.": (
        "Cho biết khóa của ai, nơi nào cấp chứng thư, dùng được đến khi nào, và có phải chỉ để ký thử không."
    ),
    "The PIN of a .p12 file is asked for; that of a token is not needed.": (
        "Với tệp .p12 chương trình hỏi mã PIN; với USB token thì không cần."
    ),
    "KEY": "KHÓA",
    "A .p12 file, or pkcs11:… of a token.": "Tệp .p12, hoặc pkcs11:… của USB token.",
    "whose: {name}": "của: {name}",
    "issued by: {issuer}": "nơi cấp: {issuer}",
    "holds from {since} to {until}": "có hiệu lực từ {since} đến {until}",
    "sort: {sort}": "loại khóa: {sort}",
    "TEST: what it signs is worth nothing": "TEST: chữ ký bằng khóa này không có giá trị pháp lý",
    "Where the keys are put.": "Nơi để các khóa.",
    "Whose key to make; again for each person or office.": (
        "Tạo khóa cho ai; ghi lại tùy chọn này cho từng người hoặc cơ quan."
    ),
    # sign --scan
    "The scan of a paper that was signed by pen, as PDF: it is filed with the paper, without a key.": (
        "Bản quét (PDF) của văn bản đã ký tay: lưu cùng văn bản, không cần khóa."
    ),
    "a scan is signed by pen: leave --field and --key out": "bản quét là ký tay: không ghi --field và --key",
    "a scan is of one paper: name it alone": "bản quét là của một văn bản: chỉ ghi một văn bản",
    "it is needed, or --scan FILE for what was signed by pen": "phải có, hoặc --scan TỆP nếu đã ký tay",
    "signed by hand": "đã ký tay",
}
