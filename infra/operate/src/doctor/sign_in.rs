//! Sign-in: the issuer answers under its own name, and knows the console.

use serde_json::Value;

use super::Findings;
use crate::aws::caller::escaped;
use crate::home::{Home, Kind};

/// Looks at the issuer.
pub(super) async fn examine(home: &Home, offline: bool, found: &mut Findings) {
    let (issuer, client, console) = match &home.kind {
        Kind::Aws(stack) => {
            let config = &home.app.config;
            let console = stack.output("ConsoleUrl").to_owned();
            (config.issuer.clone(), config.client_id.clone(), console)
        }
        Kind::Local(machine) => match &machine.facts {
            // The workplace's own issuer answers as long as the workplace does.
            Some(facts) if facts.external_issuer => {
                (facts.issuer.clone(), facts.client_id.clone(), facts.base_url.clone())
            }
            _ => return,
        },
    };
    if issuer.is_empty() || client.is_empty() {
        return found.bad(
            "sign-in",
            "issuer_unset",
            "The workplace names no issuer or no client: nobody can sign in.",
            "Deploy with OidcIssuer and OidcClientId, or without both for a user pool of its own.",
        );
    }
    if issuer.ends_with('/') && (issuer.contains("cognito-idp") || offline) {
        return slash(&issuer, found);
    }
    if offline {
        return found.good("sign-in", format!("The issuer is {issuer}; it was not asked."));
    }
    let url = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
    let document = match home.caller.page(&url).await {
        Ok(reply) if reply.status == 200 => reply.json(),
        Ok(reply) => {
            return found.bad(
                "sign-in",
                "issuer_unreachable",
                format!("{url} answers {}.", reply.status),
                "Check the issuer's address; for Cognito it is \
                 https://cognito-idp.<region>.amazonaws.com/<pool>, not the sign-in page's.",
            );
        }
        Err(trouble) => {
            return found.bad(
                "sign-in",
                "issuer_unreachable",
                format!("The issuer does not answer ({trouble})."),
                "Check the issuer's address, and whether this machine reaches the internet.",
            );
        }
    };
    let named = document["issuer"].as_str().unwrap_or_default();
    if named != issuer {
        if named.trim_end_matches('/') == issuer.trim_end_matches('/') {
            return slash(&issuer, found);
        }
        return found.bad(
            "sign-in",
            "issuer_other_name",
            format!("The issuer calls itself {named}, the workplace calls it {issuer}."),
            format!("Deploy with OidcIssuer={named}: tokens carry the issuer's own name."),
        );
    }
    client_known(home, &document, (&client, &console), found).await;
    if found.clean("sign-in") {
        found.good("sign-in", format!("The issuer {issuer} answers, and knows the console."));
    }
}

fn slash(issuer: &str, found: &mut Findings) {
    found.bad(
        "sign-in",
        "issuer_slash",
        format!("The issuer {issuer} and its own name differ by a slash at the end."),
        "Write the issuer exactly as in the claim iss of its tokens, and deploy again.",
    );
}

/// Asks the issuer for its sign-in page, as the console would. The page of a wrong client is an
/// error, at some issuers behind a redirect.
async fn client_known(
    home: &Home,
    document: &Value,
    (client, console): (&str, &str),
    found: &mut Findings,
) {
    let Some(page) = document["authorization_endpoint"].as_str() else { return };
    let back = escaped(&format!("{}/", console.trim_end_matches('/')));
    let between = if page.contains('?') { '&' } else { '?' };
    let url = format!(
        "{page}{between}response_type=code&client_id={}&scope=openid&redirect_uri={back}\
         &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256",
        escaped(client)
    );
    let Ok(reply) = home.caller.page(&url).await else { return };
    let sent_away = reply.location.as_deref().unwrap_or_default().contains("error");
    if reply.status >= 400 || sent_away {
        found.bad(
            "sign-in",
            "client_unknown",
            format!("The issuer refuses the client {client} with the console's address {console}."),
            format!(
                "Register the client at the issuer with the callback address \
                 {}/, or deploy with the right OidcClientId.",
                console.trim_end_matches('/')
            ),
        );
    }
}
