import { type APIRequestContext, type Browser, type Page, expect } from '@playwright/test';

export const password = 'hartslag-demo';
export const mailOf = (name: string) => `${name}@demo.example`;

/** Signs someone in on the log-in page, in English whatever his own language is. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(mailOf(name));
  await page.getByLabel(/^(Password|Wachtwoord)/).first().fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await new Api(page.request).patch('/api/session', { locale: 'en' });
  await page.reload();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** A page of its own for one person. */
export async function pageOf(browser: Browser, name: string, viewport = { width: 1440, height: 900 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await signIn(page, name);
  return page;
}

/** The same API that the screens use, with the person's cookies. */
export class Api {
  constructor(private readonly request: APIRequestContext) {}

  async get<T>(path: string): Promise<T> {
    const response = await this.request.get(path);
    expect(response.ok(), `GET ${path}: ${response.status()}`).toBeTruthy();
    return (await response.json()) as T;
  }

  async put(path: string, data: unknown): Promise<void> {
    await this.send('PUT', path, data);
  }

  async patch(path: string, data: unknown): Promise<void> {
    await this.send('PATCH', path, data);
  }

  private async send(method: string, path: string, data: unknown): Promise<void> {
    await this.request.get('/api/session');
    const { cookies } = await this.request.storageState();
    const token = cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
    const response = await this.request.fetch(path, { method, data, headers: { 'X-XSRF-TOKEN': token } });
    expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBeTruthy();
  }
}
