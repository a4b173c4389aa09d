## delivery

delivery-waiting = Waiting for the connection
delivery-behind = Waiting for the message before it
delivery-sending = Sending
delivery-acked = Sending
delivery-pending = On its way
delivery-sent = Sent
delivery-delivered = Delivered
delivery-read = Read
delivery-failed = Not delivered
delivery-unsent = Not sent yet
delivery-retry = Retry
delivery-send = Send
delivery-discard = Discard

## events

# Names may be app-you at the start of a sentence, and app-them within one: German inflects for „Sie“ and „Ihnen“, Spanish puts who acted before a colon.
events-opened = Came in through { $queue }
events-customerLeft = The customer left the chat
events-abandoned = The customer left before anybody took it
events-picked = { $who } took the conversation
events-offered = { $who } took over from { $from }
events-transferred = { $from } transferred the conversation to { $to }
events-manager = { $by } assigned the conversation to { $to }
events-auto = { $to } got the conversation automatically
events-autoYou = You got the conversation automatically
events-api = Another system assigned the conversation to { $to }
events-conference = { $to } took over: { $from } left the conference
events-reopenedTo = The customer came back to { $to }
events-reopened = The customer came back: the conversation goes on
events-goesOnIn = Same customer as { $id }: new messages arrive there
events-cameFrom = Same customer as { $id }: new messages arrive here
events-resolveUndone = { $by } undid the resolution
events-offHours = Outside business hours
events-surveySent = { $by } sent the survey “{ $survey }”
events-surveyAnswered = Answer to the survey “{ $survey }”:
events-triggered = { $by } triggered “{ $trigger }”
events-prioritised = { $by } set the priority to { $priority }
events-required = { $by } set the required skills: { $skills }
events-requiredNone = { $by } removed the required skills
events-firstAnswerDue = The first response is due soon
events-stopped = The customer wants no further messages
events-started = The customer allows messages again
events-firstAnswerLate = The first response is late
events-requeueAhead = { $who } was warned: without an answer this goes back to the queue at { $time }
events-requeueAheadYou = Warning: without an answer this goes back to the queue at { $time }
events-wrappedUp = { $who } marked { $id } done
events-wrappedUpAlone = { $id } counts as done: nobody marked it in time
events-joined = { $who } joined the conference
events-conferenceLeft = { $who } left the conference
events-conferenceRemoved = { $by } removed { $who } from the conference
events-monitoring-silent = { $who } is monitoring
events-monitoring-coach = { $who } coaches { $owner }
events-monitoring-barge = { $who } barged in
events-monitoring-stopped = { $who } stopped monitoring
events-monitoring-youSilent = You are monitoring
events-monitoring-youCoach = You coach { $owner }
events-monitoring-youStopped = You stopped monitoring
# In the place of a name in events-requeueAhead and events-monitoring.
events-owner = the owner
events-requeued = { $by } moved the conversation to { $queue }
events-requeuedUnanswered = Back to { $queue }: { $who } left the customer without an answer
events-requeuedOffline = Back to { $queue }: { $who } was offline for too long
events-resolved = { $by } resolved the conversation
events-autoResolved = Resolved after the customer was silent
events-phraseResolved = Resolved: the customer said it is done
events-asked-discuss = { $from } asked { $to } to discuss
events-asked-assign = { $from } asked { $to } to take over
events-asked-conference = { $from } asked { $to } to join the conference
events-asked-join = { $from } asked { $to } to join the discussion
events-atOnce = all at once
events-moved = { $who } is asked next
events-movedYou = You are asked next
events-passed-rejected = { $who } rejected; the request goes on
events-passed-timed_out = { $who } did not answer; the request goes on
events-passed-rescinded = { $who } is asked no longer; the request goes on
events-takenBy = { $who } accepted first
# In the place of a name; German stays the same in every case.
events-group-team = the team { $name }
events-group-skill = somebody with { $name }
events-group-queue = somebody of { $name }
events-nobodyAnswered = Nobody accepted: { $who }
events-nobodyTimedOut = Nobody answered in time: { $who }
events-accepted = { $who } accepted
events-rejected = { $who } rejected
events-withdrawn = { $who } withdrew the request
events-timedOut = { $who } did not answer in time
events-rescinded = Request to { $who } cancelled: the conversation moved on
events-left = { $who } left the discussion
events-released = { $by } removed { $who } from the discussion
events-promotedTransfer = { $who } left the discussion to take over
events-promotedConference = { $who } joined the conference from the discussion
events-endedPromoted = Discussion closed: the colleague joined the conversation
events-outcome = { $who }: { $outcome }
events-ended = { $who } ended the discussion
events-endedLeft = The discussion ended: the last colleague left
events-endedTransferred = The discussion ended: the conversation has a new owner
events-endedClosed = The discussion ended with the conversation
events-wasResolved = resolved
events-notResolved = not resolved
events-note = Note

## undo

undo-undo = Undo
undo-undone = Undone.

## actionMenu

actionMenu-name = Actions
actionMenu-survey = Send survey…
actionMenu-trigger = Start a workflow…
actionMenu-priority = Priority…
actionMenu-skills = Required skills…
actionMenu-monitor = Monitor
actionMenu-surveyTitle = Send a survey
actionMenu-surveyText = The customer gets its question; the answer is kept with the conversation.
actionMenu-surveyLabel = Survey
actionMenu-surveySubmit = Send survey
actionMenu-triggerTitle = Start a workflow
actionMenu-triggerText = Connected systems are notified. The customer notices nothing.
actionMenu-triggerLabel = Workflow
actionMenu-triggerSubmit = Start
actionMenu-priorityTitle = Priority
actionMenu-priorityText = Higher is served first: 0 is the lowest, 9 the highest.
actionMenu-priorityLabel = Priority, 0 to 9
actionMenu-prioritySubmit = Set priority
actionMenu-skillsTitle = Required skills
actionMenu-skillsText = Only agents with these skills are given this conversation.
actionMenu-skillsLabel = Skills
actionMenu-skillsNone = No agent has any skill yet.
actionMenu-skillsLimit = At most { $max } skills.
actionMenu-skillsSubmit = Set skills
actionMenu-note = Note (optional)

## routing

routing-name = Routing
routing-none = No automatic routing in this conversation.
routing-failed = The choices could not be loaded.
routing-why = Why { $who }?
routing-whyYou = Why you?
routing-whyNobody = Why was nobody assigned?
routing-whyEveryone = Who was asked?
routing-chosen = { $who } was chosen automatically
routing-chosenYou = You were chosen automatically
routing-nobody = Nobody could be chosen automatically
routing-everyone = All who could be asked were asked at once
routing-caption = Agents considered, best first
routing-agent = Agent
routing-load = Load
routing-idle = Idle
routing-excluded = Excluded
routing-never = –
routing-more =
    { $n ->
        [one] and { $n } more
       *[other] and { $n } more
    }
routing-strategy = Rule
routing-decidedBy = Decided by
routing-strategies-least_loaded = least loaded
routing-strategies-longest_idle = longest idle
routing-strategies-round_robin = in turn
routing-deciders-nobody = nobody could be chosen
routing-deciders-only_one = there was no second
routing-deciders-load = a smaller share of the capacity was taken
routing-deciders-idle = idle for longer
routing-deciders-turn = the last turn was longer ago
routing-deciders-id = alphabetical order
routing-deciders-everyone = nothing, all were asked at once
routing-exclusions-offline = offline
routing-exclusions-away = away
routing-exclusions-full = at capacity
routing-exclusions-lacks_skill = lacks a skill
routing-exclusions-tried = was asked before
routing-exclusions-involved = takes part already
