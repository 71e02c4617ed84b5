import { type Freshness, isNeverRead } from "../../sync/state/freshness";
import type { SlackDeps } from "../deps";
import type { FigureState, FirstSync } from "../ui/freshness";
import { readTogether } from "../ui/read-together";

/** Reads how old each source's figures are, and what the first sync does while there are none. */
export async function figureState({
  freshness,
  syncing,
  days,
  now,
}: Pick<SlackDeps, "freshness" | "syncing" | "days" | "now">): Promise<FigureState> {
  const read = readTogether(await freshness());
  return { freshness: read, first: await firstSync(read, syncing), days, now: now() };
}

async function firstSync(read: readonly Freshness[], syncing: SlackDeps["syncing"]): Promise<FirstSync> {
  if (!isNeverRead(read)) return null;
  return (await syncing()) ? "running" : "waiting";
}
