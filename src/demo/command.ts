import { onStopSignals } from "../app/stop-signals";
import { doctorCommand } from "../cli/doctor-command";
import { progressText, reportText } from "../cli/report-text";
import type { SlackServer } from "../slack/app";
import { parseDateRange } from "../sync/date-range";
import { weekdayInWords } from "../words/dates";
import { controlsOf } from "./controls/demo-controls";
import { type Demo, startDemo } from "./demo";
import { playMorning } from "./play-morning";

export interface DemoOptions {
  readonly once?: boolean;
  /** With `once`: what the doctor says after the sync, in place of its result. */
  readonly doctor?: boolean;
  readonly json?: boolean;
  /** The port that the app listens on; 0 picks a free one. */
  readonly port: string;
  /** The port that the page listens on, or the next free one; 0 picks any. */
  readonly pagePort: string;
}

interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

interface DemoCommandDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
}

/**
 * `demo`: everything on this machine, with a sample team. With `once` it syncs the sample month, prints the result and
 * ends; otherwise it stays up until Ctrl-C.
 *
 * @returns the exit code.
 */
export async function demoCommand(options: DemoOptions, { env, terminal }: DemoCommandDeps): Promise<number> {
  // Loaded before anything starts, so that missing packages are reported at once.
  if (options.once !== true) await loadPageServer();
  const demo = await startDemo({ env, say: terminal.err });
  try {
    return options.once ? await once(demo, { options, terminal }) : await serve(demo, { options, terminal });
  } finally {
    await demo.close();
  }
}

async function once({ app, clock }: Demo, { options, terminal }: { options: DemoOptions; terminal: Terminal }) {
  const range = parseDateRange({}, { days: app.days, now: clock.now() });
  const report = await app.sync.request({ range, userId: "cli", trigger: "cli" }, (progress) =>
    terminal.err(progressText(progress)),
  );
  if (options.doctor) return doctorCommand(options, { app, terminal });
  terminal.out(options.json ? JSON.stringify(report, null, 2) : reportText(report, app.days));
  return report.success ? 0 : 1;
}

async function serve(demo: Demo, { options, terminal }: { options: DemoOptions; terminal: Terminal }) {
  const server = demo.app.server();
  const port = await server.start(Number(options.port));
  const url = `http://127.0.0.1:${port}`;
  demo.fakes.slack.connect(`${url}/slack/events`);
  await playMorning(demo);
  await demo.subscribeWebhooks(url);
  demo.app.jobs.start();
  const page = await startPage(demo, { server, appUrl: url, port: Number(options.pagePort) });
  terminal.out(instructions(demo, { page: page.url, app: url }));
  await new Promise<void>((resolve) => {
    onStopSignals(process, { clock: Date.now, first: () => resolve(), again: () => process.exit(1) });
  });
  terminal.err("Stopping…");
  await page.close();
  await server.stop();
  return 0;
}

/** What bundles and serves the page is installed for development alone. */
const loadPageServer = () => import("./page-server/serve-page.js");

async function startPage(
  demo: Demo,
  { server, appUrl, port }: { readonly server: SlackServer; readonly appUrl: string; readonly port: number },
) {
  const { servePage } = await loadPageServer();
  const controls = controlsOf(demo, { server, appUrl, tick: demo.app.tick, begin: () => playMorning(demo) });
  const roles = async () => Object.fromEntries((await demo.app.people.all()).map(({ _id, role }) => [_id, role]));
  return servePage({ slack: demo.fakes.slack, controls, roles, port });
}

function instructions(
  { clock, app, fakes }: Demo,
  { page, app: url }: { readonly page: string; readonly app: string },
): string {
  return [
    "",
    `Open ${page} in a browser: a Slack workspace with Paceline in it.`,
    "",
    `In the demo it is ${weekdayInWords(app.days.dayOf(clock.now()))}; the team is in ${app.days.zone}. Nothing leaves this machine.`,
    `The app itself is at ${url}. A sync over HTTP, in another terminal:`,
    `  curl -s -X POST -H 'authorization: Bearer ${fakes.env.API_TOKEN}' ${url}/api/sync-all`,
    "",
    "Ctrl-C ends it; the data stays for the next time, unless the clock was moved on.",
  ].join("\n");
}
