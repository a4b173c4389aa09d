//! The length of a sound or film, where the file says it in a place that is quick to find.

use domain::content::Medium;

/// Opus counts 48,000 samples a second, whatever it carries.
const OPUS: u64 = 48_000;

/// The length in whole seconds, at least one.
pub(super) fn seconds(bytes: &[u8], medium: Medium) -> Option<u32> {
    if !matches!(medium, Medium::Audio | Medium::Voice | Medium::Video) {
        return None;
    }
    let length = match bytes.get(..4)? {
        b"OggS" => opus(bytes),
        b"RIFF" => wave(bytes),
        _ => mp4(bytes),
    };
    // A day is longer than any file that the engine takes.
    length.filter(|seconds| *seconds < 86_400).map(|seconds| seconds.max(1))
}

/// The position of the last page, in samples, without those that a player skips.
fn opus(bytes: &[u8]) -> Option<u32> {
    let head = find(&bytes[..bytes.len().min(512)], b"OpusHead")?;
    let skipped = u16::from_le_bytes(bytes.get(head + 10..head + 12)?.try_into().ok()?);
    let from = bytes.len().saturating_sub(70_000);
    let last = bytes[from..].windows(4).rposition(|window| window == b"OggS")? + from;
    let position = u64::from_le_bytes(bytes.get(last + 6..last + 14)?.try_into().ok()?);
    // The standard marks a page on which no packet ends.
    let position = Some(position).filter(|position| *position != u64::MAX)?;
    u32::try_from(position.saturating_sub(u64::from(skipped)).div_ceil(OPUS)).ok()
}

/// The bytes of the samples, by those of a second.
fn wave(bytes: &[u8]) -> Option<u32> {
    let number = |name: &[u8], after: usize| -> Option<u32> {
        let at = find(&bytes[..bytes.len().min(512)], name)? + after;
        Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
    };
    // The size and the form stand between the name of the part and the rate.
    number(b"data", 4)?.checked_div(number(b"fmt ", 16)?)
}

/// The length that the header of the whole film says.
fn mp4(bytes: &[u8]) -> Option<u32> {
    let film = part(bytes, b"moov")?;
    let header = part(film, b"mvhd")?;
    let number = |at: usize, size: usize| -> Option<u64> {
        let bytes = header.get(at..at + size)?;
        Some(bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)))
    };
    let (scale, length) = match header.first()? {
        0 => (number(12, 4)?, number(16, 4)?),
        _ => (number(20, 4)?, number(24, 8)?),
    };
    u32::try_from(length.checked_add(scale / 2)?.checked_div(scale)?).ok()
}

/// The content of the first part of this name.
fn part<'a>(mut bytes: &'a [u8], name: &[u8; 4]) -> Option<&'a [u8]> {
    while let Some(head) = bytes.get(..8) {
        let size = u32::from_be_bytes(head[..4].try_into().ok()?);
        let (start, size) = match size {
            0 => (8, bytes.len() as u64),
            1 => (16, u64::from_be_bytes(bytes.get(8..16)?.try_into().ok()?)),
            size => (8, u64::from(size)),
        };
        let end = usize::try_from(size).ok()?.min(bytes.len());
        if end < start {
            return None;
        }
        if &head[4..] == name {
            return bytes.get(start..end);
        }
        bytes = &bytes[end..];
    }
    None
}

fn find(bytes: &[u8], text: &[u8]) -> Option<usize> {
    bytes.windows(text.len()).position(|window| window == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(position: u64, body: &[u8]) -> Vec<u8> {
        [b"OggS\0\0".as_slice(), &position.to_le_bytes(), &[0; 12], &[1, 0], body].concat()
    }

    fn sealed(name: &[u8], body: &[u8]) -> Vec<u8> {
        let size = u32::try_from(body.len() + 8).unwrap();
        [&size.to_be_bytes(), name, body].concat()
    }

    #[test]
    fn a_voice_note_has_the_length_of_its_last_page() {
        let head = page(0, b"OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0");
        let note = [head.clone(), page(48_000 * 7 + 312, b"sound")].concat();
        assert_eq!(seconds(&note, Medium::Audio), Some(7));
        assert_eq!(seconds(&[head, page(u64::MAX, b"")].concat(), Medium::Audio), None);
    }

    #[test]
    fn a_film_has_the_length_of_its_header() {
        let header = [&[0; 12][..], &1_000_u32.to_be_bytes(), &12_600_u32.to_be_bytes()].concat();
        let film = [sealed(b"ftyp", b"mp42"), sealed(b"moov", &sealed(b"mvhd", &header))].concat();
        assert_eq!(seconds(&film, Medium::Video), Some(13));
        assert_eq!(seconds(&film, Medium::Document), None);
    }

    #[test]
    fn a_wave_has_the_length_of_its_samples() {
        let head = b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0";
        let rate = 8_000_u32.to_le_bytes();
        let wave =
            [head, &rate[..], &rate, b"\x01\0\x08\0data", &24_000_u32.to_le_bytes()].concat();
        assert_eq!(seconds(&wave, Medium::Audio), Some(3));
    }

    #[test]
    fn bytes_that_lie_about_their_length_have_none() {
        for lie in [
            &b"OggS"[..],
            b"OggS\0\0OpusHead",
            b"\0\0\0\x04moov",
            b"\0\0\0\x01moov\xff\xff\xff\xff\xff\xff\xff\xff",
            b"\0\0\0\0moov\0\0\0\0mvhd\0",
            b"",
        ] {
            assert_eq!(seconds(lie, Medium::Audio), None);
        }
        let header = [&[0; 12][..], &0_u32.to_be_bytes(), &9_u32.to_be_bytes()].concat();
        assert_eq!(seconds(&sealed(b"moov", &sealed(b"mvhd", &header)), Medium::Audio), None);
    }
}
