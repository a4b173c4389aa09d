## templatesPage

templatesPage-account = Account
templatesPage-new = New template
templatesPage-newTitle = New template
templatesPage-edit = Edit { $name }, { $language }
templatesPage-readOnly = Admins enter templates. Agents send them from the composer.
templatesPage-failed = The templates could not be loaded.
templatesPage-noAccounts = No account supports templates
templatesPage-noAccountsText = WhatsApp accounts do. Their templates are entered here.
templatesPage-none = No templates yet
templatesPage-noneText = Enter them here as the provider approved them. Agents then send them to customers.
templatesPage-search = Search templates
templatesPage-noMatch = Nothing found.
templatesPage-nameLabel = Name at the provider
templatesPage-nameHint = Lowercase letters, digits and underscores, for example order_update.
templatesPage-nameProblem = 1 to 512 of a to z, 0 to 9 and _.
templatesPage-language = Language
templatesPage-languageHint = The provider’s tag, for example en, en_US or pt_BR.
templatesPage-languageProblem = A tag such as en, en_US or pt_BR.
templatesPage-exists = This account has this template in this language already.
templatesPage-category = Category
templatesPage-status = Status at the provider
templatesPage-header = Header
templatesPage-headerHint = Optional. One line of at most 60 characters, with at most one value.
templatesPage-body = Body
templatesPage-bodyHint = Put values as { "{{1}}" }, { "{{2}}" } … or all by name, as { "{{first_name}}" }.
templatesPage-footer = Footer
templatesPage-footerHint = Optional. One line of at most 60 characters, without values.
templatesPage-buttons = Buttons
templatesPage-buttonsHint = One per line: at most 10, of at most 25 characters each.
templatesPage-fills = Filled from
templatesPage-fillsHint = Agents see the customer’s own value here and can change it before they send.
templatesPage-byHand = Entered by the agent
templatesPage-attribute = An attribute of the customer
templatesPage-attributeName = Attribute for { "{{" }{ $name }{ "}}" }
templatesPage-valueOf =
    { $part ->
        [header] { "{{" }{ $name }{ "}}" } in the header
       *[body] { "{{" }{ $name }{ "}}" }
    }
templatesPage-problems-body = Enter the body.
templatesPage-problems-braces = Close every { "{{" } with { "}}" }, with a number or a name of a to z, 0 to 9 and _ between.
templatesPage-problems-mixed = Use numbers for all values, or names for all.
templatesPage-problems-gap = Number the values 1, 2, 3 … without a gap.
templatesPage-problems-one = The header takes at most one value.
templatesPage-problems-fixed = Values are not allowed here.
templatesPage-problems-line = Use one line.
templatesPage-problems-long = At most { $most } characters.
templatesPage-problems-many = At most 10 buttons.
templatesPage-preview = As the customer reads it
templatesPage-save = Save
templatesPage-retire = Retire
templatesPage-reallyRetire = Retire for all agents
templatesPage-restore = Restore
templatesPage-retired = Retired templates
templatesPage-gone = Somebody else has changed this template.
