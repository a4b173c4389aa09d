//! Offers: requests to colleagues.

mod at_once;
mod group;
mod one;
mod passed_over;
