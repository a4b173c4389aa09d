//! Files of messages and comments: their upload, the check of their content, and the links by which
//! clients and providers fetch them from the bucket.

pub mod attachment;
pub mod bucket;
pub mod mail;
pub mod sniff;
pub mod upload;
