//! Templates (F93): each account's templates, the rights to change them, and the bounds of their
//! fields.
//!
//! Admins enter templates as the provider approved them. A synchronisation with a provider would
//! write the same records through [`store::Store::put_template`].

use crate::engine::policy;
use crate::settings::refused::out_of_range;
use crate::{Failure, Ground, Request, settings};
use domain::template::{self, Status};
use domain::workspace::Right;
use domain::{AssetId, Command, Content, Profile, Refusal, Role, Template, message};
use protocol::Refused;
use protocol::template::{self as wire, Account, TemplateChange, Templates};
use serde_json::Map;
use store::settings::directory::{Asset, Directory};
use store::settings::overrides::Changed;
use store::settings::scope::Scope;
use store::template::Kept;

/// The most templates that an account may have in use; each language counts.
const MOST: usize = 500;

/// Returns the templates of the accounts that the caller's teams share, or of one of these
/// accounts. Agents do not get the retired ones.
///
/// # Errors
/// `not_found` if the caller does not share the account, or its channel has no templates; a failure
/// if the table fails.
pub async fn templates(
    ground: Ground<'_>,
    me: &Profile,
    asset: Option<&AssetId>,
) -> Result<Templates, Failure> {
    let directory = ground.directory().await?;
    let carries = |a: &&Asset| carries_templates(&a.id, &directory);
    let mine = |a: &&Asset| shares(me, &a.id, &directory) && asset.is_none_or(|id| a.id == *id);
    let accounts: Vec<&Asset> = directory.assets.values().filter(mine).filter(carries).collect();
    if accounts.is_empty() && asset.is_some() {
        return Err(Refusal::NotFound { what: "account" }.into());
    }
    let mut shown = Vec::with_capacity(accounts.len());
    for account in accounts {
        let mut kept = ground.store.templates(&account.id).await?;
        kept.retain(|k| me.role != Role::Agent || k.template.status != Status::Retired);
        shown.push(Account {
            asset: account.id.to_string(),
            name: account.name.clone(),
            channel: account.channel.clone(),
            templates: kept.iter().map(view).collect(),
        });
    }
    Ok(Templates { accounts: shown })
}

/// Enters a template, changes it or retires it.
///
/// # Errors
/// A refusal if the caller may not, a field is out of bounds, or somebody else was faster; a
/// failure if the table fails.
pub async fn change_template(
    ground: Ground<'_>,
    me: &Profile,
    asset: &AssetId,
    change: TemplateChange,
) -> Result<wire::Template, Failure> {
    me.may(Right::ChangeTemplate, &[])?;
    let directory = ground.directory().await?;
    if !carries_templates(asset, &directory) {
        return Err(Refusal::NotFound { what: "account" }.into());
    }
    let read = change.version;
    let kept = Kept {
        template: entered(change),
        version: read.saturating_add(1),
        at: ground.now(),
        by: me.id.clone(),
    };
    kept.template.check().map_err(|broken| {
        let remedy = "Enter it as the provider approved it.";
        out_of_range(broken.field, format!("{broken}."), remedy)
    })?;
    if read == 0 {
        let all = ground.store.templates(asset).await?;
        let used = all.iter().filter(|k| k.template.status != Status::Retired).count();
        if used >= MOST {
            let message = format!("The account has {MOST} templates, and no more are kept.");
            return Err(out_of_range("name", message, "Retire one first.").into());
        }
    }
    let named = ground.store.templates_named(asset, &kept.template.name).await?;
    let before = named.iter().find(|there| there.template.language == kept.template.language);
    let changed = changed(ground, me, asset, before, &kept);
    if !ground.store.put_template(asset, &kept, read, &changed).await? {
        // A client that lost the answer repeats the same change.
        let all = ground.store.templates_named(asset, &kept.template.name).await?;
        let is_it = |there: &Kept| Kept { at: kept.at, ..there.clone() } == kept;
        let there = all.iter().find(|there| is_it(there));
        return there.map(view).ok_or_else(outrun);
    }
    Ok(view(&kept))
}

/// The entry of a change in the log: the fields that a person enters.
fn changed(
    ground: Ground<'_>,
    me: &Profile,
    asset: &AssetId,
    before: Option<&Kept>,
    after: &Kept,
) -> Changed {
    let fields = |kept: &Kept| {
        let mut fields = settings::object(&view(kept));
        for stamp in ["version", "updated_at", "updated_by", "placeholders"] {
            fields.remove(stamp);
        }
        fields
    };
    let changes = settings::difference(&before.map_or_else(Map::new, fields), &fields(after));
    let Template { name, language, .. } = &after.template;
    let scope = Scope::Template(format!("{asset}/{name}/{language}"));
    Changed { at: ground.now(), by: me.id.clone(), scope, changes }
}

/// The templates from which a command chooses: all of the command's name, at the thread's account.
pub(crate) async fn templates_for(
    ground: Ground<'_>,
    request: &Request,
    asset: Option<&AssetId>,
) -> Result<Vec<Template>, Failure> {
    let (Command::Send(message::Send { content: Content::Template { name, .. }, .. }), Some(asset)) =
        (&request.command, asset)
    else {
        return Ok(Vec::new());
    };
    if !template::is_name(name) {
        return Ok(Vec::new());
    }
    let kept = ground.store.templates_named(asset, name).await?;
    Ok(kept.into_iter().map(|k| k.template).collect())
}

fn carries_templates(asset: &AssetId, directory: &Directory) -> bool {
    policy::capabilities(asset, directory).sends.contains(&"template")
        && directory.assets.contains_key(asset)
}

fn shares(me: &Profile, asset: &AssetId, directory: &Directory) -> bool {
    me.role == Role::Admin || directory.teams_of(asset).iter().any(|team| me.in_team(team))
}

fn entered(change: TemplateChange) -> Template {
    let filled = |text: Option<String>| text.filter(|t| !t.trim().is_empty());
    Template {
        name: change.name,
        language: change.language,
        category: change.category.into(),
        status: change.status.into(),
        header: filled(change.header),
        body: change.body,
        footer: filled(change.footer),
        buttons: change.buttons,
        fills: change.fills,
    }
}

fn view(kept: &Kept) -> wire::Template {
    let template = &kept.template;
    wire::Template {
        name: template.name.clone(),
        language: template.language.clone(),
        category: template.category.into(),
        status: template.status.into(),
        header: template.header.clone(),
        body: template.body.clone(),
        footer: template.footer.clone(),
        buttons: template.buttons.clone(),
        placeholders: template
            .placeholders()
            .into_iter()
            .map(|p| wire::Placeholder { part: p.part.into(), name: p.name.to_owned() })
            .collect(),
        fills: template.fills.clone(),
        version: kept.version,
        updated_at: kept.at.0,
        updated_by: kept.by.to_string(),
    }
}

fn outrun() -> Failure {
    Refused::new(
        "version_conflict",
        "Somebody else changed this template since you read it, or it exists already.",
        "Read it again and repeat your change.",
    )
    .into()
}
