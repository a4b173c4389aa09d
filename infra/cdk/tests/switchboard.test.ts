import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { App, CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Switchboard, type SwitchboardProps, VERSION } from '../src';
import { OUTPUTS, PARAMETERS } from '../src/generated';

// Tests run from the package's folder; dev/lay.py has laid the release there.
const release = 'build/release';

interface Part {
  Type: string;
  DependsOn?: string | string[];
  Properties: Record<string, unknown>;
}
interface Body {
  Parameters: Record<string, { Default?: unknown }>;
  Rules: Record<string, unknown>;
  Resources: Record<string, Part>;
  Outputs: Record<string, { Value: unknown }>;
}

function desk(props: Partial<SwitchboardProps> = {}, context: Record<string, unknown> = {}) {
  const app = new App({ analyticsReporting: false, context });
  const stack = new Stack(app, 'Desk');
  const made = new Switchboard(stack, 'Switchboard', {
    release,
    adminEmail: 'ada@example.com',
    ...props,
  });
  return { stack, made };
}

/** The synthesized template, without what CDK adds to every stack. */
function synthesized(stack: Stack): Body {
  const template = Template.fromStack(stack).toJSON() as Body;
  delete template.Parameters.BootstrapVersion;
  delete template.Rules.CheckBootstrapVersion;
  return template;
}

/** A template with values in the place of parameters. */
function resolved(template: Body, values: Record<string, unknown>): Body {
  const walk = (of: unknown): unknown => {
    if (Array.isArray(of)) return of.map(walk);
    if (typeof of !== 'object' || of === null) return of;
    const entries = Object.entries(of);
    const [first] = entries;
    if (entries.length === 1 && first?.[0] === 'Ref' && first[1] in values) return values[first[1]];
    return Object.fromEntries(entries.map(([key, value]) => [key, walk(value)]));
  };
  const body = walk(template) as Body;
  for (const name of Object.keys(values)) delete body.Parameters[name];
  return body;
}

describe('the construct', () => {
  let source: Body;
  before(async () => {
    const { load } = await import(join(process.cwd(), 'dev/template.mjs'));
    source = load(readFileSync(join(release, 'template.yaml'), 'utf8')) as Body;
  });

  it('synthesizes the template of the release, part by part', () => {
    const { stack } = desk();
    const made = synthesized(stack);
    writeFileSync('build/synthesized.json', JSON.stringify(made));
    const body = resolved(source, { AdminEmail: 'ada@example.com' });
    let zips = 0;
    for (const [name, one] of Object.entries(body.Resources)) {
      const there = made.Resources[name] as Part;
      // A set, which CDK sorts; one name stands for a list of one.
      if (one.DependsOn) one.DependsOn = [one.DependsOn].flat().sort();
      if (there.DependsOn) there.DependsOn = [there.DependsOn].flat().sort();
      for (const place of ['CodeUri', 'ContentUri', 'Code']) {
        if (one.Properties?.[place] !== `${name}.zip`) continue;
        zips += 1;
        const keys = Object.keys(there.Properties[place] as object).map((key) =>
          key.replace('S3', ''),
        );
        assert.deepEqual(keys.sort(), ['Bucket', 'Key'], name);
        there.Properties[place] = one.Properties[place];
      }
      assert.deepEqual(there, one, name);
    }
    assert.equal(zips, 13);
    assert.deepEqual(Object.keys(made).sort(), Object.keys(body).sort());
    for (const part of Object.keys(body) as (keyof Body)[])
      assert.deepEqual(made[part], body[part], part);
  });

  it('names every parameter and output', () => {
    assert.deepEqual(
      Object.values(PARAMETERS).map((of) => of.name),
      Object.keys(source.Parameters),
    );
    assert.deepEqual(Object.values(OUTPUTS), Object.keys(source.Outputs));
    const { made, stack } = desk();
    assert.deepEqual(Object.keys(made.outputs), Object.keys(OUTPUTS));
    for (const [prop, name] of Object.entries(OUTPUTS)) {
      const value = stack.resolve(made.outputs[prop as keyof typeof OUTPUTS]);
      assert.deepEqual(value, source.Outputs[name]?.Value, name);
    }
    assert.equal(made.outputs.version, VERSION);
  });

  it('puts props in the place of parameters', () => {
    const given = { Mfa: 'required', HostConsole: 'true', LongestWaitAlarmSeconds: 600 };
    const { stack } = desk({ mfa: 'required', hostConsole: true, longestWaitAlarmSeconds: 600 });
    const { Parameters, Resources, Outputs, ...made } = synthesized(stack);
    const body = resolved(source, { AdminEmail: 'ada@example.com', ...given });
    const { Parameters: left, Resources: _, Outputs: outputs, ...others } = body;
    assert.deepEqual(Parameters, left);
    assert.deepEqual(Outputs, outputs);
    assert.deepEqual(made, others);
    const alarm = Resources.LongestWaitAlarm as Part;
    assert.equal(alarm.Properties.Threshold, 600);
    const { stack: own } = desk({ consoleDomain: 'desk.example.com' });
    const text = JSON.stringify(synthesized(own).Outputs.ConsoleUrl?.Value);
    assert.match(text, /https:\/\/desk\.example\.com\//);
  });

  it('lends outputs and resources to the app around it', () => {
    const { stack, made } = desk();
    new CfnOutput(stack, 'Table', { value: made.resource('Table').ref });
    new CfnOutput(stack, 'Api', { value: made.outputs.httpApiUrl });
    const outputs = Template.fromStack(stack).toJSON().Outputs;
    assert.deepEqual(outputs.Table.Value, { Ref: 'Table' });
    assert.deepEqual(outputs.Api.Value, outputs.HttpApiUrl.Value);
  });

  it("passes CDK's own rules in a new app, where findings are errors", () => {
    const { stack } = desk({}, { '@aws-cdk/core:validateAgainstDefaultRules': true });
    process.env.CDK_VALIDATION = 'true';
    const made = (stack.node.root as App).synth();
    process.env.CDK_VALIDATION = 'false';
    const names = Object.keys(made.getStackByName('Desk').template.Resources);
    assert.deepEqual(names.sort(), Object.keys(source.Resources).sort());
  });

  it('refuses wrong values with the sentence of the template', () => {
    assert.throws(() => desk({ adminEmail: 'ada @example.com' }), /adminEmail: One e-mail address/);
    assert.throws(() => desk({ consoleDomain: 'https://desk.example.com' }), /without https/);
    assert.throws(() => desk({ longestWaitAlarmSeconds: 5 }), /from 60 to 86400/);
    assert.throws(() => desk({ logRetentionDays: 31 as 30 }), /numbers of days/);
    assert.throws(() => desk({ alarmTopicArn: Fn.importValue('topic') }), /before the deployment/);
    const unknown = { colour: 'red' } as Partial<SwitchboardProps>;
    assert.throws(() => desk(unknown), /no parameter colour/);
  });

  it('refuses a folder that is no release, and a release of another version', () => {
    assert.throws(() => desk({ release: 'nowhere' }), /make release/);
    const other = 'build/other';
    const text = readFileSync(join(release, 'template.yaml'), 'utf8');
    assert.throws(
      () => desk({ release: laid(other, text.replace(`Value: ${VERSION}`, 'Value: 9.9.9')) }),
      /9\.9\.9/,
    );
  });
});

function laid(folder: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'template.yaml'), text);
  return folder;
}
