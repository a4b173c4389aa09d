## board
board-title = Live board
board-team = Team
board-allTeams = All my teams
board-updated = { $seconds ->
    [0] Up to date
    [1] Up to date
   *[other] As of { $seconds } seconds ago
}
board-stale = Paused { $time } ago, reconnecting
board-forbidden = The board is for managers
board-within = All queues are within target.
board-quiet = No customer is waiting.
board-behind = { $queues } { $n ->
    [one] is
   *[other] are
} behind: { $waiting ->
    [one] { $waiting } customer waits
   *[other] { $waiting } customers wait
}, { $names } { $free ->
    [one] is
   *[other] are
} free.
board-behindMany = { $queues } { $n ->
    [one] is
   *[other] are
} behind: { $waiting ->
    [one] { $waiting } customer waits
   *[other] { $waiting } customers wait
}, { $free } agents are free.
board-behindNobody = { $queues } { $n ->
    [one] is
   *[other] are
} behind: { $waiting ->
    [one] { $waiting } customer waits
   *[other] { $waiting } customers wait
}, and no agent is free.
board-failed = The numbers could not be loaded.
board-nobody = –
board-of = { $some } of { $all }
board-since = today since { $time }, { $zone }
# $part is a whole number of percent.
board-percent = { $part }%
board-tiles-waiting = Waiting
board-tiles-longest = Longest wait
board-tiles-unanswered = Longest without answer
board-tiles-running = In conversation
board-tiles-working = Agents available
board-tiles-answered = In time today
board-tiles-resolved = Resolved today
board-tiles-abandoned = Abandoned today
board-room = room for { $n } more
board-answers = { $some } of { $all } today
board-lateOf = { $some } late of { $all }
board-target = target { $time }
board-timesTarget = { $n } × the target of { $time }
board-pastTarget = past target: { $queues }
board-noWait = no one in the queues
board-noAnswers = No first responses today
board-queues = Queues
board-queueColumns-name = Queue
board-queueColumns-waiting = Waiting
board-queueColumns-longest = Longest wait
board-queueColumns-unanswered = Without answer
board-queueColumns-abandoned = Abandoned today
board-queueColumns-answered = In time today
board-queueColumns-resolved = Resolved today
board-showQueue = Show the conversations of { $name }
board-agents = Agents
board-agentColumns-name = Agent
board-agentColumns-presence = Presence
board-agentColumns-load = Load
board-agentColumns-longest = Customer waiting
board-agentColumns-discussions = Discussions
board-agentColumns-wrapping = Wrapping up
board-agentColumns-resolved = Resolved today
board-agentColumns-active = Last active
board-now = now
board-ago = { $time } ago
board-setBy = set by { $who }
board-conversations = Conversations
board-cardColumns-name = Customer
board-cardColumns-queue = Queue
board-cardColumns-owner = Agent
board-cardColumns-status = State
board-cardColumns-waiting = Waiting
board-priorityOf = Priority { $n }
board-inQueue = In { $queue }
board-ofAgent = With { $name }
board-showAll = Show all again, not only: { $filter }
board-all = Show all conversations
board-acts = Actions
board-actsOf = Actions for { $name }
board-assign = Assign to…
board-give = Assign { $n }
board-giveTo = Assign { $n } to { $name }
board-giveNext = Assign the longest waiting…
board-write = Write to { $name }
board-showAgent = Show their conversations
board-setAway = Set away…
board-setAvailable = Set available
board-presenceLog = Presence history…
board-offline = { $n ->
    [one] { $n } offline
   *[other] { $n } offline
}
board-isAway = { $name } is away now. They are told that it was you.
board-isAvailable = { $name } is available now. They are told that it was you.
board-awayTitle = Set { $name } away
board-awayText = { $name } receives no new work; what they have stays with them. They are told that it was you.
board-awayReason = Reason
board-awayNone = None
board-awayWords = In your own words (optional)
board-awaySubmit = Set { $name } away
board-logTitle = Presence of { $name }
board-logText = Every change of the last 90 days, newest first.
board-logNone = No changes yet.
board-logFailed = The changes could not be loaded.
board-logBy = by { $who }
board-logSelf = by themselves
board-offers = Requests
board-offersOf = the newest 50 of today
board-offerFilters-all = All
board-offerFilters-pending = Pending
board-offerFilters-refused = Refused or timed out
board-after = after { $time }
board-noOffers = Nobody has asked a colleague today.
board-noSuchOffers = No matching requests.
board-allOffers = Show all requests
board-none = No open conversations
board-noQueues = No queues
board-noAgents = Nobody is online
board-more = { $n ->
    [one] The { $n } that waits longest is shown; there are more.
   *[other] The { $n } that wait longest are shown; there are more.
}
board-choose = Select the conversation with { $name }
board-chooseAll = Select all conversations
board-chosen = { $n ->
    [one] { $n } conversation selected
   *[other] { $n } conversations selected
}
board-clear = Clear selection
board-transfer = { $n ->
    [one] Transfer it…
   *[other] Transfer { $n }…
}
