//! Templates: messages that a provider approves beforehand and carries outside its window, too
//! (F93). The limits are WhatsApp's (decision 0024).

mod placeholder;
pub(crate) mod rules;
mod state;

pub use placeholder::{Broken, Part, Placeholder, Slot};
pub use state::{
    BODY_LIMIT, BUTTON_LENGTH, BUTTON_LIMIT, Category, LANGUAGE_LENGTH, LINE_LIMIT, NAME_LENGTH,
    Status, Template, is_language, is_name,
};
