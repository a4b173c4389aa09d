//! The reference of the command line as a page, made from the same words as `--help`.

use std::fmt::Write as _;

use clap::{Arg, Command};

/// The page for a program.
#[must_use]
pub fn page(mut program: Command) -> String {
    program.build();
    let mut text = "# Reference of the command line\n\n\
        `switchboard reference` prints this page from the words of `--help`; a test fails where the \
        two differ.\n"
        .to_owned();
    section(&program, &mut text);
    text
}

fn section(command: &Command, text: &mut String) {
    let name = command.get_bin_name().unwrap_or(command.get_name()).to_owned();
    let _ = write!(text, "\n## {name}\n");
    if let Some(about) = command.get_long_about().or(command.get_about()) {
        let _ = write!(text, "\n{about}\n");
    }
    let shown =
        |arg: &&Arg| !arg.is_hide_set() && arg.get_id() != "help" && arg.get_id() != "version";
    let arguments: Vec<&Arg> = command.get_arguments().filter(shown).collect();
    if !arguments.is_empty() {
        text.push_str("\n| option | meaning |\n|---|---|\n");
    }
    for arg in arguments {
        let value = arg.get_value_names().and_then(|names| names.first());
        let value = value.filter(|_| arg.get_action().takes_values());
        let name = match (arg.get_long(), value) {
            (Some(long), Some(value)) => format!("--{long} {value}"),
            (Some(long), None) => format!("--{long}"),
            (None, value) => value.map(ToString::to_string).unwrap_or_default(),
        };
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        let mut meaning = help.replace('\n', " ").replace('|', "\\|");
        let values = arg.get_possible_values();
        if !values.is_empty() && arg.get_action().takes_values() {
            let names: Vec<&str> = values.iter().map(|value| value.get_name()).collect();
            let _ = write!(meaning, "; one of {}", names.join(", "));
        }
        if let Some(default) = arg.get_default_values().first().and_then(|value| value.to_str())
            && arg.get_action().takes_values()
        {
            let _ = write!(meaning, "; otherwise `{default}`");
        }
        if let Some(variable) = arg.get_env().and_then(|name| name.to_str()) {
            let _ = write!(meaning, "; variable `{variable}`");
        }
        let _ = writeln!(text, "| `{name}` | {meaning} |");
    }
    if let Some(more) = command.get_after_help() {
        let _ = write!(text, "\n```text\n{more}\n```\n");
    }
    for sub in
        command.get_subcommands().filter(|sub| !sub.is_hide_set() && sub.get_name() != "help")
    {
        section(sub, text);
    }
}
