//! The rule for a new password.
//!
//! OWASP's cheat sheet on authentication asks for eight characters with a second factor and fifteen
//! without one; twelve is what people accept. A character that nobody sees counts for nothing.

use super::accounts::Refused;

/// The fewest visible characters.
pub(super) const LEAST: usize = 12;
/// The most characters: a longer text would only cost time.
pub(super) const MOST: usize = 256;
/// The fewest different characters.
const DIFFERENT: usize = 5;

/// The reason for which a new password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// It has fewer than twelve visible characters.
    Short,
    /// It has more than 256 characters.
    Long,
    /// It has fewer than five different characters.
    Same,
    /// It is among those that people guess first.
    Common,
    /// It is the e-mail address, or its first part, or holds the address.
    Address,
}

impl Weak {
    /// The words for the form.
    pub(in crate::issuer) fn words(self) -> String {
        match self {
            Self::Short => {
                format!("The password needs at least {LEAST} characters that can be seen.")
            }
            Self::Long => format!("The password may have {MOST} characters at most."),
            Self::Same => format!("The password needs {DIFFERENT} different characters or more."),
            Self::Common => "This password is among those that people guess first. Choose another \
                             one, such as four words that do not belong together."
                .to_owned(),
            Self::Address => "The password must not be or hold your e-mail address.".to_owned(),
        }
    }
}

/// Words that people put a number or a sign behind, and call it a password.
const COMMON: [&str; 62] = [
    "admin",
    "administrator",
    "adminadmin",
    "baseball",
    "batman",
    "benutzer",
    "changeit",
    "changeme",
    "computer",
    "contrasena",
    "correcthorsebatterystaple",
    "default",
    "demo",
    "dragon",
    "football",
    "geheim",
    "guest",
    "hallo",
    "hello",
    "helloworld",
    "iloveyou",
    "internet",
    "kennwort",
    "letmein",
    "liverpool",
    "login",
    "master",
    "michael",
    "monkey",
    "motdepasse",
    "mypassword",
    "p@ssw0rd",
    "p@ssword",
    "pass",
    "passw0rd",
    "passwort",
    "password",
    "princess",
    "qwerty",
    "qwertyuiop",
    "qwertz",
    "qwertzuiop",
    "root",
    "schalke",
    "secret",
    "service",
    "shadow",
    "sommer",
    "spring",
    "starwars",
    "summer",
    "sunshine",
    "superman",
    "superuser",
    "support",
    "switchboard",
    "test",
    "thisisapassword",
    "trustno",
    "user",
    "welcome",
    "willkommen",
];

/// Rows in which a hand or an eye runs along.
const ROWS: [&str; 5] = [
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "01234567890123456789012345678901234567890123456789",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
];

/// Refuses a password that is too easy to guess.
///
/// # Errors
/// [`Refused::Weak`].
pub(super) fn check(password: &str, email: &str) -> Result<(), Refused> {
    let refuse = |why| Err(Refused::Weak(why));
    if password.chars().count() > MOST {
        return refuse(Weak::Long);
    }
    let seen: String = password.chars().filter(|c| is_seen(*c)).collect();
    let seen = seen.trim().to_lowercase();
    let plain: String = seen.chars().filter(|c| !c.is_whitespace()).collect();
    let length = seen.chars().count();
    let mut different: Vec<char> = plain.chars().collect();
    different.sort_unstable();
    different.dedup();
    if length < LEAST {
        return refuse(Weak::Short);
    }
    let email = email.to_lowercase();
    let local = email.split('@').next().unwrap_or_default();
    if !email.is_empty() && (plain.contains(&email) || plain == local || stem(&plain) == local) {
        return refuse(Weak::Address);
    }
    if different.len() < DIFFERENT {
        return refuse(Weak::Same);
    }
    if is_common(&plain) {
        return refuse(Weak::Common);
    }
    Ok(())
}

fn is_common(plain: &str) -> bool {
    let runs = |text: &str| {
        let backwards: String = text.chars().rev().collect();
        ROWS.iter().any(|row| row.contains(text) || row.contains(&backwards))
    };
    let unit = unit(plain);
    let word = stem(unit);
    unit.len() < plain.len()
        || COMMON.contains(&word)
        || runs(plain)
        || (word.len() >= DIFFERENT && runs(word))
}

/// A text without the numbers and signs before and behind it.
fn stem(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphabetic())
}

/// The part of which a text is made by repeating it; the text itself if there is none.
fn unit(text: &str) -> &str {
    let parts = text.char_indices().map(|(at, _)| &text[..at]);
    let made_of =
        |part: &&str| text.len().is_multiple_of(part.len()) && text.replace(part, "").is_empty();
    parts.skip(1).find(made_of).unwrap_or(text)
}

/// Whether a person sees that a character is there.
pub(in crate::issuer) fn is_seen(c: char) -> bool {
    !c.is_control()
        && !matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_that_are_easy_to_guess_are_refused_each_for_its_reason() {
        for (password, why) in [
            ("", Weak::Short),
            ("short", Weak::Short),
            (&" ".repeat(12), Weak::Short),
            (&"\u{200b}".repeat(12), Weak::Short),
            ("eleven\u{200b}chars", Weak::Short),
            ("aaaaaaaaaaaa", Weak::Same),
            ("abababababab", Weak::Same),
            ("a b a b a b a b", Weak::Same),
            ("password1234", Weak::Common),
            ("Password!2026", Weak::Common),
            ("passwordpassword", Weak::Common),
            ("123456789012", Weak::Common),
            ("abcdefghijkl", Weak::Common),
            ("qwertyuiopas", Weak::Common),
            ("poiuytrewq12", Weak::Common),
            ("hello1hello1", Weak::Common),
            ("my Ada.Winter@Demo.test password", Weak::Address),
            ("ada.winter@demo.test", Weak::Address),
            ("Ada.Winter2026", Weak::Address),
            (&"x".repeat(MOST + 1), Weak::Long),
        ] {
            let checked = check(password, "ada.winter@demo.test");
            assert_eq!(checked, Err(Refused::Weak(why)), "{password:?}");
        }
    }

    #[test]
    fn a_long_or_foreign_password_is_taken() {
        let long: String =
            (0..MOST).map(|n| char::from(b'a' + u8::try_from(n * 7 % 26).unwrap())).collect();
        for password in [
            "correct horse battery",
            "пароль из слов",
            "客服系统的密码是很长的哦",
            "a sunshine password",
            &long,
        ] {
            assert_eq!(check(password, "ada@demo.test"), Ok(()), "{password}");
        }
    }
}
