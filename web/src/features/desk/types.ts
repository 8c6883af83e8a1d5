import type { components } from '@app/api/schema';

/** What the desk's endpoints answer, by the names of the contract. */
type Schemas = components['schemas'];

export type Row = Schemas['DeskRow'];
export type Watcher = Schemas['Watcher'];
export type Counts = Schemas['DeskCounts'];
export type Queue = Schemas['QueueName'];
export type Attachment = Schemas['AttachmentView'];
export type Message = Schemas['MessageView'];
export type Draft = Schemas['Draft'] & { kind: DraftKind };
export type Addressees = Schemas['Addressees'];
export type Contact = Schemas['ContactView'];
export type PromiseView = Schemas['PromiseView'];
export type Order = Schemas['Order'];
export type EarlierContact = Schemas['EarlierContact'];
export type Beside = Schemas['Beside'];
export type OpenConversation = Omit<Schemas['OpenConversation'], 'drafts'> & { drafts: Draft[] };
export type Choices = Schemas['Choices'];
export type LikelyReason = Schemas['LikelyReason'];
export type SubStates = Schemas['SubStateList'];
export type SubStateView = Schemas['SubStateView'];
export type Offer = Schemas['OfferView'];
export type Me = Schemas['Me'];
export type Notice = Schemas['Notice'];
export type AllHandsCall = Schemas['AllHandsCall'];
export type Coach = Schemas['Coach'];
export type NewReply = Schemas['Reply'];
export type Upload = Schemas['Upload'];
export type Registration = Schemas['Registration'];
export type WrapUp = Schemas['WrapUp'];

export type CaseState = Row['caseState'];
export type Priority = Row['priority'];
export type Result = NonNullable<Contact['result']>;
export type Delivery = Message['delivery'];
export type PresenceState = Me['state'];
export type View = 'MINE' | 'TEAM' | 'WAITING' | 'ALL' | 'CLOSED';
export type DraftKind = 'reply' | 'note';

/** How the sender of a mail was checked; results as RFC 7208, 6376 and 7489 name them. */
export type Sender = Schemas['SenderFindings'];
