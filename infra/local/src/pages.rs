//! Pages that the platform itself serves.

pub(crate) mod account;
pub mod forms;

use store::settings::directory::Agent;

/// The sandbox, in which people play a customer on WhatsApp.
pub const SANDBOX: &str = include_str!("../pages/sandbox.html");

/// The page that stands in for a console that has not been built.
pub const NO_CONSOLE: &str = include_str!("../pages/no-console.html");

/// The sign-in page: one click for each of the demo's people.
#[must_use]
pub fn sign_in(agents: &[Agent], link: impl Fn(&str) -> String) -> String {
    let people: String = agents
        .iter()
        .map(|agent| {
            let profile = &agent.profile;
            let teams: Vec<&str> = profile.teams.iter().map(domain::TeamId::as_str).collect();
            let role = format!("{:?}", profile.role);
            format!(
                "<li><a href=\"{}\"><b>{}</b><span>{role} · {}</span></a></li>",
                escape(&link(profile.id.as_str())),
                escape(&profile.name),
                escape(&teams.join(", ")),
            )
        })
        .collect();
    include_str!("../pages/sign-in.html").replace("<!--people-->", &people)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
