import type { components } from '@app/api/schema';
import type { Priority } from '@app/contact/api';

export type AllHandsCall = components['schemas']['AllHandsCall'];
export type NoticeSent = components['schemas']['NoticeSent'];

export type PresenceState = 'AVAILABLE' | 'BUSY' | 'BREAK' | 'OFFLINE';
export interface Capacity { calls: number; chats: number; mails: number }

export interface Queue {
  id: string; brand: string; name: string; partner?: string; priority: number; ageingMinutes: number;
  mode: 'push' | 'pull'; offerSeconds: number; overflowMinutes: number; skills: Record<string, number>;
  atAllHours: boolean; inTurn: boolean; search: Search;
}
/** Who may help too once something has waited so long. */
export interface Ring { afterMinutes: number; skills: Record<string, number>; partners: string[]; ownPeople: boolean; sites: string[] }
/** Whom a queue looks for besides the people with its skills, and whom it rather has. */
export interface Search { preferred: Record<string, number>; knowsCaseMinutes: number; rings: Ring[]; sharing: Sharing; reserve: Reserve }
/** The part of one company or site; without both, of our own people. */
export interface Share { partner?: string; site?: string; percent: number }
/** Over whom the work is shared, and after how many minutes the next may take it too. */
export interface Sharing { shares: Share[]; nextMinutes: number }
/** So many people stay free for the medium; without people, of everyone whose work the queue is. */
export interface Reserve { free: number; medium: MediumName; people: string[]; lentMinutes: number }
export interface QueueFigures { queue: string; waiting: number; oldestAt?: string; overflowed: number; inHand: number; opensAt?: string; free?: { now: number; atLeast: number; medium: MediumName } }
export interface QueueNow { queue: Queue; figures: QueueFigures }

export interface Presence {
  user: string; state: PresenceState; since?: string; connected: boolean; capacity: Capacity; load: Record<string, number>;
  otherWork?: OtherWork; keptFor: Named[];
}
/** Other queues than one's own for a while; `only` when the own ones wait meanwhile. */
export interface OtherWork { queues: Named[]; only: boolean; until: string; by: string; why: string }
export interface AgentNow { presence: Presence; name: string; partner?: string; queues: string[] }

/** Answers and the share of them in time; without a share below ten. */
export interface Answers { n: number; share?: { percent: number } }

/** How the promises of a queue stand today. */
export interface QueueToday { queue: string; answers: Answers; late: number; dueSoon: number; shares: ShareToday[] }
/** What one of those who share a queue took today. */
export interface ShareToday { partner?: string; site?: string; percent: number; taken: number }

type Schemas = components['schemas'];
export type ServiceLevel = Schemas['ServiceLevelNow'];
export type WaitingRow = Schemas['WaitingRow'];
/** What came of it for one of several. */

export interface Overflowed {
  contact: string; conversation: string; brand: string; queue: string; queueName: string;
  channel: string; medium: string; subject: string; priority: Priority; waitingSince: string; overflowedAt: string;
}

export interface QueueRule { id: string; brand: string; channel?: string; reason?: string; address?: string; queue: string }
export interface PersonCapacity { user: string; name: string; partner?: string; capacity: Capacity; usual: boolean; brands: string[] }

export interface Named { id: string; name: string }
export interface BrandChoice extends Named {
  reasons: { id: string; parent?: string; nameNl: string; nameEn: string }[];
  channels: { channel: string; openNow: boolean }[];
}
export interface Archivable extends Named { archived: boolean }
export interface SiteChoice extends Archivable { partner?: string }
export interface Choices { skills: Archivable[]; partners: Archivable[]; sites: SiteChoice[]; brands: BrandChoice[] }

export type MediumName = 'call' | 'chat' | 'mail';
export const media = [['call', 'calls'], ['chat', 'chats'], ['mail', 'mails']] as const;
