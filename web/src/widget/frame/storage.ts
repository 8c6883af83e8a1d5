import type { TokenStore } from './api';

/** What stays on this device. A browser may refuse storage (private mode, blocked third parties): then it lasts as long as the page. */
export class Kept implements TokenStore {
  private readonly memory = new Map<string, string>();

  constructor(private readonly key: string, private readonly storage: () => Storage = () => window.localStorage) {}

  token(): string | undefined {
    return this.get('token');
  }

  keepToken(token: string): void {
    this.forgetAll();
    this.set('token', token);
  }

  get(name: string): string | undefined {
    try {
      return this.storage().getItem(this.name(name)) ?? this.memory.get(name);
    } catch {
      return this.memory.get(name);
    }
  }

  set(name: string, value: string | undefined): void {
    if (value === undefined) this.memory.delete(name);
    else this.memory.set(name, value);
    try {
      if (value === undefined) this.storage().removeItem(this.name(name));
      else this.storage().setItem(this.name(name), value);
    } catch {
      // Kept in memory.
    }
  }

  list<T>(name: string): T[] {
    try {
      const found: unknown = JSON.parse(this.get(name) ?? '[]');
      return Array.isArray(found) ? found as T[] : [];
    } catch {
      return [];
    }
  }

  /** A new visitor must find nothing of the one before. */
  private forgetAll(): void {
    for (const name of ['token', 'outgoing', 'draft']) this.set(name, undefined);
  }

  private name(name: string): string {
    return `hartslag-chat:${this.key}:${name}`;
  }
}
