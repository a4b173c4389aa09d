import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnResource } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import type { Construct } from 'constructs';

/**
 * A SAM template in a construct, every part as it stands; the named parameters give way to their values.
 *
 * CDK's own classes for SAM's resources are older than SAM: they refuse properties that it has, and demand some that it
 * does not. CDK copies types that it does not know, so SAM's resources pass under other names and get theirs back.
 */
export function included(
  scope: Construct,
  templateFile: string,
  parameters: Record<string, unknown>,
): CfnInclude {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-'));
  try {
    const copy = join(folder, 'template.yaml');
    writeFileSync(copy, disguised(readFileSync(templateFile, 'utf8')));
    const include = new CfnInclude(scope, 'Template', { templateFile: copy, parameters });
    for (const part of include.node.findAll()) {
      if (CfnResource.isCfnResource(part) && part.cfnResourceType.startsWith(DISGUISE)) {
        part.addOverride('Type', sam(part.cfnResourceType));
      }
    }
    return include;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const SAM = 'AWS::Serverless::';
const DISGUISE = 'Switchboard::Serverless::';

/** The type under which SAM knows a resource of an included template. */
export const sam = (type: string): string => type.replace(DISGUISE, SAM);

/** `!GetAtt a.b` becomes a list, as SAM's command line hands it on; CDK would leave the string. */
const disguised = (text: string): string =>
  text
    .replaceAll(`\n    Type: ${SAM}`, `\n    Type: ${DISGUISE}`)
    .replace(/!GetAtt (\w+)\.([\w.]+)/g, '!GetAtt [$1, $2]');
