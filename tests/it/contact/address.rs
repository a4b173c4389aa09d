//! A customer whose address changes, and threads that turn out to be of one customer.

use crate::contact::{
    A, B, C, T, at, change, head, message, number_change, one_by_one, threads, user_change,
};
use crate::world::World;
use serde_json::{Value, json};

#[tokio::test]
async fn a_number_that_changes_back_is_answered_again() {
    let world = World::new().await;
    let first = at(message(None, Some(A), "wamid.1", "from A"), T);
    one_by_one(
        &world,
        &[first, number_change("s1", T + 1, A, B), number_change("s2", T + 2, B, A)],
    )
    .await;
    let thread = world.thread(A);
    assert_eq!(world.state(&thread).await.identity, A);
    let mark = world.agent("mark").await;
    let conversation = format!("{thread}-1");
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Hello"}});
    mark.does("messaging", &conversation, send).await;
    world.deliver().await;
    assert_eq!(world.wires.provider.lock().unwrap().taken[0]["to"], format!("+{A}"));
}

#[tokio::test]
async fn a_message_from_the_old_number_alone_says_that_the_customer_is_back() {
    let world = World::new().await;
    one_by_one(
        &world,
        &[
            at(message(None, Some(A), "wamid.1", "from A"), T),
            number_change("s1", T + 1, A, B),
            at(message(None, Some(B), "wamid.2", "from B"), T + 2),
            // A late message says nothing of the present address.
            at(message(None, Some(A), "wamid.0", "late"), T - 9),
        ],
    )
    .await;
    let thread = world.thread(A);
    assert_eq!(world.state(&thread).await.identity, B);
    one_by_one(&world, &[at(message(None, Some(A), "wamid.3", "back"), T + 3)]).await;
    assert_eq!(world.state(&thread).await.identity, A);
    assert_eq!(threads(&world, &[A, B]).await, [["from A", "from B", "late", "back"]]);
}

#[tokio::test]
async fn a_notice_that_comes_again_changes_nothing() {
    let world = World::new().await;
    let (one, two) = (number_change("s1", T + 1, A, B), number_change("s2", T + 2, B, C));
    let first = at(message(None, Some(A), "wamid.1", "from A"), T);
    one_by_one(&world, &[first, one.clone(), two.clone(), one.clone(), two, one]).await;
    assert_eq!(world.state(&world.thread(A)).await.identity, C);
    // Without times, only its id says that a notice is the same.
    let world = World::new().await;
    let timeless = |mut notice: Value| {
        notice.as_object_mut().unwrap().remove("timestamp");
        notice
    };
    let one = timeless(number_change("s1", 0, A, B));
    let two = timeless(number_change("s2", 0, B, C));
    one_by_one(&world, &[message(None, Some(A), "wamid.1", "from A")]).await;
    for notice in [&one, &two, &one] {
        world.stand_still_until(world.now() + domain::Millis::seconds(1));
        one_by_one(&world, std::slice::from_ref(notice)).await;
    }
    assert_eq!(world.state(&world.thread(A)).await.identity, C);
}

#[tokio::test]
async fn a_change_and_its_messages_are_one_thread_in_any_order() {
    let of_august = change(
        "s1",
        T + 1,
        json!({"from": A}),
        json!({"type": "user_changed_number", "wa_id": B, "user_id": "DE.2",
               "previous_user_id": "DE.1"}),
    );
    let changes = [number_change("s1", T + 1, A, B), of_august];
    for change in changes {
        let before = at(message(None, Some(A), "wamid.1", "before"), T);
        let after = at(message(None, Some(B), "wamid.2", "after"), T + 2);
        for known in [true, false] {
            for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
                let world = World::new().await;
                let all = [&before, &change, &after];
                if known {
                    one_by_one(&world, std::slice::from_ref(&before)).await;
                }
                let together: Vec<_> = order.map(|n| all[n]).to_vec();
                let webhook = json!({"messages": together});
                let ten = (0..10).map(|_| world.webhook(&webhook));
                for answer in futures_util::future::join_all(ten).await {
                    assert_eq!(answer["statusCode"], 200);
                }
                let mut found = threads(&world, &[A, B, "DE.1", "DE.2"]).await;
                found.iter_mut().for_each(|texts| texts.sort());
                assert_eq!(found, [["after", "before"]], "{order:?}, known: {known}");
                // The next message, by any of the addresses, stands there, too.
                one_by_one(&world, &[at(message(None, Some(B), "wamid.9", "next"), T + 9)]).await;
                assert_eq!(threads(&world, &[A, B, "DE.1", "DE.2"]).await.len(), 1);
            }
        }
    }
}

#[tokio::test]
async fn a_change_that_arrives_after_a_newer_one_changes_nothing() {
    let said = |id: &str, seconds: i64| at(message(None, Some(A), id, "from A"), T + seconds);
    let orders: [(&str, &[Value]); 4] = [
        (A, &[said("m1", 0), number_change("s2", T + 20, B, A), number_change("s1", T + 10, A, B)]),
        (
            A,
            &[
                said("m1", 0),
                number_change("s3", T + 3, C, A),
                number_change("s1", T + 1, A, B),
                number_change("s2", T + 2, B, C),
            ],
        ),
        (
            B,
            &[
                at(message(None, Some(B), "m1", "from B"), T),
                number_change("s1", T + 2, A, B),
                said("m2", 1),
            ],
        ),
        (
            "US.1",
            &[
                at(message(Some("US.1"), Some(A), "m1", "both"), T),
                user_change("s2", T + 2, "US.2", "US.1"),
                user_change("s1", T + 1, "US.1", "US.2"),
            ],
        ),
    ];
    for (right, all) in orders {
        let world = World::new().await;
        one_by_one(&world, all).await;
        assert_eq!(head(&world, &[A, B, C, "US.1", "US.2"]).await.identity, right, "{all:?}");
        let world = World::new().await;
        assert_eq!(world.webhook(&json!({"messages": all})).await["statusCode"], 200);
        let together = head(&world, &[A, B, C, "US.1", "US.2"]).await.identity;
        assert_eq!(together, right, "in one webhook: {all:?}");
    }
}

#[tokio::test]
async fn a_message_that_comes_again_after_its_thread_was_joined_is_taken_in_once() {
    let world = World::new().await;
    let first = at(message(None, Some(A), "wamid.X", "from A"), T);
    let second = at(message(None, Some(B), "wamid.Y", "from B"), T + 20);
    one_by_one(&world, &[first.clone(), second.clone()]).await;
    one_by_one(&world, &[number_change("s1", T + 10, A, B), first, second]).await;
    let mut all = threads(&world, &[A, B]).await.concat();
    all.sort();
    assert_eq!(all, ["from A", "from B"]);
}

#[tokio::test]
async fn a_thread_that_is_left_shows_the_customers_present_address() {
    let world = World::new().await;
    let first = at(message(None, Some(B), "wamid.1", "from B"), T);
    let second = at(message(None, Some(A), "wamid.2", "from A"), T + 1);
    one_by_one(&world, &[first, second, number_change("s1", T + 2, A, B)]).await;
    for address in [A, B] {
        assert_eq!(world.state(&world.thread(address)).await.identity, B, "{address}");
    }
}
