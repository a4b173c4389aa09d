//! The differences that are known, each with its reason. The decision page 0045 has the same list.

use serde_json::Value;

use crate::compare::differences;
use crate::remote::Answer;

/// A difference that is no finding.
#[derive(Debug)]
pub struct Explained {
    /// The difference, in a word or two.
    pub name: &'static str,
    /// The reason for which it does not matter, or whose fault it is.
    pub reason: &'static str,
    /// Whether a difference is this one: by the operation, the request, our answer, and theirs.
    pub fits: fn(&str, &Value, &Answer, &Answer) -> bool,
}

/// Every known difference.
pub const EXPLAINED: &[Explained] = &[
    Explained {
        name: "old item of a new one",
        reason: "dynoxide answers ALL_OLD of an update that made its item with the item's key, \
                 DynamoDB with nothing; the store reads other attributes of it only",
        fits: |operation, request, ours, theirs| {
            let keys =
                |v: &Value| v.as_object().is_some_and(|a| a.len() == 2 && a.contains_key("pk"));
            operation == "UpdateItem"
                && request["ReturnValues"] == "ALL_OLD"
                && keys(&ours.body["Attributes"])
                && theirs.body["Attributes"].is_null()
        },
    },
    Explained {
        name: "empty key in a range",
        reason: "DynamoDB refuses a key condition on the empty string, dynoxide answers it; the \
                 suite beside the referee shows that the store sends none",
        fits: |operation, request, ours, theirs| {
            let values = request["ExpressionAttributeValues"].as_object();
            let is_empty = |name: &str| {
                values.and_then(|v| v.get(name)).is_some_and(|v| v["S"].as_str() == Some(""))
            };
            operation == "Query"
                && [":pk", ":from", ":to"].into_iter().any(is_empty)
                && ours.status == 200
                && is(theirs, "ValidationException")
        },
    },
    Explained {
        name: "empty start key",
        reason: "ministack goes on from a key that no item can have, DynamoDB refuses it; the \
                 store goes on from keys that came back",
        fits: |operation, request, ours, theirs| {
            let start = &request["ExclusiveStartKey"];
            let is_empty = |name: &str| start[name]["S"].as_str() == Some("");
            operation == "Query"
                && (is_empty("pk") || is_empty("sk"))
                && is(ours, "ValidationException")
                && theirs.status == 200
        },
    },
    Explained {
        name: "empty set",
        reason: "DynamoDB refuses an empty set before it looks at anything else; ministack looks \
                 at the condition first, and lets DELETE have one",
        fits: |_, request, ours, _| {
            request.to_string().contains(r#""SS":[]"#) && is(ours, "ValidationException")
        },
    },
    Explained {
        name: "invalid action in a transaction",
        reason: "dynoxide names it in its reason, beside those of the other actions; ministack \
                 does not look at the length of keys, and at no condition beside an invalid action",
        fits: |operation, _, ours, theirs| {
            let reasons = ours.body["CancellationReasons"].as_array();
            operation == "TransactWriteItems"
                && reasons.is_some_and(|all| all.iter().any(|r| r["Code"] == "ValidationError"))
                && (theirs.status == 200 || is(theirs, "TransactionCanceledException"))
        },
    },
    Explained {
        name: "units of a read",
        reason: "ministack counts one unit for a read whatever its size, and none for a batch; the \
                 units of writes are compared",
        fits: |operation, _, ours, theirs| {
            let without = |answer: &Answer| {
                let mut answer = answer.clone();
                answer.body["ConsumedCapacity"] = Value::Null;
                answer
            };
            matches!(operation, "BatchGetItem" | "BatchWriteItem" | "GetItem" | "Query")
                && differences(&without(ours), &without(theirs)).is_empty()
        },
    },
    Explained {
        name: "scanned at a page's end",
        reason: "dynoxide counts the item with which a page of a megabyte would grow too large among \
                 the scanned ones, though the page ends before it; the store reads no such count",
        fits: |operation, _, ours, theirs| {
            let without = |answer: &Answer| {
                let mut answer = answer.clone();
                answer.body["ConsumedCapacity"] = Value::Null;
                answer.body["ScannedCount"] = Value::Null;
                answer
            };
            let scanned = |answer: &Answer| answer.body["ScannedCount"].as_u64().unwrap_or(0);
            operation == "Query"
                && ours.body["LastEvaluatedKey"].is_object()
                && scanned(ours) == scanned(theirs) + 1
                && differences(&without(ours), &without(theirs)).is_empty()
        },
    },
    Explained {
        name: "token of a transaction",
        reason: "the platform forgets the token by which DynamoDB answers a repeated transaction \
                 as the first time (engine.rs); the condition on the entry refuses it instead, and \
                 the store finds its own entry there",
        fits: |operation, request, ours, theirs| {
            operation == "TransactWriteItems"
                && request["ClientRequestToken"].is_string()
                && is(ours, "TransactionCanceledException")
                && theirs.status == 200
        },
    },
];

fn is(answer: &Answer, error: &str) -> bool {
    answer.body["__type"].as_str().is_some_and(|kind| kind.ends_with(error))
}
