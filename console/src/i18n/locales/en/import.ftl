## import of agents

import-open = Import a CSV file
import-title = Import agents
import-lead = A CSV file invites and changes many agents at once. Nothing changes before you have seen every row.
import-drop = Drop a CSV file here
import-choose = Choose a file
import-sample = Download a sample
import-paste = Or paste the table
import-pasted = The pasted table
import-check = Check the rows
import-checking = Checking { $source }…
import-columnsTitle = Columns
import-columnsText = The first line names the columns, in any order. Commas, semicolons, tabs or bars stand between the cells. An empty cell keeps what is set.
import-columns-email = Required. A known address changes that agent; a new one makes an agent.
import-columns-name = Without a name, a new agent gets one from the address.
import-columns-role = agent, manager or admin. A new agent is an agent.
import-columns-teams = Names or ids of teams, with ; between them.
import-columns-skills = Skills, with ; between them.
import-columns-capacity = Conversations at once, from 1 to 50.
import-columns-call = The link of the agent’s call room.
import-wrong-empty = The file is empty.
import-wrong-large = The table has more than 3 MB. Import it in parts.
import-wrong-workbook = This is a spreadsheet’s own format. Save it as CSV and choose that file.
import-checked = { $source }: { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
import-nothingYet = Nothing has changed yet.
import-leavesOut = { $n ->
    [one] Nothing has changed yet. The import leaves the refused row out.
   *[other] Nothing has changed yet. The import leaves the { $n } refused rows out.
}
import-ignored = Unknown columns are left out: { $names }.
import-begin = { $n ->
    [0] Nothing to import
    [one] Import { $n } row
   *[other] Import { $n } rows
}
import-other = Choose another file
import-rows = Rows
import-filter = Show rows
import-all = All { $n }
import-count = { $word } { $n }
import-fates-new = New
import-fates-changed = Changes
import-fates-unchanged = Unchanged
import-fates-refused = Refused
import-done-new = Made
import-done-changed = Changed
import-done-unchanged = Unchanged
import-done-refused = Refused
import-rowNumber = Row { $n }
import-changes = Changes: { $fields }
import-refusedAt = { $column }: { $words }
import-pages = Pages of rows
import-before = Previous
import-after = Next
import-range = { $from } to { $to } of { $all }
import-running = Importing agents
import-progress = { $done } of { $total } rows.
import-goesOn = The import goes on while you look at other pages of the console.
import-stop = Stop
import-stopping = Stopping…
import-stopped = Stopped before row { $row }
import-resume = Go on from row { $row }
import-finished = Done: { $new } made, { $changed } changed, { $unchanged } unchanged, { $refused } refused
import-invitations = Invitations
import-inviteHint = The new agents cannot sign in yet. Each of them needs a sign-in link, by email or from you.
import-invite = { $n ->
    [one] Invite { $n } agent
   *[other] Invite { $n } agents
}
import-inviting = { $done } of { $total } invited
import-mailed = { $n ->
    [one] { $n } email went out.
   *[other] { $n } emails went out.
}
import-byHand = { $n ->
    [one] { $n } agent got no email. Hand the link over.
   *[other] { $n } agents got no email. Hand the links over.
}
import-inviteFailed = { $n ->
    [one] { $n } link could not be made. Try again.
   *[other] { $n } links could not be made. Try again.
}
import-links = Download the links
import-copyLink = Copy the link of { $name }
import-moreLinks = The file has { $n } more.
import-elsewhere = The new agents sign in with their email addresses at your sign-in service.
