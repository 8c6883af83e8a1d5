import type { Conversation } from './conversation';

/** What the visitor has seen, and how much he has not. */
export class Attention {
  private seen = 0;
  private of: string | undefined;
  private told = -1;

  constructor(private readonly conversation: Conversation, private readonly read: (seq: number) => void,
    private readonly unread: (count: number) => void) {}

  look(atIt: boolean): void {
    const state = this.conversation.state;
    if (state?.id !== this.of) this.seen = 0;
    this.of = state?.id;
    if (!state) return;
    this.seen = Math.max(this.seen, state.readByVisitor);
    const theirs = this.conversation.messages.filter((one) => one.from !== 'visitor');
    const last = theirs.at(-1)?.seq ?? 0;
    if (atIt && last > this.seen) {
      this.seen = last;
      this.read(last);
    }
    // Before the stream has brought the messages only the server knows the number.
    const count = this.conversation.messages.length === 0 ? (atIt ? 0 : state.unread) : theirs.filter((one) => one.seq > this.seen).length;
    if (count !== this.told) this.unread(count);
    this.told = count;
  }

  /** The server was not told: tell it again with the next look. */
  forget(): void {
    this.seen = this.conversation.state?.readByVisitor ?? 0;
  }
}
