//! Offers: requests to colleagues.

mod all;
mod group;
mod one;
mod passed_over;
