## settingsWhen

settingsWhen-request = For requests from then on. Running requests keep their time.
settingsWhen-step = From the next colleague asked on, in running requests, too.
settingsWhen-menu = At once, in every menu. Earlier entries keep their words.
settingsWhen-mode = At once. A queue that turns automatic gives out everybody who waits.
settingsWhen-choice = From the next choice on.
settingsWhen-skills = New skills hold at once, for customers who wait, too. Conversations keep the skills that they began with.
settingsWhen-opening = For conversations that begin from then on.
settingsWhen-target = At once, for everybody who waits for a first response. If you shorten the time, a warning that is set already may still come at its earlier time.
settingsWhen-history = At once, for all earlier conversations.
settingsWhen-origins = At once, the next time a page opens the chat.
settingsWhen-watch = At once if you allow more time. If you allow less, conversations that wait already may still have the earlier time.
settingsWhen-offline = For agents who go offline from then on. Off holds at once.
settingsWhen-reopen = From the customer’s next message on, also for conversations that have ended already.
settingsWhen-message = From the customer’s next message on.
settingsWhen-ending = For conversations that end from then on. Open wrap-ups stay as they are.
settingsWhen-outcomes = At once, in open wrap-ups, too. Ended conversations keep their outcome.
settingsWhen-transfer = From the next transfer on.
settingsWhen-conference = From the next request on. Nobody has to leave a conference.
settingsWhen-surveys = At once, in the menu. A question that was sent already stays as it is.
