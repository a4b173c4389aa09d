//! Lists of conversations: their filters and their order (F69, F72, F73).

use std::collections::BTreeSet;

use crate::query::{limit, read_id};
use crate::{Answer, moment};
use app::runtime::web::{json, query, values};
use app::{App, Failure, view};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{
    AgentId, ContactId, ConversationId, Labels, Millis, Profile, QueueId, Refusal, Status, number,
    reads,
};
use protocol::conversation::Conversations;
use store::conversation::summary::{Card, Stretch};
use store::settings::directory::Directory;

/// The most conversations on a page.
const PAGE: usize = 50;
/// The number of days that a list goes back if the caller names none.
const DAYS: i64 = 31;
/// The most days that a list goes back.
const MOST_DAYS: i64 = 92;

/// `GET /v1/conversations?status=&queue=&owner=&channel=&tag=&label=&from=&to=&q=&cursor=&limit=`
pub(crate) async fn list(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let directory = app.directory().await?;
    let mut filter = Filter::read(event)?;
    filter.reached = app::contact::reach::contacts_reached_by(app.ground(), &filter.search).await?;
    let stretch = stretch(event, app.now())?;
    let wanted = |card: &Card| shows(me, card, &directory) && filter.lets(card, &directory);
    let page = app.store.cards(&stretch, limit(event, PAGE)?, wanted).await?;
    let cursor = page.next.map(|(at, id)| format!("{at}.{id}"));
    let conversations = page.cards.iter().map(|c| view::card(c, &directory)).collect();
    Ok(json(200, &Conversations { conversations, cursor }))
}

/// Whether a list may show the agent a conversation: their own ones, and those of their teams.
pub(crate) fn shows(me: &Profile, card: &Card, directory: &Directory) -> bool {
    reads(me, directory.team_of(&card.queue), card.owner.as_ref() == Some(&me.id))
}

/// The filter of a list; a conversation must pass all of its fields. A field with several values
/// lets any of them pass, and a field without values lets everything pass.
struct Filter {
    status: Vec<Status>,
    queue: Vec<QueueId>,
    owner: Vec<AgentId>,
    channel: Vec<String>,
    tag: Vec<String>,
    label: Vec<String>,
    search: String,
    words: Vec<String>,
    /// The contacts with the e-mail address or number of the search.
    reached: BTreeSet<ContactId>,
}

impl Filter {
    fn read(event: &ApiGatewayV2httpRequest) -> Result<Self, Failure> {
        let search = query(event, "q").unwrap_or_default();
        let search = search.trim();
        let (length, most) = (search.chars().count(), domain::limit::SEARCH);
        if length > most {
            return Err(Refusal::TextTooLong { field: "q", length, limit: most }.into());
        }
        Ok(Self {
            status: values(event, "status").iter().map(|s| status(s)).collect::<Result<_, _>>()?,
            queue: ids(event, "queue")?,
            owner: ids(event, "owner")?,
            channel: values(event, "channel"),
            tag: values(event, "tag"),
            label: values(event, "label"),
            words: search.to_lowercase().split_whitespace().map(str::to_owned).collect(),
            search: search.to_owned(),
            reached: BTreeSet::new(),
        })
    }

    fn lets(&self, card: &Card, directory: &Directory) -> bool {
        let among = |words: &[String], one: &String| words.iter().any(|w| Labels::same(w, one));
        let channel = || directory.channel_of(&card.asset);
        one_of(&self.status, |status| card.status == *status)
            && one_of(&self.queue, |queue| card.queue == *queue)
            && one_of(&self.owner, |owner| card.owner.as_ref() == Some(owner))
            && one_of(&self.channel, |name| channel() == name)
            && one_of(&self.tag, |tag| among(&card.labels.tags, tag))
            && one_of(&self.label, |label| among(&card.labels.labels, label))
            && self.speaks_of(card)
    }

    /// Whether the summary holds each word of the search, whole or in part, or the words together
    /// are one of the customer's phone numbers, in any notation.
    fn speaks_of(&self, card: &Card) -> bool {
        if self.words.is_empty() || self.reached.contains(&card.contact) {
            return true;
        }
        let labels = &card.labels;
        let (id, reference) = (card.id.to_string(), card.id.reference());
        let fixed = [&card.name, &card.summary, &id, &reference];
        let all = fixed.into_iter().chain(&card.addresses).chain(&labels.alias).chain(&labels.tags);
        let text = all.map(|part| part.to_lowercase()).collect::<Vec<_>>().join("\n");
        let calls = |search: &str| card.addresses.iter().any(|a| number::finds(a, search));
        let whole = number::is_one(&self.search);
        let found = |word: &String| text.contains(word) || !whole && calls(word);
        calls(&self.search) || self.words.iter().all(found)
    }
}

/// Whether one of the values holds; also true if there are no values.
fn one_of<T>(values: &[T], holds: impl Fn(&T) -> bool) -> bool {
    values.is_empty() || values.iter().any(holds)
}

fn ids<T: std::str::FromStr<Err = domain::id::InvalidId>>(
    event: &ApiGatewayV2httpRequest,
    name: &'static str,
) -> Result<Vec<T>, Failure> {
    values(event, name).iter().map(|id| Ok(read_id(id, name)?)).collect()
}

/// The stretch of time, and the last conversation of the page before.
fn stretch(event: &ApiGatewayV2httpRequest, now: Millis) -> Result<Stretch, Failure> {
    let to = moment(event, "to")?.unwrap_or(now + Millis(1));
    let days = |days: i64| Millis::hours(24 * days);
    let from = moment(event, "from")?;
    if from.is_some_and(|from| from >= to || to - from > days(MOST_DAYS)) {
        let why = format!("from must lie before to, and at most {MOST_DAYS} days before it.");
        let remedy = "Give an earlier or a later day.";
        return Err(protocol::Refused::new("query_invalid", why, remedy).at("from").into());
    }
    let from = from.unwrap_or(to - days(DAYS));
    let Some(cursor) = query(event, "cursor") else { return Ok(Stretch { from, to, after: None }) };
    let (at, after) = last(&cursor).filter(|(at, _)| *at >= from).ok_or_else(no_cursor)?;
    Ok(Stretch { from, to: at, after: Some(after) })
}

/// The refusal of a cursor that no page gave.
pub(crate) fn no_cursor() -> Failure {
    let why = "cursor is not one that a page of this list gave.";
    let remedy = "Leave it out to begin anew.";
    protocol::Refused::new("query_invalid", why, remedy).at("cursor").into()
}

/// Reads a cursor: the moment at which the last conversation of a page began, and the
/// conversation's id.
pub(crate) fn last(cursor: &str) -> Option<(Millis, ConversationId)> {
    let (at, id) = cursor.split_once('.')?;
    let at = at.parse().ok().filter(|at| (0..10_000_000_000_000).contains(at))?;
    Some((Millis(at), id.parse().ok()?))
}

fn status(text: &str) -> Result<Status, Failure> {
    [Status::Queued, Status::Active, Status::Pending, Status::Resolved, Status::Abandoned]
        .into_iter()
        .find(|s| s.name() == text)
        .ok_or_else(|| {
            protocol::Refused::new(
                "query_invalid",
                "There is no such status.",
                "Use queued, active, pending, resolved or abandoned.",
            )
            .at("status")
            .into()
        })
}
