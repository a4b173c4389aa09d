let audio: AudioContext | undefined;

/** Browsers allow sound only after a gesture; called on every one, it costs nothing. */
export function unlockSound(): void {
  if (typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume().catch(() => {});
}

/** Two soft notes; the urgent ones rise. */
export function beep(urgent: boolean): void {
  if (audio?.state !== 'running') return;
  const notes = urgent ? [660, 880] : [587, 494];
  notes.forEach((frequency, index) => {
    if (audio) note(audio, frequency, audio.currentTime + index * 0.13);
  });
}

function note(context: AudioContext, frequency: number, at: number): void {
  const tone = context.createOscillator();
  const level = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = frequency;
  level.gain.setValueAtTime(0, at);
  level.gain.linearRampToValueAtTime(0.12, at + 0.01);
  level.gain.exponentialRampToValueAtTime(0.001, at + 0.22);
  tone.connect(level).connect(context.destination);
  tone.start(at);
  tone.stop(at + 0.25);
}
