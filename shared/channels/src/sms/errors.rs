//! Twilio's errors, from its error and warning dictionary as of November 2026.

use crate::fault::{Fault, find, unknown};

/// The errors of requests and of status callbacks.
#[rustfmt::skip]
pub const TABLE: &[Fault] = &[
    Fault::lasting(20003, "Twilio refuses the credentials", "Enter the account SID and its auth token or API key again, and check that the account is active and paid."),
    Fault::lasting(20404, "Twilio knows no such account, or not by these credentials", "Compare the account SID with the one in the Twilio Console."),
    Fault::passing(20429, "Twilio takes no more requests now", "The engine tries again."),
    Fault::passing(20500, "Twilio failed by itself", "The engine tries again."),
    Fault::passing(20503, "Twilio is not available now", "The engine tries again."),
    Fault::lasting(21211, "The customer's number is no valid phone number", "Compare it with the number that the customer uses, with its country code."),
    Fault::lasting(21212, "The account's own number is no valid sender", "Enter the account's number as +15551234567, or a sender that Twilio approved."),
    Fault::lasting(21266, "Sender and recipient are the same number", "Write to another number."),
    Fault::lasting(21408, "Messages to this country are switched off at Twilio", "Allow the country in the Twilio Console: Messaging > Settings > Geo permissions."),
    Fault::lasting(21602, "The message has neither text nor file", "Write a text."),
    Fault::lasting(21603, "The account has no sender for messages", "Enter the account's number or a messaging service."),
    Fault::lasting(21606, "The account's number cannot send messages", "Buy a number with SMS at Twilio, or connect a messaging service."),
    Fault::lasting(21608, "A trial account writes to verified numbers only", "Upgrade the Twilio account, or verify the customer's number."),
    Fault::lasting(21610, "The customer has stopped messages from this number", "Only the customer can allow them again, by texting START."),
    Fault::passing(21611, "The number's queue at Twilio is full", "The engine tries again."),
    Fault::lasting(21612, "Twilio has no way from this number to the customer's", "Use another number or a messaging service, or reach the customer otherwise."),
    Fault::lasting(21614, "The customer's number cannot receive SMS", "Reach the customer otherwise: it may be a landline."),
    Fault::lasting(21617, "The text is longer than 1,600 characters", "Send it in several messages."),
    Fault::lasting(21620, "Twilio does not take the link to the file", "Check that the files' address is reachable from the internet over HTTPS."),
    Fault::lasting(21623, "The message has more than ten files", "Send them in several messages."),
    Fault::lasting(21635, "The customer's number is a landline", "Reach the customer by phone or otherwise."),
    Fault::lasting(21703, "The messaging service has no number", "Add a number to the messaging service's senders."),
    Fault::passing(21730, "Twilio is under maintenance", "The engine tries again."),
    Fault::lasting(30001, "The number's queue at Twilio was full", "Send it again later, or send less at once."),
    Fault::lasting(30002, "The Twilio account was suspended", "Ask Twilio's support, then send it again."),
    Fault::lasting(30003, "The customer's phone was not reachable", "Send it again later: the phone may be off or without network."),
    Fault::lasting(30004, "The customer's carrier or phone blocked the message", "Reach the customer otherwise."),
    Fault::lasting(30005, "The customer's number is unknown or no longer in use", "Compare the number with the customer's."),
    Fault::lasting(30006, "The customer's number is a landline or its carrier is unreachable", "Reach the customer by phone or otherwise."),
    Fault::lasting(30007, "A carrier filtered the message as unwanted", "Change the wording and leave out shortened links, and check the number's registration."),
    Fault::lasting(30008, "The carrier did not say why the message failed", "Send it again later."),
    Fault::lasting(30010, "The message costs more than the account allows", "Raise the highest price in the account's settings."),
    Fault::lasting(30019, "The file is too large for the customer's carrier", "Send a file of at most 600 KB."),
    Fault::lasting(30022, "The campaign's limit at the carriers is reached", "Send less at once, or raise the campaign's limit."),
    Fault::lasting(30023, "The brand's daily limit at the carrier is reached", "Send it again tomorrow."),
    Fault::lasting(30032, "The toll-free number is not verified", "Submit the toll-free verification in the Twilio Console."),
    Fault::lasting(30034, "The number is not registered for the United States (A2P 10DLC)", "Register brand and campaign in the Twilio Console, and add the number."),
    Fault::lasting(30036, "The message was valid for too short a time", "Send it again."),
    Fault::lasting(30410, "The customer's provider did not answer in time", "Send it again later."),
    Fault::passing(30500, "Twilio failed by itself", "The engine tries again."),
    Fault::lasting(63001, "Twilio could not sign in at the channel's provider", "Connect the sender again in the Twilio Console."),
    Fault::lasting(63003, "The channel's provider does not know the recipient", "Compare the recipient's address."),
    Fault::lasting(63005, "The channel does not take this content", "Send plain text."),
    Fault::lasting(63007, "Twilio has no sender of this channel with this address", "Compare the account's number with the senders in the Twilio Console."),
    Fault::lasting(63012, "The channel's provider failed by itself", "Send it again later."),
    Fault::lasting(63013, "The message is against the channel's policy", "Change the wording."),
    Fault::lasting(63015, "The recipient has not joined the sandbox", "Let the recipient join it by its word."),
    Fault::lasting(63016, "The channel's window for free text is over", "Wait for the customer's next message, or send an approved template."),
    Fault::passing(63018, "The channel's rate limit is reached", "The engine tries again."),
    Fault::lasting(63019, "The provider could not fetch the file", "Check that the files' address is reachable from the internet over HTTPS."),
    Fault::lasting(63021, "The channel does not take the message's form", "Send plain text."),
    Fault::lasting(63024, "The recipient cannot get messages of this channel", "Reach the customer otherwise."),
    Fault::lasting(63030, "The provider does not take a part of the message", "Send plain text."),
    Fault::lasting(63032, "The provider limits messages to this customer", "Wait for the customer's next message."),
    Fault::lasting(63038, "The account's daily limit of messages is reached", "Send it again tomorrow, or raise the limit in the Twilio Console."),
];

/// An error in words.
pub(super) fn told(code: Option<i64>, said: Option<&str>) -> String {
    code.and_then(|code| find(TABLE, code, None))
        .map_or_else(|| unknown("Twilio", code, said), Fault::told)
}

/// Whether a request that met this error may succeed a little later.
pub(super) fn passes(code: Option<i64>, status: u16) -> bool {
    let known = code.and_then(|code| find(TABLE, code, None));
    known.map_or(status == 429 || status >= 500, |fault| fault.passing)
}
