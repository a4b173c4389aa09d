## examples

examples-title = Example
examples-discuss = { $name } asks { $other } to discuss. Without an answer within { $time }, the request ends, and { $name } is told.
examples-assign = { $name } asks { $other } to take a conversation over. Without an answer within { $time }, the request ends, and the conversation stays with { $name }.
examples-conference = { $name } asks { $other } to join a conference. Without an answer within { $time }, the request ends.
examples-step = { $name } asks a team to discuss. { $other } does not accept within { $step }: the next colleague is asked, { $n ->
    [one] one colleague
   *[other] at most { $n } colleagues
} within { $time }.
examples-stepTooLong = One colleague would have longer than the whole request, which ends after { $time }.
examples-manual = John Smith waits in the queue until { $name } or a colleague accepts.
examples-auto = John Smith writes. If { $name } or a colleague is available and has room, one of them has the conversation at once.
examples-loads = { $name } has { $mine } of { $room } conversations, { $other } has { $theirs } of { $otherRoom }. { $winner } gets the next one, with the smaller share of the capacity taken.
examples-loadsEqual = { $name } has { $mine } of { $room } conversations, { $other } has { $theirs } of { $otherRoom }. The shares are equal: the next one goes to the agent who has been idle for longer.
examples-longestIdle = { $name } has { $mine } of { $room } conversations and got no work for 10 minutes, { $other } has { $theirs } of { $otherRoom } and got no work for 3 minutes. { $name } gets the next one.
examples-inTurn = { $name } got a conversation 10 minutes ago, { $other } 3 minutes ago. { $name } gets the next one, with { $mine } of { $room } open.
examples-noSkills = Every agent of the team can be given a conversation.
examples-skills = Only agents with { $skills } are given a conversation: { $names }.
examples-nobodyAble = Nobody has { $skills }: no conversation would be given to anybody.
examples-more = { $n } more
examples-priority = { $n ->
    [0] 0 is the lowest priority: every customer with a higher one is served first.
   *[other] A customer with priority { $n } is served before everybody with a lower one, also before those who have waited for longer.
}
examples-firstAnswer = John Smith writes. After { $warn } without a response a warning goes out, after { $time } the response is late.
examples-warnTooEarly = The warning would come before anybody waits. Warn for less than { $time }.
examples-requeue = { $name } does not answer John Smith. After { $warn } a warning comes, and after { $time } John Smith waits at the front of the queue again.
examples-requeueOff = John Smith waits for the answer of { $name }, however long it takes.
examples-offline = { $name } goes offline. After { $time } every conversation of { $name } is back in its queue.
examples-offlineOff = { $name } goes offline and keeps the conversations.
examples-abandon = John Smith waits in the web chat and writes nothing for { $time }: the conversation ends as abandoned.
examples-abandonOff = John Smith waits in the web chat until an agent takes the conversation.
examples-autoResolve = { $name } answers on { $from }. If John Smith writes nothing until { $until }, the conversation is resolved.
examples-autoResolveLong = { $name } answers on { $from }. If John Smith writes nothing for { $time }, the conversation is resolved.
examples-reopen = A conversation ends on { $from }. If John Smith writes again until { $until }, it goes on: with { $name }, if { $name } is available with room, otherwise in the queue.
examples-reopenLong = A conversation ends on { $from }. If John Smith writes again within { $time }, it goes on: with { $name }, if { $name } is available with room, otherwise in the queue.
examples-reopenOff = A conversation ends. The next message of John Smith begins a new one, linked to the earlier one.
examples-alwaysOpen = Customers write at any time and get no automatic message.
examples-messageUnused = Nobody gets the message: without business hours it is always open.
examples-messageMissing = Business hours need a message for the time outside of them.
examples-closed = A customer who begins a conversation on { $at } gets “{ $message }” and waits until { $until }.
examples-closedForLong = A customer who begins a conversation on { $at } gets “{ $message }”. No day within a year is open after that.
examples-zone = These times are those of { $zone }.
examples-wrapOff = { $name } resolves a conversation and has room for the next one.
examples-wrapOptional = { $name } resolves a conversation. It takes room until { $name } marks it as done.
examples-wrapMandatory = { $name } resolves a conversation. It takes room until { $name } has chosen { $n ->
    [one] the one outcome
   *[other] one of { $n } outcomes
}.
examples-noOutcomes = An outcome would be mandatory, but there is none to choose. Add dispositions.
examples-wrapLimit = After { $time } it counts as done without one.
examples-transferNow = { $name } transfers John Smith to { $other }, who has the conversation at once.
examples-transferOffer = { $name } transfers John Smith to { $other }, who has { $time } to accept. Until then the conversation stays with { $name }.
examples-anywhere = { $name } can transfer John Smith to any colleague and any team.
examples-nearby = { $name } can transfer John Smith to colleagues of the same teams, of the queue’s team, and of teams that share the channel.
examples-keepsWait = John Smith has waited for 12 minutes and goes to another queue: customers there with the same priority who have waited for less come after him.
examples-losesWait = John Smith has waited for 12 minutes and goes to another queue: every customer there with the same priority comes before him.
examples-keepsPriority = John Smith has priority 5 and keeps it in another queue.
examples-losesPriority = John Smith has priority 5 and gets the priority of the other queue.
examples-parties = The customer, { $name }, and { $n ->
    [one] one colleague
   *[other] up to { $n } colleagues
} can speak together.
examples-closing = “{ $phrase }” as the whole message ends the conversation; “{ $phrase }, one more question” does not.
examples-noClosing = No message of a customer ends a conversation.
examples-capacity = With { $open } of { $n } conversations, { $name } { $room ->
    [0] has room for none: new work goes to colleagues.
   *[other] has room for { $room } more.
}
