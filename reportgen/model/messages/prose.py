"""Words for the proof room: what sentences can say wrong of numbers."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "number-differs": Message(
        "{name}: '{value}' is said of {figure}, which is {number}",
        "correct the sentence, or the data that the figure is computed from",
    ),
    "number-far": Message(
        "{name}: '{value}' is true of {figure}, but far from {number}",
        "write a number nearer to it",
        "warning",
    ),
    "number-unchecked": Message(
        "{name}: '{value}' is said of {figure}, and there is nothing yet to compare it with",
        "give the values that it needs, or take the name out",
        "warning",
    ),
    "mark-without-number": Message(
        "{name}: no number stands before {value} in this part of the sentence",
        "write the number before it; [= figure] prints the figure itself, [[figure]] the brackets",
    ),
    "mark-unknown": Message(
        "{name}: {value} is no figure and no number of the data{meant}",
        "write a name that 'reportgen figures' lists",
    ),
    "mark-without-value": Message(
        "{name}: {figure} is to be printed here and has no value, because an optional one was not given",
        "give it, or write the sentence without it",
    ),
    "brackets-near": Message(
        "{name}: {value} names nothing and is printed as it stands{meant}",
        "correct the name; if the brackets are meant, leave them",
        "warning",
    ),
    "ratio-differs": Message(
        "{name}: '{value}' is said of {ratio}, which is {share}", "correct one of the two", "warning"
    ),
    "numbers-unexplained": Message(
        "'{name}' says what no figure explains: {numbers}",
        "write the figure's name in brackets behind the number, or whose it is: [theo …]",
        "note",
    ),
}
