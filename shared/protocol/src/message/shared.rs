//! Things that a customer shares as a whole: contacts, the answers of a form, an order.

use domain::content as d;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One address-book card.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ContactCard {
    /// The person's name.
    pub name: String,
    /// The person's phone numbers.
    #[serde(default)]
    pub phones: Vec<String>,
    /// The person's e-mail addresses.
    #[serde(default)]
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

impl From<d::Card> for ContactCard {
    fn from(card: d::Card) -> Self {
        let d::Card { name, phones, emails, work, addresses, urls, birthday } = card;
        Self { name, phones, emails, work, addresses, urls, birthday }
    }
}

impl From<ContactCard> for d::Card {
    fn from(card: ContactCard) -> Self {
        let ContactCard { name, phones, emails, work, addresses, urls, birthday } = card;
        Self { name, phones, emails, work, addresses, urls, birthday }
    }
}

/// One answer of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FormAnswer {
    /// The field's name in the form.
    pub field: String,
    /// The customer's answer; several values stand side by side.
    pub value: String,
}

impl From<d::Answer> for FormAnswer {
    fn from(d::Answer { field, value }: d::Answer) -> Self {
        Self { field, value }
    }
}

impl From<FormAnswer> for d::Answer {
    fn from(FormAnswer { field, value }: FormAnswer) -> Self {
        Self { field, value }
    }
}

/// One item of an order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrderItem {
    /// The retailer's id of the product.
    pub id: String,
    /// The product's name, where the channel tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The number of pieces.
    pub quantity: u32,
    /// The price of one piece, as a decimal number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<String>,
    /// The currency of the price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

impl From<d::Item> for OrderItem {
    fn from(item: d::Item) -> Self {
        let d::Item { id, name, quantity, price, currency } = item;
        Self { id, name, quantity, price, currency }
    }
}

impl From<OrderItem> for d::Item {
    fn from(item: OrderItem) -> Self {
        let OrderItem { id, name, quantity, price, currency } = item;
        Self { id, name, quantity, price, currency }
    }
}
