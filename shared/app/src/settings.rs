//! Changing the settings: checked, versioned, with who and when.

use domain::{Millis, Policy, Profile, Role};
use protocol::http::Settings;

use crate::{App, Failure, view};

/// How many reasons a list may hold.
const REASONS: usize = 20;

impl App {
    /// Puts new settings in force.
    ///
    /// # Errors
    /// If the caller is no admin, a value is out of bounds, or somebody else was faster.
    pub async fn change_settings(
        &self,
        admin: &Profile,
        wanted: &Settings,
    ) -> Result<Settings, Failure> {
        if admin.role != Role::Admin {
            let why = "only admins change the settings";
            return Err(domain::Refusal::Forbidden { why }.into());
        }
        let settings = store::directory::Settings {
            policy: Policy {
                discuss_timeout: span(
                    "discuss_timeout_seconds",
                    wanted.discuss_timeout_seconds,
                    5,
                    86_400,
                )?,
                assign_timeout: span(
                    "assign_timeout_seconds",
                    wanted.assign_timeout_seconds,
                    5,
                    86_400,
                )?,
                auto_resolve_after: span(
                    "auto_resolve_seconds",
                    wanted.auto_resolve_seconds,
                    60,
                    2_592_000,
                )?,
                ..Policy::default()
            },
            reject_reasons: reasons("reject_reasons", &wanted.reject_reasons)?,
            withdraw_reasons: reasons("withdraw_reasons", &wanted.withdraw_reasons)?,
            version: wanted.version.saturating_add(1),
            changed_by: Some(admin.id.clone()),
            changed_at: Some(self.now()),
        };
        if !self.store.put_settings(&settings, wanted.version).await? {
            return Err(Failure::rejected(
                "version_conflict",
                "Somebody else changed the settings since you read them.",
                "Read them again and repeat your change.",
            ));
        }
        self.refresh_directory();
        Ok(view::settings(&settings))
    }
}

fn span(field: &'static str, seconds: u32, least: u32, most: u32) -> Result<Millis, Failure> {
    if (least..=most).contains(&seconds) {
        return Ok(Millis::seconds(i64::from(seconds)));
    }
    Err(protocol::Refused::new(
        "frame_invalid",
        format!("{field} is {seconds}; it must lie between {least} and {most} seconds."),
        "Choose a value within these bounds.",
    )
    .at(field)
    .into())
}

fn reasons(field: &'static str, given: &[String]) -> Result<Vec<String>, Failure> {
    let fits = |r: &String| !r.trim().is_empty() && r.chars().count() <= 100;
    if !given.is_empty() && given.len() <= REASONS && given.iter().all(fits) {
        return Ok(given.iter().map(|r| r.trim().to_owned()).collect());
    }
    Err(protocol::Refused::new(
        "frame_invalid",
        format!("{field} must hold 1 to {REASONS} reasons of 1 to 100 characters."),
        "Remove empty and overlong reasons.",
    )
    .at(field)
    .into())
}
