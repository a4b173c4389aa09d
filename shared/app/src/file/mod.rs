//! Files of messages and comments: their upload, the check of their content, and the links by which
//! clients and providers fetch them from the bucket. Customers' files come from their providers.

pub mod attachment;
pub mod bucket;
pub(crate) mod customers;
pub mod fetch;
pub(crate) mod link;
pub mod mail;
pub mod sniff;
pub mod upload;
