import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Switchboard } from '../src';

const app = new App();
const stack = new Stack(app, 'Desk', { env: { region: 'eu-central-1' } });
const desk = new Switchboard(stack, 'Switchboard', {
  release: process.env.SWITCHBOARD_RELEASE ?? 'switchboard-0.1.0',
  adminEmail: 'ada@example.com',
  mfa: 'required',
  alarmEmail: 'ops@example.com',
  logRetentionDays: 90,
});
new CfnOutput(stack, 'Desk', { value: desk.outputs.consoleUrl });
