//! Things that a customer shares as a whole: contacts, the answers of a form, an order.

use serde::{Deserialize, Serialize};

/// One shared address-book contact.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The person's name.
    pub name: String,
    /// The person's phone numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<String>,
    /// The person's e-mail addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// The person's company, department and title, as far as they are known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub work: Vec<String>,
    /// The person's postal addresses, each in one line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// The person's pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub urls: Vec<String>,
    /// The person's birthday, as the channel writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birthday: Option<String>,
}

impl Card {
    /// The lists of the card, with all their lines.
    pub(super) fn lists(&self) -> [&Vec<String>; 5] {
        [&self.phones, &self.emails, &self.work, &self.addresses, &self.urls]
    }

    /// The lists of the card, to be shortened.
    pub(super) fn lists_mut(&mut self) -> [&mut Vec<String>; 5] {
        [&mut self.phones, &mut self.emails, &mut self.work, &mut self.addresses, &mut self.urls]
    }
}

/// One answer of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The field's name in the form.
    pub field: String,
    /// The customer's answer; several values stand side by side.
    pub value: String,
}

/// An order from the business's catalogue.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The provider's id of the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catalog: Option<String>,
    /// The customer's words beside the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The items.
    pub items: Vec<Item>,
}

/// One item of an order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The retailer's id of the product.
    pub id: String,
    /// The product's name, if the channel tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The number of pieces.
    pub quantity: u32,
    /// The price of one piece, as a decimal number, for example `12.50`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<String>,
    /// The currency of the price, for example `EUR`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

/// The decimal places with which sums are reckoned: no currency has more than four.
const PLACES: usize = 6;

impl Order {
    /// The number of pieces.
    #[must_use]
    pub fn pieces(&self) -> u64 {
        self.items.iter().map(|item| u64::from(item.quantity)).sum()
    }

    /// The sum of the order and its currency; `None` if an item has no price, or the items have
    /// several currencies.
    #[must_use]
    pub fn sum(&self) -> Option<(String, &str)> {
        let currency = self.items.first()?.currency.as_deref()?;
        let mut sum: i128 = 0;
        let mut shown = 0;
        for item in &self.items {
            let (price, places) = amount(item.price.as_deref()?)?;
            if item.currency.as_deref() != Some(currency) {
                return None;
            }
            sum = sum.checked_add(price.checked_mul(i128::from(item.quantity))?)?;
            shown = shown.max(places);
        }
        let one = 10_i128.pow(u32::try_from(PLACES).unwrap_or(6));
        let digits = format!("{}.{:06}", sum / one, sum % one);
        let dropped = if shown == 0 { PLACES + 1 } else { PLACES - shown };
        Some((digits[..digits.len() - dropped].to_owned(), currency))
    }

    pub(super) fn summary(&self) -> String {
        let pieces = self.pieces();
        let noun = if pieces == 1 { "item" } else { "items" };
        match self.sum() {
            Some((sum, currency)) => format!("Order: {pieces} {noun}, {sum} {currency}"),
            None => format!("Order: {pieces} {noun}"),
        }
    }
}

/// Reads a price that is not negative: millionths, and the number of decimal places it has.
fn amount(text: &str) -> Option<(i128, usize)> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty()
        || whole.len() > 15
        || part.len() > PLACES
        || !digits(whole)
        || !digits(part)
    {
        return None;
    }
    let part_value: i128 = format!("{part:0<PLACES$}").parse().ok()?;
    Some((whole.parse::<i128>().ok()? * 1_000_000 + part_value, part.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(items: &[(u32, &str, &str)]) -> Order {
        let item = |(quantity, price, currency): &(u32, &str, &str)| Item {
            id: "KETTLE".to_owned(),
            quantity: *quantity,
            price: Some((*price).to_owned()),
            currency: Some((*currency).to_owned()),
            ..Item::default()
        };
        Order { items: items.iter().map(item).collect(), ..Order::default() }
    }

    #[test]
    fn a_sum_is_exact_and_has_as_many_places_as_its_prices() {
        for (items, sum) in [
            (&[(2, "12.50", "EUR"), (1, "0.10", "EUR")][..], "25.10"),
            (&[(3, "0.1", "EUR")], "0.3"),
            (&[(1, "1999", "JPY"), (2, "1", "JPY")], "2001"),
            (&[(1, "1.005", "KWD")], "1.005"),
        ] {
            assert_eq!(order(items).sum().unwrap().0, sum);
        }
    }

    #[test]
    fn an_order_without_a_price_or_in_two_currencies_has_no_sum() {
        for price in ["", "-1", "1,5", "x", "1.1234567", "9999999999999999"] {
            assert_eq!(order(&[(1, price, "EUR")]).sum(), None, "{price}");
        }
        assert_eq!(order(&[(1, "1", "EUR"), (1, "1", "USD")]).sum(), None);
        assert_eq!(Order::default().sum(), None);
    }

    #[test]
    fn the_line_of_an_order_tells_the_pieces_and_the_sum() {
        assert_eq!(order(&[(2, "12.50", "EUR")]).summary(), "Order: 2 items, 25.00 EUR");
        assert_eq!(order(&[(1, "x", "EUR")]).summary(), "Order: 1 item");
    }
}
