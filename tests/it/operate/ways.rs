//! The ways to a workplace that are blocked: each is a sentence with what helps.

use operate::Exit;
use operate::aws::credentials::Surroundings;
use operate::aws::trouble::Trouble;
use operate::doctor::{examine, unreached};
use operate::out::Out;

use super::cloud::Cloud;

async fn refused(cloud: &std::sync::Arc<Cloud>) -> String {
    match cloud.home().await {
        Err(trouble) => trouble.to_string(),
        Ok(home) => panic!("{} was reached", home.name),
    }
}

#[tokio::test]
async fn without_credentials_the_doctor_says_how_to_sign_in() {
    let cloud = Cloud::new().await;
    let place = Cloud::place("acme", "eu-central-1");
    let trouble = cloud.home_of(&place, &Surroundings::default()).await.err().unwrap();
    assert!(matches!(trouble, Trouble::NoCredentials(_)));
    let (mut lines, mut notes) = (Vec::new(), Vec::new());
    let mut out = Out::new(false, &mut lines, &mut notes);
    let exit = unreached("the workplace", &trouble, &mut out).unwrap();
    assert_eq!(exit, Exit::Bad);
    let text = String::from_utf8(lines).unwrap();
    assert!(text.contains("no credentials") && text.contains("aws sso login"), "{text}");
}

#[tokio::test]
async fn expired_and_unknown_credentials_differ() {
    let cloud = Cloud::new().await;
    cloud.with(|a| a.refuse = Some((403, "ExpiredToken", "The security token has expired")));
    let said = refused(&cloud).await;
    assert!(said.contains("expired") && said.contains("sign in again"), "{said}");
    cloud.with(|a| a.refuse = Some((403, "InvalidClientTokenId", "The token is invalid")));
    let said = refused(&cloud).await;
    assert!(said.contains("does not know these credentials"), "{said}");
}

#[tokio::test]
async fn another_accounts_stack_and_a_missing_one_are_told_apart() {
    let cloud = Cloud::new().await;
    cloud.with(|a| a.refuse = Some((403, "AccessDenied", "User is not authorized")));
    let said = refused(&cloud).await;
    assert!(said.contains("cloudformation:DescribeStacks"), "{said}");
    assert!(said.contains("Another account's stack") && said.contains("--profile"), "{said}");
    cloud.with(|a| a.refuse = None);
    let place = Cloud::place("other", "eu-central-1");
    let said = cloud.home_of(&place, &Cloud::around()).await.err().unwrap().to_string();
    assert!(
        said.contains("no stack \"other\" in region eu-central-1 of account 111122223333"),
        "{said}"
    );
    assert!(said.contains("--stack") && said.contains("--region"), "{said}");
}

#[tokio::test]
async fn without_a_network_the_host_and_the_region_are_named() {
    let cloud = Cloud::new().await;
    cloud.with(|a| a.offline = true);
    let said = refused(&cloud).await;
    assert!(said.contains("no answer from cloudformation.eu-central-1.amazonaws.com"), "{said}");
    assert!(said.contains("network") && said.contains("--region"), "{said}");
    let place = Cloud::place("acme", "frankfurt");
    let said = cloud.home_of(&place, &Cloud::around()).await.err().unwrap().to_string();
    assert!(said.contains("--region frankfurt is no region"), "{said}");
}

#[tokio::test]
async fn a_clock_that_is_off_by_hours_is_told_as_one() {
    let cloud = Cloud::new().await;
    let why = "Signature expired: 20261130T090000Z is now earlier than 20261130T115500Z";
    cloud.with(|a| a.refuse = Some((403, "SignatureDoesNotMatch", why)));
    let said = refused(&cloud).await;
    assert!(said.contains("clock of this machine is wrong") && said.contains("12:00:00"), "{said}");
}

#[tokio::test]
async fn one_permission_too_few_hides_one_part_only() {
    let cloud = Cloud::new().await;
    let home = cloud.home().await.unwrap();
    cloud.with(|a| a.refuse = Some((400, "AccessDeniedException", "not authorized to perform")));
    let found = examine(&home, false).await;
    let denied: Vec<_> = found.all().iter().filter(|f| f.code == "not_allowed").collect();
    assert!(denied.iter().any(|f| f.message.contains("dynamodb:DescribeTable")), "{denied:?}");
    assert!(denied.iter().all(|f| f.remedy.as_deref().unwrap().contains("allow")), "{denied:?}");
    assert!(
        found.all().iter().any(|f| f.part == "console" && f.code == "ok"),
        "pages need no rights"
    );
}
