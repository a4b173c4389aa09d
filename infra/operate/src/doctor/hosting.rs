//! The console's hosting: the page is there, and its `config.json` leads to this workplace.

use super::Findings;
use crate::home::{Home, Kind};

/// Looks at the console's hosting.
pub(super) async fn examine(home: &Home, offline: bool, found: &mut Findings) {
    let stack = match &home.kind {
        Kind::Local(machine) => {
            match &machine.facts {
                Some(facts) if !facts.console => found.warn(
                    "console",
                    "console_missing",
                    "The program serves no console: none is built.",
                    "Run `make console`, or install the program with the console inside (`make install`).",
                ),
                Some(facts) => found.good("console", format!("The console is at {}.", facts.base_url)),
                None => {}
            }
            return;
        }
        Kind::Aws(stack) => stack,
    };
    let console = stack.output("ConsoleUrl").trim_end_matches('/').to_owned();
    if console.is_empty() {
        return found.warn(
            "console",
            "console_unknown",
            "The stack hosts no console.",
            "Deploy with HostConsole=true, or host console/dist yourself with a config.json.",
        );
    }
    if offline {
        return;
    }
    let read = async |path: &str| home.caller.page(&format!("{console}{path}")).await;
    match read("/").await {
        Ok(reply) if reply.status == 200 => {}
        Ok(reply) => found.bad(
            "console",
            "console_missing",
            format!("{console} answers {}: the bucket holds no console.", reply.status),
            "Deploy again (`make deploy`): each deployment publishes the console.",
        ),
        Err(trouble) => return found.unseen("console", &trouble),
    }
    let config = match read("/config.json").await {
        Ok(reply) if reply.status == 200 => reply.json(),
        Ok(_) | Err(_) => serde_json::Value::Null,
    };
    if !config.is_object() {
        return found.bad(
            "console",
            "config_missing",
            format!("{console}/config.json is not there, or is no JSON."),
            "Deploy again (`make deploy`): each deployment writes config.json.",
        );
    }
    let (issuer, client) = (&home.app.config.issuer, &home.app.config.client_id);
    for (field, wanted) in [("issuer", issuer), ("clientId", client)] {
        let stands = config[field].as_str().unwrap_or_default();
        if stands != wanted {
            found.bad(
                "console",
                "config_elsewhere",
                format!("config.json names the {field} \"{stands}\", the stack \"{wanted}\"."),
                "Deploy again (`make deploy`): each deployment writes config.json anew.",
            );
        }
    }
    if found.clean("console") {
        found.good("console", format!("The console is at {console}."));
    }
}
