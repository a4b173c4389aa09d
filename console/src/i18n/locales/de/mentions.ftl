## mentions

mentions-title = Erwähnungen
mentions-rail = Erwähnungen
# -many where there are more than 98.
mentions-unseen =
    { $n ->
        [one] { $n } neue Erwähnung
       *[other] { $n } neue Erwähnungen
    }
mentions-unseen-many = über 98 neue Erwähnungen
mentions-kept = Der letzten 30 Tage
mentions-none = Niemand hat Sie erwähnt
mentions-noneText = Kollegen erwähnen Sie mit @ in einem Kommentar. Sie finden ihn auch hier.
mentions-failed = Die Erwähnungen konnten nicht geladen werden.
mentions-fresh = Neu:
mentions-more = Mehr anzeigen
mentions-lost = Der Kommentar liegt zu weit zurück, um angezeigt zu werden.
