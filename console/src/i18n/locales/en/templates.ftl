## templates

templates-name = Templates
templates-open = Send a template
templates-choose = Choose a template
templates-search = Search templates
templates-languages = Language
templates-all = All languages
templates-none = This account has no templates
templates-noneText = An admin enters them in Settings, as the provider approved them.
templates-noMatch = No template found
templates-failed = The templates could not be loaded.
templates-status-approved = Approved
templates-status-paused = Paused
templates-status-rejected = Rejected
templates-status-retired = Retired
templates-notSendable-approved = { "" }
templates-notSendable-paused = The provider has paused this template. It cannot be sent now.
templates-notSendable-rejected = The provider rejected this template. It cannot be sent.
templates-notSendable-retired = This template is no longer in use.
templates-categories-utility = Utility
templates-categories-marketing = Marketing
templates-categories-authentication = Authentication
templates-preview = What { $customer } reads
templates-values = Values
templates-noValues = This template takes no values.
templates-value = Value for { "{{" }{ $name }{ "}}" }
templates-headerValue = Value for { "{{" }{ $name }{ "}}" } in the header
templates-wrong-missing = Enter a value.
templates-wrong-line = Use one line, without tabs.
templates-wrong-spaces = Use at most four spaces in a row.
templates-tooLong =
    { $over ->
        [one] The filled text is { $over } character too long.
       *[other] The filled text is { $over } characters too long.
    }
templates-back = Back to the templates
templates-send = Send to { $customer }
templates-blocked =
    { $count ->
        [one] { $count } value is missing
       *[other] { $count } values are missing
    }
templates-sent = Template
templates-keys = Up and Down choose, Enter takes it, Esc closes
templates-keysValues = Enter goes to the next value and then sends, Esc goes back
