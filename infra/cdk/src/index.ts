export { type Outputs, type Parameters, VERSION } from './generated';
export { Switchboard, type SwitchboardProps } from './switchboard';
