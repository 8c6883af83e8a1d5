export type ScoreClass = 'detractors' | 'passives' | 'promoters';
export const scoreClasses: { key: ScoreClass; from: number; to: number }[] = [
  { key: 'detractors', from: 0, to: 6 },
  { key: 'passives', from: 7, to: 8 },
  { key: 'promoters', from: 9, to: 10 },
];
export const classOf = (score: number): ScoreClass => (score <= 6 ? 'detractors' : score <= 8 ? 'passives' : 'promoters');
