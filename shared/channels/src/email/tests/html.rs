//! Markup of strangers: nothing of it runs, loads or stays wild.

use crate::email::html::sanitised;
use crate::email::quote::fold_html;
use crate::email::tokens::{Token, Tokens, attributes};
use crate::email::{html, read};

/// Known ways to run a script or to load something from within a mail.
pub(super) const VECTORS: [&str; 56] = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<<script>alert(1);//<</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=\"javascript:alert(1)\">",
    "<img src=`javascript:alert(1)`>",
    "<img \"\"\"><script>alert(1)</script>\">",
    "<img src=x:alert(alt) onerror=eval(src) alt=0>",
    "<img/src/onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<math href=\"javascript:alert(1)\">x</math>",
    "<iframe src=\"javascript:alert(1)\"></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<object data=\"javascript:alert(1)\"></object>",
    "<embed src=\"javascript:alert(1)\">",
    "<applet code=x></applet>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"jav\tascript:alert(1)\">x</a>",
    "<a href=\"jav&#x0A;ascript:alert(1)\">x</a>",
    "<a href=\" &#14; javascript:alert(1)\">x</a>",
    "<a href=\"&#106;&#97;&#118;&#97;script:alert(1)\">x</a>",
    "<a href=\"vbscript:msgbox(1)\">x</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
    "<a href=\"//evil.example\" ping=\"//evil.example/p\">x</a>",
    "<a href=\"http://x\" onmouseover=\"alert(1)\">x</a>",
    "<body onload=alert(1)>",
    "<body background=\"http://evil.example/b.png\">",
    "<table background=\"http://evil.example/t.png\"><td background=\"javascript:alert(1)\">x</table>",
    "<div style=\"background:url(http://evil.example/x.png)\">x</div>",
    "<div style=\"background-image:url('javascript:alert(1)')\">x</div>",
    "<div style=\"width:expression(alert(1))\">x</div>",
    "<div style=\"color:red;behavior:url(x.htc)\">x</div>",
    "<div style=\"-moz-binding:url(http://evil.example/x.xml)\">x</div>",
    "<div style=\"position:fixed;top:0;left:0;width:100%;height:100%\">x</div>",
    "<div style=\"font-family:'\\75\\72\\6c(x)'\">x</div>",
    "<style>@import url(http://evil.example/x.css);</style>",
    "<style>body{background:url(http://evil.example/x)}</style>",
    "<link rel=stylesheet href=\"http://evil.example/x.css\">",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    "<base href=\"http://evil.example/\">",
    "<form action=\"http://evil.example\"><input type=submit formaction=\"javascript:alert(1)\"><button>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<video poster=\"http://evil.example/p\" src=\"http://evil.example/v\" onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<img srcset=\"http://evil.example/a 1x\" src=\"http://evil.example/b\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<xml id=x><i><b>&lt;img src=x onerror=alert(1)&gt;</b></i></xml><span datasrc=#x dataformatas=html></span>",
];

/// Fails if sanitised markup could run or load anything.
pub(super) fn is_harmless(markup: &str) {
    for token in Tokens::new(markup) {
        let Token::Open { name, attributes: written, .. } = token else { continue };
        let bad = [
            "script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "link",
            "meta", "base", "video", "audio", "button", "template", "noscript",
        ];
        assert!(!bad.contains(&name), "{name} in {markup}");
        for (key, value) in attributes(written) {
            let low = value.to_ascii_lowercase();
            let known = [
                "href",
                "cite",
                "rel",
                "style",
                "dir",
                "lang",
                "title",
                "alt",
                "data-src",
                "data-cid",
                "width",
                "height",
                "align",
                "color",
                "face",
                "size",
                "border",
                "cellpadding",
                "cellspacing",
                "bgcolor",
                "valign",
                "type",
                "colspan",
                "rowspan",
                "start",
                "datetime",
                "char",
                "charoff",
                "headers",
                "scope",
                "summary",
                "span",
                "value",
                "hreflang",
            ];
            assert!(
                known.contains(&key)
                    || (name == "img" && key == "src" && low.starts_with("data:image/")),
                "{key} in {markup}"
            );
            assert!(!low.contains("javascript:") || key == "title" || key == "alt", "{markup}");
            assert!(
                key != "style"
                    || !(low.contains("url")
                        || low.contains("expression")
                        || low.contains("position")),
                "{markup}"
            );
            if matches!(key, "href" | "cite") {
                let allowed = ["http://", "https://", "mailto:", "tel:"]
                    .iter()
                    .any(|scheme| low.starts_with(scheme));
                assert!(allowed, "{value} in {markup}");
            }
        }
    }
}

#[test]
fn nothing_of_a_strangers_markup_runs_or_loads() {
    for vector in VECTORS {
        for markup in [
            vector.to_owned(),
            format!("<p>Hello {vector} world"),
            format!("<blockquote type=cite>{vector}</blockquote>"),
        ] {
            let clean = sanitised(&markup);
            is_harmless(&clean);
            assert_eq!(
                sanitised(&clean).matches('<').count(),
                clean.matches('<').count(),
                "{clean}"
            );
            let cleaned = html::clean(&markup).unwrap();
            let folded = fold_html(&cleaned);
            is_harmless(&folded.html);
            is_harmless(&folded.folded);
        }
    }
}

#[test]
fn harmless_markup_stays() {
    let markup = "<p style=\"color: red\">A <b>bold</b> <a href=\"https://shop.example/7\">order</a><br><font color=\"#00f\">x</font></p><table><tr><td width=\"10\">1</td></tr></table>";
    let clean = sanitised(markup);
    for part in [
        "color:red",
        "<b>bold</b>",
        "href=\"https://shop.example/7\"",
        "noopener",
        "<td width=\"10\">1</td>",
        "<font color=\"#00f\">",
    ] {
        assert!(clean.contains(part), "{part}: {clean}");
    }
    is_harmless(&clean);
}

#[test]
fn pictures_wait_until_somebody_asks_for_them() {
    let markup = "<img src=\"https://track.example/p.gif?id=7\"><img src=\"cid:logo@1\"><img src=\"data:image/png;base64,AAAA\"><img src=\"data:image/svg+xml,<svg onload=alert(1)>\">";
    let cleaned = html::clean(markup).unwrap();
    let folded = fold_html(&cleaned);
    assert_eq!(folded.remote_images, 1);
    assert!(
        folded.html.contains("data-src=\"https://track.example/p.gif?id=7\""),
        "{}",
        folded.html
    );
    assert!(folded.html.contains("data-cid=\"logo@1\""));
    assert!(folded.html.contains("src=\"data:image/png;base64,AAAA\""));
    assert!(!folded.html.contains("svg"));
}

#[test]
fn tangled_markup_is_text() {
    let fonts: String = (0..5_000).map(|n| format!("<font size={n}>")).collect();
    let bomb = format!(
        "From: a@b.example\nContent-Type: text/html\n\n{fonts}{}",
        "<p>Hello</p>".repeat(5_000)
    );
    let letter = read(bomb.as_bytes()).unwrap();
    assert_eq!(letter.html, None);
    assert!(letter.shortened && letter.text.contains("Hello") && !letter.text.contains('<'));
}
