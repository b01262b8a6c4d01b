"""What to do instead where the document is a workbook: its sheets and columns, not lines of a data file."""

from collections.abc import Mapping
from typing import Final

from reportgen.model.messages.entry import Text

_THERE: Final = "on the sheet 'Lấy từ tệp'"
_ITS_ROW: Final = f"in the file's own row {_THERE}"
_LINES: Final = f"in the column 'Dòng đặc biệt' {_ITS_ROW}"
_DECIMAL: Final = f"in the column 'Dấu thập phân' {_THERE}"
_ENCODING: Final = f"in the column 'Bảng mã' {_ITS_ROW}"

WAYS: Mapping[str, str | Text] = {
    "encoding-guessed": f"look whether the words are right; if so, write {{encoding}} {_ENCODING}",
    "encoding-unclear": "save it from Excel as CSV UTF-8 (Comma delimited), or write tcvn3, vni or "
    f"windows-1258 {_ENCODING}",
    "letters-unclear": f"write {{alphabet}} {_ENCODING} if that is meant, utf-8 if not; "
    "where a column mixes both, write the cell again",
    "delimiter-guessed": 'what separates the cells was taken to be "{delimiter}"; the same in the column '
    f"'Dấu ngăn cột' {_ITS_ROW} settles it",
    "header-guessed": "the headings were taken from line {lines}; {lines} in the column 'Dòng tiêu đề' "
    f"{_ITS_ROW} settles it",
    "headings-apart": "these lines only name what is below them and are no rows: {rows}; "
    f"{{lines}} {_LINES} settles it",
    "below-apart": "what stands below the table is none of its rows: {rows}; "
    f"{{lines}} {_LINES} settles it",
    "sign-unknown": f"correct the cell, or what stands {_ENCODING}",
    "delimiter-without-text": "clear the cell in the column 'Dấu ngăn cột'",
    "setting-without-table": "clear the cell",
    "header-unclear": f"write their line, such as 3, in the column 'Dòng tiêu đề' {_ITS_ROW}",
    "blank-heading": "write one, or delete the column; if the headings stand elsewhere, write their line in "
    f"the column 'Dòng tiêu đề' {_ITS_ROW}",
    "lines-of-several": "clear the cell, and add a row with the one file, such as '{first}', in the "
    "column 'Tệp' and its lines in the column 'Dòng đặc biệt': the row with the * then leaves it out",
    "lines-unknown": "write the number of a line, or two with - between them, and dòng, tổng or ghi chú, "
    "as in 14: dòng; 20-24: ghi chú",
    "total-differs": "put a wrong row right where it stands, or on the sheet 'Đính chính'; if "
    f"the total is wrong and the file not yours, {{line}}: ghi chú {_LINES} leaves it out",
    "total-unclear": "if it is a total, correct what is wrong; if it is a row, number it like the other rows "
    f'in a column "STT", or write {{line}}: dòng {_LINES}',
    "total-as-row": f"look whether that is right; if it is a total, write {{line}}: tổng {_LINES}; "
    "if it is a row, {line}: dòng settles it",
    "row-adds-up": f'if it is their total, write {{line}}: tổng {_LINES}, or begin its name with "Cộng"; '
    "if it is a row of its own, write {line}: dòng",
    "row-may-add-up": f"look whether that is right; if it is their total, write {{line}}: tổng {_LINES}; "
    "if it is a row, {line}: dòng settles it",
    "row-unclear": f"if it is none, delete it, or write {{line}}: ghi chú {_LINES}; "
    "if it is a row, fill it in like the others, or write {line}: dòng",
    "second-table": "if it is one, give it a sheet or file of its own; if it does not count, "
    f"write {{all}}: ghi chú {_LINES}; if the rows go on with those above, {{own}}",
    "row-again": f"look whether that is right; if not, write {{line}}: ghi chú {_LINES} for the row "
    "that does not count; if both do, {line}: dòng settles it",
    "rows-after-gap": "if another table begins there, give it a sheet or file of its own; "
    f"if not, write {{line}}: dòng {_LINES}",
    "rows-below-total": "put the rows above the total and correct it; if they are no rows, delete them, "
    f"or write {{line}}: ghi chú {_LINES}",
    "decimal-unknown": "write phẩy or chấm, for a whole file or as in Điểm: chấm for one of its columns",
    "ambiguous-number": "write {decimal} for the decimal number, {whole} for the whole one, and its whole "
    f"column alike; or, of a table file, write {{column}}: chấm (or phẩy) {_DECIMAL}",
    "decimal-guessed": f"write {{reading}}; for a table file, chấm {_DECIMAL} settles it",
    "thousands-guessed": f"if {{whole}} is meant, write it so, or write chấm {_DECIMAL}; "
    "if not, write phẩy there",
    "decimal-wrong": f"correct the number, or what stands {_DECIMAL}; where it holds for the other files of "
    "a folder, name this one in the column 'Không tính', and in a row of its own",
    "csv-too-large": "leave out what is not needed, or make several files of it and name them together "
    f"{_THERE}, such as units-*.csv",
    "sheet-without-workbook": "clear the cell in the column 'Trang tính', or name an .xlsx file",
    "sheet-not-named": "write which one is meant, such as {sheet}, in the column 'Trang tính' "
    f"{_ITS_ROW}; to take rows from several, write a row for each",
    "sheet-hidden": f"show the one that is meant, or write its name, such as {{sheet}}, in the column "
    f"'Trang tính' {_ITS_ROW}",
    "graft-no-name": "write one, such as units.csv",
    "decimal-of-corrections": "clear the cell, and write old and new values as that file writes numbers",
    "graft-with-others": "clear the cell; 'Không tính' goes with a name that has * in it, 'Cột' with the "
    "list of those who should report",
    "files-left-out": f"if they count, add a row {_THERE} with '{{first}}' in the column 'Tệp'; if they do "
    "not, move them to another folder",
    "list-no-column": f"correct the heading in the column 'Cột' {_THERE}, or the file's",
    "expected-no-list": "write the names on the sheet 'Đơn vị phải nộp', one below the other, or name a file "
    f"that has them {_THERE}",
    "expected-column": "write which of them has the names, such as {name}, in the column 'Cột' "
    f"{_THERE}; there are {{columns}}",
    "unit-twice": f"name the file that does not count in the column 'Không tính' {_THERE}, or take one of "
    "the two rows out",
    "units-otherwise": "ask them to write it as the list does, or say which spelling counts on the sheet "
    "'Cách viết tên'",
    "unit-unknown": "write the name as the list has it, on the sheet 'Đính chính', or add it to the list",
    "correction-incomplete": "fill in all columns of the row: what stood, what is right, and who said so, "
    "when and why",
    "correction-no-place": "copy the place of a cell from a message or from 'reportgen why', as in "
    "nop/le-loi.xlsx:Sheet1!C7 or units.csv:14:8; what stands in this workbook is corrected there, "
    "a cell of an earlier round in the corrections of that round's file",
    "correction-old-differs": "look whether the correction still holds: write what stands there now in the "
    "column 'Giá trị cũ', or take the row out",
    "earlier-not-a-list": "write the names on the sheet 'Các đợt trước', one below the other",
    "spelled-otherwise": "write it alike in both places; or say which spelling counts on the sheet 'Cách "
    "viết tên', in the columns 'Tên ghi trong bảng' ({wrong}) and 'Tên được dùng' ({right})",
    "group-gone": "add a row for '{group}', with zeros if nothing happened there; if it has another name "
    "now, say so on the sheet 'Cách viết tên', in the columns 'Tên ghi trong bảng' ({group}) and 'Tên được "
    "dùng'",
    "check-failed": "correct one of these cells",
    "check-warns": "look whether these cells are right",
    "partly-given": Text(
        "'{name}' counts a column that is filled in some rows only: {part}",
        "fill in the cell in this row too, 0 if there is none, or clear the column in all rows; "
        "if this is a note and no row, delete it",
    ),
    "undefined-figure": Text(
        "'{name}' has no value for these data; it comes from: {formula}",
        "fill in what it divides by or chooses from; whoever made the kind can say what to print then",
    ),
    "part-over-whole": Text(
        "'{name}': the part {part_value} does not fit into the whole {whole}: {part}",
        "correct the numbers: a part lies between nothing and its whole",
    ),
    "claim-differs": Text(
        "'{name}' is claimed to be {claimed}, but comes out as {computed}",
        "correct the cell, or those from which it is computed; 'reportgen why' with this name shows them",
    ),
    "claim-unchecked": Text(
        "'{name}' is claimed to be {claimed}, and nothing is computed to compare it with",
        "fill in what it is computed from, which 'reportgen why' with this name shows, or clear the cell",
    ),
    "left-out": "{count} of {total} get no document, because of what their rows say in: {where}; {places}",
    "nothing-to-make": "look what the rows say in: {where}",
    "measures-differ": "ask for the table in the unit of the others; if its numbers are in that unit all "
    f"the same, or corrections put them right, put {{other}} in the column 'Đơn vị tính' {_THERE}",
    "measure-scaled": "look whether the paper means the same unit, and whether all tables beside this one "
    f"do; {{unit}} in the column 'Đơn vị tính' {_THERE} settles it",
    "same-as-again": "write '{other}' in the column 'Tên được dùng'",
    "missing-reason": "write why it was assumed in the column 'Lý do'",
    "wrong-for-each": "write TABLE or TABLE: COLUMN in the row 'Làm riêng cho từng' of the sheet 'Thông "
    "tin'; the tables are {tables}",
    "not-for-each": "write it in the row 'Làm riêng cho từng' of the sheet 'Thông tin': {cell}",
    "each-without-key": "declare a 'key' for '{table}' in the kind, or clear the sheet 'Các đợt trước'",
    "graft-is-a-report": f"only rows of a table can: name the report {_THERE}",
    "not-a-single-value": "write one value into the cell",
    "not-a-list": "write each item into a row of its own",
    "not-a-group": "write each into a row of its own",
    "not-a-table": f"write the rows on the sheet of the table, or name a table file {_THERE}",
    "not-a-row": f"write the values into their columns, or name a table file {_THERE}",
    "table-as-data": f"name it {_THERE}, or copy its rows into this workbook",
}
"""By code, instead of the hint in ``MESSAGES``; of a note that has none, instead of its text."""
