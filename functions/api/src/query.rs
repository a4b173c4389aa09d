//! Queries: the parameters that all lists read by the same rules.

use app::Failure;
use app::runtime::web::query;
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{Millis, Refusal};
use protocol::{Refused, openapi};

/// The most items on a page.
const MOST: u64 = 100;

/// Refuses a parameter that the route does not have: a misspelt filter must not look like one that
/// lets everything pass.
pub(crate) fn check(route: &str, event: &ApiGatewayV2httpRequest) -> Result<(), Failure> {
    let Some(known) = openapi::query(route) else { return Ok(()) };
    let known: Vec<&str> = known.collect();
    let mut given = event.query_string_parameters.iter().map(|(name, _)| name);
    let Some(unknown) = given.find(|name| !known.contains(name)) else { return Ok(()) };
    let name = domain::words::cut(unknown, 60);
    let remedy = if known.is_empty() {
        "Leave it out: this route has none.".to_owned()
    } else {
        format!("Use {}.", known.join(", "))
    };
    let why = format!("There is no parameter \"{name}\" here.");
    Err(Refused::new("query_invalid", why, remedy).at(name).into())
}

/// Reads an id in the path or the query.
///
/// # Errors
/// `query_invalid`, naming the parameter.
pub(crate) fn read_id<T: std::str::FromStr<Err = domain::id::InvalidId>>(
    text: &str,
    name: &'static str,
) -> Result<T, Refused> {
    app::session::read::id(text, name).map_err(of_query)
}

/// Turns the refusal of a value into one for the path or the query, instead of a body.
pub(crate) fn of_query(refused: Refused) -> Refused {
    Refused { code: "query_invalid".to_owned(), ..refused }
}

/// The number of items on a page.
pub(crate) fn limit(event: &ApiGatewayV2httpRequest, default: usize) -> Result<usize, Failure> {
    let Some(limit) = number(event, "limit")? else { return Ok(default) };
    if !(1..=MOST).contains(&limit) {
        return Err(Refusal::OutOfRange { field: "limit", least: 1, most: 100 }.into());
    }
    Ok(usize::try_from(limit).unwrap_or(default))
}

/// A moment of the query.
pub(crate) fn moment(
    event: &ApiGatewayV2httpRequest,
    name: &'static str,
) -> Result<Option<Millis>, Failure> {
    let moment = query(event, name).map(|text| app::session::read::moment(&text, name));
    Ok(moment.transpose().map_err(of_query)?)
}

/// A number of the query.
pub(crate) fn number(
    event: &ApiGatewayV2httpRequest,
    name: &'static str,
) -> Result<Option<u64>, Failure> {
    let Some(text) = query(event, name) else { return Ok(None) };
    text.parse().ok().filter(|n| *n < 9_999_999_999_999).map(Some).ok_or_else(|| {
        Refused::new(
            "query_invalid",
            format!("{name} must be a whole number."),
            "Leave it out, or give a number.",
        )
        .at(name)
        .into()
    })
}
