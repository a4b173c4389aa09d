//! Meta's errors for Messenger and Instagram: `docs/decisions/0052-messenger-and-instagram.md` names
//! the sources.

use crate::fault::{Fault, find, unknown};

/// The errors of the Send API.
#[rustfmt::skip]
pub const TABLE: &[Fault] = &[
    Fault::passing(1, "Meta failed by itself", "The engine tries again."),
    Fault::lasting(1, "The app lacks a permission or its verification", "Check the app's access level and the business verification in Meta's App Dashboard.").with(99),
    Fault::passing(2, "Meta is not available now", "The engine tries again."),
    Fault::lasting(3, "The app may not use this function", "Ask for the permission in the App Review."),
    Fault::passing(4, "The app's limit of requests is reached", "The engine tries again."),
    Fault::lasting(10, "The app may not write to this customer", "Check the permission pages_messaging or instagram_manage_messages, and that the Page's admin granted it."),
    Fault::lasting(10, "The window for answers is over", "Wait for the customer's next message; people may answer within seven days where Meta approved the human-agent feature.").with(2018278),
    Fault::lasting(10, "The window for answers is over", "Wait for the customer's next message; people may answer within seven days where Meta approved the human-agent feature.").with(2534022),
    Fault::lasting(10, "Another app has taken the conversation", "Take the conversation over in the Page's inbox, or make this app its default app.").with(2018300),
    Fault::passing(32, "The Page's limit of requests is reached", "The engine tries again."),
    Fault::lasting(100, "Meta does not take a part of the message", "Write it more simply; a customer who left Messenger gets none."),
    Fault::lasting(100, "Meta knows no such customer", "The customer has left, or wrote to another Page.").with(2018001),
    Fault::lasting(100, "Meta could not fetch the file", "Check that the files' address is reachable from the internet over HTTPS.").with(2018047),
    Fault::lasting(100, "Meta could not fetch the file", "Check that the files' address is reachable from the internet over HTTPS.").with(2018008),
    Fault::lasting(100, "Meta has not approved the app for answers by people after a day", "Ask for the feature Human Agent in the App Review, or wait for the customer's next message.").with(2018276),
    Fault::lasting(190, "Meta refuses the access token", "Enter a new token of the Page in the asset's settings."),
    Fault::lasting(200, "The customer cannot be written to", "The customer blocked the Page, or the app lacks its permission."),
    Fault::lasting(200, "The app is in development and writes to its testers only", "Publish the app in Meta's App Dashboard.").with(2018028),
    Fault::lasting(200, "The customer has closed the conversation", "Wait until the customer writes again.").with(1545041),
    Fault::lasting(230, "The token lacks the permission pages_messaging", "Make a new token with it."),
    Fault::lasting(368, "Meta has blocked the Page for its messages", "Look at the Page's support inbox, and appeal there."),
    Fault::lasting(551, "The customer is not available", "The customer blocked the Page, left, or stopped its messages."),
    Fault::lasting(551, "The customer is not available", "The customer blocked the Page, left, or stopped its messages.").with(1545041),
    Fault::passing(613, "The limit of messages is reached", "The engine tries again."),
    Fault::passing(1200, "Meta failed for the moment", "The engine tries again."),
    Fault::lasting(1545041, "The customer is not available", "The customer blocked the Page, left, or stopped its messages."),
    Fault::lasting(2018278, "The window for answers is over", "Wait for the customer's next message; people may answer within seven days where Meta approved the human-agent feature."),
    Fault::passing(80006, "The account's limit of messages is reached", "The engine tries again."),
    Fault::passing(80007, "The account's limit of requests is reached", "The engine tries again."),
];

/// An error in words.
pub(super) fn told(code: Option<i64>, subcode: Option<i64>, said: Option<&str>) -> String {
    code.and_then(|code| find(TABLE, code, subcode))
        .map_or_else(|| unknown("Meta", code, said), Fault::told)
}

/// Whether a request that met this error may succeed a little later. Meta answers throttles with
/// 400 and a missing permission with 500, so that the code decides before the status.
pub(super) fn passes(code: Option<i64>, subcode: Option<i64>, status: u16) -> bool {
    match code {
        Some(code) => find(TABLE, code, subcode).is_some_and(|fault| fault.passing),
        None => status >= 500 || status == 429,
    }
}
