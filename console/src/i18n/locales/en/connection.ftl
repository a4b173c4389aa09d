## connectionStates
connectionStates-again = { $changed ->
    [0] Connected again.
    [one] Connected again. { $changed } conversation changed.
   *[other] Connected again. { $changed } conversations changed.
}
connectionStates-catchingUp = Catching up…
connectionStates-update = Update ready.
connectionStates-reload = Reload
connectionStates-revoked = You no longer have access to the console
connectionStates-revokedText = Drafts and unsent messages stay in this browser.
connectionStates-switchAccount = Sign in as somebody else
