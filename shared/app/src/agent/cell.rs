//! The cells of a table of agents, as people write them.

use protocol::Refused;
use protocol::view::Role;

/// The signs between two teams or skills of a cell.
const BETWEEN: [char; 3] = [';', ',', '|'];

/// A name after an e-mail address: `kim.lee@…` is Kim Lee.
pub(super) fn name_in(email: &str) -> String {
    let local = email.split('@').next().unwrap_or_default();
    let words = local.split(['.', '_', '-', '+']).filter(|word| !word.is_empty());
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>()
    };
    let name = words.map(capital).collect::<Vec<_>>().join(" ");
    domain::words::cut(if name.is_empty() { email } else { &name }, domain::limit::NAME)
}

pub(super) fn several(cell: &str) -> Vec<String> {
    cell.split(BETWEEN).map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
}

pub(super) fn role(cell: &str) -> Result<Role, Refused> {
    match cell.to_lowercase().as_str() {
        "agent" => Ok(Role::Agent),
        "manager" => Ok(Role::Manager),
        "admin" => Ok(Role::Admin),
        _ => {
            let message = format!("There is no role \"{}\".", domain::words::cut(cell, 40));
            let remedy = "Write agent, manager or admin.";
            Err(Refused::new("setting_out_of_range", message, remedy).at("role"))
        }
    }
}

pub(super) fn capacity(cell: &str) -> Result<i64, Refused> {
    cell.parse().map_err(|_| {
        let message = format!("\"{}\" is no number.", domain::words::cut(cell, 40));
        Refused::new("setting_out_of_range", message, "Write a number from 1 to 50.").at("capacity")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_out_of_an_address() {
        assert_eq!(name_in("kim.lee@x.test"), "Kim Lee");
        assert_eq!(name_in("zoë_van-dam@x.test"), "Zoë Van Dam");
        assert_eq!(name_in("ops@x.test"), "Ops");
    }

    #[test]
    fn teams_of_a_cell_stand_between_any_separators() {
        assert_eq!(several(" Sales; Support ,Returns|"), ["Sales", "Support", "Returns"]);
    }
}
