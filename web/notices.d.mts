interface Notices { parts: { name: string; version: string; licences: string[]; by?: string; text?: string }[]; texts: string[] }
export const accepted: string[];
export const needed: () => [string, string][];
export const nameOf: (folder: string) => string;
export const joined: (...lists: Notices[]) => string;
