//! The doctor finds each fault that is put in, and says the remedy.

use domain::workspace::{Queue as QueueRecord, Team};
use domain::{Millis, Role};
use operate::Exit;
use operate::doctor::{State, examine};
use serde_json::json;
use store::asset::Sign;
use store::settings::directory::Record;

use super::cloud::{CONSOLE, Cloud, ISSUER, NOON, secret};

#[tokio::test]
async fn a_healthy_stack_has_no_finding_but_good_ones() {
    let cloud = Cloud::new().await;
    let found = examine(&cloud.home().await.unwrap(), false).await;
    let bad: Vec<_> = found.all().iter().filter(|f| f.state != State::Good).collect();
    assert!(bad.is_empty(), "{bad:#?}");
    assert_eq!(found.exit(), Exit::Good);
    for part in
        ["stack", "clock", "table", "queue outbox", "schedule", "secret", "timers", "people"]
    {
        assert!(found.all().iter().any(|f| f.part == part), "{part} was not looked at");
    }
}

/// Puts a fault in, and expects its finding, with a remedy that names `helps`.
async fn finds(cloud: &std::sync::Arc<Cloud>, code: &str, state: State, helps: &str) {
    let found = examine(&cloud.home().await.unwrap(), false).await;
    let finding = found.of(code).unwrap_or_else(|| panic!("{code}: {:#?}", found.all()));
    assert_eq!(finding.state, state, "{finding}");
    let remedy = finding.remedy.as_deref().unwrap();
    assert!(remedy.contains(helps), "{code}: {remedy}");
    let exit = if state == State::Bad { Exit::Bad } else { Exit::Warnings };
    assert!(found.exit() >= exit);
}

macro_rules! fault {
    ($name:ident, $code:literal, $state:ident, $helps:literal, |$cloud:ident| $put:expr) => {
        #[tokio::test]
        async fn $name() {
            let $cloud = Cloud::new().await;
            $put;
            finds(&$cloud, $code, State::$state, $helps).await;
        }
    };
}

fault!(a_missing_table, "table_missing", Bad, "point-in-time recovery", |cloud| {
    cloud.with(|a| a.table = json!(null));
});
fault!(a_table_whose_items_do_not_expire, "ttl_off", Bad, "time to live", |cloud| {
    cloud.with(|a| a.ttl = json!({"TimeToLiveStatus": "DISABLED"}));
});
fault!(a_table_without_a_stream, "stream_off", Bad, "rebuild projections", |cloud| {
    cloud.with(|a| a.table["StreamSpecification"] = json!({"StreamEnabled": false}));
});
fault!(a_stream_that_shows_keys_only, "stream_view_wrong", Bad, "rebuild projections", |cloud| {
    cloud.with(|a| a.table["StreamSpecification"]["StreamViewType"] = json!("KEYS_ONLY"));
});
fault!(another_programs_table, "table_keys_wrong", Bad, "resource Table", |cloud| {
    cloud.with(|a| a.table["KeySchema"] = json!([{"AttributeName": "id"}]));
});
fault!(a_table_without_recovery, "recovery_off", Warning, "point-in-time", |cloud| {
    cloud.with(|a| a.recovery = "DISABLED");
});
fault!(a_queue_that_somebody_deleted, "queue_missing", Bad, "Deploy the stack again", |cloud| {
    cloud.remove_queue("OutboxQueue");
});
fault!(a_queue_without_dead_letters, "dead_letters_detached", Bad, "RedrivePolicy", |cloud| {
    cloud.with_queue("TimerQueue", |q| q.redrive = false);
});
fault!(a_short_visibility_time_out, "visibility_short", Bad, "180 s", |cloud| {
    cloud.with_queue("OutboxQueue", |q| q.visibility = 30);
});
fault!(dead_letters, "dead_letters", Bad, "switchboard dlq redrive timer --home aws", |cloud| {
    cloud.with_queue("TimerDeadLetterQueue", |q| {
        q.letters.push_back(("1".to_owned(), "{}".to_owned()));
    });
});
fault!(skipped_stream_batches, "dead_letters", Bad, "rebuild projections", |cloud| {
    cloud.with_queue("StreamFailureQueue", |q| {
        q.letters.push_back(("1".to_owned(), "{}".to_owned()));
    });
});
fault!(a_clock_of_the_timers_that_stands, "timers_late", Bad, "SweepRule", |cloud| {
    let home = cloud.home().await.unwrap();
    home.app.store.set_swept_until(Millis(NOON).minute() - 30).await.unwrap();
});
fault!(a_clock_that_went_back, "clock_went_back", Bad, "NTP", |cloud| {
    let home = cloud.home().await.unwrap();
    home.app.store.set_swept_until(Millis(NOON).minute() + 30).await.unwrap();
});
fault!(a_wrong_clock_of_this_machine, "clock_wrong", Bad, "NTP", |cloud| {
    cloud.with(|a| a.date = "Mon, 30 Nov 2026 12:04:00 GMT");
});
fault!(a_disabled_schedule, "schedule_off", Bad, "enable-rule --name acme-SweepRule-1", |cloud| {
    cloud.with(|a| a.rule = "DISABLED");
});
fault!(a_missing_secret, "secret_missing", Bad, "restore-secret", |cloud| {
    cloud.with(|a| a.secret = None);
});
fault!(a_short_visitor_key, "secret_short", Bad, "put-secret-value", |cloud| {
    cloud.with(|a| a.secret = Some(secret("9f8e7d6c")));
});
fault!(a_placeholder_for_a_secret, "secret_placeholder", Bad, "put-secret-value", |cloud| {
    cloud.with(|a| a.secret = Some(secret("change-me-change-me-change-me-change-me")));
});
fault!(an_account_without_secrets, "asset_without_secrets", Bad, "Connection", |cloud| {
    cloud.with(|a| {
        a.secret = Some(json!({"visitor_key": "9f8e7d6c5b4a39281706f5e4d3c2b1a0"}).to_string())
    });
});
fault!(a_refused_webhook, "webhook_refused", Bad, "app secret", |cloud| {
    let home = cloud.home().await.unwrap();
    let asset = platform::sandbox::ASSET.parse().unwrap();
    home.app.store.note_sign(&asset, Sign::Refused, Millis(NOON), "bad signature").await.unwrap();
});
fault!(a_token_that_the_provider_refuses, "provider_refuses", Bad, "permanent token", |cloud| {
    let expired = json!({"error": {"code": 190, "message": "Session has expired"}});
    cloud.with(|a| a.provider = (401, expired));
});
fault!(an_issuer_that_does_not_answer, "issuer_unreachable", Bad, "cognito-idp", |cloud| {
    cloud.with(|a| a.pages.retain(|url, _| !url.contains("openid-configuration")));
});
fault!(an_issuer_with_a_slash_too_many, "issuer_slash", Bad, "claim iss", |cloud| {
    cloud.with(|a| drop(a.parameters.insert("OidcIssuer", format!("{ISSUER}/"))));
});
fault!(
    an_issuer_of_another_name,
    "issuer_other_name",
    Bad,
    "OidcIssuer=https://else.test",
    |cloud| {
        let named = json!({"issuer": "https://else.test"}).to_string();
        cloud.with(|a| {
            a.pages.insert(format!("{ISSUER}/.well-known/openid-configuration"), (200, named));
        });
    }
);
fault!(
    a_client_that_the_issuer_does_not_know,
    "client_unknown",
    Bad,
    "callback address",
    |cloud| {
        cloud.with(|a| {
            a.pages.insert(format!("{ISSUER}/authorize"), (400, "invalid_client".to_owned()));
        });
    }
);
fault!(a_console_that_was_never_uploaded, "console_missing", Bad, "make deploy", |cloud| {
    cloud.with(|a| drop(a.pages.insert(format!("{CONSOLE}/"), (403, String::new()))));
});
fault!(a_console_without_its_configuration, "config_missing", Bad, "config.json", |cloud| {
    cloud.with(|a| drop(a.pages.remove(&format!("{CONSOLE}/config.json"))));
});
fault!(a_console_that_points_elsewhere, "config_elsewhere", Bad, "config.json anew", |cloud| {
    let other = json!({"issuer": "https://old.test", "clientId": "console"}).to_string();
    cloud.with(|a| drop(a.pages.insert(format!("{CONSOLE}/config.json"), (200, other))));
});
fault!(alarms_that_nobody_hears, "alarm_topic_unset", Warning, "AlarmTopicArn", |cloud| {
    cloud.with(|a| drop(a.parameters.insert("AlarmTopicArn", String::new())));
});
fault!(logs_with_customers_words, "log_level_debug", Warning, "LogLevel=info", |cloud| {
    cloud.with(|a| drop(a.parameters.insert("LogLevel", "debug".to_owned())));
});
fault!(a_function_without_a_variable, "variable_missing", Bad, "deploy the stack again", |cloud| {
    cloud.with(|a| {
        let about = a.functions.get_mut("DeliverFunction").unwrap();
        about["Environment"]["Variables"].as_object_mut().unwrap().remove("SWITCHBOARD_TABLE");
    });
});
fault!(a_function_that_is_gone, "function_missing", Bad, "Deploy the stack again", |cloud| {
    cloud.with(|a| drop(a.functions.remove("TimersFunction")));
});
fault!(
    a_function_with_no_concurrency,
    "function_stopped",
    Bad,
    "delete-function-concurrency",
    |cloud| {
        cloud.with(|a| a.concurrency = [("IngestFunction".to_owned(), 0)].into());
    }
);
fault!(a_mapping_that_is_off, "mapping_off", Bad, "--uuid u-1 --enabled", |cloud| {
    cloud.with(|a| a.mapping = "Disabled");
});
fault!(a_stack_older_than_the_program, "stack_older", Warning, "make deploy", |cloud| {
    cloud.with(|a| drop(a.outputs.insert("Version", "0.0.9".to_owned())));
});
fault!(a_deployment_that_failed, "stack_failed", Bad, "first failed event", |cloud| {
    cloud.with(|a| a.status = "UPDATE_ROLLBACK_COMPLETE".to_owned());
});
fault!(a_team_without_members, "team_empty", Warning, "under People", |cloud| {
    let team = Team { id: "night".parse().unwrap(), name: "Night".to_owned(), retired: false };
    let queue = QueueRecord {
        id: "night".parse().unwrap(),
        name: "Night".to_owned(),
        team: team.id.clone(),
        retired: false,
    };
    let home = cloud.home().await.unwrap();
    home.app.store.put_records(&[Record::Team(team), Record::Queue(queue)]).await.unwrap();
});
fault!(a_queue_without_a_team, "queue_without_team", Bad, "Give the queue a team", |cloud| {
    let queue = QueueRecord {
        id: "lost".parse().unwrap(),
        name: "Lost".to_owned(),
        team: "nobodys".parse().unwrap(),
        retired: false,
    };
    cloud.home().await.unwrap().app.store.put_records(&[Record::Queue(queue)]).await.unwrap();
});
fault!(a_workplace_without_an_admin, "no_admin", Bad, "switchboard seed --admin-email", |cloud| {
    let home = cloud.home().await.unwrap();
    let directory = home.app.store.directory().await.unwrap();
    for agent in directory.agents.values().filter(|a| a.profile.role == Role::Admin) {
        let mut agent = agent.clone();
        agent.active = false;
        home.app.store.put_records(&[Record::Agent(agent)]).await.unwrap();
    }
});

#[tokio::test]
async fn a_webhook_that_never_arrived_is_told() {
    let cloud = Cloud::new().await;
    let home = cloud.home().await.unwrap();
    let directory = home.app.store.directory().await.unwrap();
    let mut asset = directory.assets.values().next().unwrap().clone();
    asset.id = "second".parse().unwrap();
    asset.account = "222".to_owned();
    home.app.store.put_records(&[Record::Asset(asset)]).await.unwrap();
    finds(&cloud, "webhook_never", State::Warning, "/webhooks/whatsapp/second").await;
}
