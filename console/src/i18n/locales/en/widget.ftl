## widget

widget-title = Chat with us
widget-open = Open the chat
widget-close = Close the chat
widget-unreadOne = 1 unread message
widget-unread = { $n } unread messages
widget-intro = We usually answer in a few minutes.
widget-nameLabel = Name
widget-emailLabel = E-mail
widget-firstLabel = How can we help?
widget-reach = So that we can reach you if you leave.
widget-optional = (optional)
widget-nameMissing = Please tell us your name.
widget-emailMissing = Please tell us your e-mail address.
widget-emailWrong = An e-mail address looks like name@example.com.
widget-firstMissing = Please tell us how we can help.
widget-tooLong = Too long by { $n }: please shorten it.
widget-lost = Your earlier chat has expired. Start a new one below.
widget-start = Start chat
widget-log = Messages
widget-messageLabel = Message
widget-placeholder = Write a message…
widget-addMore = Add something while you wait…
widget-send = Send
widget-attach = Attach a file
widget-file = File
widget-handingIn = Uploading
widget-cancel = Cancel
widget-leave = End chat
widget-you = You
widget-us = Us
widget-stateNew = Write your first message.
widget-stateWaiting = We will be with you shortly.
widget-stateOpen = An agent is here.
widget-stateOpenBy = { $n } is here.
widget-stateAway = Nobody is here right now.
widget-stateEnded = This chat has ended. Write to start a new one.
widget-stateLeft = You left. Write again to continue.
widget-next = You are next.
widget-beforeOne = One person is before you.
widget-before = { $n } people are before you.
widget-far = Many people are waiting. We will answer as soon as we can.
widget-ended = Chat ended
widget-typing = Typing…
widget-typingBy = { $n } is typing…
widget-joined = { $n } joined
widget-newOne = 1 new message
widget-newMany = { $n } new messages
widget-connecting = Connecting…
widget-reconnecting = Reconnecting…
widget-offline = You are offline.
widget-sending = Sending
widget-held = Kept until you are connected
widget-failed = Not sent
widget-retry = Retry
widget-discard = Discard
widget-choices = Answers
widget-unsupported = A message that cannot be shown here
widget-unavailable = The chat is not available right now. Please try again in a while.

## widgetMore

widgetMore-leaveSure = End this chat?
widgetMore-stay = Keep chatting
widgetMore-fileKind = A file of this kind cannot be sent here.
widgetMore-fileLarge = This file is larger than { $n } MB.
widgetMore-fileGone = This file cannot be opened any more.
widgetMore-blocked = This page is not allowed to open the chat.
widgetMore-away = Leave a message. We will answer as soon as we are back.
widgetMore-awayUntil = We are back on { $n }. Leave a message, and we will answer then.
widgetMore-back = Back at { $n } { $day }
widgetMore-reachLabel = Your e-mail address or phone number
widgetMore-reachWrong = Write an e-mail address like name@example.com, or a phone number with 5 to 15 digits.

## widgetEnd

widgetEnd-closed = Chat ended { $n }
widgetEnd-anew = Start a new chat
widgetEnd-again = Keep chatting
widgetEnd-save = Save transcript
