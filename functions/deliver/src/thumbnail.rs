//! Small pictures for the console, made of customers' large ones.
//!
//! A picture is a stranger's: the reader has a limit of pixels and of memory, so that a small file
//! cannot grow into one that fills the function.

use std::io::Cursor;

use app::file::fetch::Small;
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView as _, ImageDecoder as _, ImageReader, Limits};

/// The width and height of the box that a small picture fits into, in pixels.
const BOX: u32 = 320;
/// The largest width or height of a picture that is read, in pixels.
const SIDE: u32 = 20_000;
/// The most pixels of a picture that is read: twice those of a good telephone's.
const PIXELS: u64 = 26_000_000;
/// The most memory that reading takes, in bytes.
const MEMORY: u64 = 160 * 1024 * 1024;
/// The quality of a small picture without transparency, of 100.
const QUALITY: u8 = 80;

/// Makes a picture small; `None`: it cannot be read within the limits.
pub(crate) fn shrink(bytes: &[u8]) -> Option<Small> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        return None;
    }
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let large = DynamicImage::from_decoder(decoder).ok()?;
    // The small picture is turned instead of the large one, which would take its memory twice.
    let mut small = large.thumbnail(BOX.min(width.max(1)), BOX.min(height.max(1)));
    small.apply_orientation(turned);
    let sideways = matches!(
        turned,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    let large = if sideways { (height, width) } else { (width, height) };
    let (bytes, mime) = written(&small)?;
    Some(Small { picture: (bytes, mime, small.dimensions()), large })
}

/// The bytes of a small picture: transparent ones keep their transparency.
fn written(small: &DynamicImage) -> Option<(Vec<u8>, &'static str)> {
    let mut bytes = Cursor::new(Vec::new());
    let clear = small.color().has_alpha() && small.to_rgba8().pixels().any(|p| p.0[3] < u8::MAX);
    if clear {
        let picture = DynamicImage::from(small.to_rgba8());
        picture.write_to(&mut bytes, image::ImageFormat::Png).ok()?;
        return Some((bytes.into_inner(), "image/png"));
    }
    let picture = DynamicImage::from(small.to_rgb8());
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY)).ok()?;
    Some((bytes.into_inner(), "image/jpeg"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

    fn bytes(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.into().write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn photo(width: u32, height: u32) -> RgbImage {
        RgbImage::from_pixel(width, height, Rgb([200, 80, 40]))
    }

    #[test]
    fn a_picture_fits_into_the_box_and_keeps_its_shape() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
            let small = shrink(&bytes(photo(1_200, 900), format)).unwrap();
            assert_eq!(small.large, (1_200, 900), "{format:?}");
            let (bytes, mime, size) = small.picture;
            assert_eq!((mime, size), ("image/jpeg", (320, 240)), "{format:?}");
            assert!(bytes.len() < 20_000);
        }
        let small = shrink(&bytes(photo(40, 20), ImageFormat::Png)).unwrap();
        assert_eq!(small.picture.2, (40, 20), "a small one stays as it is");
    }

    #[test]
    fn a_transparent_picture_stays_transparent() {
        let sticker = RgbaImage::from_pixel(512, 512, Rgba([1, 2, 3, 0]));
        let small = shrink(&bytes(sticker, ImageFormat::WebP)).unwrap();
        assert_eq!((small.picture.1, small.picture.2), ("image/png", (320, 320)));
        let solid = RgbaImage::from_pixel(512, 512, Rgba([1, 2, 3, 255]));
        assert_eq!(shrink(&bytes(solid, ImageFormat::Png)).unwrap().picture.1, "image/jpeg");
    }

    #[test]
    fn a_photo_on_its_side_stands_upright() {
        let plain = bytes(photo(400, 200), ImageFormat::Jpeg);
        // The mark of a camera that was held upright: a quarter turn to the right.
        let mark = b"\xff\xe1\0\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let turned = [&plain[..2], mark, &plain[2..]].concat();
        let small = shrink(&turned).unwrap();
        assert_eq!((small.large, small.picture.2), ((200, 400), (160, 320)));
    }

    #[test]
    fn a_picture_that_lies_about_its_size_is_not_read() {
        let mut bomb = bytes(photo(10, 10), ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
        assert_eq!(shrink(&bomb), None);
        assert_eq!(shrink(&bytes(photo(19_000, 1_400), ImageFormat::Png)), None, "too many pixels");
        for broken in [&b""[..], b"\x89PNG\r\n\x1a\n", b"GIF89a", b"<svg/>"] {
            assert_eq!(shrink(broken), None);
        }
    }
}
