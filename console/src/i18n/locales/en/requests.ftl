## became

# What became of a request, by the name of what happened. `-untimed`: the time is not known.
became-accepted = Accepted by { $who } at { $at }
became-accepted-untimed = Accepted by { $who }
became-rejected = Rejected by { $who } at { $at }
became-rejected-untimed = Rejected by { $who }
became-withdrawn = Withdrawn by { $who } at { $at }
became-withdrawn-untimed = Withdrawn by { $who }
became-timedOut = Timed out at { $at }: no answer from { $who }
became-timedOut-untimed = Timed out: no answer from { $who }
became-rescinded = Cancelled at { $at }: the conversation moved on or ended
became-rescinded-untimed = Cancelled: the conversation moved on or ended
became-steps-rejected = Rejected by { $who } at { $at }
became-steps-timedOut = No answer from { $who } by { $at }
became-steps-withdrawn = { $who } had not answered
became-steps-faster = { $who }: a colleague was faster
became-steps-rescinded = { $who } had not answered
# `-unknown`: who did it is not known.
became-ends-ended = Ended by { $who } at { $at }
became-ends-ended-unknown = Ended at { $at }
became-ends-left = { $who } left at { $at }
became-ends-left-unknown = Ended at { $at }
became-ends-transferred = Ended at { $at }: the conversation moved on
became-ends-promoted = Ended at { $at }: it became a transfer or a conference
became-ends-conversation_ended = Ended with the conversation at { $at }
became-promoted-transfer = Became a transfer at { $at }
became-promoted-conference = Became a conference at { $at }

## requests

requests-title = Requests
requests-lead = Who asked whom for a discussion, transfer or conference, and how it ended.
requests-leadOwn = What you asked colleagues, what they asked you, and how it ended.
requests-table = Requests, newest first
requests-filters = Filters
requests-person = Person
requests-everybody = Everybody in my teams
requests-me = Me
requests-kind = Kind
requests-anyKind = All kinds
requests-status = Status
requests-anyStatus = All
requests-outcome = Outcome
requests-anyOutcome = All
requests-outcomes-resolved = Question answered
requests-outcomes-unresolved = Question not answered
requests-period = Period
requests-periods-day = Today
requests-periods-week = Last 7 days
requests-periods-month = Last 30 days
requests-periods-custom = Custom range
requests-from = From
requests-until = Until
requests-clear = Clear filters
requests-columns-asked = Asked at
requests-columns-kind = Kind
requests-columns-people = From and to
requests-columns-customer = Customer
requests-columns-status = Status
requests-columns-became = Result
requests-columns-outcome = Outcome
requests-none = No requests
requests-noneText = No requests match these filters in this period.
requests-failed = The requests could not be loaded.
requests-more = Show more
requests-count = { $n ->
    [one] { $n } request
   *[other] { $n } requests
}
# There are more that are not loaded yet.
requests-count-more = { $n } so far
requests-exportCsv = Export as CSV
requests-exporting = Exporting… { $n }
requests-exported = { $n ->
    [one] { $n } request was exported.
   *[other] { $n } requests were exported.
}
requests-exportFailed = The export did not work. Try again.
requests-exportCut = The first { $n } requests were exported. Choose a shorter period for the rest.
requests-wrongPeriod = The start date must not be after the end date, and the range can be at most 92 days.
requests-open = Open the conversation with { $name }
requests-read = Read the discussion
requests-messages = { $n ->
    [one] { $n } message
   *[other] { $n } messages
}
# The name of a file: no spaces, no characters that a file system refuses.
requests-csv-file = requests-{ $from }-{ $to }.csv
requests-csv-head-askedAt = Asked at
requests-csv-head-kind = Kind
requests-csv-head-from = From
requests-csv-head-to = To
requests-csv-head-customer = Customer
requests-csv-head-queue = Queue
requests-csv-head-conversation = Conversation
requests-csv-head-note = Note
requests-csv-head-status = Status
requests-csv-head-decidedAt = Decided at
requests-csv-head-decidedBy = Decided by
requests-csv-head-waited = Waited (s)
requests-csv-head-reason = Reason
requests-csv-head-endedAt = Ended at
requests-csv-head-endedBy = Ended by
requests-csv-head-talked = Talked (s)
requests-csv-head-messages = Messages
requests-csv-head-outcome = Outcome
requests-csv-head-outcomeNote = Outcome note
