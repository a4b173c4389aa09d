## offer

offer-region = Requests from colleagues
offer-asksDiscuss = { $from } asks to discuss
offer-asksAssign = { $from } asks you to take over
offer-asksConference = { $from } asks you to join the conference
offer-asksJoin = { $from } asks you to join a discussion
offer-asksAlso = Also asked: { $names }. The first to accept gets it.
offer-waiting = waiting { $time }
offer-accept = Accept
offer-reject = Reject
offer-look = Preview
offer-expiring = expiring…
offer-left = { $time } left
offer-more =
    { $n ->
        [one] { $n } more request
       *[other] { $n } more requests
    }
offer-remaining =
    { $seconds ->
        [60] 1 minute left to answer { $who }
       *[other] { $seconds } seconds left to answer { $who }
    }
offer-pendingDiscuss = Waiting for { $to } to answer
offer-pendingAssign = Waiting for { $to } to take over
offer-pendingConference = Waiting for { $to } to join the conference
offer-pendingJoin = Waiting for { $to } to join the discussion
# In the place of a name in other sentences; German stays the same in every case.
offer-target-agent = { $name }
offer-target-manager = { $name }
offer-target-team = the team { $name }
offer-target-skill = somebody with { $name }
offer-target-queue = somebody of { $name }
offer-askingOne = asking { $who }
offer-askingAll = asking { $names } at once
offer-tried = before: { $names }
offer-passed-pending = { $who }
offer-passed-accepted = { $who } accepted
offer-passed-rejected = { $who } rejected
offer-passed-withdrawn = { $who } withdrawn
offer-passed-timed_out = { $who } did not answer
offer-passed-rescinded = { $who }: cancelled
offer-whole = { $time } left in all
offer-withdraw = Withdraw
offer-over = This request is over.

## refusals

refusals-already_taken = Already taken by { $agent }
refusals-not_owner = { $agent } owns this conversation now
refusals-consulting = You are consulting here and cannot reach the customer
refusals-at_capacity = You are at capacity
refusals-offer_pending = { $agent } has been asked already
refusals-not_initiator = Only { $agent } decides what becomes of this discussion
refusals-target_unavailable = { $agent } is not available
refusals-target_full = { $agent } is at capacity
refusals-target_empty = Nobody there takes work
refusals-nobody_available = Nobody there is available with free capacity
refusals-transfer_not_allowed = They are not in a team that handles this conversation
refusals-not_a_group = Only a team, a skill or a queue can be asked all at once
refusals-target_in_conference = They are in the conference already
refusals-target_consults = They are in a discussion of this conversation already
refusals-conference_full = The conference is full
refusals-not_in_conference = They are not in the conference any more
refusals-no_successor = No guest is available with free capacity: you cannot leave yet
refusals-too_many_offers = Three requests are pending already
refusals-too_many_discussions = Three discussions are running or pending already
refusals-too_many_experts = Five colleagues are in this discussion already
refusals-which_expert = Select a colleague
refusals-not_expert = They are not in this discussion any more
refusals-already_involved = You take part in this conversation and cannot monitor it
refusals-too_many_monitors = Three managers are monitoring already
refusals-not_monitoring = You do not monitor this conversation any more
refusals-nobody_coaches = Nobody coaches you any more
refusals-nothing_to_wrap_up = It has been marked done already
refusals-unknown_disposition = That disposition is not in the settings any more
refusals-cannot_undo = This cannot be undone any more
refusals-unknown_choice = This option was removed in the settings
refusals-out_of_range = That number is out of range
refusals-conversation_closed = The conversation is over
refusals-still_queued = Nobody has taken the conversation yet
refusals-version_conflict = A colleague just changed the settings

## offerEnds

offerEnds-taken = Taken by { $agent }.
offerEnds-agreed = { $agent } has accepted.
offerEnds-accepted = It has been accepted already, perhaps in another tab.
offerEnds-rejected = It has been rejected already.
offerEnds-withdrawn = It was withdrawn meanwhile.
offerEnds-timed_out = It timed out.
offerEnds-rescinded = The conversation moved on first.
offerEnds-left = The customer left first.
offerEnds-ended = The conversation ended first.
offerEnds-moved = The conversation went to somebody else first.
