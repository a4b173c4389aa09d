//! Address-book contacts that a customer shared.

use domain::content::Card;
use serde_json::Value;

use super::fields::list;
use crate::trim::Trim;

/// The most lines of each kind in one card.
const LINES: usize = 20;

/// One shared contact.
pub(super) fn card(contact: &Value, trim: &mut Trim) -> Card {
    let name = &contact["name"];
    let org = &contact["org"];
    let work = [&org["company"], &org["department"], &org["title"]];
    Card {
        name: trim
            .field(&name["formatted_name"], 200)
            .or_else(|| trim.field(&name["first_name"], 200))
            .unwrap_or_default(),
        phones: trim.list(list(&contact["phones"]), LINES, |trim, v| {
            trim.field(&v["phone"], 200).or_else(|| trim.field(&v["wa_id"], 200))
        }),
        emails: trim.list(list(&contact["emails"]), LINES, |trim, v| trim.field(&v["email"], 200)),
        work: work.into_iter().filter_map(|line| trim.field(line, 200)).collect(),
        addresses: trim.list(list(&contact["addresses"]), LINES, address),
        urls: trim.list(list(&contact["urls"]), LINES, |trim, v| trim.field(&v["url"], 400)),
        birthday: trim.field(&contact["birthday"], 40),
    }
}

/// A postal address in one line.
fn address(trim: &mut Trim, value: &Value) -> Option<String> {
    let parts = ["street", "city", "state", "zip", "country"];
    let told: Vec<&str> = parts.iter().filter_map(|part| value[*part].as_str()).collect();
    let line = told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    (!line.is_empty()).then(|| trim.text(&line, 400))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_card_keeps_every_line_that_the_customer_shared() {
        let contact = json!({
            "name": {"formatted_name": "Joan Smith"}, "birthday": "1979-08-18",
            "org": {"company": "Kettles Ltd", "title": "Buyer"},
            "phones": [{"phone": "+1 650 555 1234", "wa_id": "16505551234", "type": "WORK"},
                       {"wa_id": "16505550000"}],
            "emails": [{"email": "joan@example.com"}],
            "addresses": [{"street": "1 Hacker Way", "city": "Menlo Park", "zip": "94025"}, {}],
            "urls": [{"url": "https://example.com"}],
        });
        let card = card(&contact, &mut Trim::new());
        assert_eq!(card.name, "Joan Smith");
        assert_eq!(card.phones, ["+1 650 555 1234", "16505550000"]);
        assert_eq!(card.work, ["Kettles Ltd", "Buyer"]);
        assert_eq!(card.addresses, ["1 Hacker Way, Menlo Park, 94025"]);
        assert_eq!(card.urls, ["https://example.com"]);
        assert_eq!(card.birthday.as_deref(), Some("1979-08-18"));
    }
}
