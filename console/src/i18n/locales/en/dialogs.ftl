## engage

engage-title = Assign/Discuss
engage-transferTitle = Transfer
engage-assignTitle = Assign
engage-act = What to do
engage-discuss = Discuss
engage-assign = Assign
engage-transfer = Transfer
engage-conference = Conference
engage-inviteTitle = Invite to the discussion
engage-hints-discuss = Ask a colleague in private. The customer notices nothing.
engage-hints-assign = Ask a colleague to take the conversation over.
engage-hints-transfer = Hand the conversation on.
engage-hints-give = Give the conversation to somebody, or move it to another queue.
engage-hints-conference = Ask a colleague to speak with the customer together with you.
engage-hints-invite = One more colleague in the running discussion. The customer notices nothing.
engage-type = Assign to
engage-types-agent = User
engage-types-manager = Manager
engage-types-team = Team
engage-types-skill = Skill
engage-types-queue = Queue
engage-which-agent = Select user
engage-which-manager = Select manager
engage-which-team = Select team
engage-which-skill = Select skill
engage-which-queue = Select queue
engage-search-agent = Type a name
engage-search-manager = Type a name
engage-search-team = Type a team
engage-search-skill = Type a skill
engage-search-queue = Type a queue
engage-noMatch = No match
engage-none-agent = No users
engage-none-manager = No managers
engage-none-team = No teams
engage-none-skill = No skills
engage-none-queue = No queues
engage-all = Ask all at once
engage-allHint = Everybody is asked together; the first to accept gets it. Off: one after another.
engage-promoted = in your discussion: at once, without asking again
engage-loadFailed = Could not refresh who is available. This may be out of date.
engage-loading = Loading…
engage-mode = Hand over
engage-immediate = Now
engage-offer = After they accept
engage-note = Note (optional)
engage-notePlaceholder = What should they know?
engage-submit-discuss = Discuss with { $name }
engage-submit-assign = Ask { $name } to take over
engage-submit-conference = Ask { $name } to join
engage-submit-conferenceNow = Bring { $name } in now
engage-submit-invite = Invite { $name }
engage-submit-transferNow = Transfer now to { $name }
engage-submit-give = Assign to { $name }
engage-submit-transferOffer = Offer to { $name }
engage-submitNone-discuss = Discuss
engage-submitNone-assign = Assign
engage-submitNone-transfer = Transfer
engage-submitNone-conference = Conference
engage-chooseFirst = Choose who to ask first.
engage-unreachable = { $name } cannot be chosen now: { $why }.
engage-away = away
engage-offline = offline
engage-why-target_is_owner = owns this conversation
engage-why-offer_pending = has been asked already
engage-why-target_consults = is in a discussion already
engage-why-target_in_conference = is in the conference already
engage-why-target_full = at capacity
engage-why-target_empty = has no members who take work
engage-why-nobody_available = nobody free
engage-why-transfer_not_allowed = not in a team that handles this conversation
engage-why-still_queued = the conversation waits there already
engage-why-conference_full = the conference is full
engage-why-too_many_offers = three requests are pending already
engage-why-too_many_discussions = three discussions are running already
engage-why-too_many_experts = five colleagues are in the discussion already
engage-why-not_owner = the conversation has another owner
engage-why-conversation_closed = the conversation is over
engage-partly = { $some } of { $all } conversations
engage-groups-consulting = Active consultations
engage-groups-available = Available
engage-groups-unavailable = Unavailable
engage-callFirst = Or call { $name } first.
engage-there = there for { $time }
engage-waiting = { $n } waiting
engage-thereOf = { $there } of { $all } available

## endedRequests

endedRequests-name = Request not accepted
# `$what` in the sentences below is one of these.
endedRequests-what-discuss = discuss
endedRequests-what-assign = take over
endedRequests-what-conference = join the conference
endedRequests-rejected = { $who } rejected your request to { $what }.
endedRequests-nobody = Nobody accepted your request to { $what }: you asked { $who }.
endedRequests-timedOut = Your request to { $who } to { $what } was not answered in time.
endedRequests-withdrawn = You withdrew your request to { $who } to { $what }.
endedRequests-again = Ask another colleague

## reasons

reasons-rejectTitle = Reject { $name }'s request
reasons-withdrawTitle = Withdraw the request to { $name }
reasons-legend = Reason
reasons-other = Other
reasons-text = In your own words
reasons-textOptional = In your own words (optional)
reasons-addWords = Add words
reasons-required = Choose a reason, or write one.
reasons-requiredText = Write the reason.
reasons-reject = Reject request
reasons-withdraw = Withdraw request
reasons-rejectEffect = { $name } is told the reason. The customer notices nothing.
reasons-withdrawEffect = { $name } is told why.
reasons-overMeanwhile = The request is over
reasons-keepText = Copy what you wrote

## discussion

discussion-name = Discussion
discussion-private = Only you and { $names } can read this
# `$by` may be app-you.
discussion-question = { $by } asked
discussion-log = Discussion messages
discussion-label = Message to the discussion
discussion-placeholder = Write to { $names }…
discussion-folded = Ask { $names }…
discussion-send = Send
discussion-end = End discussion
discussion-leave = Leave
discussion-leaving = Leaving…
discussion-empty = No messages yet
discussion-over = Discussion ended
discussion-endTitle = End the discussion
discussion-endQuestion = Was it resolved?
discussion-yes = Yes, resolved
discussion-no = No, not resolved
discussion-note = Note (optional)
discussion-endEffect = The customer’s conversation goes on.
discussion-done = Mark done
discussion-menu = More for this discussion
discussion-invite = Invite another colleague…
discussion-promoteTransfer = Transfer to { $name }
discussion-promoteConference = Add { $name } to the conference
discussion-transfer = Transfer
discussion-addToConference = Add to conference
discussion-release = Remove { $name }…
discussion-releaseTitle = Remove { $name } from the discussion
discussion-releaseEffect = { $name } leaves the discussion; it goes on with the others.
discussion-releaseQuestion = Did { $name } answer the question?
discussion-outcomeOf = Did { $name } answer it?
discussion-endSubmit = End discussion
discussion-yesShort = Yes
discussion-noShort = No
discussion-tabs = Discussions side by side
discussion-newIn = new

## resolve

resolve-title = Resolve the conversation
resolve-text = The conversation with { $name } ends. If they write again, a new one begins.
# With both discussions and requests; -discussions and -offers where there is only one kind of them.
resolve-also =
    This also ends { $discussions ->
        [one] { $discussions } discussion
       *[other] { $discussions } discussions
    } and { $offers ->
        [one] { $offers } pending request
       *[other] { $offers } pending requests
    }.
resolve-also-discussions =
    This also ends { $discussions ->
        [one] { $discussions } discussion
       *[other] { $discussions } discussions
    }.
resolve-also-offers =
    This also ends { $offers ->
        [one] { $offers } pending request
       *[other] { $offers } pending requests
    }.
resolve-alsoConference = This also ends the conference with { $names }.
resolve-note = Note (optional)
resolve-submit = Resolve
resolve-submitForAll = Resolve for everybody
resolve-next = Resolve and open next
resolve-anyway = Resolve anyway
resolve-anywayNext = Resolve anyway, open next
resolve-unanswered = { $name }’s last message has no answer: “{ $text }”
resolve-draft = Your draft is not sent.
resolve-done = Resolved: { $name }
