//! The functions do no more than the template allows them ([`World::call`] looks at each call). Whether
//! they do all of it, `tests/permissions.rs` tells after the whole suite.

use std::collections::BTreeSet;

use crate::world::World;
use platform::template::{self, TEMPLATE};

#[test]
fn no_policy_reaches_further_than_the_parts_of_this_stack() {
    let of = |service: &str, rest: &str| {
        format!("arn:${{AWS::Partition}}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{rest}")
    };
    let parts: BTreeSet<String> = [
        "Table.Arn",
        "OutboxQueue.Arn",
        "TimerQueue.Arn",
        "FileQueue.Arn",
        "DomainBus.Arn",
        "EngineKeys",
        "${FilesBucket.Arn}/incoming/*",
        "${FilesBucket.Arn}/files/*",
        "${FilesBucket.Arn}/inbound/*",
        "${FilesBucket.Arn}/mail/*",
    ]
    .map(str::to_owned)
    .into_iter()
    .chain([
        of("secretsmanager", "secret:switchboard/${AWS::StackName}/assets/*"),
        of("ses", "identity/*"),
        of("ses", "configuration-set/*"),
        of("execute-api", "${WebSocketApi}/live/POST/@connections/*"),
        of("execute-api", "${WebSocketApi}/live/DELETE/@connections/*"),
    ])
    .collect();
    let wiring = template::read(TEMPLATE).unwrap();
    let grants = wiring.walls.values().flat_map(|wall| &wall.grants);
    for grant in grants {
        assert!(parts.contains(&grant.resource), "{} {}", grant.action, grant.resource);
        assert!(!grant.action.contains('*'), "{} stands for more than one action", grant.action);
    }
}

#[tokio::test]
async fn a_call_outside_the_walls_is_denied_as_on_aws() {
    let world = World::new().await;
    let outside = world.connector_of("timers");
    let app = world.app.beside(world.app.config.clone(), outside);
    let asked = app.table_client().delete_table().table_name("switchboard").send().await;
    let error = asked.unwrap_err();
    assert!(format!("{error:?}").contains("AccessDenied"), "{error:?}");
    assert_eq!(world.wires.denied(), ["timers: dynamodb:DeleteTable Table.Arn"]);
}
