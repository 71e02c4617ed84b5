import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { eventually } from "../support/wait";
import type { Morning } from "./morning";
import type { Replica } from "./replica";
import { type Moment, momentFiles } from "./shortened";

/** A replica that sent itself a signal, and what it was about: its message's row, or how many totals. */
export interface Signaled {
  readonly replica: Replica;
  readonly of: string;
}

/**
 * Has the next replica that comes to such a moment send itself a signal. Resolves once it has; `null` where none came to it in
 * time, and then nothing happens.
 */
export async function signalAt(
  { folder, replicas }: Pick<Morning, "folder" | "replicas">,
  asked: { readonly moment: Moment; readonly signal: "SIGSTOP" | "SIGKILL"; readonly withinMs: number },
): Promise<Signaled | null> {
  const { order, reached } = momentFiles(folder, asked.moment);
  rmSync(reached, { force: true });
  // At once, so that nobody reads half of it.
  writeFileSync(`${order}-new`, asked.signal);
  renameSync(`${order}-new`, order);
  await eventually(() => existsSync(reached), asked.withinMs).catch(() => rmSync(order, { force: true }));
  if (!existsSync(reached)) return null;
  const { replica: name, of }: { replica: string; of: string } = JSON.parse(readFileSync(reached, "utf8"));
  const replica = replicas.find((each) => each.name === name);
  return replica === undefined ? null : { replica, of };
}
