import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { seriousFaults } from "./accessibility";
import { DESKTOP, PHONE } from "./page";

const SCREENS = join(__dirname, "../../../../build/screens");

/** Takes a picture of what is there, narrow and wide, which must have no serious fault of accessibility. */
export async function pictured(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  for (const width of [PHONE, DESKTOP]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(SCREENS, `${name}-${width}.png`) });
  }
  expect(await seriousFaults(page)).toEqual([]);
}
