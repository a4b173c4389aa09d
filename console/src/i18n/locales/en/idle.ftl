## idle
idle-idle = { $minutes ->
    [one] You have been idle for { $minutes } minute.
   *[other] You have been idle for { $minutes } minutes.
}
idle-locked = Your screen was locked.
idle-question = Set your status to Away? Until then you receive new chats.
idle-reason = Reason
idle-noReason = Without a reason
idle-away = Set myself away
idle-stay = Stay available
idle-setting = Ask whether I am away
idle-settingHint = After this time without a key, a click or a move in any tab of this browser. You are never set away without being asked.
idle-minutes = { $n ->
    [0] Never
    [one] After { $n } minute
   *[other] After { $n } minutes
}
idle-lock = Ask when the screen locks, too
idle-lockOn = You are asked when the screen locks, too.
idle-lockDenied = Your browser does not tell this page when the screen locks.
