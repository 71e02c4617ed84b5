import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startBuiltDemo } from "./surfaces/built-demo.mjs";
import { SURFACES } from "./surfaces/every-surface.mjs";
import { openLooks } from "./surfaces/looks.mjs";
import { PEOPLE, workspace } from "./surfaces/workspace.mjs";

// Draws every surface of the built demo, wide and narrow, light and dark: `npm run surfaces -- [FOLDER [CHECKOUT]] [--axe]`.
// The pictures are in build/pictures/FOLDER ("after" unless given); CHECKOUT is another checkout, whose built demo is drawn.
// `--only=import-preview,import-applied` draws these alone: what comes about in a surface that is left out is not there then.
// What cannot be drawn is told, and the rest goes on.

const HERE = fileURLToPath(new URL("../../..", import.meta.url));
const [folderName = "after", checkout = HERE] = process.argv.slice(2).filter((one) => !one.startsWith("--"));
const axe = process.argv.includes("--axe");
const only = process.argv
  .find((one) => one.startsWith("--only="))
  ?.slice("--only=".length)
  .split(",");
const folder = join(HERE, "build/pictures", folderName);

mkdirSync(folder, { recursive: true });
const startedAt = Date.now();
const demo = await startBuiltDemo(resolve(checkout));
const acted = workspace(demo.url);
const troubles = [];
try {
  const looks = await openLooks(demo.url);
  for (const [index, surface] of SURFACES.entries()) {
    if (only?.includes(surface.name) ?? true) await draw(surface, { looks, index });
  }
  await looks.close();
} finally {
  await demo.close();
}
for (const line of troubles) process.stdout.write(`${line}\n`);
process.stdout.write(`Drawn in ${Math.round((Date.now() - startedAt) / 1000)} s: ${folder}\n`);
process.exitCode = troubles.length === 0 ? 0 : 1;

async function draw({ name, user, at, stays, go }, { looks, index }) {
  const numbered = `${String(index + 1).padStart(2, "0")}-${name}`;
  try {
    // What is entered in a modal that stays is lost where the page is loaded again.
    if (!stays) {
      await acted.closeModals(user);
      await looks.show({ user, at });
    }
    const last = await go(actionsIn(looks));
    const found = await looks.shoot({ folder, name: numbered, last: typeof last === "number" ? last : 0, axe });
    troubles.push(...found.map((fault) => `${numbered}: ${fault}`));
    process.stdout.write(`${numbered}\n`);
  } catch (error) {
    troubles.push(`${numbered}: not drawn, ${String(error).split("\n")[0]}`);
  }
}

/** All that a surface may do to come about. */
function actionsIn({ acting, everywhere, show, settled }) {
  const named = (name) => (typeof name === "string" ? { name, exact: true } : { name });
  // A modal stands behind the rest.
  const buttons = (name) => acting.locator("dialog[open], main").getByRole("button", named(name));
  const press = async (name) => {
    await buttons(name).last().click();
    await settled();
  };
  /** A button that comes once something is over. */
  const waitFor = (name) => {
    return everywhere((page) => page.getByRole("button", named(name)).last().waitFor({ timeout: 120_000 }));
  };
  /** Presses a button that asks first, which each window does by itself. */
  const ask = (name) => everywhere((page) => page.locator("main").getByRole("button", named(name)).last().click());
  return {
    ...acted,
    press,
    ask,
    goTo: show,
    waitFor,
    /** Saves what a modal previews: what it says of that takes its place later, with a way back. */
    save: async () => {
      await press(/^Save( anyway)?$/);
      await waitFor("Undo");
    },
    // What is entered is each window's own until it is sent.
    /** Picks options alone in a field that takes several, by their words. */
    pick: (field, names) =>
      everywhere(async (page) => {
        const input = page.locator("dialog[open]").getByRole("combobox", { name: field });
        await input.focus();
        while ((await input.getAttribute("placeholder")) === "") await input.press("Backspace");
        for (const name of names) {
          await input.fill(name);
          await input.press("Enter");
        }
        await input.press("Escape");
      }),
    choose: (field, label) =>
      everywhere((page) => page.locator("dialog[open]").getByLabel(field).selectOption({ label })),
    /** Chooses what a menu of the page does. */
    chooseToDo: async (menu, label) => {
      await acting.locator("main").getByLabel(menu).selectOption({ label });
      await settled();
    },
    fill: (field, text) => everywhere((page) => page.locator("dialog[open]").getByLabel(field).fill(text)),
    /** Everybody opens Home, and an hour passes. */
    later: async () => {
      for (const user of Object.values(PEOPLE)) await acted.openHome(user);
      await acted.control("clock.hour");
      for (const user of Object.values(PEOPLE)) await acted.openHome(user);
    },
    /** Moves the clock to a morning, and waits for what somebody gets then. */
    morning: (user, move) => acted.during(user, { act: () => acted.control(move) }),
    /** Opens what a phone has in a drawer. */
    drawer: (name) =>
      everywhere(async (page) => {
        const button = page.getByRole("button", { name, exact: true });
        if (await button.isVisible()) await button.click();
      }),
    write: (text) => everywhere((page) => page.getByRole("textbox", { name: "Message" }).fill(text)),
  };
}
