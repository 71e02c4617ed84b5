import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Paceline } from "../app";
import { appliedText, previewText } from "./import-text";
import { reportText } from "./report-text";
import type { Terminal } from "./sync-command";

export interface ImportOptions {
  /** Applies the file; without it, the file is only previewed. */
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** The file cannot be opened; `message` says which and why. */
export class FileError extends Error {
  override readonly name = "FileError";
}

/**
 * `import orders FILE`: says what the file would change and, with `--yes`, takes it over and syncs its days.
 *
 * @returns the exit code: 0 when all went well, 1 when the sync after it did not, 2 when a row is refused.
 * @throws {FileError} {ImportBusy}
 */
export async function importCommand(
  path: string,
  { options, app, terminal }: { options: ImportOptions; app: Pick<Paceline, "imports" | "days">; terminal: Terminal },
): Promise<number> {
  const file = { name: basename(path), content: contentOf(path) };
  const today = app.days.dayOf(new Date());
  if (!options.yes) {
    const preview = await app.imports.preview(file);
    terminal.out(options.json ? JSON.stringify({ applied: false, ...preview }, null, 2) : previewText(preview, today));
    if (preview.refused.count > 0) return 2;
    terminal.err("Nothing was written. To apply it, run the same command with --yes.");
    return 0;
  }
  const done = await app.imports.apply(file, "cli");
  const report = (await done.sync?.report) ?? null;
  const { preview, applied } = done;
  if (options.json) terminal.out(JSON.stringify({ applied, ...preview, sync: report }, null, 2));
  else terminal.out([previewText(preview, today), appliedText(done)].join("\n"));
  if (!options.json && report !== null) terminal.out(`\n${reportText(report, app.days)}`);
  if (!applied) return 2;
  return done.sync !== null && report?.success !== true ? 1 : 0;
}

async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield Buffer.from(chunk);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "") throw error;
    const why =
      code === "ENOENT"
        ? "there is no such file"
        : code === "EISDIR"
          ? "it is a folder"
          : `it cannot be read (${code})`;
    throw new FileError(`${path}: ${why}`);
  }
}
