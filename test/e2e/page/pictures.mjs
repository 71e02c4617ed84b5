import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

// Makes README's pictures from the built demo, on a database of its own: `npm run pictures`.

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const PICTURES = join(ROOT, "src/demo/page/pictures");
const ANA = "U0ANA00001";
const SIZE = { width: 1120, height: 500 };

const MOST_BYTES = 150_000;

const data = mkdtempSync(join(tmpdir(), "paceline-pictures-"));
const demo = spawn(process.execPath, [join(ROOT, "dist/cli/index.js"), "demo", "--port", "0", "--page-port", "0"], {
  env: { PATH: process.env.PATH, HOME: process.env.HOME, MONGODB_URI: process.env.MONGODB_URI, DATA_DIR: data },
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  const url = await addressOf(demo);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  mkdirSync(PICTURES, { recursive: true });
  await sync(browser, url);
  for (const theme of ["light", "dark"]) await picture(browser, { url, theme });
  await browser.close();
} finally {
  demo.kill("SIGTERM");
  await new Promise((ended) => demo.once("exit", ended));
  rmSync(data, { recursive: true, force: true });
}

async function addressOf({ stdout }) {
  for await (const line of createInterface({ input: stdout })) {
    const found = /Open (http:\S+)/.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error("The demo ended before it was up");
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
  await page.close();
}

async function picture(browser, { url, theme }) {
  const context = await browser.newContext({ viewport: SIZE, colorScheme: theme, locale: "en-US" });
  const page = await context.newPage();
  await page.goto(`${url}/#/${ANA}/home`);
  await page.getByRole("heading", { name: "Today" }).waitFor();
  await page.getByText("as of").first().waitFor();
  await page.getByRole("button", { name: "Hide the tour" }).click();
  const path = join(PICTURES, `home-${theme}.png`);
  await page.screenshot({ path, animations: "disabled" });
  const { size } = statSync(path);
  process.stdout.write(`${path}: ${Math.round(size / 1000)} kB\n`);
  if (size > MOST_BYTES) throw new Error(`${path} is larger than README's pictures may be: ${MOST_BYTES} bytes`);
  await context.close();
}
