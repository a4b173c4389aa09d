## teamChat

teamChat-about = Conversation { $id }
teamChat-tie = About conversation { $id }
teamChat-transfer = Transfer…
teamChat-transferTo = Transfer this conversation to { $name } or others
teamChat-confer = Conference…
teamChat-conferWith = Add { $name } or others to this conversation
teamChat-title = Team chat
teamChat-hint = Only the two of you can read this
teamChat-search = Search colleagues
teamChat-talks = Chats
teamChat-colleagues = Start a chat
teamChat-loadFailed = Not all chats could be loaded.
teamChat-none = No colleagues yet
teamChat-noneText = As soon as there is somebody else in the team, you can write to them here.
teamChat-noMatch = Nobody by that name
teamChat-clear = Clear the search
teamChat-you = You:
teamChat-unread = { $n ->
    [one] { $n } unread message
   *[other] { $n } unread messages
}
teamChat-gone = No longer in the team
teamChat-back = Back to all chats
teamChat-close = Close team chat
teamChat-log = Chat with { $name }
teamChat-empty = No messages yet. Say hello to { $name }.
teamChat-offline = { $name } is offline and will see your messages later.
teamChat-failed = The messages could not be loaded.
teamChat-older = Earlier messages
teamChat-loading = Loading…
teamChat-olderFailed = Earlier messages could not be loaded.
teamChat-fresh = New
teamChat-label = Write to { $name }
teamChat-placeholder = Write to { $name }…
teamChat-send = Send
teamChat-line = { $name }: { $text }
teamChat-call = Call { $name }
