//! Every HTTP body is read from any text; what was read is written and read back. The first byte
//! chooses which body.
#![no_main]

use libfuzzer_sys::fuzz_target;
use protocol::{
    CommandFrame, agent, canned, contact, direct, file, mention, preferences, presence, settings,
    transfer, visitor,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn reads<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(text: &str) {
    let Ok(value) = serde_json::from_str::<serde_json::Value>(text) else { return };
    let Ok(body) = serde_json::from_value::<T>(value) else { return };
    let Ok(written) = serde_json::to_string(&body) else { panic!("a body is JSON") };
    let read = serde_json::from_str::<T>(&written);
    assert_eq!(read.ok(), Some(body), "what was written is read back: {written}");
}

fuzz_target!(|input: (u8, &str)| {
    let (kind, text) = input;
    match kind % 13 {
        0 => reads::<CommandFrame>(text),
        1 => reads::<visitor::NewVisitor>(text),
        2 => reads::<presence::PresenceBody>(text),
        3 => reads::<agent::AgentChange>(text),
        4 => reads::<transfer::BulkTransfer>(text),
        5 => reads::<mention::SeeMentions>(text),
        6 => reads::<file::NewUpload>(text),
        7 => reads::<file::NewVisitorUpload>(text),
        8 => reads::<settings::ScopedChange>(text),
        9 => reads::<contact::ContactChange>(text),
        10 => reads::<canned::CannedChange>(text),
        11 => reads::<direct::NewDirect>(text),
        _ => reads::<preferences::Preferences>(text),
    }
});
