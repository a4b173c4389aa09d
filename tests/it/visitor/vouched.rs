//! Visitors for whom the shop vouches by a signed token.

use jsonwebtoken::{EncodingKey, Header};
use serde_json::{Value, json};

use crate::world::{World, asks, http_event};

async fn begins(world: &World, body: &Value) -> (i64, Value) {
    let answer = world.call("api", http_event("POST", "/v1/visitors", &body.to_string())).await;
    let body = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    (answer["statusCode"].as_i64().unwrap(), body)
}

/// The secret that the engine makes for the web chat.
async fn secret(world: &World) -> String {
    let change = json!({"version": 0, "values": {}});
    let (status, asset) = asks(world, "ada", "PUT", "/v1/assets/web-demo/secrets", change).await;
    assert_eq!(status, 200, "{asset}");
    let fields = asset["fields"].as_array().unwrap();
    let field = fields.iter().find(|field| field["name"] == "identity_secret").unwrap();
    field["value"].as_str().unwrap().to_owned()
}

fn token(secret: &str, claims: &Value) -> String {
    let key = EncodingKey::from_secret(secret.as_bytes());
    jsonwebtoken::encode(&Header::default(), claims, &key).unwrap()
}

async fn known(world: &World, answer: &Value) -> store::Visitor {
    let bearer = format!("Bearer {}", answer["token"].as_str().unwrap());
    app::session::identity::visitor(world.app.door(), Some(&bearer)).await.unwrap()
}

#[tokio::test]
async fn a_customer_whom_the_shop_signed_has_the_same_chat_on_every_device() {
    let world = World::new().await;
    let secret = secret(&world).await;
    let exp = world.now().0 / 1_000 + 60;
    let claims = json!({"sub": "4711", "exp": exp, "name": "Vera", "email": "vera@shop.example"});
    let wanted = |token: &str| json!({"asset": "web-demo", "name": "Eve", "identity": token});
    let (status, answer) = begins(&world, &wanted(&token(&secret, &claims))).await;
    assert_eq!(status, 201, "{answer}");
    let one = known(&world, &answer).await;
    assert_eq!((one.name.as_str(), one.email.as_str()), ("Vera", "vera@shop.example"));
    let later = json!({"sub": "4711", "exp": exp + 60});
    let (_, answer) = begins(&world, &wanted(&token(&secret, &later))).await;
    assert_eq!(known(&world, &answer).await.thread(), one.thread());
    let other = json!({"sub": "4712", "exp": exp});
    let (_, answer) = begins(&world, &wanted(&token(&secret, &other))).await;
    assert_ne!(known(&world, &answer).await.thread(), one.thread());
}

#[tokio::test]
async fn an_identity_that_nobody_signed_or_that_is_old_is_refused() {
    let world = World::new().await;
    let exp = world.now().0 / 1_000 + 60;
    let good = json!({"sub": "4711", "exp": exp});
    let wanted = |token: String| json!({"asset": "web-demo", "identity": token});
    // Without a secret no signature proves anything.
    let (status, answer) = begins(&world, &wanted(token("", &good))).await;
    assert_eq!((status, answer["error"]["field"].as_str()), (401, Some("identity")));
    let secret = secret(&world).await;
    for (key, claims) in [
        ("another".to_owned(), good.clone()),
        (secret.clone(), json!({"sub": "4711", "exp": exp - 120})),
        (secret.clone(), json!({"sub": " ", "exp": exp})),
        (secret.clone(), json!({"exp": exp})),
        (secret.clone(), json!({"sub": "4711"})),
        (secret.clone(), json!({"sub": "x".repeat(101), "exp": exp})),
        (secret.clone(), json!({"sub": "4711", "exp": exp, "email": "nobody"})),
    ] {
        let (status, answer) = begins(&world, &wanted(token(&key, &claims))).await;
        assert_eq!(status, 401, "{claims}: {answer}");
        assert_eq!(answer["error"]["code"], "unauthenticated");
    }
    let unsigned = "eyJhbGciOiJub25lIn0.eyJzdWIiOiI0NzExIn0.".to_owned();
    assert_eq!(begins(&world, &wanted(unsigned)).await.0, 401);
}
