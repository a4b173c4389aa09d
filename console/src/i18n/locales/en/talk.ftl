## talk

talk-name = Discussion
talk-title = Discussion: { $names }
talk-private = Only those who took part can read this.
talk-list = Ended, not marked done
talk-with = With { $names }
talk-asked = { $name } asked
talk-nothing = No messages that you can read.
talk-failed = The discussion could not be loaded.
talk-resolved = The question was answered.
talk-unresolved = The question was not answered.
talk-ended-ended = { $by } ended it at { $at }.
talk-ended-left = { $by } left it as the last colleague at { $at }.
talk-ended-transferred = It ended at { $at }, when the conversation moved on.
talk-ended-promoted = It became a transfer or a conference at { $at }.
talk-ended-conversation_ended = It ended with the conversation at { $at }.
talk-open = Open conversation { $id }
talk-read = Read it
talk-readName = Read the discussion
talk-done = Mark done
talk-doneFor = Mark the discussion about { $name } done
talk-away-offline = { $name } is offline
talk-away-away = { $name } is away
talk-away-awayFor = { $name } is away: { $reason }
talk-away-back = { $name } is back
