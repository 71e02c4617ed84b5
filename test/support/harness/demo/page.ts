import type { Browser, Page } from "playwright-core";
import { type PageServer, servePage } from "../../../../src/demo/page-server/serve-page";
import { REPS } from "../../../../src/demo/sample/team";
import { type OpenPage, openBrowser, openPage } from "../../env/browser";
import { type DemoHarness, demoHarness } from "./demo";

/** Somebody's window on the demo. */
export interface Look {
  readonly width: number;
  readonly theme?: "light" | "dark";
  /** Their Slack id; Ana unless given. */
  readonly user?: string;
  readonly at?: "home" | "messages" | `channel/${string}`;
}

export interface PageHarness {
  readonly demo: DemoHarness;
  open(look: Look): Promise<Page>;
  /** What no page of this file may have shown: errors, and requests that leave this machine. */
  readonly troubles: () => readonly string[];
}

export const PHONE = 390;
export const DESKTOP = 1280;
const HEIGHT = 900;
/** What is not there by then does not come. */
const PATIENCE_MS = 25_000;

/** One demo and one browser for all tests of a file. Call it where `describe` is called; it works inside hooks and tests. */
export function pageHarness(options: Parameters<typeof demoHarness>[0] = {}): PageHarness {
  const pages: OpenPage[] = [];
  let parts: { readonly demo: DemoHarness; readonly server: PageServer; readonly browser: Browser } | undefined;
  const opened = () => {
    if (parts === undefined) throw new Error("The demo is open only inside hooks and tests");
    return parts;
  };

  beforeAll(async () => {
    const harness = await demoHarness(options);
    const { app, fakes } = harness;
    const roles = async () => Object.fromEntries((await app.people.all()).map(({ _id, role }) => [_id, role]));
    const server = await servePage({ slack: fakes.slack, controls: harness.controls, roles, port: 0 });
    const browser = await openBrowser();
    parts = { demo: harness, server, browser };
  });
  afterAll(async () => {
    await parts?.browser.close();
    await parts?.server.close();
    await parts?.demo.close();
  });

  const open = async ({ width, theme = "light", user = REPS.ana.slack, at = "messages" }: Look) => {
    const { browser, server } = opened();
    const viewport = { width, height: HEIGHT };
    const shown = await openPage(browser, { viewport, colorScheme: theme, reducedMotion: "reduce" });
    pages.push(shown);
    const { page } = shown;
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${server.url}/#/${user}/${at}`);
    await page.getByRole("tablist").or(page.getByRole("log")).first().waitFor();
    return page;
  };
  return {
    get demo() {
      return opened().demo;
    },
    open,
    troubles: () => pages.flatMap(({ troubles }) => troubles),
  };
}
