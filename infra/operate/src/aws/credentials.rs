//! Credentials and region, in the order of AWS's own tools: the environment, the profile's keys, the
//! profile's `credential_process`, and last the AWS command line, which knows single sign-on, roles,
//! containers and machines (docs/decisions/0047).

use std::collections::BTreeMap;
use std::path::PathBuf;

use app::Credentials;
use serde_json::Value;

use crate::aws::trouble::Trouble;

/// The surroundings that the chain reads. Tests hand in their own.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// The environment.
    pub variables: BTreeMap<String, String>,
    /// The text of the file `credentials`.
    pub credentials: String,
    /// The text of the file `config`.
    pub config: String,
    /// Whether the chain may start other programs.
    pub programs: bool,
}

impl Surroundings {
    /// The surroundings of this process.
    #[must_use]
    pub fn here() -> Self {
        let variables: BTreeMap<String, String> = std::env::vars().collect();
        let home = variables.get("HOME").or_else(|| variables.get("USERPROFILE"));
        let file = |variable: &str, name: &str| {
            let usual = || home.map(|home| PathBuf::from(home).join(".aws").join(name));
            let path = variables.get(variable).map(PathBuf::from).or_else(usual);
            path.and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default()
        };
        Self {
            credentials: file("AWS_SHARED_CREDENTIALS_FILE", "credentials"),
            config: file("AWS_CONFIG_FILE", "config"),
            programs: true,
            variables,
        }
    }

    fn variable(&self, name: &str) -> Option<String> {
        self.variables.get(name).filter(|value| !value.is_empty()).cloned()
    }

    /// A value of a profile, from either file.
    fn profile(&self, profile: &str, name: &str) -> Option<String> {
        let in_config =
            if profile == "default" { "default".to_owned() } else { format!("profile {profile}") };
        setting(&self.credentials, profile, name)
            .or_else(|| setting(&self.config, &in_config, name))
    }
}

/// A value of a section in a file of AWS's form.
fn setting(file: &str, section: &str, name: &str) -> Option<String> {
    let mut inside = false;
    for line in file.lines().map(str::trim) {
        if let Some(title) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            inside = title.trim() == section;
        } else if let Some((key, value)) = line.split_once('=').filter(|_| inside)
            && key.trim() == name
        {
            return Some(value.trim().to_owned()).filter(|value| !value.is_empty());
        }
    }
    None
}

/// The region: the option, then `AWS_REGION`, then the profile's.
///
/// # Errors
/// If there is none, or the text is no region's name.
pub fn region(
    around: &Surroundings,
    given: Option<&str>,
    profile: &str,
) -> Result<String, Trouble> {
    let region = given
        .map(str::to_owned)
        .or_else(|| around.variable("AWS_REGION"))
        .or_else(|| around.variable("AWS_DEFAULT_REGION"))
        .or_else(|| around.profile(profile, "region"))
        .ok_or(Trouble::NoRegion)?;
    let parts: Vec<&str> = region.split('-').collect();
    let (words, number) = parts.split_at(parts.len() - 1);
    let word = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase());
    let good = words.len() >= 2
        && words.iter().all(word)
        && number.iter().all(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    if good { Ok(region) } else { Err(Trouble::Region(region)) }
}

/// The credentials. A named profile goes before the environment, as in AWS's own tools.
///
/// # Errors
/// [`Trouble::NoCredentials`], or [`Trouble::Expired`].
pub async fn find(around: &Surroundings, profile: Option<&str>) -> Result<Credentials, Trouble> {
    let from = |id: Option<String>, secret: Option<String>, token: Option<String>| {
        Some(Credentials { key_id: id?, secret: secret?, token })
    };
    let variable = |name| around.variable(name);
    let environment = || {
        let token = variable("AWS_SESSION_TOKEN");
        from(variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"), token)
    };
    if let Some(found) = profile.is_none().then(environment).flatten() {
        return Ok(found);
    }
    let name = profile.unwrap_or("default");
    let value = |key| around.profile(name, key);
    let token = value("aws_session_token");
    if let Some(found) = from(value("aws_access_key_id"), value("aws_secret_access_key"), token) {
        return Ok(found);
    }
    if !around.programs {
        return Err(Trouble::NoCredentials(String::new()));
    }
    if let Some(line) = value("credential_process") {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (program, arguments) = words.split_first().unwrap_or((&"", &[]));
        return ask(program, arguments).await;
    }
    let mut arguments = vec!["configure", "export-credentials", "--format", "process"];
    arguments.extend(profile.iter().flat_map(|name| ["--profile", *name]));
    ask("aws", &arguments).await
}

/// Asks a program that prints credentials as JSON.
async fn ask(program: &str, arguments: &[&str]) -> Result<Credentials, Trouble> {
    let none = |why: String| Trouble::NoCredentials(why);
    // Tokio's own processes would be a feature that everything is built anew for.
    let mut command = std::process::Command::new(program);
    command.args(arguments);
    let output = tokio::task::spawn_blocking(move || command.output()).await;
    let Ok(Ok(output)) = output else { return Err(none(String::new())) };
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    if said.contains("expired") || said.contains("Expired") {
        return Err(Trouble::Expired);
    }
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let text = |field: &str| answer[field].as_str().map(str::to_owned);
    // Version 1 of AWS's command line has no such command, and prints its whole usage.
    let said = if said.to_lowercase().starts_with("usage:") {
        format!(
            "{program} is too old; install version 2 of it, or set AWS_ACCESS_KEY_ID and \
                 AWS_SECRET_ACCESS_KEY"
        )
    } else {
        said.lines().next().unwrap_or_default().to_owned()
    };
    match (text("AccessKeyId"), text("SecretAccessKey")) {
        (Some(key_id), Some(secret)) => {
            Ok(Credentials { key_id, secret, token: text("SessionToken") })
        }
        _ if said.is_empty() => Err(none(String::new())),
        _ => Err(none(format!(" ({program} says: {said})"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(credentials: &str, config: &str) -> Surroundings {
        let (credentials, config) = (credentials.to_owned(), config.to_owned());
        Surroundings { credentials, config, ..Surroundings::default() }
    }

    #[tokio::test]
    async fn a_named_profile_goes_before_the_environment() {
        let mut here = around(
            "[default]\naws_access_key_id = D\naws_secret_access_key = d\n[work]\n\
             aws_access_key_id=W\naws_secret_access_key=w\naws_session_token=t\n",
            "[profile work]\nregion = eu-west-1\n",
        );
        assert_eq!(find(&here, None).await.unwrap().key_id, "D");
        here.variables.insert("AWS_ACCESS_KEY_ID".to_owned(), "E".to_owned());
        here.variables.insert("AWS_SECRET_ACCESS_KEY".to_owned(), "e".to_owned());
        assert_eq!(find(&here, None).await.unwrap().key_id, "E");
        let work = find(&here, Some("work")).await.unwrap();
        assert_eq!((work.key_id.as_str(), work.token.as_deref()), ("W", Some("t")));
        assert_eq!(region(&here, None, "work").unwrap(), "eu-west-1");
        assert_eq!(region(&here, Some("us-gov-west-1"), "work").unwrap(), "us-gov-west-1");
    }

    #[tokio::test]
    async fn missing_credentials_and_wrong_regions_are_sentences() {
        let nothing = Surroundings::default();
        let said = find(&nothing, None).await.unwrap_err().to_string();
        assert!(said.contains("no credentials") && said.contains("--profile"), "{said}");
        assert_eq!(region(&nothing, None, "default"), Err(Trouble::NoRegion));
        for bad in ["eu", "eu-central", "Eu-central-1", "eu_central_1", "frankfurt", ""] {
            let said = region(&nothing, Some(bad), "default").unwrap_err().to_string();
            assert!(said.contains("--region"), "{bad}: {said}");
        }
    }
}
