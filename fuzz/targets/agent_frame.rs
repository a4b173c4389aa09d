//! A frame of an agent's socket is read from any text; what was read is written and read back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use protocol::frame::Frame;

fuzz_target!(|text: &str| {
    let Ok(value) = serde_json::from_str::<serde_json::Value>(text) else { return };
    let Ok(frame) = serde_json::from_value::<Frame>(value) else { return };
    for id in [text, text.trim_matches(|c: char| !c.is_ascii_alphanumeric())] {
        // Ids stand in frames as text; each reads its own kind and refuses the rest.
        let _ = id.parse::<domain::ConversationId>();
        let _ = id.parse::<domain::OfferId>();
        let _ = id.parse::<domain::DiscussionId>();
        let _ = id.parse::<domain::AgentId>();
    }
    let Ok(written) = serde_json::to_string(&frame) else { panic!("a frame is JSON") };
    let read = serde_json::from_str::<Frame>(&written);
    assert_eq!(read.ok(), Some(frame), "what was written is read back: {written}");
});
