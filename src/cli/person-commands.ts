import type { Paceline } from "../app";
import { ErasureBusy, type ErasurePreview } from "../erasure/erase-person";
import { counted } from "../words/counts";
import type { Terminal } from "./sync-command";

interface PersonCommand {
  readonly app: Pick<Paceline, "erasure" | "exportPerson">;
  readonly terminal: Terminal;
}

/**
 * `forget`: says what erasing somebody comes to or, with `--yes`, erases them.
 *
 * @param text a Slack id, an address, or the whole name.
 * @returns the exit code: 0 when it was said or done, 1 while a sync runs, 2 when nobody is called so.
 */
export async function forgetCommand(
  text: string,
  { options: { yes = false }, app, terminal }: PersonCommand & { readonly options: { readonly yes?: boolean } },
): Promise<number> {
  const userId = await idOf(text, { app, terminal });
  const preview = userId === null ? null : await app.erasure.preview(userId);
  if (preview === null) return 2;
  if (!yes) {
    terminal.out(`${previewText(preview)}\nNothing was changed. Add --yes to erase them. This can't be undone.`);
    return 0;
  }
  try {
    const pseudonym = await app.erasure.erase(preview.userId);
    terminal.out(`${preview.name} was erased. Their totals now belong to ${pseudonym}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof ErasureBusy)) throw error;
    terminal.err(error.message);
    return 1;
  }
}

/**
 * `export`: prints everything that is stored about somebody as JSON.
 *
 * @param text a Slack id, an address, or the whole name.
 * @returns the exit code: 0, or 2 when nobody is called so.
 */
export async function exportCommand(text: string, { app, terminal }: PersonCommand): Promise<number> {
  const userId = await idOf(text, { app, terminal });
  const found = userId === null ? null : await app.exportPerson(userId);
  if (found === null) return 2;
  terminal.out(JSON.stringify(found, null, 2));
  return 0;
}

async function idOf(text: string, { app, terminal }: PersonCommand): Promise<string | null> {
  const person = await app.erasure.find(text);
  if (person === null)
    terminal.err(`No one, or more than one person, is called ${JSON.stringify(text)}: use their Slack id`);
  return person?._id ?? null;
}

function previewText({ name, userId, facts, cells, goals, deliveries }: ErasurePreview): string {
  return [
    `Erasing ${name} (${userId}):`,
    `- ${counted(facts, "record")} and ${counted(cells, "daily total")} stay, under a pseudonym, so the team's totals stand`,
    `- ${counted(goals, "goal")} with their log and ${counted(deliveries, "message")} are deleted`,
    "- name, ids and addresses are replaced everywhere else, and no later sync brings them back",
  ].join("\n");
}
