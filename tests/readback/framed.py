"""Words of Word files, as whoever reads frames meets them."""

from hypothesis import strategies as st

DECLARED = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>%s</w:t></w:r>"
MARK = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'

LETTERS = st.sampled_from(
    [
        *"aệ0 >\"'\t\n\r\x01\x7f&-\ue000\ue001\ufffe",
        "&amp;",
        "&lt;",
        "&apos;",
        "&#10;",
        "&#x1;",
        "&x;",
        "]]>",
        "12",
    ]
)
