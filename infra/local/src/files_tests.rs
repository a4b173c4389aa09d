//! Tests: links open only their signed request, and the bucket serves files as S3 does.

use super::*;

const KEY: &str = "incoming/0123456789abcdef0123456789abcdef";
const NOON: Millis = Millis(1_767_700_800_000);

fn bucket() -> Files {
    let keys =
        app::Credentials { key_id: "local".to_owned(), secret: "secret".to_owned(), token: None };
    Files::open(None, "http://localhost:8787/files", &keys, "local").unwrap()
}

fn link(files: &Files, method: &str, headers: &[(&str, &str)]) -> String {
    let url = format!("{}/{KEY}?response-content-type=image%2Fpng", files.url);
    let lasts = Some(Duration::from_secs(600));
    let signer = Signer::new(&files.keys, &files.region);
    let signed = signer.sign(method, &url, headers, NOON, lasts).unwrap();
    let query = signed.query.iter().map(|(n, v)| format!("{n}={}", app::file::bucket::escape(v)));
    format!("response-content-type=image%2Fpng&{}", query.collect::<Vec<_>>().join("&"))
}

fn ask<'a>(
    method: &'a str,
    key: &'a str,
    query: &'a str,
    header: &'a dyn Fn(&str) -> Option<String>,
) -> Ask<'a> {
    Ask { method, key, query, header, body: b"bytes" }
}

#[test]
fn a_link_opens_what_it_was_signed_for_and_until_its_time_is_over() {
    let files = bucket();
    let query = link(&files, "GET", &[]);
    let none = |_: &str| None;
    let admits = |method: &str, key: &str, query: &str, now: Millis| {
        files.admits(&ask(method, key, query, &none), now).map(drop)
    };
    assert_eq!(admits("GET", KEY, &query, NOON + Millis::seconds(599)), Ok(()));
    assert_eq!(admits("GET", KEY, &query, NOON + Millis::seconds(600)), Err(Shut::Expired));
    assert_eq!(admits("PUT", KEY, &query, NOON), Err(Shut::Forged));
    let other = KEY.replace('f', "e");
    assert_eq!(admits("GET", &other, &query, NOON), Err(Shut::Forged));
    let longer = query.replace("X-Amz-Expires=600", "X-Amz-Expires=6000");
    assert_eq!(admits("GET", KEY, &longer, NOON), Err(Shut::Forged));
    let html = query.replace("image%2Fpng", "text%2Fhtml");
    assert_eq!(admits("GET", KEY, &html, NOON), Err(Shut::Forged));
    assert_eq!(admits("GET", KEY, "", NOON), Err(Shut::Forged));
}

#[test]
fn what_is_handed_in_has_the_size_and_type_that_were_signed() {
    let files = bucket();
    let query = link(&files, "PUT", &[("content-length", "5"), ("content-type", "image/png")]);
    let sends = |length: &'static str, mime: &'static str| {
        let header = move |name: &str| match name {
            "content-length" => Some(length.to_owned()),
            "content-type" => Some(mime.to_owned()),
            _ => None,
        };
        files.admits(&ask("PUT", KEY, &query, &header), NOON).map(drop)
    };
    assert_eq!(sends("5", "image/png"), Ok(()));
    assert_eq!(sends("6", "image/png"), Err(Shut::Forged));
    assert_eq!(sends("5", "text/html"), Err(Shut::Forged));
}

#[test]
fn what_is_not_a_picture_a_film_or_pdf_is_for_saving_only() {
    let files = bucket();
    let none = |_: &str| None;
    assert_eq!(files.answer(&ask("PUT", KEY, "", &none)).status, 200);
    let how = |query: &str| {
        let answer = files.answer(&ask("GET", KEY, query, &none));
        let header =
            |name| answer.headers.iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone()).unwrap();
        assert_eq!(header("x-content-type-options"), "nosniff");
        (header("content-disposition"), header("content-security-policy"))
    };
    let inline = "response-content-disposition=inline%3B%20filename%3Dx";
    let (shown, policy) = how(&format!("{inline}&response-content-type=image%2Fpng"));
    assert_eq!(shown, "inline; filename=x");
    assert!(policy.contains("sandbox"), "{policy}");
    let (shown, policy) = how(&format!("{inline}&response-content-type=text%2Fhtml"));
    assert_eq!(shown, "attachment");
    assert!(policy.contains("sandbox"), "{policy}");
}

#[test]
fn parts_copies_and_marks_are_as_s3_has_them() {
    let files = bucket();
    let none = |_: &str| None;
    let to = "files/0123456789abcdef0123456789abcdef";
    let mark = etag(b"bytes");
    assert_eq!(files.answer(&ask("GET", KEY, "", &none)).status, 404);
    assert_eq!(files.answer(&ask("PUT", KEY, "", &none)).status, 200);
    let range = |name: &str| (name == "range").then(|| "bytes=1-2".to_owned());
    let part = files.answer(&ask("GET", KEY, "", &range));
    assert_eq!((part.status, part.body.as_slice()), (206, &b"yt"[..]));
    let copy = |mark: String| {
        let source = move |name: &str| match name {
            "x-amz-copy-source" => Some(format!("/files/{KEY}")),
            "x-amz-copy-source-if-match" => Some(mark.clone()),
            _ => None,
        };
        files.answer(&ask("PUT", to, "", &source)).status
    };
    assert_eq!(copy("\"other\"".to_owned()), 412);
    assert_eq!(files.answer(&ask("GET", to, "", &none)).status, 404);
    assert_eq!(copy(mark), 200);
    assert_eq!(files.answer(&ask("GET", to, "", &none)).body, b"bytes");
    assert_eq!(files.answer(&ask("DELETE", to, "", &none)).status, 204);
    assert_eq!(files.answer(&ask("DELETE", to, "", &none)).status, 204);
}

#[test]
fn no_key_leads_out_of_the_folder() {
    let files = bucket();
    let none = |_: &str| None;
    for key in [
        "",
        "incoming/..",
        "../x",
        "files/../../etc/passwd",
        "other/0123456789abcdef0123456789abcdef",
    ] {
        assert_eq!(files.answer(&ask("PUT", key, "", &none)).status, 404, "{key}");
    }
}

#[test]
fn a_date_is_read_as_aws_writes_it() {
    assert_eq!(read_date("20260106T120000Z"), Some(NOON));
    assert_eq!(read_date("19700101T000000Z"), Some(Millis(0)));
    assert_eq!(read_date("20240229T235959Z"), Some(Millis(1_709_251_199_000)));
    assert_eq!(read_date("today"), None);
}
