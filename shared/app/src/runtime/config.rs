//! What differs from place to place.

use channels::Secrets;
use domain::Millis;

/// Where things are, and what opens them.
#[derive(Debug, Clone)]
pub struct Config {
    /// The table's name.
    pub table: String,
    /// The AWS region.
    pub region: String,
    /// Where AWS's APIs are, if not at AWS.
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
    /// The bucket for files, by its address: `https://<bucket>.s3.<region>.amazonaws.com`.
    pub files_url: String,
    /// The bucket's name.
    pub files_bucket: String,
    /// The bus for domain events.
    pub bus: String,
    /// Who signs agents' tokens.
    pub issuer: String,
    /// For whom they are signed.
    pub client_id: String,
    /// Whether an e-mail address counts as verified where the issuer never says. An address that
    /// the issuer calls unverified never counts.
    pub trust_unverified_email: bool,
    /// Origins of web pages that may ask and open sockets. Empty: no page may; `*`: any.
    pub allowed_origins: Vec<String>,
    /// Signs visitors' tokens.
    pub visitor_key: String,
    /// What opens the channels' providers.
    pub secrets: Secrets,
    /// How long the directory is remembered.
    pub directory_ttl: Millis,
    /// Whether those whom nobody has signed in are limited in how often they may ask.
    pub throttle: bool,
    /// Whether concurrent requests of one process wait for each other at a thread.
    pub take_turns: bool,
}

/// Keys for AWS's APIs.
#[derive(Clone, Default)]
pub struct Credentials {
    /// The public part.
    pub key_id: String,
    /// The secret part.
    pub secret: String,
    /// What makes them temporary.
    pub token: Option<String>,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Credentials(…)")
    }
}

/// A variable that must be set is not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the environment variable {0} is not set; infra/template.yaml sets it for this function")]
pub struct Missing(&'static str);

impl Config {
    /// Reads the configuration of a deployed function.
    ///
    /// Only the table is needed by every function; what a function does not need is not set for
    /// it, and calling it then fails at AWS rather than here.
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
            files_url: optional("SWITCHBOARD_FILES_URL"),
            files_bucket: optional("SWITCHBOARD_FILES_BUCKET"),
            bus: optional("SWITCHBOARD_BUS"),
            issuer: optional("SWITCHBOARD_ISSUER"),
            client_id: optional("SWITCHBOARD_CLIENT_ID"),
            trust_unverified_email: optional("SWITCHBOARD_TRUST_UNVERIFIED_EMAIL") == "true",
            allowed_origins: optional("SWITCHBOARD_ALLOWED_ORIGINS")
                .split(',')
                .map(str::trim)
                .filter(|o| !o.is_empty())
                .map(str::to_owned)
                .collect(),
            visitor_key: optional("SWITCHBOARD_VISITOR_KEY"),
            secrets: Secrets {
                whatsapp_app_secret: optional("SWITCHBOARD_WHATSAPP_APP_SECRET"),
                whatsapp_verify_token: optional("SWITCHBOARD_WHATSAPP_VERIFY_TOKEN"),
                whatsapp_access_token: optional("SWITCHBOARD_WHATSAPP_ACCESS_TOKEN"),
                graph_url: optional("SWITCHBOARD_GRAPH_URL"),
            },
            directory_ttl: Millis::seconds(30),
            throttle: true,
            take_turns: false,
        })
    }
}

impl Config {
    /// Whether pages of this origin may ask here at all.
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
    fn secrets_are_never_printed() {
        let config = Config::from_env(|name| Some(format!("value-of-{name}"))).unwrap();
        let printed = format!("{config:?}");
        assert!(!printed.contains("WHATSAPP_APP_SECRET"), "{printed}");
        assert!(!printed.contains("AWS_SECRET_ACCESS_KEY"), "{printed}");
    }
}
