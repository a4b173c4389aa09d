## mentions

mentions-title = Mentions
mentions-rail = Mentions
# -many where there are more than 98.
mentions-unseen =
    { $n ->
        [one] { $n } new mention
       *[other] { $n } new mentions
    }
mentions-unseen-many = over 98 new mentions
mentions-kept = Of the last 30 days
mentions-none = Nobody has mentioned you
mentions-noneText = Colleagues mention you with @ in a comment. You find it here, too.
mentions-failed = The mentions could not be loaded.
mentions-fresh = New:
mentions-more = Show more
mentions-lost = The comment is too far up to be shown.
