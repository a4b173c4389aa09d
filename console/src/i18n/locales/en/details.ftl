## sections

sections-titles-profile = Customer
sections-titles-conversation = This conversation
sections-titles-attributes = Attributes
sections-titles-tags = Labels and tags
sections-titles-notes = Comments
sections-titles-history = Earlier conversations
sections-titles-files = Files
sections-titles-routing = Routing
sections-titles-engagements = Engagement tracking
sections-arrange = Arrange sections
sections-arranged = Done arranging
sections-up = Move { $section } up
sections-down = Move { $section } down
sections-moved = { $section }: { $place } of { $all }
sections-failed = This could not be loaded.

## profile

profile-name = Name
profile-edit = Change the name
profile-save = Save
profile-conflict = A colleague just changed this. Check their version, then save again.
profile-changedTo = A colleague just changed this to “{ $now }”. Save again to replace it.
profile-since = Customer since { $when }
profile-today = today
profile-nth = { $n ->
    [one] first conversation
   *[other] { $n } conversations
}
profile-copyId = Copy the customer id
profile-copyAddress = Copy { $address }
profile-acts = Actions for this customer
profile-inContacts = Open in Contacts
profile-visitor = Visitor on the web
profile-identities = Channels
profile-email = E-mail
profile-phones = More numbers
profile-phonesHint = +44 20 7946 0018, …
profile-editReach = Change e-mail and numbers
profile-addReach = Add e-mail or number
profile-alias = Title
profile-aliasNone = Add a title

## attributes

attributes-key = Name
attributes-value = Value
attributes-add = Add
attributes-adding = Attribute
attributes-edit = Change { $key }
attributes-remove = Remove { $key }
attributes-limit = At most 30 attributes.
attributes-long = { $field }: { $problem }
attributes-there = This attribute already exists. Change it above.

## notes

notes-label = Comment
notes-placeholder = Write a comment for colleagues…
notes-hint = Only colleagues read this
notes-add = Add comment
notes-more = { $n ->
    [one] Show { $n } more
   *[other] Show { $n } more
}
notes-none = No comments in this conversation.
notes-by = Comment by { $who }
notes-waiting = sending…

## history

history-none = This is the first conversation.
history-more = Show earlier ones

## files

files-none = No files here.
files-noneSoFar = No files among the messages that are loaded.
files-more = Look further back
files-openFailed = The file cannot be opened now.

## ending

# `$who` may be app-them.
ending-resolved = Resolved by { $who }, { $at }
ending-silence = Resolved after the customer was silent, { $at }
ending-phrase = Resolved by the customer's closing phrase, { $at }
ending-abandoned = The customer left before anybody answered, { $at }

## details

details-name = Details
details-contact = Contact
details-customer = Name
details-address = Address
details-channel = Channel
details-conversation = Conversation
details-id = Id
details-opened = Opened
details-queue = Queue
details-owner = Owner
details-origin = Assigned through
details-assigned = Assigned
details-window = Free replies
details-windowFor = for { $time } more
details-windowOver = closed
details-origins-picked = Queue
details-origins-transfer = Transfer
details-origins-manager = Manager
details-origins-offer = Request
details-origins-auto = Automatic assignment
details-origins-api = Another system
details-origins-conference = Conference
details-origins-reopened = The customer came back
details-engagements = Engagement tracking
details-noEngagements = No requests yet
details-engagementsFailed = The records could not be loaded.
details-kinds-discuss = Discuss
details-kinds-assign = Assign
details-kinds-conference = Conference
details-status-pending = Pending
details-status-accepted = Accepted
details-status-rejected = Rejected
details-status-withdrawn = Withdrawn
details-status-timed_out = Timed out
details-status-rescinded = Cancelled
details-fromTo = { $from } asked { $to }
details-allAtOnce = all at once
details-askedNow = Asked now
details-load = load { $open } of { $capacity }
details-wait = waited { $time }
details-talk = talked { $time }
details-lines =
    { $n ->
        [one] { $n } message
       *[other] { $n } messages
    }
details-priority = Priority
details-skills = Required skills
details-guests = In conference
details-firstAnswer = First response
details-firstAnswerDue = due { $time }
details-came = came { $time }
details-answered = first response { $time }
details-noTarget = –
details-asked = Asked
details-reason = Reason
details-note = Note
details-outcome = Outcome
details-resolved = Resolved
details-unresolved = Not resolved
details-nothing = –
details-earlier = Conversation { $id }, as it ended
details-toNewest = Back to the current one
details-resolvedAt = Resolved
details-abandonedAt = Abandoned
details-endedBy-agent = an agent
details-endedBy-inactivity = after silence
details-endedBy-closing_phrase = by the customer
