//! The stack: its parameters, outputs and resources, read from CloudFormation.

use std::collections::BTreeMap;

use crate::aws::caller::Caller;
use crate::aws::trouble::Trouble;
use crate::aws::xml;

const VERSION: &str = "2010-05-15";

/// A deployed stack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stack {
    /// The stack's name.
    pub name: String,
    /// Its status, as `UPDATE_COMPLETE`.
    pub status: String,
    /// The values of its parameters.
    pub parameters: BTreeMap<String, String>,
    /// Its outputs.
    pub outputs: BTreeMap<String, String>,
    /// The physical name of each resource, by its logical id.
    pub resources: BTreeMap<String, String>,
}

impl Stack {
    /// Reads a stack.
    ///
    /// # Errors
    /// [`Trouble`]: [`Trouble::NoStack`] names the account whose credentials were used.
    pub async fn read(caller: &Caller, name: &str) -> Result<Self, Trouble> {
        let asked = [("StackName", name)];
        let described = caller.query("cloudformation", "DescribeStacks", VERSION, &asked).await;
        let text = match described {
            Ok(text) => text,
            Err(Trouble::Refused { why, .. }) if why.contains("does not exist") => {
                let identity = caller.query("sts", "GetCallerIdentity", "2011-06-15", &[]).await?;
                return Err(Trouble::NoStack {
                    stack: name.to_owned(),
                    region: caller.region().to_owned(),
                    account: xml::first(&identity, "Account").unwrap_or_else(|| "?".to_owned()),
                });
            }
            Err(trouble) => return Err(trouble),
        };
        let pairs = |key: &str, value: &str| {
            let read = |piece: &str| {
                Some((xml::first(piece, key)?, xml::first(piece, value).unwrap_or_default()))
            };
            xml::pieces(&text, key).filter_map(read).collect::<BTreeMap<_, _>>()
        };
        let mut stack = Self {
            name: xml::first(&text, "StackName").unwrap_or_else(|| name.to_owned()),
            status: xml::first(&text, "StackStatus").unwrap_or_default(),
            parameters: pairs("ParameterKey", "ParameterValue"),
            outputs: pairs("OutputKey", "OutputValue"),
            resources: BTreeMap::new(),
        };
        // A description of all resources at once ends after a hundred of them.
        let mut next: Option<String> = None;
        loop {
            let mut asked = vec![("StackName", name)];
            asked.extend(next.as_deref().map(|token| ("NextToken", token)));
            let page =
                caller.query("cloudformation", "ListStackResources", VERSION, &asked).await?;
            for piece in page.split("<member>").skip(1) {
                if let Some(id) = xml::first(piece, "LogicalResourceId") {
                    let physical = xml::first(piece, "PhysicalResourceId").unwrap_or_default();
                    stack.resources.insert(id, physical);
                }
            }
            next = xml::first(&page, "NextToken");
            if next.is_none() {
                return Ok(stack);
            }
        }
    }

    /// An output; empty if there is none.
    #[must_use]
    pub fn output(&self, name: &str) -> &str {
        self.outputs.get(name).map_or("", String::as_str)
    }

    /// A parameter; empty if there is none.
    #[must_use]
    pub fn parameter(&self, name: &str) -> &str {
        self.parameters.get(name).map_or("", String::as_str)
    }

    /// A resource's physical name; empty if there is none.
    #[must_use]
    pub fn resource(&self, id: &str) -> &str {
        self.resources.get(id).map_or("", String::as_str)
    }
}
