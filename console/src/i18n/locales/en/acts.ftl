## acts
acts-accept = Accept request or next customer
acts-reject = Reject the request
acts-discuss = Assign/Discuss
acts-transfer = Transfer
acts-resolve = Resolve
acts-resolveNext = Resolve and open next
acts-label = Labels
acts-select = Select several conversations
acts-events = Show all, important or no events
acts-send = Send
acts-newline = New line
acts-canned = Canned messages
acts-comment = Write a comment
acts-mode = Switch between Reply and Comment
acts-attach = Attach a file
acts-next = Next conversation
acts-previous = Previous conversation
acts-nextWaiting = Next waiting customer
acts-update = Refresh the list order
acts-search = Search conversations
acts-focusCustomer = Write to the customer
acts-focusDiscussion = Write to the discussion
acts-focusList = Conversation list
acts-focusDetails = Details
acts-nextPanel = Next panel
acts-previousPanel = Previous panel
acts-close = Close
acts-palette = Command palette
acts-help = Keyboard shortcuts
acts-goConversations = Go to conversations
acts-goMentions = Show where you are mentioned
acts-goTeamChat = Open team chat
acts-goContacts = Go to contacts
acts-goPeople = Go to people
acts-goBoard = Go to the live board
acts-goSettings = Go to settings
acts-goPreferences = Go to your preferences
acts-available = Set yourself available
acts-away = Set yourself away: no new work
acts-theme = Change between light and dark
acts-density = Change between comfortable and compact
acts-mute = Sound alerts on or off

## actGroups
actGroups-work = Conversations
actGroups-write = Writing
actGroups-move = Navigation
actGroups-app = Console

## help
help-title = Keyboard shortcuts
help-or = or
help-none = No shortcut
help-singleOff = Keys without Ctrl or Alt are switched off in your preferences.
help-single = Single letters work while you are not typing.
help-mac = While you type, ⌥ with a letter writes a character. Use ⌘K there to reach every command.
help-change = Change shortcuts

## palette
palette-title = Command palette
palette-placeholder = Search or run a command
palette-results = Results
palette-none = Nothing found for “{ $query }”
palette-noneHere = Nothing here for “{ $query }”
palette-count = { $n ->
    [one] { $n } result
   *[other] { $n } results
}
palette-groups-acts = Commands
palette-groups-conversations = Conversations
palette-groups-people = People
palette-groups-contacts = Contacts
palette-groups-settings = Settings
palette-groups-everywhere = Found everywhere
palette-talk = Team chat
palette-mine = My chats
palette-queued = Waiting in { $queue }
palette-discussion = Discussion
palette-everywhere = Search everywhere for “{ $query }”
palette-searching = Searching everywhere…
palette-noneEverywhere = No other conversation you can read matches.
palette-searchFailed = The search did not work.
palette-again = Try again
palette-more = Show more
palette-of = Conversations with { $name }
palette-contact = Open the contact { $name }
palette-ofPlaceholder = Filter these conversations
palette-ofLoading = Loading the conversations…
palette-ofNone = There are no conversations you can read.
palette-ofFailed = The conversations could not be loaded.
palette-back = Back to everything
palette-hint-move = to move
palette-hint-run = to select
palette-hint-close = to close
palette-hint-back = to go back
