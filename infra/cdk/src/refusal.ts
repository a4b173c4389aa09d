import type { Limits } from './generated';

/** The sentence with which the template refuses a value of a parameter: what CloudFormation would say later. */
export function refusal(of: Limits, value: unknown): string | undefined {
  const text = String(value);
  const holds =
    (of.allowedValues === undefined || of.allowedValues.map(String).includes(text)) &&
    (of.allowedPattern === undefined || new RegExp(`^(?:${of.allowedPattern})$`).test(text)) &&
    (of.type !== 'Number' || /^-?\d+$/.test(text)) &&
    (of.minValue === undefined || Number(text) >= of.minValue) &&
    (of.maxValue === undefined || Number(text) <= of.maxValue) &&
    (of.maxLength === undefined || text.length <= of.maxLength);
  return holds ? undefined : of.constraintDescription;
}
