import { progressLine, reportText } from "../cli/report-text";
import { daysAsked } from "../sync/days-asked";
import { type Demo, startDemo } from "./demo";
import { ADMIN, REPS } from "./sample/team";

export interface DemoOptions {
  readonly once?: boolean;
  readonly json?: boolean;
  /** Where the app listens; 0 picks a free port. */
  readonly port: string;
}

interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

interface DemoCommandNeeds {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
}

/**
 * `demo`: everything on this machine, with a sample team. With `once` it syncs the sample month, prints the result and
 * ends; otherwise it stays up until Ctrl-C.
 *
 * @returns the exit code.
 */
export async function demoCommand(options: DemoOptions, { env, terminal }: DemoCommandNeeds): Promise<number> {
  const demo = await startDemo({ env, say: terminal.err });
  try {
    return options.once ? await once(demo, { options, terminal }) : await stay(demo, { options, terminal });
  } finally {
    await demo.close();
  }
}

async function once({ app, clock }: Demo, { options, terminal }: { options: DemoOptions; terminal: Terminal }) {
  const range = daysAsked({}, { days: app.days, now: clock.now() });
  const report = await app.sync.request({ range, userId: "cli", trigger: "cli" }, (progress) =>
    terminal.err(progressLine(progress)),
  );
  terminal.out(options.json ? JSON.stringify(report, null, 2) : reportText(report, app.days));
  return report.success ? 0 : 1;
}

async function stay(demo: Demo, { options, terminal }: { options: DemoOptions; terminal: Terminal }) {
  const server = demo.app.server();
  const port = await server.start(Number(options.port));
  const url = `http://127.0.0.1:${port}`;
  demo.farEnds.slack.connect(`${url}/slack/events`);
  terminal.out(whatToTry(demo, url));
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  terminal.err("Stopping…");
  await server.stop();
  return 0;
}

function whatToTry({ farEnds, clock, app }: Demo, url: string): string {
  const slack = new URL("/demo", farEnds.slack.url).href;
  const json = "-H 'content-type: application/json'";
  return [
    "",
    `Paceline is up at ${url}, with stand-ins for Slack, Copper, JustCall and Fishbowl. Nothing leaves this machine.`,
    `In the demo it is ${app.days.dayOf(clock.now())}; the team is in ${app.days.zone}.`,
    `Ana is ${REPS.ana.slack}, Maya (manager) ${REPS.maya.slack}, Alex (admin) ${ADMIN.slack}.`,
    "",
    "Try, in another terminal:",
    `  curl -s ${json} -d '{"user":"${REPS.ana.slack}","text":"/sync"}' ${slack}/command     # Ana types /sync`,
    `  curl -s ${json} -d '{"user":"${REPS.ana.slack}","text":"/goals"}' ${slack}/command    # her goals, for her eyes only`,
    `  curl -s ${json} -d '{"user":"${REPS.ana.slack}"}' ${slack}/open-home                  # she opens App Home`,
    `  curl -s ${slack}/state                                                               # every message and Home, as Slack has them`,
    `  curl -s -X POST -H 'authorization: Bearer demo-api-token-0001' ${url}/api/sync-all   # a sync over HTTP`,
    "",
    "Ctrl-C ends it; the data stays for the next time.",
  ].join("\n");
}
