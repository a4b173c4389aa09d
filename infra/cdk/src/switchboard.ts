import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CfnResource, Token, Validations } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { Construct } from 'constructs';
import { OUTPUTS, type Outputs, PARAMETERS, type Parameters, VERSION } from './generated';
import { included, sam } from './included';
import { refusal } from './refusal';

export interface SwitchboardProps extends Parameters {
  /** The folder that `make release` made: `template.yaml`, and a zip for each function. */
  readonly release: string;
}

/** The properties that name a part's zip, by the type of its resource. */
const ZIPS = new Map([
  ['AWS::Serverless::Function', 'CodeUri'],
  ['AWS::Serverless::LayerVersion', 'ContentUri'],
  ['AWS::Lambda::Function', 'Code'],
]);

/** CDK's findings about the template, which conditions answer: cfn-lint, which knows them, has none. */
const ACCEPTED = [
  {
    id: 'CloudFormation-Validate::W1030',
    reason: 'A parameter that is empty by default is read under the condition that it is not.',
  },
  {
    id: 'CloudFormation-Validate::F3014',
    reason: 'Each branch of the certificate has one of the three, and AWS::NoValue for the others.',
  },
];

/**
 * The stack of a release. Resources keep the logical ids of the template, so a stack that `sam deploy` made can be taken
 * over, and a stack holds one Switchboard. A prop takes the place of the
 * parameter of its name: CDK's command line would keep an old value of a parameter. Parameters without a prop stay.
 */
export class Switchboard extends Construct {
  /** The template's outputs, for other parts of the app. */
  readonly outputs: Outputs;
  private readonly included: CfnInclude;

  /** Throws an Error with a sentence if the release is of another version, or a value is not one that the template takes. */
  constructor(scope: Construct, id: string, props: SwitchboardProps) {
    super(scope, id);
    const { release, ...given } = props;
    const templateFile = join(release, 'template.yaml');
    if (!existsSync(templateFile)) {
      throw new Error(`${templateFile} is missing. Run \`make release\`, and name its folder.`);
    }
    this.included = included(this, templateFile, values(given));
    Validations.of(this).acknowledge(...ACCEPTED);
    const version = this.included.getOutput(OUTPUTS.version).value;
    if (version !== VERSION) {
      throw new Error(
        `The release is ${version}, and this construct is for ${VERSION}. Take both of one version.`,
      );
    }
    this.upload(release);
    const outputs = Object.entries(OUTPUTS).map(([prop, name]) => [
      prop,
      Token.asString(this.included.getOutput(name).value),
    ]);
    this.outputs = Object.fromEntries(outputs) as Outputs;
  }

  /** A resource of the template by its logical id, to refer to it or to override a property. */
  resource(logicalId: string): CfnResource {
    return this.included.getResource(logicalId);
  }

  /** Each zip of the release becomes an asset of the app, and its place in the template leads there. */
  private upload(release: string): void {
    for (const part of this.included.node.findAll()) {
      if (!CfnResource.isCfnResource(part)) continue;
      const property = ZIPS.get(sam(part.cfnResourceType));
      if (!property) continue;
      const name = part.node.id;
      const asset = new Asset(this, `${name}Zip`, { path: join(release, `${name}.zip`) });
      if (part instanceof CfnFunction) {
        part.code = { s3Bucket: asset.s3BucketName, s3Key: asset.s3ObjectKey };
      } else {
        const place = { Bucket: asset.s3BucketName, Key: asset.s3ObjectKey };
        part.addPropertyOverride(property, place);
      }
    }
  }
}

/** The values of the template's parameters, by their names. Throws if the template would refuse one. */
function values(given: Parameters): Record<string, unknown> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([prop, value]) => {
      const limits = PARAMETERS[prop as keyof Parameters];
      if (limits === undefined) throw new Error(`Switchboard has no parameter ${prop}.`);
      if (Token.isUnresolved(value)) {
        throw new Error(
          `${prop} must be known before the deployment, because conditions of the template read it. Write the value itself.`,
        );
      }
      const sentence = refusal(limits, value);
      if (sentence) throw new Error(`${prop}: ${sentence}`);
      return [limits.name, typeof value === 'boolean' ? String(value) : value];
    }),
  );
}
