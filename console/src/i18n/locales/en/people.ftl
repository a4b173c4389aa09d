## people

people-title = People
people-lead = Everyone on the team, their availability and their skills.
people-readOnly = Managers can edit the people in their teams; admins can edit everyone.
people-search = Search by name, team or skill
people-count = { $shown } of { $all }
# All of them are shown.
people-count-all = { $all ->
    [one] { $all } person
   *[other] { $all } people
}
people-table = Colleagues
people-columns-name = Name
people-columns-role = Role
people-columns-teams = Teams
people-columns-presence = Presence
people-columns-load = Load
people-columns-skills = Skills
people-columns-acts = Actions
people-roles-agent = Agent
people-roles-manager = Manager
people-roles-admin = Admin
people-you = you
people-inactive = Deactivated
people-since = since { $when }
people-load = { $open } of { $capacity }
people-loadUnit = conversations
people-noSkills = None
people-write = Write to { $name }
people-edit = Edit { $name }
people-noMatch = Nobody matches
people-clear = Clear the search
people-loadFailed = The list could not be refreshed; it may be out of date.
people-form-title = Edit { $name }
people-form-name = Name
people-form-nameProblem = { $min } to { $max } characters
people-form-capacity = Conversations at once
people-form-capacityHint = From { $min } to { $max }. At this number, no new conversations are assigned.
people-form-capacityProblem = A whole number from { $min } to { $max }
people-form-skills = Skills
people-form-skillsHint = Up to { $max }. Lowercase letters, digits and dashes; spaces become dashes.
people-form-skillProblem = Up to { $max } characters: a to z, 0 to 9 and dashes
people-form-skill = Another skill
people-form-add = Add
people-form-remove = Remove { $skill }
people-form-noSkills = No skills yet
people-form-skillsFull = The limit is { $max }; remove one first
people-form-skillTwice = { $skill } is already added
people-form-call = Call link
people-form-callHint = A telephone number, or sip:name@host. Leave it empty for none.
people-form-callProblem = A telephone number, or a tel:, sip: or sips: link of up to 200 characters
people-form-signIn = Sign-in
people-form-active = Can sign in
people-form-activeHint = Without this, their sessions end at once and their conversations go back to the queue.
people-form-unbind = Unlink their account
people-form-unbindHint = Signs them out. The next account with their verified email address is linked instead.
people-form-unbound = No account is linked yet. The first sign-in with their verified email address links it.
people-form-save = Save
people-form-saving = Saving…
people-form-unreachable = The server could not be reached. Your changes may not be saved; try again.
people-form-saved = { $name } was saved
