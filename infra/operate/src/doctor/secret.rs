//! The installation's secret on AWS: whether it is there, complete, and no placeholder.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Findings;
use crate::aws::stack::Stack;
use crate::aws::trouble::Trouble;
use crate::home::Home;

/// The values that the installation gives, by field: `whatsapp_app_secret`.
pub(super) type Given = BTreeMap<String, String>;

/// The least length of the key that signs visitors' tokens.
const VISITOR_KEY: usize = 32;
/// The keys without which the functions do not start.
const NEEDED: [&str; 4] =
    ["whatsapp_app_secret", "whatsapp_verify_token", "whatsapp_access_token", "visitor_key"];
/// Parts of words that people leave in an example.
const EXAMPLES: [&str; 8] =
    ["change", "placeholder", "example", "todo", "your-", "your_", "xxx", "replace"];

/// The fault of a secret value: its code and a sentence.
#[must_use]
pub fn judge(name: &str, value: &str) -> Option<(&'static str, String)> {
    let plain = value.to_lowercase();
    if value.trim().is_empty() {
        return Some(("secret_key_missing", format!("The secret has no {name}.")));
    }
    let same = value.chars().all(|c| value.starts_with(c));
    if EXAMPLES.iter().any(|word| plain.contains(word)) || value.starts_with('<') || same {
        return Some(("secret_placeholder", format!("{name} still holds an example.")));
    }
    if name == "visitor_key" && value.len() < VISITOR_KEY {
        let length = value.len();
        let why =
            format!("visitor_key has {length} characters; visitors' tokens could be guessed.");
        return Some(("secret_short", why));
    }
    (value != value.trim())
        .then(|| ("secret_spaces", format!("{name} begins or ends with a space or a line break.")))
}

/// Looks at the secret, and returns its values.
pub(super) async fn examine(home: &Home, stack: &Stack, found: &mut Findings) -> Given {
    let id = ["ChannelSecretArn", "SecretArn"]
        .into_iter()
        .map(|name| stack.parameter(name))
        .chain([stack.output("SecretArn"), stack.resource("Secret")])
        .find(|id| !id.is_empty());
    let Some(id) = id else {
        found.warn(
            "secret",
            "secret_unknown",
            "The stack names no secret of the installation.",
            "Deploy the present template.",
        );
        return Given::new();
    };
    let asked = json!({"SecretId": id});
    let answer = home.caller.json("secretsmanager", "secretsmanager.GetSecretValue", &asked).await;
    let answer = match answer {
        Ok(answer) => answer,
        Err(Trouble::Missing { .. }) => {
            found.bad(
                "secret",
                "secret_missing",
                format!("There is no secret {id}."),
                "Restore it within its recovery window (`aws secretsmanager restore-secret`), or make \
                 it anew and deploy with its ARN.",
            );
            return Given::new();
        }
        Err(trouble) => {
            found.unseen("secret", &trouble);
            return Given::new();
        }
    };
    let text = answer["SecretString"].as_str().unwrap_or_default();
    let Ok(Value::Object(fields)) = serde_json::from_str(text) else {
        found.bad(
            "secret",
            "secret_garbled",
            "The secret is no JSON object.",
            format!("Write it as an object with the keys {}.", NEEDED.join(", ")),
        );
        return Given::new();
    };
    let values: Given = fields
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.as_str()?.to_owned())))
        .collect();
    for name in NEEDED {
        let value = values.get(name).map_or("", String::as_str);
        if let Some((code, message)) = judge(name, value) {
            let remedy = format!(
                "Put the real value into the secret {id} (`aws secretsmanager put-secret-value`), \
                 then deploy, so that the functions read it."
            );
            found.bad("secret", code, message, remedy);
        }
    }
    if found.clean("secret") {
        found.good("secret", "The secret of the installation is complete.");
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_told_from_a_secret() {
        let code = |name: &str, value: &str| judge(name, value).map(|(code, _)| code);
        for example in ["changeme", "<app secret>", "xxxxxxxx", "YOUR-TOKEN", "0000", "Replace me"]
        {
            assert_eq!(
                code("whatsapp_app_secret", example),
                Some("secret_placeholder"),
                "{example}"
            );
        }
        assert_eq!(code("visitor_key", "9f8e7d6c5b4a"), Some("secret_short"));
        assert_eq!(code("visitor_key", ""), Some("secret_key_missing"));
        assert_eq!(code("whatsapp_access_token", "EAAGm0PX4ZCps\n"), Some("secret_spaces"));
        assert_eq!(code("whatsapp_access_token", "EAAGm0PX4ZCps"), None);
        assert_eq!(code("visitor_key", "9f8e7d6c5b4a39281706f5e4d3c2b1a0"), None);
    }
}
