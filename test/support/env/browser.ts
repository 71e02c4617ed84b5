import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Where a Chromium usually is. */
const USUAL = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** The browser to test with: `CHROMIUM`, a usual place, or `google-chrome` on PATH; `undefined` when there is none. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named !== undefined) return named;
  const onPath = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "google-chrome"));
  return [...USUAL, ...onPath].find((path) => existsSync(path));
}

/** `describe` where there is a browser; elsewhere the tests are skipped, and why is said. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (findChromium() !== undefined) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`Skipped in want of a Chromium (set CHROMIUM to its path): ${name}\n`);
  describe.skip(name, tests);
}

/** A browser without a window. */
export function openBrowser(): Promise<Browser> {
  // Without its sandbox, as tests also run as root in containers; it opens nothing but our own page.
  return chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
}

/** A page, and what must not happen on it: errors in its console, and requests that leave this machine. */
export interface OpenPage {
  readonly page: Page;
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: "en-US", ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("console", (line) => {
    if (line.type() === "error") troubles.push(`console: ${line.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`page: ${error.message}`));
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== "127.0.0.1") troubles.push(`left this machine: ${request.url()}`);
  });
  return { page, troubles, close: () => context.close() };
}
