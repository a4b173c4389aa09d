## app
app-name = Switchboard
app-title = Switchboard console
app-skip = Skip to the conversation
app-loading = Loading…
app-signingIn = Signing you in…
app-signInFailed = Sign-in failed
app-signIn = Sign in
app-signInAgain = Sign in again
app-sessionEnded = Your session has ended
app-sessionEndedText = Sign in again to go on. Your drafts and unsent messages are kept in this browser.
app-serverMissing = The server cannot be reached
app-unreachable = This is unavailable right now
app-unreachableText = The server does not answer. Nothing is lost; try again in a moment.
app-storageBlocked = Your browser keeps nothing for this site, and signing in needs it to. Allow cookies and site data for { $site } in the browser’s settings, or leave private browsing, then try again.
app-tryAgain = Try again
app-close = Close
app-cancel = Cancel
app-back = Back
app-copy = Copy
app-copied = Copied
app-notCopied = Your browser blocked copying. Copy it from here: { $text }
app-somebody = Somebody
app-you = You
app-them = you
app-system = Switchboard

## separator
separator-list = Width of the conversation list
separator-details = Width of the details
separator-talk = Height of the discussion
separator-width = { $px } pixels

## start
start-waiting = { $n ->
    [one] { $n } customer waits for you
   *[other] { $n } customers wait for you
}
start-longest = Longest: { $name }, { $time }
start-open = Open { $name }
start-take = Take the next from the queue ({ $n })
start-done = All caught up.
start-doneText = New chats appear on the left.
start-keys-move = Move through the list
start-keys-next = Next waiting customer
start-keys-help = All shortcuts

## rail
rail-nav = Main
rail-conversations = Conversations
rail-contacts = Contacts
rail-people = People
rail-requests = Requests
rail-board = Live board
rail-lab = Try it out
rail-teamChat = Team chat
rail-teamChatUnread = { $n ->
    [one] { $n } unread message from colleagues
   *[other] { $n } unread messages from colleagues
}
rail-unread = { $n ->
    [one] { $n } chat with unread messages
   *[other] { $n } chats with unread messages
}
rail-settings = Settings
rail-help = Keyboard shortcuts
rail-presence = Your presence
rail-theme = Appearance
rail-themes-system = System
rail-themes-light = Light
rail-themes-dark = Dark
rail-sound = Sound alerts
rail-preferences = Preferences
rail-signOut = Sign out
rail-load = { $open } of { $capacity }
rail-loadUnit = conversations
rail-loadLong = { $open } of { $capacity } conversations
rail-short-conversations = Chats
rail-short-mentions = Mentions
rail-short-teamChat = Team
rail-short-contacts = Contacts
rail-short-people = People
rail-short-requests = Requests
rail-short-board = Board
rail-short-settings = Settings

## sound
sound-blocked = Sounds are off until you allow them.
sound-says-no = Your browser blocks sounds until you click.
sound-says-trying = Turning sounds on…
sound-says-failed = No sound can be played: this computer or browser has no audio output now. Connect one and try again, or go on without sounds.
sound-enable = Turn on sounds
sound-dismiss = Continue without sounds

## signOut
signOut-title = Sign out with work open?
signOut-text = A customer or a colleague is waiting for you in each of these. You are offline once you sign out.
signOut-stays = The customer is waiting. The conversation stays yours until you are back.
signOut-requeue = The customer is waiting. The conversation goes back to the { $queue } queue after { $time }.
signOut-talk = The discussion with { $who } goes on without you.
signOut-request = { $who } is waiting for your answer. The request expires on its own.

## presence
presence-available = Available
presence-busy = At capacity
presence-away = Away
presence-offline = Offline
presence-full = At capacity
presence-availableHint = You get new chats
presence-awayHint = You get no new chats
presence-reasons = Away, with a reason
presence-setBy = Set by { $who }
presence-awayFor = { $reason }
presence-otherReason = Another reason
presence-goAway = Set away
presence-busyHint = Set by the system
presence-busyTold = { $places ->
    [one] The system shows you as “At capacity” while you have { $places } conversation. To stop receiving work before that, choose Away.
   *[other] The system shows you as “At capacity” while you have { $places } conversations. To stop receiving work before that, choose Away.
}

## connection
connection-connecting = Connecting…
connection-syncing = Catching up…
connection-live = Connected
connection-reconnecting = Reconnecting
connection-offline = Offline. What you write is kept and sent later.
connection-stale = The connection is not responding. Reconnecting
connection-ended = Signed out
connection-revoked = No access
connection-tooltip = { $followed ->
    [one] Connected, round trip { $ms } ms, { $followed } conversation followed
   *[other] Connected, round trip { $ms } ms, { $followed } conversations followed
}
connection-tooltipNoTrip = { $followed ->
    [one] Connected, { $followed } conversation followed
   *[other] Connected, { $followed } conversations followed
}
connection-tries = { $seconds ->
    [0] Try { $attempt }…
   *[other] Try { $attempt }, next in { $seconds } s.
}
connection-retry = Retry now
connection-needed = Needs a connection
connection-waiting = { $n } waiting

## notices
notices-region = Messages
notices-dismiss = Dismiss
notices-unreachable = No answer from the server. Check whether it worked, then try again.
nowhere-title = There is nothing here
nowhere-text = No page has this address.
nowhere-back = Go to conversations
notices-discardedNote = Discarded.
notices-assigned = New chat: { $name }
notices-given = { $who } gave you { $name }
notices-back = { $name } wrote again: the conversation is yours again
notices-more = { $n } more
notices-mentioned = { $who } mentions you
notices-presenceSet-away = { $who } set you away: you receive no new work
notices-presenceSet-available = { $who } set you available: you receive new work
notices-accepted = { $who } accepted. The discussion is open.
notices-titleWaiting = { $name } is waiting
notices-titleOffer = { $name } asks you
# What was taken from me.
notices-lost-assigned = { $name } is with { $to } now
notices-lost-assignedBy = { $by } gave { $name } to { $to }
notices-lost-transferred = { $by } moved { $name } to { $queue }
notices-lost-unanswered = { $name } went back to the { $queue } queue: the answer took too long
notices-lost-owner_offline = { $name } went back to { $queue }: you were offline
notices-lost-removed = { $by } removed you from the conference with { $name }
notices-lost-resolved = { $by } resolved the conversation with { $name }
notices-open = Open
notices-unread = { $n } unread from { $name }
# To who asked.
notices-answers-rejected = { $who } rejected your request about { $name }
notices-answers-withdrawn = Your request to { $who } about { $name } was withdrawn
notices-answers-timed_out = Your request timed out: { $who } did not answer about { $name }
notices-answers-taken = { $who } accepted your request about { $name }
notices-answers-rescinded = Your request to { $who } lapsed: { $name } moved on or left
notices-answers-left = Your request to { $who } lapsed: { $name } has left
notices-answers-ended = Your request to { $who } lapsed: the conversation with { $name } has ended
notices-answers-moved = Your request to { $who } lapsed: { $name } went to somebody else
# To who was asked.
notices-lapses-taken = Taken by { $who }: { $name }
notices-lapses-rejected = { $who }’s request about { $name } was rejected
notices-lapses-withdrawn = { $who } withdrew the request about { $name }
notices-lapses-timed_out = { $who }’s request about { $name } timed out
notices-lapses-rescinded = { $who }’s request lapsed: { $name } moved on or left
notices-lapses-left = { $who }’s request lapsed: { $name } has left
notices-lapses-ended = { $who }’s request lapsed: the conversation with { $name } has ended
notices-lapses-moved = { $who }’s request lapsed: { $name } went to somebody else
