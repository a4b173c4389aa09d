//! The replies of public corpora, and forms of our own.

use super::{all, fixture, text};
use crate::email::quote::{Folded, fold, fold_html};
use crate::email::{flow, html, read};

/// The words of a text, without regard to white space.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_whole(text: &str, folded: &Folded) {
    let sorted = |text: &str| {
        let mut all: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        all.sort();
        all
    };
    let parts = format!("{}\n{}\n{}", folded.text, folded.quoted, folded.signature);
    assert_eq!(sorted(text), sorted(&parts), "nothing is lost");
}

#[test]
fn nothing_of_any_corpus_is_lost() {
    for name in all("reply/github").iter().chain(&all("reply/crisp")) {
        let text = text(name).replace("\r\n", "\n");
        is_whole(&text, &fold(&text));
    }
}

/// The paragraph with which most mails of Crisp's corpus begin.
const COMMON: &str = "Fusce bibendum, quam hendrerit sagittis tempor, dui turpis tempus erat, \
    pharetra sodales ante sem sit amet metus. Nulla malesuada, orci non vulputate lobortis, massa \
    felis pharetra ex, convallis consectetur ex libero eget ante. Nam vel turpis posuere, rhoncus \
    ligula in, venenatis orci. Duis interdum venenatis ex a rutrum. Duis ut libero eu lectus \
    consequat consequat ut vel lorem. Vestibulum convallis lectus urna, et mollis ligula rutrum \
    quis. Fusce sed odio id arcu varius aliquet nec nec nibh.";

#[test]
fn the_replies_of_crisps_corpus_are_found_in_all_languages() {
    let (mut found, mut missed) = (0, Vec::new());
    for name in all("reply/crisp") {
        let text = text(&name);
        // Text below a phone's signature may be the author's: it stays, other than at Crisp.
        let kept = ["email_15.txt", "email_german_3.txt"].iter().any(|kept| name.ends_with(kept));
        if kept || !words(&text).starts_with(COMMON) {
            continue;
        }
        let folded = fold(&text.replace("\r\n", "\n"));
        if words(&folded.text) == COMMON && !folded.quoted.is_empty() {
            found += 1;
        } else {
            missed.push((name, folded.text));
        }
    }
    assert!(missed.is_empty() && found == 41, "found {found}, missed {missed:#?}");
}

#[test]
fn the_replies_of_githubs_corpus_are_found() {
    for (name, expected) in [
        ("email_1_4", "Awesome! I haven't had another problem with it."),
        ("email_1_7", ":+1:"),
        ("email_2_1", "Outlook with a reply"),
        ("email_2_2", "Outlook with a reply directly above line"),
        ("email_2_3", "Outlook with a reply directly above line"),
        ("email_iPhone", "Here is another email"),
        ("email_BlackBerry", "Here is another email"),
        ("email_multi_word_sent_from_my_mobile_device", "Here is another email"),
        (
            "email_sent_from_my_not_signature",
            "Here is another email Sent from my desk, is much easier then my mobile phone.",
        ),
        ("correct_sig", "this is an email with a correct -- signature."),
    ] {
        let folded = fold(&text(&format!("reply/github/{name}.txt")).replace("\r\n", "\n"));
        assert_eq!(words(&folded.text), expected, "{name}");
    }
    for (name, starts, hides) in [
        ("email_1_2", "Hi, You can list the keys", "> Hi folks"),
        ("email_1_3", "Oh thanks. Having the function would be great.", "riak-users mailing list"),
        ("email_1_6", "I get proper rendering as well.", "Was this caching"),
        ("email_1_8", "I will reply under this one", "okay?"),
        (
            "email_one_is_not_on",
            "Thank, this is really helpful. One outstanding question I had",
            "On Oct 1, 2012",
        ),
        ("greedy_on", "On your remote host", "On 9 Jan 2014"),
        ("email_bullets", "test 2 this should list second", "Rick Olson"),
        ("email_sig_delimiter_in_middle_of_line", "Hi there! Stuff happened.", ""),
    ] {
        let folded = fold(&text(&format!("reply/github/{name}.txt")).replace("\r\n", "\n"));
        let reply = words(&folded.text);
        assert!(reply.starts_with(starts), "{name}: {reply}");
        if !hides.is_empty() {
            assert!(!reply.contains(hides), "{name}: {reply}");
        }
    }
}

#[test]
fn the_replies_of_talons_mails_are_found() {
    for name in all("reply/talon") {
        let letter = read(&fixture(&name)).unwrap();
        let folded = fold(&letter.text);
        let expected = match name.rsplit('/').next().unwrap() {
            "iphone.eml" => "Hello",
            "sparrow.eml" => "Hello, this is a reply.",
            _ => "Hello",
        };
        assert!(
            words(&folded.text).starts_with(expected.split(',').next().unwrap()),
            "{name}: {folded:?}"
        );
        assert!(words(&folded.text).len() < 90, "{name}: {folded:?}");
        is_whole(&letter.text, &folded);
    }
}

#[test]
fn the_replies_of_talons_html_are_found() {
    for name in all("html").iter().filter(|name| name.contains("talon_") && !name.contains("OLK")) {
        let source = charset(&fixture(name));
        let cleaned = html::clean(&source).unwrap();
        let folded = fold_html(&cleaned);
        let reply = words(&flow::text(&folded.html));
        assert_eq!(reply, "Hi. I am fine. Thanks, Alex", "{name}: {}", folded.html);
        assert!(words(&flow::text(&folded.folded)).contains("Hello"), "{name}: {}", folded.folded);
    }
}

fn charset(bytes: &[u8]) -> String {
    crate::email::charset::guessed(bytes)
}

#[test]
fn marks_in_html_fold_and_forwards_stay() {
    for (name, keeps, hides) in [
        ("talon_OLK_SRC_BODY_SECTION", "Reply", "Bob <bob@example.com>"),
        ("quotequail_gmail_reply", "foo\n\nbar", "This is the reply"),
        ("quotequail_apple_reply", "Foo\n\nBar", "important"),
        ("quotequail_ios_mail_reply_unescaped_address", "Sounds good", "wrote:"),
    ] {
        let cleaned = html::clean(&text(&format!("html/{name}.html"))).unwrap();
        let folded = fold_html(&cleaned);
        let (reply, rest) = (flow::text(&folded.html), flow::text(&folded.folded));
        assert!(reply.contains(keeps), "{name}: {reply}");
        assert!(!reply.contains(hides) && rest.contains(hides), "{name}: {reply} | {rest}");
    }
    let gmx = "<div>Yes.<div name=\"quote\" style=\"margin:10px\"><div><b>Gesendet:</b> heute</div>old</div></div>";
    let folded = fold_html(&html::clean(gmx).unwrap());
    assert_eq!((flow::text(&folded.html).as_str(), folded.html.contains("name=")), ("Yes.", false));
    let forward = text("html/quotequail_outlook_forward.html");
    let folded = fold_html(&html::clean(&forward).unwrap());
    assert!(!words(&flow::text(&folded.html)).is_empty(), "a forwarded mail is the message");
}

#[test]
fn a_quote_of_every_form_is_folded() {
    for quote in [
        "On 11-Apr-2011, at 6:54 PM, Roman <romant@example.com> wrote:\n\n>\n> Test",
        "On Tue, Apr 11, 2017 at 10:07 PM John Smith\n\n<\nmailto:John Smith <johnsmith@example.com>\n> wrote:\nold",
        "Op 13-02-2014 3:18 schreef Julius Caesar <pantheon@rome.example>:\n\nold",
        "2014-10-17 11:28 GMT+03:00 Postmaster <\npostmaster@sandbox.example.org>:\n\n> First",
        "From: somebody@example.com\nSent: March-19-11 5:42 PM\nTo: Somebody\nSubject: Loop\n\nold",
        "Von: somebody@example.com\nGesendet: Dienstag, 25. November 2014 14:59\nAn: Somebody\nBetreff: Loop\n\nold",
        "De : Brendan [mailto:brendan@example.com]\nEnvoyé : vendredi 23 janvier 2015 16:39\nÀ : Camille\nObjet : Up\n\nold",
        "Le 23 janv. 2015 à 22:03, Brendan <b@example.com<mailto:b@example.com>> a écrit:\n\nBonjour!",
        "W dniu 28 stycznia 2015 01:53 użytkownik Zoe <zoe@example.com>\nnapisał:\n\nBlah!",
        "Fra: somebody@example.com\nSendt: 19. march 2011 12:10\nTil: Somebody\nEmne: Loop\n\nold",
        "Från: Anno [mailto:anno@example.com]\nSkickat: den 26 augusti 2015 14:45\nTill: Leiff\nÄmne: RE: Week 36\n\nold",
        "Den 14 september, 2015 02:23:18, Valentino Rudy (valentino@example.be) skrev:\n\nold",
        "På 14 september 2015 på 02:23:18, Valentino (v@example.be) skrev:\n\nold",
        "-----Original Message-----\n\nTest",
        "-----Ursprüngliche Nachricht-----\n\nTest",
        "-------- Original-Nachricht --------\nDatum: Mon, 1 Nov 2010\nVon: a@example.com\nAn: b@example.com\nBetreff: x\n\nold",
        "---- John Smith wrote ----\n\n> quoted\n> text",
        "------On 12/29/1987 17:32 PM, Julius Caesar wrote-----\n\nold",
        "Am 24.11.2026 um 10:15 schrieb Shop <support@shop.example>:\n> Guten Tag",
        "\"Shop Support\" <support@shop.example> schrieb am 24.11.2026 um 10:15:\n> Guten Tag",
        "Gesendet: Dienstag, 24. November 2026 um 10:15 Uhr\nVon: \"Shop\" <support@shop.example>\nAn: ada@example.com\nBetreff: Re: 7\n\nold",
        "El mar, 24 nov 2026 a las 10:15, Shop (<support@shop.example>) escribió:\n\n> Hola",
        "Il giorno mar 24 nov 2026 alle ore 10:15 Shop <support@shop.example> ha scritto:\n\n> Ciao",
        "Em ter., 24 de nov. de 2026 às 10:15, Shop <support@shop.example> escreveu:\n\n> Olá",
        "вт, 24 нояб. 2026 г. в 10:15, Shop <support@shop.example>:\n\n> Привет",
        "24.11.2026, 10:15, \"Shop\" <support@shop.example>:\n> Привет",
        "Shop <support@shop.example>, 24 Kas 2026 Sal, 10:15 tarihinde şunu yazdı:\n\n> Merhaba",
        "Shop <support@shop.example> ezt írta (időpont: 2026. nov. 24., K, 10:15):\n\n> Szia",
        "2026年11月24日(火) 10:15 Shop <support@shop.example>:\n\n> こんにちは",
        "在 2026年11月24日，10:15，Shop <support@shop.example> 写道：\n\n> 你好",
        "2026년 11월 24일 (화) 10:15, Shop <support@shop.example>님이 작성:\n\n> 안녕",
        "________________________________\nFrom: Shop <support@shop.example>\nSent: Tuesday, November 24, 2026 10:15\nTo: Ada\nSubject: Re: 7\n\nold",
        "*From:* Shop <support@shop.example>\n*Date:* Tuesday, 24 November 2026 10:15\n*To:* Ada\n*Subject:* Re: 7\n\nold",
    ] {
        let text = format!("My answer.\nIt has two lines, 10:30 and 3 apples.\n\n{quote}");
        let folded = fold(&text);
        assert_eq!(folded.text, "My answer.\nIt has two lines, 10:30 and 3 apples.", "{quote}");
        is_whole(&text, &folded);
    }
}

#[test]
fn an_answer_below_or_between_stays() {
    let folded = fold(
        "On 04/19/2011 07:10 AM, Roman Tkachenko wrote:\n\n> Size?\n\nLarge.\n\n> Colour?\n\nRed.\n-- \nAda",
    );
    assert_eq!(words(&folded.text), "Large. Red.");
    assert_eq!(folded.signature, "-- \nAda");
    assert!(folded.quoted.contains("> Size?") && folded.quoted.contains("> Colour?"));
}

#[test]
fn text_that_only_looks_like_a_quote_or_a_signature_stays() {
    for text in [
        "On the other hand I wrote:\nnothing at all.",
        "On Monday we will meet.\n\nOn Tuesday, not.",
        "From: the top of my head.\nTo: be or not.",
        "Please send it to: Ada, Main Street 1",
        "The page https://example.com/what-he-wrote: is gone",
        "Sent from my desk, this is easier than from my phone.",
        "Points:\n--\none\n--\ntwo\n--\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten",
        "Order 2026-11-24 10:15 came broken:\nsee picture",
        "Date: 24 November\nPlace: Berlin\nfits me",
    ] {
        let folded = fold(text);
        assert_eq!((folded.text.as_str(), folded.quoted.as_str()), (text, ""), "{text}");
    }
}

#[test]
fn a_forwarded_mail_alone_is_the_message() {
    let forward = "---------- Forwarded message ---------\nFrom: Shop <a@shop.example>\nDate: Tue, 24 Nov 2026\nSubject: Invoice\nTo: Ada\n\nPay me.";
    assert_eq!(fold(forward).text, forward);
    let folded = fold(&format!("Is this from you?\n\n{forward}"));
    assert_eq!(folded.text, "Is this from you?");
    assert!(folded.quoted.contains("Pay me."));
}

#[test]
fn signatures_of_phones_are_folded() {
    for signature in [
        "Sent from my iPhone",
        "Sent from my Verizon Wireless BlackBerry",
        "Get Outlook for iOS<https://aka.ms/o0ukef>",
        "Von meinem iPhone gesendet",
        "Gesendet von Mail für Windows",
        "Diese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Verstuurd vanaf mijn iPad",
        "Skickat från min iPhone",
        "-- \nAda Lovelace\nAnalyst",
    ] {
        let folded = fold(&format!("Yes.\n\n{signature}"));
        assert_eq!((folded.text.as_str(), folded.signature.as_str()), ("Yes.", signature));
    }
}
