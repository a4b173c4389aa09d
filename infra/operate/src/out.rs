//! The words of a command: lines for its reader, and notes on its progress.

use std::io::{self, Write};

use serde_json::Value;

/// The two streams of a command.
pub struct Out<'a> {
    json: bool,
    lines: &'a mut (dyn Write + Send),
    notes: &'a mut (dyn Write + Send),
}

impl std::fmt::Debug for Out<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Out")
    }
}

impl<'a> Out<'a> {
    /// Says `lines` and `notes` there.
    pub fn new(
        json: bool,
        lines: &'a mut (dyn Write + Send),
        notes: &'a mut (dyn Write + Send),
    ) -> Self {
        Self { json, lines, notes }
    }

    /// Whether the reader is a program.
    #[must_use]
    pub const fn json(&self) -> bool {
        self.json
    }

    /// Says a line.
    ///
    /// # Errors
    /// If the reader is gone.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.lines, "{text}")
    }

    /// Says a value to a program.
    ///
    /// # Errors
    /// If the reader is gone.
    pub fn value(&mut self, value: &Value) -> io::Result<()> {
        writeln!(self.lines, "{value}")
    }

    /// Says a line to people, or a value to a program.
    ///
    /// # Errors
    /// If the reader is gone.
    pub fn either(&mut self, value: &Value, text: impl FnOnce() -> String) -> io::Result<()> {
        if self.json { self.value(value) } else { self.line(&text()) }
    }

    /// Notes progress. A reader of notes who is gone holds nothing up.
    pub fn note(&mut self, text: &str) {
        let _ = writeln!(self.notes, "{text}");
    }

    /// Sends everything on its way.
    ///
    /// # Errors
    /// If the reader is gone.
    pub fn flush(&mut self) -> io::Result<()> {
        self.lines.flush()
    }
}

/// A moment as people read it, in UTC.
#[must_use]
pub fn moment(at: domain::Millis) -> String {
    jiff::Timestamp::from_millisecond(at.0)
        .map_or_else(|_| at.to_string(), |at| at.strftime("%Y-%m-%d %H:%M:%S").to_string())
}

/// A span as people read it: the largest unit, rounded down.
#[must_use]
pub fn span(span: domain::Millis) -> String {
    let seconds = span.0.abs() / 1_000;
    match seconds {
        0..=119 => format!("{seconds} s"),
        120..=7_199 => format!("{} min", seconds / 60),
        7_200..=172_799 => format!("{} h", seconds / 3_600),
        _ => format!("{} days", seconds / 86_400),
    }
}
