//! The routes of mentions: comments in which the caller is mentioned (F80).

use crate::Answer;
use crate::agent::body;
use crate::conversation::list::no_cursor;
use crate::query::limit;
use app::App;
use app::runtime::web::{json, query};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{Millis, Profile};
use protocol::Refused;
use protocol::mention::SeeMentions;
use store::mention::Place;

/// The number of mentions on a page, if the caller names none.
const PAGE: usize = 50;
/// The last moment that has thirteen digits.
const LAST: i64 = 9_999_999_999_999;

/// `GET /v1/mentions?cursor=&limit=`
pub(crate) async fn list(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let last = match query(event, "cursor") {
        Some(cursor) => Some(place(&cursor, app.now()).ok_or_else(no_cursor)?),
        None => None,
    };
    let limit = limit(event, PAGE)?;
    Ok(json(200, &app::mention::mentions(app.ground(), me, last.as_ref(), limit).await?))
}

/// `PUT /v1/mentions/seen`
pub(crate) async fn see(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let SeeMentions { at } = body(event)?;
    if !(0..=LAST).contains(&at) {
        let remedy = "Give the `at` of the newest mention that was looked at.";
        return Err(Refused::new("frame_invalid", "at is not a moment.", remedy).at("at").into());
    }
    Ok(json(200, &app::mention::see_mentions(app.voice(), me, Millis(at)).await?))
}

/// Reads a cursor. A cursor from before the time that the table keeps mentions is invalid.
fn place(cursor: &str, now: Millis) -> Option<Place> {
    let mut parts = cursor.split('.');
    let at: i64 = parts.next()?.parse().ok()?;
    let kept = now - Millis::hours(30 * 24);
    let at = Some(Millis(at)).filter(|at| *at > kept && at.0 <= LAST)?;
    Some((
        at,
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok().filter(|seq| *seq < 10_000_000_000)?,
    ))
}
