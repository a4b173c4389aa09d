"""Judges the values of the template's parameters as CloudFormation does, but offline: limits, patterns, rules."""

import re

# CloudFormation's quota for a value, in bytes.
LONGEST = 4096


def fault(of, value):
    """Whether CloudFormation refuses a value by the parameter's own limits."""
    if of["Type"] == "Number":
        if not re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", value, re.ASCII):
            return True
        if not of.get("MinValue", float("-inf")) <= float(value) <= of.get("MaxValue", float("inf")):
            return True
    if "AllowedValues" in of and value not in [str(one) for one in of["AllowedValues"]]:
        return True
    # CloudFormation matches the whole value, as Java's `matches`, and Java's classes are of ASCII.
    pattern = of.get("AllowedPattern", "").removeprefix("^").removesuffix("$")
    if pattern and not re.fullmatch(pattern, value, re.ASCII):
        return True
    return not of.get("MinLength", 0) <= len(value) <= of.get("MaxLength", LONGEST) or len(value.encode()) > LONGEST


def complaint(name, value, known):
    """The template's sentence about a wrong value; empty for a right one."""
    if name not in known:
        return f"The template has no parameter {name}. It has {', '.join(known)}."
    return f"{name}={value} will not do. {known[name]['ConstraintDescription']}" if fault(known[name], value) else ""


def value(of, given):
    """The value of a condition function of a rule."""
    if not isinstance(of, dict):
        return of
    (kind, of), = of.items()
    match kind:
        case "Ref":
            return given[of]
        case "Fn::Equals":
            return value(of[0], given) == value(of[1], given)
        case "Fn::Not":
            return not value(of[0], given)
        case "Fn::And":
            return all(value(one, given) for one in of)
        case "Fn::Or":
            return any(value(one, given) for one in of)
        case _:
            raise NotImplementedError(f"{kind} in a rule")


def settled(template, *given):
    """The value of each parameter that is given or has a default; what is given last wins."""
    known = template["Parameters"]
    values = {name: str(of["Default"]) for name, of in known.items() if "Default" in of}
    for some in given:
        values |= {name: one for name, one in some.items() if name in known}
    return values


def broken(template, given):
    """The sentences of the rules that settled values break."""
    sentences = []
    for rule in template.get("Rules", {}).values():
        if value(rule.get("RuleCondition", True), given):
            sentences += [one["AssertDescription"] for one in rule["Assertions"] if not value(one["Assert"], given)]
    return sentences
