import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** The faults of accessibility on a page that keep somebody from using it, each with where it is. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
