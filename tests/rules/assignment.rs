//! The choice among several agents for a conversation (F47, F63).

mod capacity;

use crate::pure::{HANA, MARK, MIRA, STAN, id, profile};
use domain::{
    Colleague, Decider, Excluded, Millis, Presence, Strategy, WEIGHED_LIMIT, Wanted, choose,
};

/// An available colleague, with this many open conversations and this capacity.
fn with(agent: &str, open: u32, capacity: u32) -> Colleague {
    Colleague {
        profile: profile(agent, capacity).unwrap(),
        presence: Presence::Available,
        open,
        given: None,
        freed: None,
        left: None,
    }
}

const fn by(strategy: Strategy) -> Wanted<'static> {
    Wanted { strategy, skills: &[], needs_room: true, tried: &[], involved: &[] }
}

/// The order in which the rules would ask the colleagues, and the decider between the first two.
fn order(wanted: &Wanted<'_>, colleagues: &[Colleague]) -> (Vec<String>, Decider) {
    let (chosen, routing) = choose(wanted, &colleagues.iter().collect::<Vec<_>>());
    (chosen.iter().map(ToString::to_string).collect(), routing.decided_by)
}

fn why_not(wanted: &Wanted<'_>, colleague: &Colleague) -> Option<Excluded> {
    choose(wanted, &[colleague]).1.weighed[0].excluded
}

#[test]
fn the_least_loaded_agent_has_the_smallest_share_of_room_taken_whatever_the_numbers() {
    let team = [with(MARK, 2, 3), with(STAN, 3, 10), with(HANA, 1, 2)];
    let least = order(&by(Strategy::LeastLoaded), &team);
    assert_eq!(least, (vec![STAN.into(), HANA.into(), MARK.into()], Decider::Load));
}

#[test]
fn the_longest_idle_of_equal_loads_is_asked_and_agents_who_never_had_work_first() {
    let mut team = [with(MARK, 1, 4), with(STAN, 1, 4), with(HANA, 1, 4)];
    team[0].given = Some(Millis::minutes(1));
    team[0].freed = Some(Millis::minutes(9));
    team[1].given = Some(Millis::minutes(5));
    let equal = order(&by(Strategy::LeastLoaded), &team);
    assert_eq!(equal, (vec![HANA.into(), STAN.into(), MARK.into()], Decider::Idle));
}

#[test]
fn the_longest_idle_agent_is_asked_whatever_their_load() {
    let mut team = [with(MARK, 0, 4), with(STAN, 3, 4)];
    team[0].freed = Some(Millis::minutes(9));
    team[1].given = Some(Millis::minutes(5));
    let idle = order(&by(Strategy::LongestIdle), &team);
    assert_eq!(idle, (vec![STAN.into(), MARK.into()], Decider::Idle));
}

#[test]
fn the_turn_counts_given_conversations_and_not_finished_ones() {
    let mut team = [with(MARK, 0, 4), with(STAN, 3, 4)];
    team[0].given = Some(Millis::minutes(6));
    team[1].given = Some(Millis::minutes(5));
    team[1].freed = Some(Millis::minutes(9));
    let turn = order(&by(Strategy::RoundRobin), &team);
    assert_eq!(turn, (vec![STAN.into(), MARK.into()], Decider::Turn));
}

#[test]
fn the_choice_between_equal_agents_is_the_same_in_any_order() {
    let there = [with(MARK, 1, 4), with(STAN, 1, 4)];
    let back = [with(STAN, 1, 4), with(MARK, 1, 4)];
    let chosen = order(&by(Strategy::LeastLoaded), &there);
    assert_eq!(chosen, order(&by(Strategy::LeastLoaded), &back));
    assert_eq!(chosen.1, Decider::Id);
}

#[test]
fn each_reason_against_a_choice_is_said() {
    let french = [id("french")];
    let (tried, involved) = ([id(MARK)], [id(MARK)]);
    let wanted = by(Strategy::LeastLoaded);
    let there = with(MARK, 1, 4);
    let away = Colleague { presence: Presence::Away, ..there.clone() };
    let gone = Colleague { presence: Presence::Offline, ..there.clone() };
    for (wanted, colleague, why) in [
        (wanted, there.clone(), None),
        (wanted, away, Some(Excluded::Away)),
        (wanted, gone, Some(Excluded::Offline)),
        (wanted, with(MARK, 4, 4), Some(Excluded::Full)),
        (Wanted { needs_room: false, ..wanted }, with(MARK, 4, 4), None),
        (Wanted { skills: &french, ..wanted }, there.clone(), Some(Excluded::LacksSkill)),
        (Wanted { skills: &french, ..wanted }, with(MIRA, 1, 4), None),
        (Wanted { tried: &tried, ..wanted }, there.clone(), Some(Excluded::Tried)),
        (Wanted { involved: &involved, ..wanted }, there, Some(Excluded::Involved)),
    ] {
        assert_eq!(why_not(&wanted, &colleague), why, "{wanted:?} {colleague:?}");
    }
}

#[test]
fn the_best_of_many_agents_are_recorded_and_the_rest_are_counted() {
    let team: Vec<Colleague> = (0..10).map(|n| with(MARK, 9 - n, 10)).collect();
    let (chosen, routing) = choose(&by(Strategy::LeastLoaded), &team.iter().collect::<Vec<_>>());
    assert_eq!(chosen.len(), 10);
    assert_eq!((routing.weighed.len(), routing.more), (WEIGHED_LIMIT, 4));
    assert_eq!(routing.weighed[0].open, 0, "the best first");
}
