//! The size of the settings.

/// The most bytes of one scope's settings in the protocol's form: a client gets them with its
/// welcome, which is one frame.
pub(crate) const SETTINGS_BYTES: usize = 40 * 1024;
