//! Dice that fall alike each time, so that a fault that a test met is met again.

/// Whether the next throw is among so many in a hundred.
pub(super) fn hits(dice: &mut u64, percent: u8) -> bool {
    *dice = dice.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut roll = *dice;
    roll = (roll ^ (roll >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    roll = (roll ^ (roll >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (roll ^ (roll >> 31)) % 100 < u64::from(percent)
}
