//! The stack's secrets: whether they are there, complete, and no placeholders.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Findings;
use crate::aws::stack::Stack;
use crate::aws::trouble::Trouble;
use crate::home::Home;

/// Values by their names in a secret: `whatsapp_app_secret`.
pub(super) type Given = BTreeMap<String, String>;

/// The least length of the key that signs visitors' tokens.
const VISITOR_KEY: usize = 32;
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

/// Looks at the stack's secrets, and returns the values for channels that it gives to its functions.
pub(super) async fn examine(home: &Home, stack: &Stack, found: &mut Findings) -> Given {
    match stack.resource("EngineKeys") {
        "" => found.bad(
            "secret",
            "secret_missing",
            "The stack has no secret with the engine's own keys.",
            "Deploy the present template, which makes it.",
        ),
        id => {
            if let Some(keys) = read(home, id, KEYS_GONE, found).await {
                let value = keys.get("visitor_key").map_or("", String::as_str);
                note(id, "visitor_key", value, found);
            }
        }
    }
    let given = match stack.parameter("ChannelSecretArn") {
        // Admins enter the values of each account in the console.
        "" => Given::new(),
        id => read(home, id, CHANNELS_GONE, found).await.unwrap_or_default(),
    };
    for (name, value) in &given {
        note(stack.parameter("ChannelSecretArn"), name, value, found);
    }
    if found.clean("secret") {
        found.good("secret", "The secrets of the stack are complete.");
    }
    given
}

const KEYS_GONE: &str = "Restore it within its recovery window (`aws secretsmanager restore-secret`). \
     A new one makes every visitor of the web chats a stranger.";
const CHANNELS_GONE: &str = "Restore it within its recovery window (`aws secretsmanager \
     restore-secret`), or deploy without ChannelSecretArn and enter the values in the console.";

fn note(id: &str, name: &str, value: &str, found: &mut Findings) {
    if let Some((code, message)) = judge(name, value) {
        let remedy = format!(
            "Put the real value into the secret {id} (`aws secretsmanager put-secret-value`), then \
             deploy, so that the functions read it."
        );
        found.bad("secret", code, message, remedy);
    }
}

/// The values of a secret, by name; `None`: they cannot be read, and a finding says why.
async fn read(home: &Home, id: &str, gone: &str, found: &mut Findings) -> Option<Given> {
    let asked = json!({"SecretId": id});
    let answer = home.caller.json("secretsmanager", "secretsmanager.GetSecretValue", &asked).await;
    let answer = match answer {
        Ok(answer) => answer,
        Err(Trouble::Missing { .. }) => {
            found.bad("secret", "secret_missing", format!("There is no secret {id}."), gone);
            return None;
        }
        Err(trouble) => {
            found.unseen("secret", &trouble);
            return None;
        }
    };
    let text = answer["SecretString"].as_str().unwrap_or_default();
    let Ok(Value::Object(fields)) = serde_json::from_str(text) else {
        found.bad(
            "secret",
            "secret_garbled",
            format!("The secret {id} is no JSON object."),
            "Write it as an object that has a text for each name.",
        );
        return None;
    };
    let text = |(name, value): (String, Value)| Some((name, value.as_str()?.to_owned()));
    Some(fields.into_iter().filter_map(text).collect())
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
