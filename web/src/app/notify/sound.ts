let context: AudioContext | undefined;

/** A browser is silent until somebody clicked or typed on the page: from then on a sound may come. */
export function wakeSound() {
  context ??= typeof AudioContext === 'undefined' ? undefined : new AudioContext();
  if (context?.state === 'suspended') void context.resume().catch(() => {});
}

const tones = [{ hertz: 659.25, after: 0 }, { hertz: 880, after: 0.11 }];
const seconds = 0.45;
/** Soft, also at its loudest. */
const loudest = 0.25;

/** Two short, soft tones. @param volume 0 to 100 */
export function playSound(volume: number) {
  wakeSound();
  if (!context || context.state === 'closed' || volume <= 0) return;
  const start = context.currentTime + 0.02;
  for (const { hertz, after } of tones) {
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.type = 'sine';
    tone.frequency.value = hertz;
    // ears hear loudness as a power: half the slider sounds half as loud
    gain.gain.setValueAtTime(0.0001, start + after);
    gain.gain.exponentialRampToValueAtTime(Math.max(0.0002, loudest * (volume / 100) ** 2), start + after + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + after + seconds);
    tone.connect(gain).connect(context.destination);
    tone.start(start + after);
    tone.stop(start + after + seconds + 0.02);
  }
}
