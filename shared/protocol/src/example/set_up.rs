//! Examples of bodies about an asset's connection, keys of the API, and the import of agents.

use super::Example;
use super::story::at;
use super::workspace::records;
use crate::agent::{AgentsImport, Fate, ImportReport, ImportRow};
use crate::api_key::{Access, ApiKey, ApiKeyChange, ApiKeyRotation, ApiKeys, ApiToken, IssuedKey};
use crate::asset::{
    AssetCheck, AssetConnection, AssetField, AssetHealth, AssetSecretsChange, Finding,
    FindingState, TestMessage, TestResult, Trouble,
};
use crate::settings::Given;
use crate::view::Role;
use crate::workspace::Stamp;
use std::collections::BTreeMap;

pub(super) fn bodies() -> Vec<Example> {
    let token = "EAAGm0PX4ZCpsBAKZCm1".to_owned();
    let secrets = AssetSecretsChange {
        version: 1,
        values: Given(Some(BTreeMap::from([("access_token".to_owned(), Some(token))]))),
    };
    let test = TestMessage { to: "+49 30 123456".to_owned(), text: None };
    let sent = TestResult {
        sent: true,
        provider_id: Some("wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI5".to_owned()),
        reason: None,
    };
    let change = ApiKeyChange {
        name: Given(Some("Web shop".to_owned())),
        teams: Given(Some(vec!["support".to_owned()])),
        access: Given(Some(Access::Write)),
        ..ApiKeyChange::default()
    };
    let rotation = ApiKeyRotation { version: 1, overlap_seconds: Given(Some(3_600)) };
    let issued = IssuedKey {
        key: key(),
        token: Some("swk_key-shop_5b0d8f1e2a7f4c319f2e019aa4b27003".to_owned()),
    };
    vec![
        Example::new("asset_connection", "AssetConnection", &connection()),
        Example::new("asset_secrets_change", "AssetSecretsChange", &secrets),
        Example::new("asset_check", "AssetCheck", &check()),
        Example::new("test_message", "TestMessage", &test),
        Example::new("test_result", "TestResult", &sent),
        Example::new("agents_import", "AgentsImport", &import()),
        Example::new("import_report", "ImportReport", &report()),
        Example::new("api_keys", "ApiKeys", &ApiKeys { keys: vec![key()] }),
        Example::new("api_key_change", "ApiKeyChange", &change),
        Example::new("api_key_rotation", "ApiKeyRotation", &rotation),
        Example::new("issued_key", "IssuedKey", &issued),
    ]
}

fn connection() -> AssetConnection {
    let secret = AssetField {
        name: "access_token".to_owned(),
        secret: true,
        required: true,
        made_here: false,
        value: Some("••••••••ZCm1".to_owned()),
        from_environment: false,
        changed_by: Some("ada".to_owned()),
        changed_at: Some(at(-3_600)),
    };
    let verify = AssetField {
        name: "verify_token".to_owned(),
        secret: false,
        made_here: true,
        value: Some("9f2e019aa4b270035b0d8f1e2a7f4c31".to_owned()),
        ..secret.clone()
    };
    AssetConnection {
        asset: records().assets.remove(0),
        webhook_path: Some("/webhooks/whatsapp/wa-demo".to_owned()),
        version: 1,
        fields: vec![verify, secret],
        health: AssetHealth {
            webhook: Some(at(-60)),
            sent: Some(at(-120)),
            refused: None,
            failed: Some(Trouble {
                at: at(-86_400),
                why: "Message failed to send because more than 24 hours have passed".to_owned(),
            }),
            checked: Some(at(-3_600)),
            findings: vec![Finding {
                about: "access_token".to_owned(),
                state: FindingState::Warning,
                message: "The access token expires in 52 hours.".to_owned(),
                remedy: Some("Make a permanent token of a system user and enter it.".to_owned()),
            }],
        },
    }
}

fn check() -> AssetCheck {
    let finding = |about: &str, state, message: &str| Finding {
        about: about.to_owned(),
        state,
        message: message.to_owned(),
        remedy: None,
    };
    AssetCheck {
        ready: true,
        findings: vec![
            finding("account", FindingState::Good, "The account is +1 555-078-3881, Acme."),
            Finding {
                remedy: Some("Make a permanent token of a system user.".to_owned()),
                ..finding(
                    "access_token",
                    FindingState::Warning,
                    "The access token expires in 20 hours.",
                )
            },
        ],
    }
}

fn import() -> AgentsImport {
    AgentsImport {
        csv: "email,name,role,teams\nkim@example.com,Kim Lee,agent,Support\n".to_owned(),
        dry_run: true,
        from: None,
    }
}

fn report() -> ImportReport {
    ImportReport {
        rows: vec![ImportRow {
            row: 1,
            email: "kim@example.com".to_owned(),
            name: "Kim Lee".to_owned(),
            agent: Some("kim".to_owned()),
            fate: Fate::New,
            changes: Vec::new(),
            refused: None,
        }],
        total: 1,
        next: None,
        ignored: Vec::new(),
    }
}

fn key() -> ApiKey {
    ApiKey {
        id: "key-shop".to_owned(),
        name: "Web shop".to_owned(),
        role: Role::Agent,
        teams: vec!["support".to_owned()],
        access: Access::Write,
        requests_a_minute: 600,
        tokens: vec![ApiToken { hint: "7003".to_owned(), until: None }],
        revoked: false,
        last_used: Some(at(-30)),
        stamp: Stamp {
            version: 1,
            changed_by: Some("ada".to_owned()),
            changed_at: Some(at(-3_600)),
        },
    }
}
