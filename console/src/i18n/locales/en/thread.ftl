## channels

channels-whatsapp = WhatsApp
channels-web = Web chat
channels-messenger = Messenger
channels-instagram = Instagram
channels-email = E-mail
channels-sms = SMS
channels-x = X

## list

list-name = Conversation list
list-now = now
list-mine = My chats
list-team = Team
list-queue = In queue
list-discussions = Discussions
list-emptyMine = No open chats
list-emptyMineQueue =
    { $n ->
        [one] { $n } customer is waiting in the queue.
       *[other] { $n } customers are waiting in the queue.
    }
list-emptyMineNone = Nobody is waiting. New chats appear here.
list-emptyMineAuto = New chats are assigned to you automatically while you are available.
list-take = Take the next customer
list-emptyQueue = The queue is empty
list-emptyQueueText = Customers who write appear here until an agent takes them.
list-emptyDiscussions = No discussions
list-emptyDiscussionsText = Questions from colleagues appear here.
list-you = You:
list-by = { $name }:
list-dots-new = New
list-dots-waiting = Customer is waiting
list-dots-pending = Waiting for the customer
list-dots-none = { "" }
list-waitingFor = waiting { $time }
list-unread =
    { $n ->
        [one] { $n } unread message
       *[other] { $n } unread messages
    }
list-draft = Draft
list-offerPending = A request is pending
list-inDiscussion = In discussion
list-moreWaiting = More are waiting than can be shown.
list-anonymous = No name
list-opened = Conversation opened
list-typing = typing…
list-groups-you = Waiting for you
list-groups-customer = Waiting for customer

## thread

thread-name = Conversation
thread-unreachable = This conversation cannot be reached now
thread-unreachableText = The server does not answer. The conversation opens as soon as it does.
thread-missing = This conversation cannot be shown
thread-missingText = It does not exist, or you no longer have access to it.
thread-status-queued = In queue
thread-status-active = Customer is waiting
thread-status-pending = Waiting for customer
thread-status-resolved = Resolved
thread-status-abandoned = Abandoned
thread-yourTurn = Your turn
thread-resolvedBy = by { $who }, { $at }
thread-owner = With { $name }
thread-ownerYou = Yours
thread-noOwner = Not assigned
thread-discuss = Assign/Discuss
thread-discussShort = Discuss
thread-transfer = Transfer
thread-assign = Assign
thread-resolve = Resolve
thread-details = Details
thread-log = Messages
thread-sides = Show the customer or the discussion
thread-older = Load earlier messages
thread-loadingOlder = Loading earlier messages…
thread-olderFailed = Earlier messages could not be loaded.
thread-newest = Go to the newest messages
thread-newMessages =
    { $n ->
        [one] { $n } new message
       *[other] { $n } new messages
    }
thread-typing = { $name } is typing…
thread-comment = Comment
thread-commentHint = Only colleagues see this
thread-shortened = Shortened: the rest was too long to keep
thread-arrived = Arrived { $at }
thread-automatic = Automatic
thread-divider = Conversation { $n } opened
thread-dayCameIn = came in through { $queue }
thread-previous = previous: { $id }
# $how is thread-ends-resolved or thread-ends-abandoned.
thread-previousEnded = previous: { $id }, { $how } { $day }
thread-ends-resolved = resolved
thread-ends-abandoned = abandoned
thread-newLine = New
thread-keys = Up and Down move between messages, Enter opens actions
thread-late =
    { $n ->
        [one] { $n } earlier message arrived
       *[other] { $n } earlier messages arrived
    }
thread-lateDismiss = Dismiss
thread-filter-all = Show everything
thread-filter-comments = Hide comments
thread-filter-messages = Hide messages
thread-filter-events-all = Show all events
thread-filter-events-important = Show important events only
thread-filter-events-none = Show no events
thread-filter-now-all = The thread shows all events.
thread-filter-now-important = The thread shows important events only.
thread-filter-now-none = The thread shows no events.
# Events between the messages that stand in one line.
thread-folded-count =
    { $n ->
        [one] { $n } event
       *[other] { $n } events
    }
# Only where there are more events than are named.
thread-folded-said = { $texts } …
thread-folded-show = Show
thread-folded-hide = Hide
thread-hidden-comments = Comments are hidden ({ $n })
thread-hidden-messages = Messages are hidden ({ $n })
thread-showAll = Show all
thread-tools-name = Message actions
thread-tools-of = Message from { $who }: copy, quote and more
thread-tools-copy = Copy
thread-tools-quote = Quote in a reply
thread-tools-note = Make a comment
thread-tools-react = React with { $emoji }
thread-elsewhere = Sent from elsewhere
thread-copyLink = Copy link
thread-linkCopied = Link copied
thread-explain = Explain routing…
thread-print = Print
thread-printOlder = Earlier messages are missing from this printout. Print from the Actions menu to include them.
thread-printFailed = Earlier messages could not be loaded. Try again.
thread-exportText = Export as text
thread-exportCsv = Export as CSV
thread-transcript-title = Transcript of { $id }. For colleagues: holds comments that customers must not see.
thread-transcript-kinds-customer = customer
thread-transcript-kinds-ours = reply
thread-transcript-kinds-comment = comment, colleagues only
thread-transcript-kinds-coach = coaching, colleagues only
thread-transcript-kinds-system = event
thread-transcript-columns-time = Time (UTC)
thread-transcript-columns-author = Author
thread-transcript-columns-kind = Kind
thread-transcript-columns-text = Text
thread-transcript-automatic = Automatic
thread-transcript-unsupported = (cannot be shown)
thread-transcript-saved =
    { $n ->
        [one] Transcript saved: { $n } line.
       *[other] Transcript saved: { $n } lines.
    }
thread-transcript-failed = The transcript could not be created. Try again.
thread-today = Today
thread-yesterday = Yesterday
thread-copyIdOf = Copy id { $id }
thread-resolveMenu = Resolve…
thread-resolveForAll = Resolve for everybody…
thread-empty = No messages yet.

## content

content-unsupported = This kind of message cannot be shown here
content-about-call_permission_reply = Answered the request to call
content-blank = Empty message
content-whole = Show all { $n } characters
content-less = Show less
content-media-image = Picture
content-media-video = Video
content-media-audio = Sound
content-media-voice = Voice message
content-media-document = File
content-media-sticker = Sticker
content-location = Location
content-openMap = Open in a map
content-contacts = Contact card
content-reply = Chose
content-reaction = Reacted { $emoji }
content-reactionGone = Removed a reaction
content-callMissed = Missed call. Call back
content-call = Call, { $time }
content-callTaken = Call
content-form = Form
content-order = Order
content-sum = Sum
content-birthday = Birthday { $date }
content-forwarded = Forwarded
content-forwardedOften = Forwarded many times
content-from-ad = Came from an advertisement
content-from-post = Came from a post
content-from-product = Asks about a product
content-from-link = Came by a link
content-from-story = Answers a story
content-openLink = Open
content-quoteUs = Us
content-quoteBefore = A message from before
content-quoteJump = Go to this message
content-deleted = Deleted by its author
content-deletedEarlier = Deleted an earlier message
content-editedEarlier = Edited an earlier message:
content-edited = Edited
content-template = Template “{ $name }”

## composer

composer-label = Reply to { $name }
composer-commentLabel = Comment for colleagues
composer-reply = Reply
composer-comment = Comment
composer-modes = Message type
composer-placeholder = Write to { $name }…
composer-foldedReply = Reply to { $name }…
composer-commentPlaceholder = Write a comment for colleagues…
composer-send = Send
composer-addComment = Add comment
composer-keysReply = Enter sends, Shift+Enter for a new line
composer-keysComment = Ctrl+Enter adds the comment
composer-empty = Nothing written yet
composer-tooLong =
    { $over ->
        [one] { $over } character too long
       *[other] { $over } characters too long
    }
composer-tooLongLimit =
    { $over ->
        [one] { $over } character too long: at most { $limit }
       *[other] { $over } characters too long: at most { $limit }
    }
composer-windowCloses = { $channel } window closes in { $time }
composer-windowClosed = More than 24 hours since the customer wrote. Only a template can be sent.
composer-optedOut = The customer asked for no further messages. You can answer after the customer writes START.
composer-sms = { $n } SMS, { $rest } characters left
composer-smsWide = special characters make an SMS shorter
composer-quoteDrop = Answer without the quote
composer-consulting = The customer cannot see you. Write in the discussion below.
composer-watching = You are monitoring silently. Switch to Coach or Barge in to write.
composer-offered = Preview. Accept the request above to reply.
composer-ownedBy = { $name } has this conversation. You can only read it.
composer-ended = The customer can still write. A new message brings a conversation back to the team.
composer-leftDesk = This conversation is no longer yours.
