## canned
canned-name = Canned messages
canned-search = Search canned messages
canned-open = Insert a canned message
canned-categories = Categories
canned-all = All
canned-none = There are no canned messages yet.
canned-noMatch = No match
canned-failed = The canned messages could not be loaded.
canned-preview = Preview
canned-missing = No value for { $names }: fill it in before you send.
canned-blocks = { $n ->
    [one] { $names } has no value: fill it in or remove it.
   *[other] { $names } have no value: fill them in or remove them.
}

## compose
compose-keysCtrl = Ctrl+Enter sends, Enter for a new line
compose-mentions = Colleagues to mention
compose-draftLeft = You had begun a reply here. It was not sent.
compose-keepAsComment = Keep it as a comment
compose-copyDraft = Copy
compose-discardDraft = Discard
compose-draftKept = Kept as a comment
