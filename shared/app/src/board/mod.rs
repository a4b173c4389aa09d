//! The board of a team: its work as it stands now, and the counts of the workspace's day.

pub mod live;
pub mod today;
