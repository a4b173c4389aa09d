## contacts
contacts-title = Contacts
contacts-list = Contacts, latest first
contacts-lead = { $days ->
    [one] Contacts with a conversation in the last { $days } day.
   *[other] Contacts with a conversation in the last { $days } days.
}
contacts-search = Name, id, tag or last message
contacts-searchName = Search contacts
contacts-count = { $n ->
    [one] { $n } contact
   *[other] { $n } contacts
}
contacts-countSoFar = { $n ->
    [one] { $n } contact (more below)
   *[other] { $n } contacts (more below)
}
contacts-more = Show more
contacts-further = { $days ->
    [one] Look back { $days } day
   *[other] Look back { $days } days
}
contacts-none = No contacts yet
contacts-noneText = Customers who write to one of your teams are listed here.
contacts-again = Look again
contacts-noMatch = No contacts found
contacts-noMatchText = { $days ->
    [one] No contact of the last { $days } day matches your search.
   *[other] No contact of the last { $days } days matches your search.
}
contacts-clear = Clear the search
contacts-failed = The contacts could not be loaded.
contacts-choose = Select a contact
contacts-chooseText = See the contact’s details and every conversation with them.
contacts-card = Contact { $name }
contacts-missing = This contact cannot be shown
contacts-missingText = It does not exist, or none of its conversations is with one of your teams.
contacts-history = Conversations
contacts-historyNone = There are no conversations you can read.
contacts-back = Back to the contacts
