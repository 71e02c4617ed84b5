import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

/** The looks of a surface; buttons are pressed in the first. */
const LOOKS = [
  { width: 1280, height: 860, theme: "light" },
  { width: 1280, height: 860, theme: "dark" },
  { width: 390, height: 844, theme: "light" },
  { width: 390, height: 844, theme: "dark" },
];
/** What is taller is cut. */
const TALLEST = 3_600;
const PATIENCE_MS = 15_000;
const REST_MS = 350;

/** Opens the demo's page in every look at once. */
export async function openLooks(url) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const looks = await Promise.all(LOOKS.map(async (look) => ({ ...look, page: await openLook(browser, look) })));
  const everywhere = (act) => Promise.all(looks.map(({ page }) => act(page)));
  const [{ page: acting }] = looks;
  return {
    acting,
    everywhere,
    settled: () => settled(acting),
    /** Brings every look to somebody's "home", "messages" or "channel/C0SALES001", with nothing typed and no drawer open. */
    show: ({ user, at = "messages" }) =>
      everywhere(async (page) => {
        await page.goto("about:blank");
        await page.goto(`${url}/#/${user}/${at}`);
        await settled(page);
      }),
    /**
     * Takes a picture in every look of what is open, as tall as it is; in a conversation, of so many of its last messages.
     *
     * @returns lines that begin with a dot, which looks like a broken list, and what axe finds serious, where it is asked.
     */
    shoot: async ({ folder, name, last, axe }) => {
      const shot = async ({ page, width, height, theme }) => {
        await settled(page);
        await enlarge(page, { width, height, last });
        await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`) });
        const found = [...(await dotted(page)), ...(axe ? await faults(page) : [])];
        await page.setViewportSize({ width, height });
        return found.map((fault) => `${width} ${theme}: ${fault}`);
      };
      return (await Promise.all(looks.map(shot))).flat();
    },
    close: () => browser.close(),
  };
}

async function openLook(browser, { width, height, theme }) {
  const viewport = { width, height };
  const context = await browser.newContext({ viewport, colorScheme: theme, locale: "en-US", reducedMotion: "reduce" });
  // Whoever judges a surface is not shown around.
  await context.addInitScript(() => {
    if (location.protocol === "http:") localStorage.setItem("paceline.tour", JSON.stringify({ hidden: true }));
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

/** Resolves when the page reads the same for a moment, or at the latest when patience ends. */
async function settled(page) {
  const deadline = Date.now() + PATIENCE_MS;
  let [last, since] = ["", Date.now()];
  while (Date.now() < deadline) {
    const now = await page.evaluate(() => document.body.textContent);
    if (now !== last) [last, since] = [now, Date.now()];
    else if (Date.now() - since >= REST_MS && !/Opening (Home|the workspace)/.test(now)) return;
    await sleep(60);
  }
}

/** Makes the window as tall as what it shows: a modal, the last messages of a conversation, or the page of Home. */
async function enlarge(page, { width, height, last }) {
  const more = await page.evaluate((count) => {
    const dialog = document.querySelector("dialog[open]");
    const log = document.querySelector("[role=log]");
    const shown = count > 0 ? [...document.querySelectorAll("[role=log] article")].slice(-count) : [];
    if (dialog === null && log !== null && shown.length > 0) {
      const ends = shown.map((article) => article.getBoundingClientRect());
      return ends.at(-1).bottom - ends[0].top + 24 - log.clientHeight;
    }
    const boxes = (dialog ?? document).querySelectorAll(dialog === null ? "#panel-home" : "*");
    return Math.max(0, ...[...boxes].map((box) => box.scrollHeight - box.clientHeight));
  }, last);
  const wanted = Math.min(TALLEST, Math.ceil(height + Math.max(0, more)));
  if (wanted > height) await page.setViewportSize({ width, height: wanted });
  await page.evaluate((count) => {
    const log = document.querySelector("[role=log]");
    const [first] = count > 0 ? [...document.querySelectorAll("[role=log] article")].slice(-count) : [];
    if (log !== null && first !== undefined) {
      log.scrollTop += first.getBoundingClientRect().top - log.getBoundingClientRect().top;
    }
  }, last);
  await sleep(120);
}

/** Finds the dots between parts of a line at which it is broken, so that the next line begins with one. */
async function dotted(page) {
  const lines = await page.evaluate(() => {
    const texts = document.createTreeWalker(
      document.querySelector("dialog[open]") ?? document.querySelector("main") ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const found = [];
    let [before, wasEmpty] = [null, true];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      for (let at = 0; at < node.data.length; at += 1) {
        const sign = node.data[at];
        if (/\s/.test(sign)) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top, width } = range.getBoundingClientRect();
        if (width === 0) continue;
        const begins = before === null || top > before.top + 4 || left < before.left;
        if (sign === "·" && begins && !wasEmpty) found.push(node.data.slice(at, at + 40));
        [before, wasEmpty] = [{ left, top }, false];
      }
    }
    return found;
  });
  return lines.map((line) => `a line begins with a dot: ${line}`);
}

async function faults(page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.map(({ id, nodes }) => `axe, ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
