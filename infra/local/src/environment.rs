//! The environment of each function on this platform: the variables that the template sets for it,
//! with the values of this machine. A function that needs another finds it empty, as on AWS.

use std::collections::BTreeMap;

use app::Config;
use channels::email;

use crate::template::Wall;

/// The name of a variable that the template sets and this platform has no value for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("infra/template.yaml: {function} gets {variable}, for which this platform has no value")]
pub struct Unknown {
    function: String,
    variable: String,
}

/// The values in which this machine stands for others: providers' addresses, and its mailboxes.
const HERE: [&str; 3] =
    [channels::sms::API_URL, email::channel::MAILBOX_KEY, email::channel::OUTGOING_URL];

/// Returns the configuration of a function: what `whole` has for the variables within the
/// function's walls, and nothing else.
///
/// # Errors
/// If the template sets a variable that this platform does not know.
pub fn within(whole: &Config, function: &str, wall: &Wall) -> Result<Config, Unknown> {
    let all = written(whole);
    let mut set = BTreeMap::new();
    let ours = wall.environment.iter().filter(|(name, _)| name.starts_with("SWITCHBOARD_"));
    for (variable, referred) in ours {
        let unknown = || Unknown { function: function.to_owned(), variable: variable.clone() };
        let value = all.get(variable).ok_or_else(unknown)?;
        set.insert(variable.clone(), through(value, referred.as_deref()));
    }
    let mut config = whole.clone();
    let var = |name: &str| set.get(name).filter(|value| !value.is_empty()).cloned();
    let told = |name: &str| var(name).unwrap_or_default();
    // A link shows who signed it.
    function.clone_into(&mut config.credentials.key_id);
    config.table = told("SWITCHBOARD_TABLE");
    config.sockets_url = told("SWITCHBOARD_SOCKETS_URL");
    if !set.contains_key("SWITCHBOARD_SOCKETS_URL") {
        config.public_sockets_url = String::new();
    }
    config.outbox_queue_url = told("SWITCHBOARD_OUTBOX_QUEUE_URL");
    config.timer_queue_url = told("SWITCHBOARD_TIMER_QUEUE_URL");
    config.file_queue_url = told("SWITCHBOARD_FILE_QUEUE_URL");
    config.files_url = told("SWITCHBOARD_FILES_URL");
    config.files_bucket = told("SWITCHBOARD_FILES_BUCKET");
    config.bus = told("SWITCHBOARD_BUS");
    config.issuer = told("SWITCHBOARD_ISSUER");
    config.client_id = told("SWITCHBOARD_CLIENT_ID");
    config.trust_unverified_email = told("SWITCHBOARD_TRUST_UNVERIFIED_EMAIL") == "true";
    if !set.contains_key("SWITCHBOARD_ALLOWED_ORIGINS") {
        config.allowed_origins.clear();
    }
    config.admin_email = told("SWITCHBOARD_ADMIN_EMAIL");
    config.keys_secret = told("SWITCHBOARD_KEYS_SECRET");
    // On AWS the vault holds this key; here it stands in the configuration as long as no vault does.
    if !set.contains_key("SWITCHBOARD_KEYS_SECRET") {
        config.visitor_key = String::new();
    }
    config.edge_key = told("SWITCHBOARD_EDGE_KEY");
    config.secrets = Config::provider_secrets(var);
    // The places of this machine that stand for providers are no variables of the template.
    if set.contains_key("SWITCHBOARD_SECRETS_PREFIX") {
        for (channel, secrets) in &mut config.secrets {
            for name in HERE {
                let value = whole.secrets_of(channel).get(name).to_owned();
                if !value.is_empty() {
                    secrets.set(name, value);
                }
            }
        }
    }
    config.secrets_prefix = told("SWITCHBOARD_SECRETS_PREFIX");
    Ok(config)
}

/// A configuration as variables, as [`Config::from_env`] reads them.
fn written(config: &Config) -> BTreeMap<String, String> {
    let text = |name: &str, value: &str| (format!("SWITCHBOARD_{name}"), value.to_owned());
    let mut all = BTreeMap::from([
        text("TABLE", &config.table),
        text("SOCKETS_URL", &config.sockets_url),
        text("OUTBOX_QUEUE_URL", &config.outbox_queue_url),
        text("TIMER_QUEUE_URL", &config.timer_queue_url),
        text("FILE_QUEUE_URL", &config.file_queue_url),
        text("FILES_URL", &config.files_url),
        text("FILES_BUCKET", &config.files_bucket),
        text("BUS", &config.bus),
        text("ISSUER", &config.issuer),
        text("CLIENT_ID", &config.client_id),
        text("TRUST_UNVERIFIED_EMAIL", &config.trust_unverified_email.to_string()),
        text("ALLOWED_ORIGINS", &config.allowed_origins.join(",")),
        // The console's own origin stands among the origins.
        text("CONSOLE_ORIGIN", ""),
        text("ADMIN_EMAIL", &config.admin_email),
        text("KEYS_SECRET", &config.keys_secret),
        text("EDGE_KEY", &config.edge_key),
        text("GRAPH_URL", ""),
        // Metrics are lines of the log, which the platform does not gather.
        text("METRICS", ""),
        text("SECRETS_PREFIX", &config.secrets_prefix),
    ]);
    for channel in channels::CHANNELS {
        let secrets = config.secrets_of(channel.name());
        for field in channel.fields() {
            let name = format!("{}_{}", channel.name(), field.name).to_uppercase();
            all.extend([text(&name, secrets.get(field.name))]);
        }
        let graph = secrets.get(channels::whatsapp::GRAPH_URL);
        if !graph.is_empty() {
            all.extend([text("GRAPH_URL", graph)]);
        }
    }
    all
}

/// A queue's address ends in the logical id of the queue to which the template refers.
fn through(value: &str, referred: Option<&str>) -> String {
    match (value.rsplit_once("/queue/"), referred) {
        (Some((start, _)), Some(queue)) => format!("{start}/queue/{queue}"),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> Config {
        let value = |name: &str| match name {
            "SWITCHBOARD_OUTBOX_QUEUE_URL" => Some("http://aws.test/queue/OutboxQueue".to_owned()),
            _ => Some(format!("value-of-{name}")),
        };
        Config::from_env(value).unwrap()
    }

    fn wall(variables: &[(&str, Option<&str>)]) -> Wall {
        let environment = variables.iter();
        let environment =
            environment.map(|(name, to)| ((*name).to_owned(), to.map(str::to_owned))).collect();
        Wall { environment, grants: Vec::new(), timeout: 10 }
    }

    #[test]
    fn a_function_has_what_the_template_gives_it_and_nothing_else() {
        let variables = [("SWITCHBOARD_TABLE", Some("Table")), ("SWITCHBOARD_BUS", None)];
        let config = within(&whole(), "fanout", &wall(&variables)).unwrap();
        assert_eq!(config.table, "value-of-SWITCHBOARD_TABLE");
        assert_eq!(config.bus, "value-of-SWITCHBOARD_BUS");
        assert_eq!((config.visitor_key.as_str(), config.sockets_url.as_str()), ("", ""));
        assert!(config.allowed_origins.is_empty());
    }

    #[test]
    fn a_variable_that_leads_to_another_queue_leads_there() {
        let variables = [("SWITCHBOARD_OUTBOX_QUEUE_URL", Some("TimerQueue"))];
        let config = within(&whole(), "deliver", &wall(&variables)).unwrap();
        assert_eq!(config.outbox_queue_url, "http://aws.test/queue/TimerQueue");
    }

    #[test]
    fn a_variable_that_nobody_knows_is_named_at_start() {
        let error = within(&whole(), "api", &wall(&[("SWITCHBOARD_COLOUR", None)])).unwrap_err();
        assert!(error.to_string().contains("api gets SWITCHBOARD_COLOUR"), "{error}");
    }
}
