//! Noting on a conversation what colleagues find and recognise it by. Allowed after the end too: it
//! reaches no customer.

use crate::kernel::text;
use crate::{Context, Event, Marks, Refusal, Thread, label};

/// Put tags on it and take tags off it (F83): first those to go, then those to come.
pub(crate) fn tag(
    thread: &Thread,
    add: &[String],
    remove: &[String],
) -> Result<Vec<Event>, Refusal> {
    let limit = Marks::TAG_LIMIT;
    if add.len() > limit {
        return Err(Refusal::TooManyTags { limit });
    }
    let line = |word: &String| text::line("add", word, Marks::TAG_LENGTH);
    let add = add.iter().map(line).collect::<Result<Vec<_>, _>>()?;
    let before = &thread.conversation.marks.tags;
    let after = after(before, add, remove);
    if after.len() > limit {
        return Err(Refusal::TooManyTags { limit });
    }
    let (added, removed) = (missing(&after, before), missing(before, &after));
    let same = added.is_empty() && removed.is_empty();
    Ok(if same { Vec::new() } else { vec![Event::Tagged(label::Tagged { added, removed })] })
}

/// Put labels on it and take labels off it (F84). Only those of the settings can be put on, in
/// their spelling; one that is no longer offered can still be taken off.
pub(crate) fn label(
    thread: &Thread,
    add: &[String],
    remove: &[String],
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let offered = |given: &String| {
        let found = ctx.policy.labels.iter().find(|l| Marks::same(&l.name, given.trim()));
        let given = || given.chars().take(Marks::LABEL_LENGTH).collect();
        found.map(|l| l.name.clone()).ok_or_else(|| Refusal::UnknownLabel { given: given() })
    };
    let add = add.iter().map(offered).collect::<Result<Vec<_>, _>>()?;
    let before = &thread.conversation.marks.labels;
    let after = after(before, add, remove);
    if after.len() > Marks::LABEL_LIMIT {
        return Err(Refusal::TooManyLabels { limit: Marks::LABEL_LIMIT });
    }
    let (added, removed) = (missing(&after, before), missing(before, &after));
    let same = added.is_empty() && removed.is_empty();
    Ok(if same { Vec::new() } else { vec![Event::Labelled(label::Labelled { added, removed })] })
}

/// Give it a name that people can say, or take it away (F67). A blank one counts as none.
pub(crate) fn name(thread: &Thread, alias: Option<&str>) -> Result<Vec<Event>, Refusal> {
    let alias = alias.filter(|alias| !alias.trim().is_empty());
    let alias = alias.map(|alias| text::line("alias", alias, Marks::ALIAS_LENGTH)).transpose()?;
    let same = thread.conversation.marks.alias == alias;
    Ok(if same { Vec::new() } else { vec![Event::Named(label::Named { alias })] })
}

/// The words without those that go, and with those that come and are not among them.
fn after(before: &[String], add: Vec<String>, remove: &[String]) -> Vec<String> {
    let goes = |word: &&String| remove.iter().any(|gone| Marks::same(gone.trim(), word));
    let mut after: Vec<String> = before.iter().filter(|w| !goes(w)).cloned().collect();
    for word in add {
        if !after.iter().any(|known| Marks::same(known, &word)) {
            after.push(word);
        }
    }
    after
}

/// Those of `words` that are not among `others`.
fn missing(words: &[String], others: &[String]) -> Vec<String> {
    words.iter().filter(|word| !others.contains(word)).cloned().collect()
}
