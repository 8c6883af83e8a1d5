import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let started: number;
let peaks: number[];
let state: string;

beforeEach(() => {
  vi.resetModules();
  started = 0;
  peaks = [];
  state = 'suspended';
  const gain = () => ({ gain: { setValueAtTime() {}, exponentialRampToValueAtTime: (value: number) => { peaks.push(value); } }, connect: (to: unknown) => to });
  vi.stubGlobal('AudioContext', class {
    currentTime = 0;
    destination = {};
    get state() { return state; }
    resume = async () => { state = 'running'; };
    createOscillator = () => ({ frequency: {}, connect: (to: unknown) => to, start: () => { started += 1; }, stop() {} });
    createGain = gain;
  });
});
afterEach(() => vi.unstubAllGlobals());

it('is two tones, soft also at its loudest, softer when one asks for less', async () => {
  const { playSound } = await import('./sound');
  playSound(100);
  expect(started).toBe(2);
  expect(state).toBe('running');
  const loudest = Math.max(...peaks);
  expect(loudest).toBeLessThanOrEqual(0.25);
  peaks = [];
  playSound(50);
  expect(Math.max(...peaks)).toBeCloseTo(loudest / 4);
});

it('is nothing at no volume, and harmless where a browser has no sound', async () => {
  const { playSound } = await import('./sound');
  playSound(0);
  expect(started).toBe(0);
  vi.resetModules();
  vi.stubGlobal('AudioContext', undefined);
  const bare = await import('./sound');
  bare.playSound(50);
  expect(started).toBe(0);
});
