//! A frame of a visitor's socket is read from any text; what was read is written and read back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use protocol::visitor::VisitorFrame;

fuzz_target!(|text: &str| {
    let Ok(value) = serde_json::from_str::<serde_json::Value>(text) else { return };
    let Ok(frame) = serde_json::from_value::<VisitorFrame>(value) else { return };
    let Ok(written) = serde_json::to_string(&frame) else { panic!("a frame is JSON") };
    let read = serde_json::from_str::<VisitorFrame>(&written);
    assert_eq!(read.ok(), Some(frame), "what was written is read back: {written}");
});
