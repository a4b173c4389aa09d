//! X's errors, from its pages on response codes as of August 2026. Version 2 of the API answers
//! with a status and a problem; some problems still carry the codes of version 1.1.

use serde_json::Value;

use crate::fault::{Fault, find, unknown};

/// The codes that stand in the answer's body.
#[rustfmt::skip]
pub const TABLE: &[Fault] = &[
    Fault::lasting(32, "X refuses the keys", "Enter the app's keys and the account's tokens again."),
    Fault::lasting(64, "X has suspended the account", "Sign in on X and appeal."),
    Fault::passing(88, "X's limit of requests is reached", "The engine tries again."),
    Fault::lasting(89, "X refuses the access token", "Make new tokens of the account in the Developer Console, and enter them."),
    Fault::lasting(93, "The app may not send direct messages", "Give the app the permission Read, write and Direct Messages, then make new tokens."),
    Fault::passing(130, "X is overloaded", "The engine tries again."),
    Fault::passing(131, "X failed by itself", "The engine tries again."),
    Fault::lasting(150, "The customer takes no messages from accounts that they do not follow", "Wait until the customer writes again."),
    Fault::lasting(151, "X could not send the message", "Wait until the customer writes again."),
    Fault::lasting(214, "X does not take a part of the message", "Write it more simply."),
    Fault::lasting(226, "X takes the message for an automated one", "Write it in other words, and without links."),
    Fault::lasting(324, "X does not take the file", "Send another file: JPG, PNG, GIF or MP4."),
    Fault::lasting(326, "X has locked the account", "Sign in on X and unlock it."),
    Fault::lasting(349, "The customer cannot be written to", "The customer blocked the account, or takes messages from followed accounts only."),
    Fault::lasting(354, "The text is longer than 10,000 characters", "Send it in several messages."),
    Fault::lasting(453, "The app's plan does not include this", "Look at the app's access in the Developer Console."),
];

/// The statuses of answers without such a code.
#[rustfmt::skip]
pub const STATUSES: &[Fault] = &[
    Fault::lasting(400, "X does not take a part of the message", "Write it more simply; a file must have been uploaded by the same account within 24 hours."),
    Fault::lasting(401, "X refuses the keys", "Enter the app's keys and the account's tokens again."),
    Fault::lasting(402, "The app has no credits left at X", "Buy credits in the Developer Console."),
    Fault::lasting(403, "X does not let the account write to this customer", "The customer blocked the account or takes no messages from it, or the app lacks the permission for direct messages."),
    Fault::lasting(404, "X knows no such customer", "The customer's account is gone."),
    Fault::passing(429, "X's limit of messages is reached", "The engine tries again: 15 in 15 minutes and 1,440 in a day."),
    Fault::passing(500, "X failed by itself", "The engine tries again."),
    Fault::passing(502, "X is not available now", "The engine tries again."),
    Fault::passing(503, "X is overloaded", "The engine tries again."),
    Fault::passing(504, "X did not answer in time", "The engine tries again."),
];

/// An error in words, and whether the request may succeed a little later.
pub(super) fn read(status: u16, answer: &Value) -> (String, bool) {
    let first = &answer["errors"][0];
    let code = first["code"].as_i64().or_else(|| answer["code"].as_i64());
    let said = [&answer["detail"], &first["message"], &first["detail"], &answer["title"]];
    let said = said.into_iter().find_map(Value::as_str);
    let known = code.and_then(|code| find(TABLE, code, None));
    if let Some(fault) = known.or_else(|| find(STATUSES, i64::from(status), None)) {
        return (fault.told(), fault.passing);
    }
    (unknown("X", code.or(Some(i64::from(status))), said), status >= 500)
}
