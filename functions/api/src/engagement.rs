//! The routes of engagement records: by conversation, by agent, by period.

use crate::conversation::one::conversation_id;
use crate::query::{limit, read_id};
use crate::{Answer, moment};
use app::runtime::web::{json, query};
use app::{App, Failure, view};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{AgentId, Millis, OfferId, OfferKind, OfferStatus, Profile, Refusal, Role};
use protocol::Refused;
use protocol::engagement::Engagements;
use store::engagement::Engagement;
use store::settings::directory::Directory;

/// The number of records on a page, if the caller names none.
const PAGE: usize = 100;
/// The most records that the server reads for a page.
const LOOKS: usize = 2_000;
/// The number of records that one request reads.
const READ: i32 = 200;
/// The most records of one thread that the server reads.
const OF_A_THREAD: i32 = 1_000;
/// The most days of a period.
const DAYS: i64 = 92;

/// `GET /v1/conversations/{conversation}/engagements`
pub(crate) async fn of_conversation(
    app: &App,
    me: &Profile,
    event: &ApiGatewayV2httpRequest,
) -> Answer {
    let id = conversation_id(event)?;
    let directory = app.directory().await?;
    let reads =
        match app::conversation::earlier::readable_conversation(app.ground(), me, &id, &directory)
            .await
        {
            Ok(_) => true,
            // A reader of the thread's newest conversation gets at least the records that name
            // them.
            Err(Failure::Refused(_)) => {
                app::conversation::readable::readable(app.ground(), me, &id.thread, &directory)
                    .await?;
                false
            }
            Err(failure) => return Err(failure),
        };
    let records = app.store.engagements(&id.thread, OF_A_THREAD).await?;
    let of = records.iter().filter(|e| e.made.conversation == id);
    let mine = of.filter(|e| reads || concerns(me, e));
    let engagements = mine.map(view::engagement).collect();
    Ok(json(200, &Engagements { engagements, cursor: None }))
}

/// Whether the agent asked, or got the offer.
fn concerns(me: &Profile, record: &Engagement) -> bool {
    let tried = record.tried.iter().map(|t| &t.agent);
    std::iter::once(&record.made.from).chain(&record.to).chain(tried).any(|agent| *agent == me.id)
}

/// `GET /v1/engagements?agent=|from=&to=&kind=&status=&outcome=&undone=&cursor=&limit=`: the
/// records of the caller, of an agent whom the caller manages, or, for a period without an agent,
/// of everybody whom the caller manages.
pub(crate) async fn list(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let directory = app.directory().await?;
    let agent: Option<AgentId> =
        query(event, "agent").map(|agent| read_id(&agent, "agent")).transpose()?;
    let period = Period::read(event, app.now())?;
    let filter = Filter::read(event, me)?;
    let whose = match agent {
        Some(agent) => Whose::of(agent, me, &directory)?,
        None if query(event, "from").is_some() => Whose::everybody(me)?,
        None => Whose::Agent(me.id.clone()),
    };
    let wanted = |e: &Engagement| whose.shows(e, me, &directory) && filter.lets(e);
    let (found, more) = page(app, &whose, &period, wanted).await?;
    let cursor = more.map(|(at, offer)| format!("{at}.{offer}"));
    let engagements = found.iter().map(view::engagement).collect();
    Ok(json(200, &Engagements { engagements, cursor }))
}

/// The moment at which a record was made, and its offer: a page goes on after this place.
type Place = (Millis, OfferId);

fn place(e: &Engagement) -> Place {
    (e.made.at, e.offer.clone())
}

/// Returns the newest `wanted` records of the period, and the place after which the next page goes
/// on.
async fn page(
    app: &App,
    whose: &Whose,
    period: &Period,
    wanted: impl Fn(&Engagement) -> bool,
) -> Result<(Vec<Engagement>, Option<Place>), Failure> {
    let mut found: Vec<Engagement> = Vec::new();
    let (mut last, mut looked) = (period.after.clone(), 0);
    while let Some(records) = next(app, whose, period, last.as_ref()).await? {
        for record in records {
            (last, looked) = (Some(place(&record)), looked + 1);
            if !wanted(&record) {
                continue;
            }
            if found.len() == period.limit {
                return Ok((found.clone(), found.last().map(place)));
            }
            found.push(record);
        }
        if looked >= LOOKS {
            return Ok((found, last));
        }
    }
    Ok((found, None))
}

/// Returns the next records, newest first; `None` if there are no more.
async fn next(
    app: &App,
    whose: &Whose,
    period: &Period,
    last: Option<&Place>,
) -> Result<Option<Vec<Engagement>>, Failure> {
    // Other records may have the same moment as the last one.
    let to = last.map_or(period.to, |(at, _)| period.to.min(*at + Millis(1)));
    let after = |e: &Engagement| last.is_none_or(|last| place(e) < *last);
    let filtered = |all: Vec<Engagement>| all.into_iter().filter(after).collect::<Vec<_>>();
    if let Whose::Agent(agent) = whose {
        let found = filtered(app.store.engagements_of(agent, period.from, to, READ).await?);
        return Ok((!found.is_empty()).then_some(found));
    }
    let mut day = (to - Millis(1)).day();
    while day >= period.from.day() {
        let found = filtered(app.store.engagements_on(day, period.from, to, READ).await?);
        if !found.is_empty() {
            return Ok(Some(found));
        }
        day -= 1;
    }
    Ok(None)
}

/// The agents whose records a list holds.
enum Whose {
    /// One agent: the records in which they have a part.
    Agent(AgentId),
    /// Everybody whom the caller manages.
    Everybody,
}

impl Whose {
    fn of(agent: AgentId, me: &Profile, directory: &Directory) -> Result<Self, Failure> {
        let record = directory.agents.get(&agent).ok_or(Refusal::NotFound { what: "agent" })?;
        if agent != me.id && !record.profile.teams.iter().any(|team| me.manages(team)) {
            return Err(Refusal::Forbidden { why: "these are another team's records" }.into());
        }
        Ok(Self::Agent(agent))
    }

    fn everybody(me: &Profile) -> Result<Self, Failure> {
        if me.role != Role::Agent {
            return Ok(Self::Everybody);
        }
        let why = "only managers and admins list the records of others; name yourself as agent";
        Err(Refusal::Forbidden { why }.into())
    }

    fn shows(&self, e: &Engagement, me: &Profile, directory: &Directory) -> bool {
        let directed = |agent: &AgentId| {
            let record = directory.agents.get(agent);
            record.is_some_and(|a| a.profile.teams.iter().any(|team| me.manages(team)))
        };
        let asked = e.to.iter().chain(e.tried.iter().map(|t| &t.agent));
        matches!(self, Self::Agent(_))
            || me.role == Role::Admin
            || std::iter::once(&e.made.from).chain(asked).any(directed)
    }
}

/// The filter of a list; a record must pass all of its fields.
struct Filter {
    kinds: Vec<OfferKind>,
    statuses: Vec<OfferStatus>,
    resolved: Option<bool>,
    undone: Option<AgentId>,
}

impl Filter {
    fn read(event: &ApiGatewayV2httpRequest, me: &Profile) -> Result<Self, Failure> {
        const KINDS: [(&str, OfferKind); 3] = [
            ("assign", OfferKind::Assign),
            ("discuss", OfferKind::Discuss),
            ("conference", OfferKind::Conference),
        ];
        let statuses = [
            OfferStatus::Pending,
            OfferStatus::Accepted,
            OfferStatus::Rejected,
            OfferStatus::Withdrawn,
            OfferStatus::TimedOut,
            OfferStatus::Rescinded,
        ]
        .map(|status| (status.name(), status));
        const OUTCOMES: [(&str, bool); 2] = [("resolved", true), ("unresolved", false)];
        const WHETHER: [(&str, bool); 2] = [("true", true), ("false", false)];
        let undone = several(event, "undone", &WHETHER)?.first().copied().unwrap_or(false);
        Ok(Self {
            kinds: several(event, "kind", &KINDS)?,
            statuses: several(event, "status", &statuses)?,
            resolved: several(event, "outcome", &OUTCOMES)?.first().copied(),
            undone: undone.then(|| me.id.clone()),
        })
    }

    fn lets(&self, e: &Engagement) -> bool {
        let among = |all: &[OfferKind]| all.is_empty() || all.contains(&e.made.kind);
        among(&self.kinds)
            && (self.statuses.is_empty() || self.statuses.contains(&e.status))
            && self.resolved.is_none_or(|resolved| e.resolved == Some(resolved))
            && self.undone.as_ref().is_none_or(|agent| e.undone.contains(agent))
    }
}

/// Reads words of the query, separated by commas. Each must be one of the known words.
fn several<T: Copy>(
    event: &ApiGatewayV2httpRequest,
    name: &'static str,
    known: &[(&str, T)],
) -> Result<Vec<T>, Failure> {
    app::runtime::web::values(event, name)
        .iter()
        .map(|word| {
            let found = known.iter().find(|(there, _)| there == word).map(|(_, value)| *value);
            found.ok_or_else(|| {
                let all: Vec<&str> = known.iter().map(|(there, _)| *there).collect();
                let why = format!("{name} has a value that there is not.");
                let remedy = format!("Use {}; several with commas between.", all.join(", "));
                Refused::new("query_invalid", why, remedy).at(name).into()
            })
        })
        .collect()
}

/// A period, and the last record of the page before.
struct Period {
    from: Millis,
    to: Millis,
    after: Option<Place>,
    /// The most records on a page.
    limit: usize,
}

impl Period {
    fn read(event: &ApiGatewayV2httpRequest, now: Millis) -> Result<Self, Failure> {
        let to = moment(event, "to")?.unwrap_or(now + Millis(1));
        let from = moment(event, "from")?.unwrap_or(Millis(0));
        let period = |why: String, field| {
            let remedy = "Give from and to, the earlier one first, at most 92 days apart.";
            Err(Refused::new("query_invalid", why, remedy).at(field).into())
        };
        if from >= to {
            return period("The period ends before it begins.".to_owned(), "from");
        }
        if from.0 > 0 && to.day() - from.day() > DAYS {
            return period(format!("The period is longer than {DAYS} days."), "from");
        }
        let read = |cursor: String| {
            let (at, offer) = cursor.split_once('.')?;
            Some((Millis(at.parse().ok()?), offer.parse().ok()?))
        };
        let after = match query(event, "cursor") {
            Some(cursor) => Some(read(cursor).ok_or_else(crate::conversation::list::no_cursor)?),
            None => None,
        };
        Ok(Self { from, to, after, limit: limit(event, PAGE)? })
    }
}
