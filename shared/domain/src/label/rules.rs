//! Rules of a conversation's name, tags and labels. Agents may change them after the end too,
//! because they reach no customer.

use crate::kernel::text;
use crate::{Context, Event, Labels, Refusal, Thread, label};

/// Takes tags off the conversation, then puts tags on it (F83).
pub(crate) fn tag(
    thread: &Thread,
    add: &[String],
    remove: &[String],
) -> Result<Vec<Event>, Refusal> {
    let limit = Labels::TAG_LIMIT;
    if add.len() > limit {
        return Err(Refusal::TooManyTags { limit });
    }
    let line = |word: &String| text::line("add", word, Labels::TAG_LENGTH);
    let add = add.iter().map(line).collect::<Result<Vec<_>, _>>()?;
    let before = &thread.conversation.labels.tags;
    let after = after(before, add, remove);
    if after.len() > limit {
        return Err(Refusal::TooManyTags { limit });
    }
    let (added, removed) = (missing(&after, before), missing(before, &after));
    let same = added.is_empty() && removed.is_empty();
    Ok(if same { Vec::new() } else { vec![Event::Tagged(label::Tagged { added, removed })] })
}

/// Puts labels on the conversation and takes labels off it (F84). An agent can put on only labels
/// of the settings, in their spelling, and can still take off a label that the settings no longer
/// offer.
pub(crate) fn label(
    thread: &Thread,
    add: &[String],
    remove: &[String],
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let offered = |given: &String| {
        let found = ctx.policy.labels.iter().find(|l| Labels::same(&l.name, given.trim()));
        let given = || given.chars().take(Labels::LABEL_LENGTH).collect();
        found.map(|l| l.name.clone()).ok_or_else(|| Refusal::UnknownLabel { given: given() })
    };
    let add = add.iter().map(offered).collect::<Result<Vec<_>, _>>()?;
    let before = &thread.conversation.labels.labels;
    let after = after(before, add, remove);
    if after.len() > Labels::LABEL_LIMIT {
        return Err(Refusal::TooManyLabels { limit: Labels::LABEL_LIMIT });
    }
    let (added, removed) = (missing(&after, before), missing(before, &after));
    let same = added.is_empty() && removed.is_empty();
    Ok(if same { Vec::new() } else { vec![Event::Labelled(label::Labelled { added, removed })] })
}

/// Gives the conversation a name that people can say, or takes the name away (F67). A blank name
/// counts as none.
pub(crate) fn name(thread: &Thread, alias: Option<&str>) -> Result<Vec<Event>, Refusal> {
    let alias = alias.filter(|alias| !alias.trim().is_empty());
    let alias = alias.map(|alias| text::line("alias", alias, Labels::ALIAS_LENGTH)).transpose()?;
    let same = thread.conversation.labels.alias == alias;
    Ok(if same { Vec::new() } else { vec![Event::Named(label::Named { alias })] })
}

/// The words `before` without those in `remove`, and with those in `add` that are new.
fn after(before: &[String], add: Vec<String>, remove: &[String]) -> Vec<String> {
    let goes = |word: &&String| remove.iter().any(|gone| Labels::same(gone.trim(), word));
    let mut after: Vec<String> = before.iter().filter(|w| !goes(w)).cloned().collect();
    for word in add {
        if !after.iter().any(|known| Labels::same(known, &word)) {
            after.push(word);
        }
    }
    after
}

/// The words in `words` that `others` lacks.
fn missing(words: &[String], others: &[String]) -> Vec<String> {
    words.iter().filter(|word| !others.contains(word)).cloned().collect()
}
