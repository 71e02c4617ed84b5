import { Argument, Command } from "commander";
import type { DemoOptions } from "../demo/command";
import { backupCommand, restoreCommand } from "./backup-commands";
import { doctorCommand } from "./doctor-command";
import { type ImportOptions, importCommand } from "./import-command";
import { exportCommand, forgetCommand } from "./person-commands";
import { runDemo } from "./run-demo";
import { runSetup, type SetupOptions } from "./run-setup";
import { serving } from "./serving";
import { ENV_FILE, withEnvFile } from "./setup/env-file";
import { runSyncCommand, type SyncOptions, type Terminal } from "./sync-command";
import { WEBHOOK_ACTIONS, type WebhookAction, webhooksCommand } from "./webhooks-command";
import { withApp, withStorage } from "./with-app";

/** Makes the commands of `paceline` with their options; README's table names the same. */
export function commandLine(terminal: Terminal): Command {
  // Read when a command needs it: the demo must see no real key.
  const deps = () => ({ env: withEnvFile(process.env, { warn: terminal.err }), terminal });
  // Settings first: commands take them over when they are made.
  const program = new Command("paceline")
    .description("One sync, one set of numbers, in Slack.")
    .configureOutput({ writeErr: (text) => terminal.err(text.trimEnd()) })
    .exitOverride();
  program
    .command("sync")
    .description("sync every source now and update totals and goals")
    .option("--days <count>", "today and the days before it (default 30)")
    .option("--from <day>", "first day, YYYY-MM-DD, or an ISO instant in it")
    .option("--to <day>", "last day; today when left out")
    .option("--json", "print the result as JSON")
    .option("--accept-vanished", "confirm that many missing records were deleted")
    .action(async (options: SyncOptions) => {
      process.exitCode = await withApp(deps(), (app) =>
        runSyncCommand(options, { app, now: () => new Date(), terminal }),
      );
    });
  program
    .command("doctor")
    .description("check Slack, the sources, the database and whether Paceline runs, and say what to do")
    .option("--json", "print the findings as JSON")
    .action(async (options: { json?: boolean }) => {
      process.exitCode = await withApp(deps(), (app, { config, database }) => {
        const asked = { config, database, now: () => new Date(), zone: app.days.zone };
        return doctorCommand(options, { app, serving: () => serving(asked), terminal });
      });
    });
  program
    .command("setup")
    .description("ask for keys one at a time, try each, write .env, and check everything")
    .option("--yes", "ask nobody: take all values from the environment and .env")
    .option("--file <path>", "the file to write", ENV_FILE)
    .action(async (options: SetupOptions) => {
      const streams = { input: process.stdin, output: process.stdout };
      process.exitCode = await runSetup(options, { env: process.env, streams, terminal });
    });
  program
    .command("webhooks")
    .description("install, list or remove the webhooks of Copper and JustCall")
    .addArgument(new Argument("<action>").choices(WEBHOOK_ACTIONS))
    .action(async (action: WebhookAction) => {
      process.exitCode = await withApp(deps(), (app) => webhooksCommand(action, { app, terminal }));
    });
  program
    .command("import")
    .description("import files into Paceline")
    .command("orders <file>")
    .description("preview a CSV export of Fishbowl's sales orders")
    .option("--yes", "import it, all or nothing, and sync its days")
    .option("--json", "print the result as JSON")
    .action(async (file: string, options: ImportOptions) => {
      process.exitCode = await withApp(deps(), (app) => importCommand(file, { options, app, terminal }));
    });
  program
    .command("forget <person>")
    .description("preview erasing a person, by Slack id, email or name; the team's totals stay")
    .option("--yes", "erase them; this can't be undone")
    .action(async (person: string, options: { yes?: boolean }) => {
      process.exitCode = await withApp(deps(), (app) => forgetCommand(person, { options, app, terminal }));
    });
  program
    .command("export <person>")
    .description("print everything stored about a person as JSON")
    .action(async (person: string) => {
      process.exitCode = await withApp(deps(), (app) => exportCommand(person, { app, terminal }));
    });
  program
    .command("backup <folder>")
    .description("write everything to a new folder, as it stands at one instant")
    .action(async (folder: string) => {
      process.exitCode = await withStorage(deps(), ({ database }) =>
        backupCommand(folder, { database, now: () => new Date(), terminal }),
      );
    });
  program
    .command("restore <folder>")
    .description("check a backup and say what restoring it comes to; stop Paceline first")
    .option("--yes", "make the database what the backup holds; this can't be undone")
    .action(async (folder: string, options: { yes?: boolean }) => {
      process.exitCode = await withStorage(deps(), ({ config, database, owner }) => {
        const retentionDays = config.DATA_RETENTION_DAYS;
        return restoreCommand(folder, { options, retentionDays, owner, database, now: () => new Date(), terminal });
      });
    });
  program
    .command("demo")
    .description("run everything on this machine with a sample team: no account, no key, no network")
    .option("--once", "sync the sample month, print the result and end")
    .option("--doctor", "with --once: print what the doctor says of the sample team instead")
    .option("--json", "print the result as JSON (with --once)")
    .option("--port <port>", "where the app listens", "3000")
    .option("--page-port <port>", "where the page listens, or the next free one", "4000")
    .action(async (options: DemoOptions) => {
      process.exitCode = await runDemo(options, { env: process.env, terminal });
    });
  return program;
}
