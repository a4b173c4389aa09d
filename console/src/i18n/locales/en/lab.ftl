## lab

lab-title = Try it out
lab-close = Close
lab-story = A first story
lab-storyIntro = You are alone here, so Smith and Martha play themselves.
lab-begin = Let Smith write
lab-again = Begin again
lab-done = done
lab-next = next
lab-progress = { $n } of { $of }
lab-finished = That was the whole story. Nobody but you and Martha saw your discussion.
lab-steps-write-title = Smith writes
lab-steps-write-hint = A customer on WhatsApp. He comes into the queue.
lab-steps-accept-title = Accept John Smith
lab-steps-accept-hint = In queue → John Smith → Accept.
lab-steps-answer-title = Answer him
lab-steps-answer-hint = He answers back after a moment.
lab-steps-discuss-title = Discuss with Martha
lab-steps-discuss-hint = Assign/Discuss → Martha Osei. She accepts.
lab-steps-talk-title = Write to her
lab-steps-talk-hint = In the discussion. Smith does not see it.
lab-steps-end-title = End the discussion
lab-steps-end-hint = And say whether it was resolved.
lab-steps-resolve-title = Resolve
lab-steps-resolve-hint = Tell Smith the good news first.
lab-switches = Switches
lab-people = Who plays along
lab-martha = Martha accepts discussions and answers
lab-smith = Smith answers when you write to him
lab-yourself = You are Martha yourself.
lab-network = What goes wrong
lab-networkIntro = On the way from the server to every console and chat. All of it should heal.
lab-cut = Cut every line
lab-wasCut =
    { $n ->
        [one] { $n } line was cut.
       *[other] { $n } lines were cut.
    }
lab-faults-drop = Drop every fifth update
lab-faults-duplicate = Send every third update twice
lab-faults-reorder = Let updates overtake each other
lab-faults-delay = Half a second late, all of them
lab-clock = The lab’s clock
lab-clockIntro = Forward only. What is due by then happens at once.
lab-jumps-30 = +30 s
lab-jumps-120 = +2 min
lab-jumps-900 = +15 min
lab-jumps-86400 = +1 day
lab-dayHint = A day signs everybody out.
lab-ahead = The server’s clock is { $text } ahead.
lab-failed = The local platform does not answer.
lab-marthaSays-1 = Hi! Leaking handles? That is the March batch, I know it.
lab-marthaSays-2 = Part 20-817, a gasket, fixes it. Free of charge until the end of the month.
lab-marthaSays-3 = Happy to help. End the discussion whenever you like, and bring him the good news.
lab-smithSays-1 = Hello, my new kettle leaks at the handle. Order 20817, it came on Tuesday.
lab-smithSays-2 = Yes, every time I pour. Is that safe?
lab-smithSays-3 = I would rather keep it than send it back, it was a present.
lab-smithSays-4 = Wonderful, that would be great!
