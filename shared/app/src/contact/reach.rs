//! Finding a customer by an e-mail address or a phone number that agents, or the customer, have
//! noted.

use crate::{Failure, Ground};
use domain::{ContactId, number};
use std::collections::BTreeSet;

use store::contact::record::Contact;

/// The most contacts that one address or number finds.
const FOUND: i32 = 50;
/// The number of a phone number's last digits in the index. They leave out the country's code and
/// the zero that stands for it, which people may write or not.
const DIGITS: usize = 7;

/// The keys under which the index holds a contact.
fn forms(contact: &Contact) -> BTreeSet<String> {
    let phones = contact.phones.iter().filter_map(|phone| of_number(phone));
    contact.email.iter().map(|email| of_email(email)).chain(phones).collect()
}

fn of_email(email: &str) -> String {
    format!("e:{}", email.trim().to_lowercase())
}

fn of_number(text: &str) -> Option<String> {
    let digits = number::called(text)?;
    let last = digits.len().saturating_sub(DIGITS);
    Some(format!("n:{}", &digits[last..]))
}

/// Whether one of the contact's numbers is `number`, with or without the country's code.
fn is_called(contact: &Contact, number: &str) -> bool {
    let mut called = contact.phones.iter().filter_map(|phone| number::called(phone));
    called.any(|phone| phone.ends_with(number) || number.ends_with(&phone))
}

/// Brings the index in step with a changed contact. The function only logs a failure: the contact's
/// other addresses still find it.
pub(crate) async fn index_reach(ground: Ground<'_>, before: Option<&Contact>, after: &Contact) {
    let (old, new) = (before.map(forms).unwrap_or_default(), forms(after));
    for form in new.difference(&old) {
        if let Err(error) = ground.store.note_reach(form, &after.id).await {
            tracing::error!(contact = %after.id, %error, "the contact is not found by an address");
        }
    }
    for form in old.difference(&new) {
        if let Err(error) = ground.store.forget_reach(form, &after.id).await {
            tracing::warn!(contact = %after.id, %error, "the contact is still found by an old address");
        }
    }
}

/// Returns the contacts with the e-mail address or number of a search. Empty if the search is
/// neither.
///
/// # Errors
/// If the table fails.
pub async fn contacts_reached_by(
    ground: Ground<'_>,
    search: &str,
) -> Result<BTreeSet<ContactId>, Failure> {
    let search = search.trim();
    let Some(number) = number::called(search) else {
        if !search.contains('@') {
            return Ok(BTreeSet::new());
        }
        let found = ground.store.reached_by(&of_email(search), FOUND).await?;
        return Ok(found.into_iter().collect());
    };
    let Some(form) = of_number(search) else { return Ok(BTreeSet::new()) };
    let mut found = BTreeSet::new();
    for id in ground.store.reached_by(&form, FOUND).await? {
        let contact = ground.store.contact(&id).await?;
        if contact.is_some_and(|contact| is_called(&contact, &number)) {
            found.insert(id);
        }
    }
    Ok(found)
}
