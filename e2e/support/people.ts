import { type APIRequestContext, type Browser, type BrowserContext, type Page, expect } from '@playwright/test';

export const password = 'hartslag-demo';
export const mailOf = (name: string) => `${name}@demo.example`;

export type Language = 'en' | 'nl';

const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

/** Signs someone in on the log-in page; the screens then speak this language, whatever his own is. @param at another way in */
export async function signIn(page: Page, name: string, language: Language = 'en', at = ''): Promise<void> {
  await guideIsRead(page);
  await page.goto(`${at}/login`);
  await page.getByLabel('E-mail').fill(mailOf(name));
  await page.getByLabel(/^(Password|Wachtwoord)/).first().fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await speaks(page, language, at);
  await page.reload();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

const guideIsRead = (page: Page) => page.addInitScript(() => localStorage.setItem('hartslag-demo-guide-read', '["*"]'));

const speaks = (page: Page, language: Language, at: string) => new Api(page.request, at).patch('/api/session', { locale: language });

export const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** A page of its own for one person, who signs in the first time only; go somewhere with it first. */
export async function pageOf(browser: Browser, name: string, viewport = wide, language: Language = 'en', at = ''): Promise<Page> {
  const storageState = signedIn.get(name);
  const page = await (await browser.newContext({ viewport, storageState })).newPage();
  if (storageState) {
    await guideIsRead(page);
    await speaks(page, language, at);
  } else {
    await signIn(page, name, language, at);
    signedIn.set(name, await page.context().storageState());
  }
  return page;
}

/** The same API that the screens use, with the person's cookies. */
export class Api {
  constructor(private readonly request: APIRequestContext, private readonly at = '') {}

  async get<T>(path: string): Promise<T> {
    const response = await this.request.get(this.at + path);
    expect(response.ok(), `GET ${path}: ${response.status()}`).toBeTruthy();
    return (await response.json()) as T;
  }

  async put(path: string, data: unknown): Promise<void> {
    await this.send('PUT', path, data);
  }

  async post<T>(path: string, data?: unknown): Promise<T> {
    const text = await (await this.send('POST', path, data)).text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  async patch(path: string, data: unknown): Promise<void> {
    await this.send('PATCH', path, data);
  }

  async delete(path: string): Promise<void> {
    await this.send('DELETE', path);
  }

  private async send(method: string, path: string, data?: unknown) {
    await this.request.get(`${this.at}/api/session`);
    const { cookies } = await this.request.storageState();
    const token = cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
    const response = await this.request.fetch(this.at + path, { method, data, headers: { 'X-XSRF-TOKEN': token } });
    expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBeTruthy();
    return response;
  }
}
