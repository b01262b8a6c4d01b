"""Words for papers that must be approved before they are issued."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "review-not-asked": Message(
        "nobody has to approve papers of the kind '{kind}': its kind.yaml names none under 'approvals'",
        "issue them at once, with `reportgen issue`",
    ),
    "review-not-submitted": Message(
        "“{name}” was not handed in to be approved", "hand it in first, with `reportgen submit{replaces}`"
    ),
    "review-dropped": Message(
        "“{name}” was handed in to be approved ({role}), and the kind that is used now asks nobody",
        "use the kind with which it was handed in: --templates DIR; where nobody has to approve any more, "
        "withdraw the draft with `reportgen withdraw`, then issue it",
    ),
    "review-waits": Message(
        "“{name}” still has to be approved; it waits for: {role}",
        "issue it when it is approved; `reportgen status` shows where papers stand",
    ),
    "review-sent-back": Message(
        "“{name}” was sent back by {who}: {reason}",
        "put it right, then hand it in again with `reportgen submit{replaces}`",
    ),
    "review-changed": Message(
        "“{name}” is not as it was handed in, and its approvals ({count}) are void; changed: {parts}",
        "hand it in again with `reportgen submit{replaces}`, to be approved as it is now; "
        "or put back what was changed",
    ),
    "review-not-turn": Message(
        "it is not the turn of {role} yet; first comes: {first}",
        "wait for that approval: papers are approved one after the other",
    ),
    "review-other-person": Message(
        "{role} of this paper is {who}, not {name}",
        'now it is for {who} to approve, with --by "{who}"; whoever comes later waits for their turn; '
        "if the paper names the wrong person, correct it and hand it in anew",
    ),
    "review-twice": Message(
        "{name} cannot approve as {role} and as {other} too",
        "let somebody else approve as {role}; an office with too few people says in offices.yaml who may do "
        "both: several_roles: [{name}]",
    ),
    "review-as-too": Message(
        "{name} has approved as {other} before, or is to", 'to approve as {role} too, say so: --as "{role}"'
    ),
    "review-several": Message(
        "{name} approves as {role} and as {others} too; offices.yaml allows it (several_roles)",
        severity="note",
    ),
    "review-role-unknown": Message(
        "nobody approves this paper as '{name}'{meant}", "choose one of: {known}; or leave --as out"
    ),
    "review-issued": Message(
        "“{name}” was issued as {number} and cannot be sent back any more",
        'revoke it: reportgen revoke {number} --reason "…"',
    ),
    "review-left-out": Message(
        "“{name}” is not in the data any more: its draft, which was handed in before, is withdrawn",
        severity="note",
    ),
    "draft-unknown": Message(
        "no paper without a number is called “{value}”",
        "write it as `reportgen status` shows it, or its data file; of an issued paper write number and "
        "symbol: 07/BB-PGDĐT",
    ),
    "draft-ambiguous": Message(
        "{count} papers without a number are called “{value}”",
        "write instead the entry with which the one that is meant came into the register: {entries}",
    ),
    "withdrawn-before": Message(
        "“{value}” was withdrawn before", "look who did it, when and why, with `reportgen register show`"
    ),
    "replaces-left-out": Message(
        "“{name}” was handed in as the paper that replaces {number}",
        "issue it as that, with `reportgen reissue --replaces {number}`; or withdraw the draft, "
        "with `reportgen withdraw`",
    ),
    "replaces-fallen": Message(
        "{number} cannot be replaced: it is {state}",
        "replace the paper that stands; `reportgen status` lists all",
    ),
    "replaces-which": Message(
        "of {count} papers here it is not clear which one replaces {number}",
        "name the row that replaces it with --for, or correct that paper's own row",
    ),
    "replaces-row": Message(
        "no row here, or more than one, is called “{name}”", "write it as it stands in the list: {known}"
    ),
    "replaces-same": Message(
        "“{name}” says just what {number} says, which stands: only a paper with a mistake is replaced",
        "correct the data first; if the paper was lost, give a copy (bản sao) of the filed one: the law "
        "knows no second original",
    ),
    "replaces-other-form": Message(
        "{number} is of another form ({sort}); a paper is replaced by one of its own form",
        "take data of the same kind; mistakes of form only are corrected by an official letter "
        "(Decree 30/2020, Article 18)",
    ),
    "replaces-unsaid": Message(
        "papers of the kind '{kind}' would not say which paper they replace: no template prints it",
        "write it where it belongs: {{{{ replaces }}}}, between {{% if replaces %}} and {{% endif %}}",
    ),
}
