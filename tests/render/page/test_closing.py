"""The last paragraphs of a paper go with its signatures."""

from xml.etree.ElementTree import fromstring

from reportgen.render.page.closing import WITH_SIGNATURES, keep_with_signatures


def test_only_the_last_paragraph_but_one_before_signatures_is_marked() -> None:
    root = fromstring(  # noqa: S314  # our own
        "<body><p>a</p><p class='x'>b</p><p>c</p><div class='signatures wide'/><p>d</p><ul/>"
        "<div class='signatures'/><div><p>e</p><p>f</p><div class='signatures'/></div></body>"
    )

    keep_with_signatures(root)

    marked = [one for one in root.iter() if WITH_SIGNATURES in one.get("class", "").split()]
    assert [(one.text, one.get("class")) for one in marked] == [
        ("b", "x with-signatures"),
        ("e", WITH_SIGNATURES),
    ]
