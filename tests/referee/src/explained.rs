//! The differences that are known, each with its reason. The decision page 0045 has the same list.

use serde_json::Value;

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
        name: "empty set under a condition",
        reason: "ministack looks at the condition before it looks at the values; DynamoDB refuses \
                 an empty set first",
        fits: |_, request, ours, theirs| {
            request.to_string().contains(r#""SS":[]"#)
                && is(ours, "ValidationException")
                && (is(theirs, "ConditionalCheckFailedException")
                    || is(theirs, "TransactionCanceledException"))
        },
    },
];

fn is(answer: &Answer, error: &str) -> bool {
    answer.body["__type"].as_str().is_some_and(|kind| kind.ends_with(error))
}
