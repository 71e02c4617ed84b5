import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { startBuiltDemo } from "./surfaces/built-demo.mjs";

// Makes README's pictures from the built demo, on a database of its own: `npm run pictures`.

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const PICTURES = join(ROOT, "src/demo/page/pictures");
const ANA = "U0ANA00001";
const SIZE = { width: 1120, height: 500 };

const MOST_BYTES = 150_000;

const demo = await startBuiltDemo(ROOT);
try {
  const { url } = demo;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  mkdirSync(PICTURES, { recursive: true });
  await sync(browser, url);
  for (const theme of ["light", "dark"]) await picture(browser, { url, theme });
  await browser.close();
} finally {
  await demo.close();
}

async function sync(browser, url) {
  const page = await browser.newPage();
  await page.goto(`${url}/#/${ANA}/messages`);
  await page.getByRole("textbox", { name: "Message" }).fill("/sync");
  await page.keyboard.press("Enter");
  await page
    .getByRole("heading", { name: /Synced/ })
    .first()
    .waitFor();
  // Whoever looks at README wants the page rather than its welcome.
  await page.goto(`${url}/#/${ANA}/home`);
  await page.getByRole("button", { name: "Got it" }).click();
  await page.getByRole("button", { name: "Got it" }).waitFor({ state: "detached" });
  await page.close();
}

async function picture(browser, { url, theme }) {
  const context = await browser.newContext({ viewport: SIZE, colorScheme: theme, locale: "en-US" });
  const page = await context.newPage();
  await page.goto(`${url}/#/${ANA}/home`);
  await page.getByRole("heading", { name: /^[A-Z][a-z]{2}, [A-Z][a-z]{2} \d+$/ }).waitFor();
  await page.getByText("Updated").first().waitFor();
  await page.getByRole("button", { name: "Hide the tour" }).click();
  const path = join(PICTURES, `home-${theme}.png`);
  await page.screenshot({ path, animations: "disabled" });
  const { size } = statSync(path);
  process.stdout.write(`${path}: ${Math.round(size / 1000)} kB\n`);
  if (size > MOST_BYTES) throw new Error(`${path} is larger than README's pictures may be: ${MOST_BYTES} bytes`);
  await context.close();
}
