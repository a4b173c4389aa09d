//! A table of agents as text: its separator, its headings and its cells, as people's spreadsheets
//! write them.

use csv::{ReaderBuilder, Trim};
use protocol::Refused;

/// The most rows of a table.
const ROWS: usize = 10_000;
/// The separators that a table may have.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A known column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Column {
    Email,
    Name,
    Role,
    Teams,
    Skills,
    Capacity,
    Call,
}

impl Column {
    /// The column of a heading, in the usual spellings.
    fn read(heading: &str) -> Option<Self> {
        let plain: String =
            heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        Some(match plain.as_str() {
            "email" | "mail" | "emailaddress" => Self::Email,
            "name" | "fullname" | "displayname" => Self::Name,
            "role" => Self::Role,
            "team" | "teams" => Self::Teams,
            "skill" | "skills" => Self::Skills,
            "capacity" | "limit" => Self::Capacity,
            "call" | "calllink" | "phone" => Self::Call,
            _ => return None,
        })
    }
}

/// A table that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// The rows.
    pub(super) rows: Vec<Row>,
    /// The headings that name no known column.
    pub(super) ignored: Vec<String>,
}

/// One row: its cells, or the reason why it cannot be read.
pub(super) type Row = Result<Vec<(Column, String)>, Refused>;

/// Reads a table.
///
/// # Errors
/// If there are no rows or too many, no column of e-mail addresses, or a column twice.
pub(super) fn read(text: &str) -> Result<Table, Refused> {
    let (named, text) = named_separator(text.trim_start_matches('\u{feff}').trim_start());
    let first = text.lines().find(|line| !line.trim().is_empty()).ok_or_else(|| {
        refused("The table is empty.", "Write a line of headings, and a line for each agent.")
    })?;
    let mut reader = ReaderBuilder::new()
        .delimiter(named.unwrap_or_else(|| separator(first)))
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.trim_start().as_bytes());
    let headings = reader.headers().map_err(|e| unreadable(&e))?.clone();
    let columns: Vec<Option<Column>> = headings.iter().map(Column::read).collect();
    for (at, column) in columns.iter().enumerate() {
        if column.is_some() && columns[..at].contains(column) {
            let message = format!("Two columns are \"{}\".", domain::words::cut(&headings[at], 40));
            return Err(refused(message, "Leave one of them out."));
        }
    }
    if !columns.contains(&Some(Column::Email)) {
        let message = "No column has the heading email.";
        return Err(refused(
            message,
            "Write the headings into the first line: email, name, teams.",
        ));
    }
    let (mut rows, mut last) = (Vec::new(), 0);
    while let Some(record) = reader.records().next() {
        let record = match record {
            Ok(record) if record.iter().all(str::is_empty) => continue,
            Ok(record) => record,
            Err(error) => {
                rows.push(Err(unreadable(&error)));
                continue;
            }
        };
        if rows.len() >= ROWS {
            let message = format!("The table has more than {ROWS} rows.");
            return Err(refused(message, "Import it in parts."));
        }
        last = record.position().map_or(0, csv::Position::line);
        rows.push(cells(&record, &columns));
    }
    // A quotation mark that is never closed makes one cell of all that follows.
    let swallowed = |row: &Row| {
        row.as_ref().is_ok_and(|cells| cells.iter().any(|(_, cell)| cell.contains('\n')))
    };
    let odd = |text: &str| text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    let unclosed = text.trim_end().lines().last().is_some_and(odd);
    if odd(text)
        && let Some(row) = rows.last_mut()
        && (unclosed || swallowed(row))
    {
        let message = format!("A quotation mark in line {last} is never closed.");
        *row = Err(refused(message, "Close it, or write two for one that is meant."));
    }
    if rows.is_empty() {
        let message = "The table has headings and no rows.";
        return Err(refused(message, "Write a line for each agent."));
    }
    let unknown = |(heading, column): (&str, &Option<Column>)| {
        (column.is_none() && !heading.is_empty()).then(|| domain::words::cut(heading, 40))
    };
    let ignored = headings.iter().zip(&columns).filter_map(unknown).collect();
    Ok(Table { rows, ignored })
}

fn cells(record: &csv::StringRecord, columns: &[Option<Column>]) -> Row {
    if record.len() > columns.len() && record.iter().skip(columns.len()).any(|c| !c.is_empty()) {
        let message =
            format!("The row has {} cells, and the headings are {}.", record.len(), columns.len());
        return Err(refused(message, "Put cells that hold a separator into quotation marks."));
    }
    let known = |(cell, column): (&str, &Option<Column>)| column.map(|c| (c, cell.to_owned()));
    Ok(record.iter().zip(columns).filter_map(known).collect())
}

/// Takes a first line off that only names the separator, as spreadsheets write it: `sep=;`.
fn named_separator(text: &str) -> (Option<u8>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some([separator]) => (Some(*separator), rest),
        _ => (None, text),
    }
}

/// The separator that stands most often in the line of headings, outside quotation marks.
fn separator(line: &str) -> u8 {
    let count = |separator: u8| {
        let mut quoted = false;
        line.bytes()
            .filter(|byte| {
                quoted ^= *byte == b'"';
                !quoted && *byte == separator
            })
            .count()
    };
    SEPARATORS.into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

fn unreadable(error: &csv::Error) -> Refused {
    let message = format!("The row cannot be read: {error}.");
    refused(message, "Save the table as CSV in UTF-8 once more.")
}

fn refused(message: impl Into<String>, remedy: &'static str) -> Refused {
    Refused::new("frame_invalid", message, remedy).at("csv")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<(Column, String)>> {
        read(text).unwrap().rows.into_iter().map(Result::unwrap).collect()
    }

    #[test]
    fn a_line_that_names_the_separator_is_no_heading() {
        assert_eq!(rows("sep=;\r\nemail;name\r\na@x.test;A, B\r\n")[0].len(), 2);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_named_with_its_line() {
        let table = read("email,name\na@x.test,A\nb@x.test,\"B\nc@x.test,C\n").unwrap();
        assert!(table.rows[0].is_ok());
        let refused = table.rows[1].as_ref().unwrap_err();
        assert!(refused.message.contains("line 3 is never closed"), "{}", refused.message);
        assert!(read("email,name\na@x.test,\"A\nB\"\n").unwrap().rows[0].is_ok());
        assert!(read("email,name\na@x.test,A\nb@x.test,\"B").unwrap().rows[1].is_err());
    }

    #[test]
    fn a_table_is_read_with_any_separator_a_mark_at_its_beginning_and_quotation_marks() {
        let wanted = vec![vec![
            (Column::Email, "kim@x.test".to_owned()),
            (Column::Name, "Lee, Kim; \"KL\"".to_owned()),
        ]];
        for separator in [",", ";", "\t", "|"] {
            let text = format!(
                "\u{feff}E-Mail{separator}Full name\r\nkim@x.test{separator}\"Lee, Kim; \"\"KL\"\"\"\r\n\r\n"
            );
            assert_eq!(rows(&text), wanted, "{separator}");
        }
    }

    #[test]
    fn a_single_column_is_a_table_too() {
        assert_eq!(
            rows("email\nkim@x.test\n"),
            vec![vec![(Column::Email, "kim@x.test".to_owned())]]
        );
    }

    #[test]
    fn unknown_columns_are_named_and_left_out() {
        let table = read("email,Department,name\na@x.test,Ops,A\n").unwrap();
        assert_eq!(table.ignored, ["Department"]);
        assert_eq!(table.rows[0].as_ref().unwrap().len(), 2);
    }

    #[test]
    fn a_table_without_addresses_without_rows_or_with_a_column_twice_is_refused() {
        for text in ["", "\n \n", "name\nKim\n", "email\n", "email,E-Mail\na@x.test,b@x.test\n"] {
            assert_eq!(read(text).unwrap_err().field.as_deref(), Some("csv"), "{text:?}");
        }
        let many = format!("email\n{}", "a@x.test\n".repeat(ROWS + 1));
        assert!(read(&many).unwrap_err().message.contains("10000"));
    }

    #[test]
    fn a_row_with_too_many_cells_is_refused_alone() {
        let table = read("email,name\na@x.test,A,B\nb@x.test,B\nc@x.test\n").unwrap();
        assert!(table.rows[0].is_err());
        assert_eq!(table.rows[1].as_ref().unwrap().len(), 2);
        assert_eq!(table.rows[2].as_ref().unwrap().len(), 1, "missing cells are empty ones");
    }
}
