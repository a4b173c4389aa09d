//! Completions of shells, made from the commands themselves.

use std::fmt::Write as _;

use clap::Command;

use crate::options::Shell;

/// A command with the words that may follow it.
struct Node {
    /// The words that lead to it, joined: `dlq redrive`.
    path: String,
    words: Vec<(String, String)>,
}

/// The completions of a program for a shell.
#[must_use]
pub fn script(mut program: Command, shell: Shell) -> String {
    program.build();
    let name = program.get_name().to_owned();
    let mut nodes = Vec::new();
    gather(&program, "", &mut nodes);
    match shell {
        Shell::Bash => bash(&name, &nodes),
        Shell::Zsh => {
            format!(
                "#compdef {name}\nautoload -U +X bashcompinit && bashcompinit\n{}",
                bash(&name, &nodes)
            )
        }
        Shell::Fish => fish(&name, &nodes),
    }
}

fn gather(command: &Command, path: &str, nodes: &mut Vec<Node>) {
    let help = |text: Option<&clap::builder::StyledStr>| {
        let text = text.map(ToString::to_string).unwrap_or_default();
        text.lines().next().unwrap_or_default().replace(['\'', '"', '\\', '`', '$'], "")
    };
    let mut words = Vec::new();
    for sub in
        command.get_subcommands().filter(|sub| !sub.is_hide_set() && sub.get_name() != "help")
    {
        words.push((sub.get_name().to_owned(), help(sub.get_about())));
        let below = if path.is_empty() {
            sub.get_name().to_owned()
        } else {
            format!("{path} {}", sub.get_name())
        };
        gather(sub, &below, nodes);
    }
    for option in command.get_arguments().filter(|option| !option.is_hide_set()) {
        if let Some(long) = option.get_long() {
            words.push((format!("--{long}"), help(option.get_help())));
        }
        if option.is_positional() {
            let values = option.get_possible_values();
            words.extend(values.iter().map(|value| (value.get_name().to_owned(), String::new())));
        }
    }
    nodes.push(Node { path: path.to_owned(), words });
}

fn bash(name: &str, nodes: &[Node]) -> String {
    let mut text = format!(
        "_{name}() {{\n  local path=\"\" word words=\"\"\n  for word in \"${{COMP_WORDS[@]:1:COMP_CWORD-1}}\"; do\n    \
         [[ $word == -* ]] || path=\"${{path:+$path }}$word\"\n  done\n  \
         while :; do\n    case \"$path\" in\n"
    );
    for node in nodes {
        let words: Vec<&str> = node.words.iter().map(|(word, _)| word.as_str()).collect();
        let _ = writeln!(text, "      \"{}\") words=\"{}\"; break ;;", node.path, words.join(" "));
    }
    // A word that is no command is the value of an option: look at the words before it.
    text.push_str(
        "    esac\n    [[ $path == *\" \"* ]] && path=\"${path% *}\" || path=\"\"\n  done\n  \
         COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n  \
         [[ ${#COMPREPLY[@]} -gt 0 || ${COMP_WORDS[COMP_CWORD]} == -* ]] || COMPREPLY=($(compgen -f -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\n",
    );
    let _ = writeln!(text, "complete -o filenames -F _{name} {name}");
    text
}

fn fish(name: &str, nodes: &[Node]) -> String {
    let mut text = String::new();
    for node in nodes {
        let condition = if node.path.is_empty() {
            "__fish_use_subcommand".to_owned()
        } else {
            let words = node.path.split(' ');
            let each: Vec<String> =
                words.map(|word| format!("__fish_seen_subcommand_from {word}")).collect();
            each.join("; and ")
        };
        for (word, help) in &node.words {
            let what = match word.strip_prefix("--") {
                Some(long) => format!("-l {long}"),
                None => format!("-f -a {word}"),
            };
            let _ = writeln!(text, "complete -c {name} -n '{condition}' {what} -d '{help}'");
        }
    }
    text
}
