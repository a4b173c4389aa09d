//! Files: the record of each upload.

pub mod upload;
