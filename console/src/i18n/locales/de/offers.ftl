## offer

offer-region = Anfragen von Kollegen
offer-asksDiscuss = { $from } bittet um eine Besprechung
offer-asksAssign = { $from } bittet Sie um Übernahme
offer-asksConference = { $from } lädt Sie in die Konferenz ein
offer-asksJoin = { $from } lädt Sie in eine Besprechung ein
offer-asksAlso = Ebenfalls angefragt: { $names }. Wer zuerst annimmt, bekommt die Anfrage.
offer-waiting = wartet { $time }
offer-accept = Annehmen
offer-reject = Ablehnen
offer-look = Vorschau
offer-expiring = läuft ab…
offer-left = noch { $time }
offer-more =
    { $n ->
        [one] { $n } weitere Anfrage
       *[other] { $n } weitere Anfragen
    }
offer-remaining =
    { $seconds ->
        [60] Noch 1 Minute, um { $who } zu antworten
       *[other] Noch { $seconds } Sekunden, um { $who } zu antworten
    }
offer-pendingDiscuss = Antwort ausstehend: { $to }
offer-pendingAssign = Übernahme angefragt, Antwort ausstehend: { $to }
offer-pendingConference = Konferenz angefragt, Antwort ausstehend: { $to }
offer-pendingJoin = Teilnahme an Besprechung angefragt, Antwort ausstehend: { $to }
# In the place of a name in other sentences; German stays the same in every case.
offer-target-agent = { $name }
offer-target-manager = { $name }
offer-target-team = Team { $name }
offer-target-skill = Kollegen mit { $name }
offer-target-queue = Kollegen aus { $name }
offer-askingOne = Anfrage läuft: { $who }
offer-askingAll = Anfrage läuft gleichzeitig: { $names }
offer-tried = zuvor: { $names }
offer-passed-pending = { $who }
offer-passed-accepted = { $who } hat angenommen
offer-passed-rejected = { $who } hat abgelehnt
offer-passed-withdrawn = { $who }: zurückgezogen
offer-passed-timed_out = { $who } hat nicht geantwortet
offer-passed-rescinded = { $who }: aufgehoben
offer-whole = insgesamt noch { $time }
offer-withdraw = Zurückziehen
offer-over = Diese Anfrage ist beendet.

## refusals

refusals-already_taken = Bereits übernommen von { $agent }
refusals-not_owner = Jetzt zuständig: { $agent }
refusals-consulting = Sie beraten hier nur und können dem Kunden nicht schreiben
refusals-at_capacity = Sie sind ausgelastet
refusals-offer_pending = Bereits angefragt: { $agent }
refusals-not_initiator = Nur { $agent } entscheidet, wie es mit dieser Besprechung weitergeht
refusals-target_unavailable = { $agent } ist nicht verfügbar
refusals-target_full = { $agent } ist ausgelastet
refusals-target_empty = Dort nimmt niemand Arbeit an
refusals-nobody_available = Dort ist niemand mit freier Kapazität verfügbar
refusals-transfer_not_allowed = Kein Mitglied eines Teams, das diese Unterhaltung bearbeitet
refusals-not_a_group = Nur ein Team, eine Fähigkeit oder eine Warteschlange kann gleichzeitig angefragt werden
refusals-target_in_conference = Bereits in der Konferenz
refusals-target_consults = Bereits in einer Besprechung zu dieser Unterhaltung
refusals-conference_full = Die Konferenz ist voll
refusals-not_in_conference = Nicht mehr in der Konferenz
refusals-no_successor = Kein Gast mit freier Kapazität verfügbar: Sie können noch nicht gehen
refusals-too_many_offers = Drei Anfragen sind bereits offen
refusals-too_many_discussions = Drei Besprechungen laufen bereits oder sind angefragt
refusals-too_many_experts = Fünf Kollegen sind bereits in dieser Besprechung
refusals-which_expert = Wählen Sie einen Kollegen aus
refusals-not_expert = Nicht mehr in dieser Besprechung
refusals-already_involved = Sie sind an dieser Unterhaltung beteiligt und können sie nicht beobachten
refusals-too_many_monitors = Drei Manager beobachten bereits
refusals-not_monitoring = Sie beobachten diese Unterhaltung nicht mehr
refusals-nobody_coaches = Sie werden nicht mehr angeleitet
refusals-nothing_to_wrap_up = Bereits als erledigt markiert
refusals-unknown_disposition = Dieser Abschlussgrund ist nicht mehr in den Einstellungen
refusals-cannot_undo = Dies kann nicht mehr rückgängig gemacht werden
refusals-unknown_choice = Diese Auswahl wurde in den Einstellungen entfernt
refusals-out_of_range = Diese Zahl liegt außerhalb des zulässigen Bereichs
refusals-conversation_closed = Die Unterhaltung ist beendet
refusals-still_queued = Noch niemand hat die Unterhaltung übernommen
refusals-version_conflict = Ein Kollege hat die Einstellungen gerade geändert

## offerEnds

offerEnds-taken = Übernommen von { $agent }.
offerEnds-agreed = { $agent } hat angenommen.
offerEnds-accepted = Die Anfrage wurde bereits angenommen, vielleicht in einem anderen Tab.
offerEnds-rejected = Die Anfrage wurde bereits abgelehnt.
offerEnds-withdrawn = Die Anfrage wurde inzwischen zurückgezogen.
offerEnds-timed_out = Die Anfrage ist abgelaufen.
offerEnds-rescinded = Die Unterhaltung wurde vorher weitergegeben.
offerEnds-left = Der Kunde ist vorher gegangen.
offerEnds-ended = Die Unterhaltung wurde vorher beendet.
offerEnds-moved = Vorher hat jemand anderes die Unterhaltung übernommen.
