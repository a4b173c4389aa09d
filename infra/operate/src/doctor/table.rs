//! The table: its keys, its expiry, its stream, its backups.

use serde_json::{Value, json};

use super::Findings;
use crate::aws::trouble::Trouble;
use crate::home::Home;

const DEPLOY: &str = "Deploy the stack again: its template sets this.";

/// Looks at the table. Returns whether it can be read.
pub(super) async fn examine(home: &Home, found: &mut Findings) -> bool {
    let name = home.app.store.table().to_owned();
    let asked = json!({"TableName": name});
    let dynamo = async |operation: &str| {
        home.caller.json("dynamodb", &format!("DynamoDB_20120810.{operation}"), &asked).await
    };
    let table = match dynamo("DescribeTable").await {
        Ok(answer) => answer["Table"].clone(),
        Err(Trouble::Missing { .. }) => {
            let remedy = if home.stack().is_some() {
                "Restore it from its point-in-time recovery under the same name, or deploy the stack \
                 again for an empty one."
            } else {
                "Start Switchboard once on this folder, or restore a copy with `switchboard restore`."
            };
            found.bad("table", "table_missing", format!("There is no table \"{name}\"."), remedy);
            return false;
        }
        Err(trouble) => {
            found.unseen("table", &trouble);
            return false;
        }
    };
    let status = table["TableStatus"].as_str().unwrap_or("ACTIVE");
    if status != "ACTIVE" {
        let message = format!("The table is {status}.");
        found.bad("table", "table_not_active", message, "Wait until it is ACTIVE.");
    }
    let keys: Vec<&str> = table["KeySchema"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|key| key["AttributeName"].as_str())
        .collect();
    if keys != store::table::KEYS.map(|(name, _)| name) {
        found.bad(
            "table",
            "table_keys_wrong",
            format!("The keys of the table are {}, not pk and sk.", keys.join(" and ")),
            "This is another program's table: check the stack's resource Table.",
        );
        return false;
    }
    stream(&table, found);
    match dynamo("DescribeTimeToLive").await {
        Ok(answer) => {
            let ttl = &answer["TimeToLiveDescription"];
            let on = matches!(ttl["TimeToLiveStatus"].as_str(), Some("ENABLED" | "ENABLING"));
            let right = ttl["AttributeName"] == store::table::TTL_ATTRIBUTE;
            if !(on && right) {
                found.bad(
                    "table",
                    "ttl_off",
                    "Items of the table do not expire: tickets, drafts and leases stay for ever.",
                    format!("Turn time to live on for the attribute ttl. {DEPLOY}"),
                );
            }
        }
        Err(trouble) => found.unseen("table", &trouble),
    }
    if home.stack().is_some() {
        match dynamo("DescribeContinuousBackups").await {
            Ok(answer) => {
                let point =
                    &answer["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"];
                if point["PointInTimeRecoveryStatus"] != "ENABLED" {
                    found.warn(
                        "table",
                        "recovery_off",
                        "The table has no point-in-time recovery: a mistake cannot be undone.",
                        format!("Turn point-in-time recovery on. {DEPLOY}"),
                    );
                }
                if table["DeletionProtectionEnabled"] != true {
                    found.warn(
                        "table",
                        "deletion_allowed",
                        "Nothing protects the table from being deleted.",
                        format!("Turn deletion protection on. {DEPLOY}"),
                    );
                }
            }
            Err(trouble) => found.unseen("table", &trouble),
        }
    }
    if found.clean("table") {
        found.good("table", format!("The table {name} has its keys, its stream and its expiry."));
    }
    true
}

fn stream(table: &Value, found: &mut Findings) {
    let stream = &table["StreamSpecification"];
    if stream["StreamEnabled"] != true {
        found.bad(
            "table",
            "stream_off",
            "The table has no stream: lists, counts and pushes of queues stand still.",
            format!("Turn the stream on with NEW_IMAGE. {DEPLOY} Then run `switchboard rebuild projections`."),
        );
    } else if stream["StreamViewType"] != "NEW_IMAGE" {
        let view = stream["StreamViewType"].as_str().unwrap_or("?");
        found.bad(
            "table",
            "stream_view_wrong",
            format!("The stream shows {view}, not NEW_IMAGE: the functions find nothing in it."),
            format!("{DEPLOY} Then run `switchboard rebuild projections`."),
        );
    }
}
