"""Files of every format, made from a text: what the readers are tested on."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence

TITLE = "هدوء حذر في المدينة القديمة"
LEAD = "قال شهود إن السوق القديمة فتحت أبوابها أمس بعد توقف القتال وعودة الناس إلى بيوتهم في المدينة."
BODY = "وأضافت مصادر طبية أن الجيش انسحب من الجهة الجنوبية للمدينة بعد معارك استمرت ثلاثة أيام وقتل فيها سبعة مسلحين."
TEXT = f"{TITLE}\n\n{LEAD}\n\n{BODY}\n"

PAGE = f"""<!doctype html><html lang="ar"><head><title>الساحل - {TITLE}</title>{{head}}</head><body>
<nav><a href="/">الرئيسية</a> <a href="/w">العالم</a></nav><article><h1>{TITLE}</h1>{{body}}<p>{LEAD}</p><p>{BODY}</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


def page(head: str = "", body: str = "") -> str:
    return PAGE.format(head=head, body=body)


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def encrypted_flag(archive: bytes) -> bytes:
    """The archive with every member marked as encrypted."""
    data = bytearray(archive)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(signature, start + 4)
    return bytes(data)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(paragraphs: str, core: str = "", declared: str = "") -> bytes:
    """A Word document of these w:p elements; `core` is the inside of its properties, `declared` a document type."""
    body = f'<?xml version="1.0"?>{declared}<w:document {W}><w:body>{paragraphs}</w:body></w:document>'
    files = {"[Content_Types].xml": b"<Types/>", "word/document.xml": body.encode()}
    if core:
        about = f'<c:coreProperties xmlns:c="x" xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</c:coreProperties>'
        files["docProps/core.xml"] = about.encode()
    return zipped(files)


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(lines: Sequence[str], title: str = "", trailer: str = "") -> bytes:
    """A PDF of one page that draws each line's characters in the order given, by a font that maps each to Unicode."""
    codes = {char: at for at, char in enumerate(sorted({char for line in lines for char in line}), 1)}
    drawn = "".join(f"<{''.join(f'{codes[char]:04X}' for char in line)}> Tj 0 -20 Td\n" for line in lines)
    mapped = "\n".join(f"<{code:04X}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items())
    cmap = f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
{len(codes)} beginbfchar
{mapped}
endbfchar endcmap end end"""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        _stream(f"BT /F 12 Tf 40 750 Td\n{drawn}ET"),
        "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        " /Supplement 0 >> /DW 500 >>",
        _stream(cmap),
        f"<< /Title <FEFF{title.encode('utf-16-be').hex()}> >>",
    ]
    out, places = "%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer << /Size {size} /Root 1 0 R /Info 8 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}").encode("latin-1")


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def bomb(size: int) -> bytes:
    """Deflated zeros of that size."""
    return zlib.compress(bytes(size), 9)
