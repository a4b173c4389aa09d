### Words of working together: conferences, monitoring, transfers of several, wrap-up.

## party

party-name = Participants
party-owner = owner
party-guest = in the conference
party-remove = Remove { $name } from the conference
party-removed = { $name } is no longer in the conference
party-leave = Leave conference
party-leaveShort = Leave
party-leaving = Leaving…
party-leaveTitle = Leave the conference
party-leaveGuest = The conversation with { $name } goes on with { $owner }.
party-leaveOwner = The conversation goes on without you. Of { $names }, whoever has been in it longest and has room becomes its owner.
party-leaveOwnerOne = The conversation goes on with { $name }, who becomes its owner.
party-glyph = Conference

## monitor

monitor-start = Monitor
monitor-bar = Monitoring
monitor-modes-silent = Silent
monitor-modes-coach = Coach
monitor-modes-barge = Barge in
monitor-effects-silent = You read along. Only managers can see that.
monitor-effects-coach = Only { $owner } sees what you write.
monitor-effects-barge = The customer sees what you write.
monitor-chip-silent = monitoring
monitor-chip-coach = coaching
monitor-chip-barge = barged in
monitor-stop = Stop monitoring
monitor-mode = Monitoring mode

## coach

coach-band = Coaching
# Under each line.
coach-privacy = Only you and { $names } see this
coach-privacyAlone = The customer does not see this
coach-label = Message between the owner and the coach
coach-placeholder = Write to { $names }…
coach-answer = { $names } coaches you. Answer here; the customer does not see it.
coach-answerMany = { $names } coach you. Answer here; the customer does not see it.

## attention

attention-conference = You are in the conference with { $name }
attention-joined = { $who } joined the conference with { $name }
attention-coached = { $who } wrote to you in private about { $name }
attention-said = { $who } wrote in the discussion about { $name }
attention-wrote = { $who } wrote in the conference with { $name }
attention-due = { $name } is waiting for a first response
attention-late = { $name }: the first response is late
attention-requeue = { $name } goes back to the queue soon

## due

due-left = first response in { $time }
due-late = First response { $time } late
due-front = Back in the queue, served first
due-frontShort = Next in line
due-priority = Priority { $n }

## requeue

requeue-banner = Without an answer this goes back to { $queue } in { $time }
requeue-now = This is going back to { $queue }…

## team

team-monitored = You are monitoring
team-waiting = Waiting in { $queue }
team-auto = Assigned automatically
team-running = Conversations of your teams
team-empty = No active conversations
team-emptyElse = No other active conversations
team-emptyText = Conversations that your teams work on appear here.
team-failed = The list could not be loaded.
team-refresh = Refresh
team-more = Show more
team-with = with { $name }

## bulk

bulk-select = Select
bulk-stop = Done selecting
bulk-pick = Select { $name }
bulk-all = Select all
bulk-none = Select none
bulk-transfer = Transfer selected ({ $n })
bulk-title = { $n ->
    [one] Transfer { $n } chat
   *[other] Transfer { $n } chats
}
bulk-hint = Chats that cannot be transferred stay where they are.
bulk-result = { $done } of { $all } transferred
bulk-offered = { $done } of { $all } offered
bulk-done = Transferred
bulk-doneOffer = Offered
bulk-retry = { $n ->
    [one] Retry the failed one
   *[other] Retry the { $n } failed
}
bulk-limit = At most { $n } at once.

## wrap

wrap-group = Wrap-up
wrap-row = Ended; mark it done
wrap-title = Finish this conversation
wrap-titleNumbered = Finish conversation { $id }
wrap-disposition = Disposition
wrap-dispositionOptional = Disposition (optional)
wrap-choose = Choose…
wrap-note = Note (optional)
wrap-done = Mark done
wrap-needed = Choose a disposition first.
wrap-neededText = Write a disposition first.
