import { shallowRef } from 'vue';
import type { Trigger } from '@/engine/attention';

/** A note: its pitch in Hz, its beginning and its length in seconds. */
type Note = readonly [pitch: number, at: number, length: number];

/** The sounds that an agent can choose from; the page makes them, and loads nothing. */
export const SOUNDS = {
  chime: [
    [660, 0, 0.25],
    [880, 0.13, 0.35],
  ],
  soft: [
    [587, 0, 0.22],
    [494, 0.13, 0.28],
  ],
  bell: [
    [1047, 0, 0.6],
    [1568, 0.01, 0.4],
  ],
  knock: [
    [180, 0, 0.07],
    [180, 0.14, 0.07],
  ],
  pop: [[740, 0, 0.09]],
  rise: [
    [523, 0, 0.12],
    [659, 0.1, 0.12],
    [784, 0.2, 0.22],
  ],
  alarm: [
    [880, 0, 0.14],
    [660, 0.16, 0.14],
    [880, 0.32, 0.14],
    [660, 0.48, 0.2],
  ],
} as const satisfies Record<string, readonly Note[]>;

export type SoundName = keyof typeof SOUNDS;
export const SOUND_NAMES = Object.keys(SOUNDS) as SoundName[];
export const OFF = 'off';

export const USUAL: Record<Trigger, SoundName | typeof OFF> = {
  assigned: 'chime',
  offer: 'rise',
  waiting: 'soft',
  due: 'knock',
  requeue: 'alarm',
  mention: 'bell',
  answered: 'pop',
  colleague: 'pop',
};

/** The sound of a trigger by the agent's choices; undefined for silence. */
export function soundOf(chosen: Record<string, string>, trigger: Trigger): SoundName | undefined {
  const name = chosen[trigger] ?? USUAL[trigger];
  if (name === OFF) return undefined;
  return name in SOUNDS ? (name as SoundName) : (USUAL[trigger] as SoundName);
}

let audio: AudioContext | undefined;
/** Browsers allow sound only after a gesture: until then this is true. */
export const soundBlocked = shallowRef(
  typeof AudioContext !== 'undefined' && !navigator.userActivation?.hasBeenActive,
);

/** Called on every gesture; costs nothing. */
export function unlockSound(): void {
  if (typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  const context = audio;
  if (context.state === 'suspended') {
    void context
      .resume()
      .then(() => {
        soundBlocked.value = context.state !== 'running';
      })
      .catch(() => {});
  } else soundBlocked.value = false;
}

/** `volume` goes from 0 to 100. True if the sound plays. */
export function play(name: SoundName, volume: number): boolean {
  if (audio?.state !== 'running' || volume <= 0) return false;
  for (const [pitch, at, length] of SOUNDS[name]) {
    note(audio, pitch, audio.currentTime + at, length, (volume / 100) ** 2 * 0.4);
  }
  return true;
}

function note(context: AudioContext, pitch: number, at: number, length: number, loud: number) {
  const tone = context.createOscillator();
  const level = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = pitch;
  level.gain.setValueAtTime(0, at);
  level.gain.linearRampToValueAtTime(loud, at + 0.01);
  level.gain.exponentialRampToValueAtTime(0.0008, at + length);
  tone.connect(level).connect(context.destination);
  tone.start(at);
  tone.stop(at + length + 0.03);
}
