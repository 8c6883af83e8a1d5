/** What the endpoints of feedback answer. */
export type Emotion = 'angry' | 'disappointed' | 'content' | 'happy';

export interface Counts { detractors: number; passives: number; promoters: number }

/** A score as far as the number of answers allows it to be shown. */
export interface Score { n: number; show: 'nothing' | 'count' | 'counts' | 'score'; counts?: Counts; score?: number; low?: number; high?: number }

export interface Point { from: string; score: Score }
export interface Change { difference: number; low: number; high: number; significant: boolean; detectable: number; earlierN: number }
export interface Choices { channels: string[]; queues: string[]; teams: { id: string; name: string }[]; countries: string[] }
export interface Overview {
  score: Score; histogram?: number[]; change?: Change; grain: 'day' | 'week' | 'month'; trend: Point[];
  countries: { country?: string; score: Score }[]; choices: Choices;
}

export interface Answer {
  id: string; brand: string; score: number; why?: string; emotion?: Emotion; answeredAt: string; changedAt?: string;
  channel: string; queue?: string; team?: string; user?: string; country?: string;
  conversation: string; caseId: string; caseNumber: number; subject: string;
}

export interface AskingFigures {
  decided: number; outcomes: Record<string, number>; sent: number; bounced: number; answered: number; withdrawn: number;
  responseRate?: { percent: number; interval: { low: number; high: number }; n: number }; days: { day: string; sent: number; answered: number }[];
}

export type FollowUpOutcome = 'put_right' | 'explained' | 'not_reached' | 'no_contact_wanted' | 'nothing_to_do';
export const outcomes: FollowUpOutcome[] = ['put_right', 'explained', 'not_reached', 'no_contact_wanted', 'nothing_to_do'];

export interface Person { id: string; name: string }
export interface FollowUp {
  id: string; brand: string; state: 'open' | 'late' | 'done'; version: number; score: number; why?: string; emotion?: Emotion;
  answeredAt: string; customer: string; customerName?: string; conversation: string; caseNumber: number; subject: string;
  owner?: Person; handledBy?: Person; dueAt: string; outcome?: FollowUpOutcome; note?: string; doneAt?: string; doneBy?: Person;
}
export interface FollowUpCounts { mine: number; mineLate: number; unowned: number; all: number; late: number }

export interface Compliment {
  id: string; brand: string; words: string; score: number; at: string; user?: string; person?: string;
  team?: string; teamName?: string; hidden: boolean;
}

export interface PersonalScore { state: 'off' | 'too_few' | 'shown'; minimumN?: number; score?: Score }
export interface Viewing { viewer: string; at: string }
export interface Colleague { id: string; name: string; teams: string[] }
export interface PersonalScoreRule { purpose: string; agreedWith: string; agreedOn: string; minimumN: number }

export interface AskingRule { brand: string; queue?: string; oneIn: number; delayMinutes: number; quarantineDays: number; atMostPerDay?: number }
export interface AskingSettings {
  rules: AskingRule[]; standard: AskingRule; excludedReasons: string[]; followUp: { workingDays: number; remindHours: number };
}
