//! The configuration, which differs from place to place.

use std::borrow::Cow;
use std::collections::BTreeMap;

use channels::{CHANNELS, Secrets};
use domain::Millis;

/// The addresses, names and keys that an app needs.
#[derive(Debug, Clone)]
pub struct Config {
    /// The table's name.
    pub table: String,
    /// The AWS region.
    pub region: String,
    /// The address of AWS's APIs, if the app does not use AWS's own.
    pub endpoint: Option<String>,
    /// Keys for AWS's APIs.
    pub credentials: Credentials,
    /// The WebSocket API's management address: `https://…/<stage>`.
    pub sockets_url: String,
    /// The address at which clients open sockets: `wss://…/<stage>`.
    pub public_sockets_url: String,
    /// The FIFO queue that wakes `deliver`.
    pub outbox_queue_url: String,
    /// The queue that holds timers for their last minute.
    pub timer_queue_url: String,
    /// The queue of customers' files that the engine is to get.
    pub file_queue_url: String,
    /// The beginning of addresses on this machine that stand in for providers' files; empty, as on
    /// AWS: there are none, and files come over HTTPS from public addresses only.
    pub stand_in_url: String,
    /// The bucket for files, by its address: `https://<bucket>.s3.<region>.amazonaws.com`.
    pub files_url: String,
    /// The bucket's name.
    pub files_bucket: String,
    /// The name of the bus for domain events.
    pub bus: String,
    /// The issuer of agents' tokens (`iss`).
    pub issuer: String,
    /// The client for which the issuer signs them (`aud`).
    pub client_id: String,
    /// Whether an e-mail address counts as verified if the issuer never says. An address that the
    /// issuer calls unverified never counts.
    pub trust_unverified_email: bool,
    /// The address that may become the first admin: as long as there is no agent, the one who signs
    /// in with it gets a record. Empty: nobody may.
    pub admin_email: String,
    /// Origins of web pages that may send requests and open sockets. Empty: no page may; `*`: any.
    pub allowed_origins: Vec<String>,
    /// The key that signs visitors' tokens. Empty: it stands in the vault.
    pub visitor_key: String,
    /// The name of the vault's secret that holds the engine's own keys (`visitor_key`), if the
    /// configuration does not.
    pub keys_secret: String,
    /// The word by which the distribution in front of the API shows itself. Empty: there is none.
    pub edge_key: String,
    /// The values of the installation for each channel's provider, beneath those that admins enter
    /// for an asset.
    pub secrets: BTreeMap<String, Secrets>,
    /// The beginning of the names under which the vault holds the secrets of assets.
    pub secrets_prefix: String,
    /// The time for which a process remembers the directory.
    pub directory_ttl: Millis,
    /// Whether the app limits the requests of anonymous callers.
    pub throttle: bool,
    /// Whether concurrent requests of one process take turns at a thread.
    pub take_turns: bool,
}

/// Keys for AWS's APIs.
#[derive(Clone, Default)]
pub struct Credentials {
    /// The key's id, which is public.
    pub key_id: String,
    /// The secret key.
    pub secret: String,
    /// The session token, if the keys are temporary.
    pub token: Option<String>,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Credentials(…)")
    }
}

/// The variable with the namespace of the metrics: `Switchboard/<stack>`.
pub(crate) const METRICS: &str = "SWITCHBOARD_METRICS";

/// The name of a required variable that is not set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the environment variable {0} is not set; infra/template.yaml sets it for this function")]
pub struct Missing(&'static str);

impl Config {
    /// Reads the configuration of a deployed function.
    ///
    /// The table is the only part that every function needs. The template sets nothing that a
    /// function does not need; a use of it then fails at AWS rather than here.
    ///
    /// # Errors
    /// If a variable that every function needs is missing.
    pub fn from_env(var: impl Fn(&str) -> Option<String>) -> Result<Self, Missing> {
        let set = |name: &'static str| var(name).filter(|v| !v.is_empty());
        let need = |name: &'static str| set(name).ok_or(Missing(name));
        let optional = |name: &'static str| set(name).unwrap_or_default();
        let sockets_url = optional("SWITCHBOARD_SOCKETS_URL");
        let public = sockets_url.replacen("http", "ws", 1);
        Ok(Self {
            table: need("SWITCHBOARD_TABLE")?,
            region: need("AWS_REGION")?,
            endpoint: set("AWS_ENDPOINT_URL"),
            credentials: Credentials {
                key_id: need("AWS_ACCESS_KEY_ID")?,
                secret: need("AWS_SECRET_ACCESS_KEY")?,
                token: set("AWS_SESSION_TOKEN"),
            },
            public_sockets_url: set("SWITCHBOARD_PUBLIC_SOCKETS_URL").unwrap_or(public),
            sockets_url,
            outbox_queue_url: optional("SWITCHBOARD_OUTBOX_QUEUE_URL"),
            timer_queue_url: optional("SWITCHBOARD_TIMER_QUEUE_URL"),
            file_queue_url: optional("SWITCHBOARD_FILE_QUEUE_URL"),
            stand_in_url: optional("SWITCHBOARD_STAND_IN_URL"),
            files_url: optional("SWITCHBOARD_FILES_URL"),
            files_bucket: optional("SWITCHBOARD_FILES_BUCKET"),
            bus: optional("SWITCHBOARD_BUS"),
            issuer: optional("SWITCHBOARD_ISSUER"),
            client_id: optional("SWITCHBOARD_CLIENT_ID"),
            trust_unverified_email: optional("SWITCHBOARD_TRUST_UNVERIFIED_EMAIL") == "true",
            admin_email: optional("SWITCHBOARD_ADMIN_EMAIL"),
            allowed_origins: optional("SWITCHBOARD_ALLOWED_ORIGINS")
                .split(',')
                .chain([optional("SWITCHBOARD_CONSOLE_ORIGIN").as_str()])
                .map(str::trim)
                .filter(|o| !o.is_empty())
                .map(str::to_owned)
                .collect(),
            visitor_key: optional("SWITCHBOARD_VISITOR_KEY"),
            keys_secret: optional("SWITCHBOARD_KEYS_SECRET"),
            edge_key: optional("SWITCHBOARD_EDGE_KEY"),
            secrets: Self::provider_secrets(&var),
            secrets_prefix: optional("SWITCHBOARD_SECRETS_PREFIX"),
            directory_ttl: Millis::seconds(30),
            throttle: true,
            take_turns: false,
        })
    }
}

impl Config {
    /// Reads the values for the channels' providers: `SWITCHBOARD_<CHANNEL>_<FIELD>`, and the
    /// address of the Graph API.
    pub fn provider_secrets(var: impl Fn(&str) -> Option<String>) -> BTreeMap<String, Secrets> {
        let of = |channel: &&dyn channels::Channel| {
            let mut secrets = Secrets::default();
            for field in channel.fields() {
                let name = format!("SWITCHBOARD_{}_{}", channel.name(), field.name);
                if let Some(value) = var(&name.to_uppercase()) {
                    secrets.set(field.name, value);
                }
            }
            if let Some(url) = var("SWITCHBOARD_GRAPH_URL") {
                secrets.set(channels::whatsapp::GRAPH_URL, url);
            }
            // A provider of tests in the real one's place.
            let name = format!("SWITCHBOARD_{}_API_URL", channel.name());
            if let Some(url) = var(&name.to_uppercase()) {
                secrets.set(channels::sms::API_URL, url);
            }
            (channel.name().to_owned(), secrets)
        };
        CHANNELS.iter().map(of).collect()
    }

    /// The installation's values for a channel's provider.
    #[must_use]
    pub fn secrets_of(&self, channel: &str) -> Cow<'_, Secrets> {
        self.secrets.get(channel).map_or_else(Cow::default, Cow::Borrowed)
    }

    /// Whether pages of this origin may send requests to this app at all.
    #[must_use]
    pub fn allows(&self, origin: &str) -> bool {
        self.allowed_origins.iter().any(|allowed| allowed == "*" || allowed == origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_variable_is_named() {
        let error = Config::from_env(|_| None).unwrap_err();
        assert!(error.to_string().contains("SWITCHBOARD_TABLE"), "{error}");
    }

    #[test]
    fn where_no_origin_is_written_no_page_may_ask() {
        let config = |origins: &str| {
            let var = |name: &str| match name {
                "SWITCHBOARD_ALLOWED_ORIGINS" => Some(origins.to_owned()),
                "SWITCHBOARD_CONSOLE_ORIGIN" => Some(String::new()),
                _ => Some("x".to_owned()),
            };
            Config::from_env(var).unwrap()
        };
        assert!(!config("").allows("https://console.test"));
        assert!(!config(" , ").allows("https://console.test"));
        assert!(!config("https://other.test").allows("https://console.test"));
        assert!(config("https://other.test, https://console.test").allows("https://console.test"));
        assert!(config("*").allows("https://console.test"));
    }

    #[test]
    fn the_stacks_own_console_needs_no_entry_among_the_origins() {
        let var = |name: &str| match name {
            "SWITCHBOARD_ALLOWED_ORIGINS" => Some(String::new()),
            "SWITCHBOARD_CONSOLE_ORIGIN" => Some("https://desk.test".to_owned()),
            _ => Some("x".to_owned()),
        };
        let config = Config::from_env(var).unwrap();
        assert!(config.allows("https://desk.test") && !config.allows("https://other.test"));
    }

    #[test]
    fn secrets_are_never_printed() {
        let config = Config::from_env(|name| Some(format!("value-of-{name}"))).unwrap();
        let printed = format!("{config:?}");
        assert!(!printed.contains("WHATSAPP_APP_SECRET"), "{printed}");
        assert!(!printed.contains("AWS_SECRET_ACCESS_KEY"), "{printed}");
    }
}
