### Words of the conversation list: finding, sorting, choosing, marking.

## finding

finding-search = Search this list
finding-placeholder = Search chats
finding-clearSearch = Clear the search
finding-filters = Filters
finding-filtersOn = { $n ->
    [one] { $n } filter on
   *[other] { $n } filters on
}
finding-any = Any
finding-anybody = Anybody
finding-fields-channel = Channel
finding-fields-status = Status
finding-fields-tag = Tag
finding-fields-label = Label
finding-fields-owner = Agent
finding-fields-queue = Queue
finding-fields-within = Started
finding-fields-from = Started after
finding-fields-to = Started before
finding-within-24h = Last 24 hours
finding-within-7d = Last 7 days
finding-within-30d = Last 30 days
finding-anyTime = Any time
finding-custom = Custom range…
finding-backwards = The start date is after the end date.
finding-chip = { $field }: { $value }
finding-remove = Remove the filter { $chip }
finding-clear = Clear filters
finding-done = Done
finding-found = { $n ->
    [one] { $n } conversation
   *[other] { $n } conversations
}
finding-none = No match
finding-noneText = Nothing in this list matches your search and filters.
finding-noneEverywhere = No conversation found.
finding-everywhere = Search everywhere
finding-everywhereName = Results from everywhere
finding-back = Back to the list
finding-elsewhere = “{ $tab }” has no such conversations, so all conversations are searched.
finding-failed = The search did not work.

## sorting

sorting-name = Sort by
sorting-by-last_assigned = Last assigned
sorting-by-longest_waiting = Longest waiting
sorting-by-latest_message = Latest customer message
sorting-by-highest_priority = Highest priority
sorting-button = Sorted by: { $by }
sorting-moved = { $n ->
    [one] { $n } moved
   *[other] { $n } moved
}
sorting-update = update
sorting-toUpdate = to update
sorting-press = press
sorting-gone = { $name } is no longer in this list

## rowMenu

rowMenu-name = Actions for { $name }
rowMenu-label = Label
rowMenu-labels = Labels of { $name }
rowMenu-noLabels = No labels are set up
rowMenu-labelsLimit = At most { $max } labels
rowMenu-tags = Tags…
rowMenu-rename = Edit title…
rowMenu-priority = Priority…
rowMenu-transfer = Transfer…
rowMenu-copyLink = Copy link
rowMenu-copyId = Copy id
rowMenu-linkCopied = Link copied
rowMenu-idCopied = { $id } copied

## marking

marking-tag = Tag
marking-label = Label
marking-aliasTitle = Conversation title
marking-aliasText = Colleagues find the conversation by this title. The customer does not see it.
marking-alias = Title
marking-aliasRemove = Remove the title
marking-aliasSave = Save
marking-tagsTitle = Tags
marking-tagsText = On the conversation with { $name }. The customer does not see them.
marking-tagsAdd = Add a tag
marking-tagsPlaceholder = Type a tag, then Enter
marking-tagsNone = No tags yet.
marking-tagsLimit = At most { $max } tags.
marking-tagsThere = It has this tag already.
marking-tagTooLong = A tag has at most { $max } characters: { $over } too many.
marking-tagRemove = Remove the tag { $tag }
marking-suggestions = Suggestions
marking-more = and { $n } more
marking-labelled = Labels: { $names }
marking-alsoCalled = title: { $alias }

## queue

# Under a conversation that waits and is only looked at.
queue-preview = Preview. Accept to reply.
queue-waiting = Waiting { $time }
queue-place = Place { $n } in { $queue }
queue-skills = Needs { $skills }
queue-load = { $open } of { $capacity } chats
queue-auto = You are looking at a waiting conversation. It will be assigned to an agent automatically.
queue-accept = Accept
queue-accepting = Accepting…
queue-full = { $open } of { $capacity } chats: you are full. Resolve or transfer a chat first.
queue-taken = Already taken by { $name }
queue-assignedByYou = You assigned it to { $name }
queue-assigned = { $by } assigned it to { $name }
queue-ago = { $said } { $time } ago
queue-gone = It is not waiting any more.
queue-next = Show the next
queue-leave = Close
