import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { paceline } from "./app";
import type { AppDeps } from "./app/deps";
import { endWork } from "./app/end-work";
import { STARTING, STOPPING, startedText } from "./app/started-text";
import { onStopSignals } from "./app/stop-signals";
import { withEnvFile } from "./cli/setup/env-file";
import { ConfigError, parseEnv, secretsOf } from "./config/config";
import { DatabaseError } from "./database/client";
import { noteRunning } from "./database/running-processes";
import { logger } from "./log";
import { TeamZoneError } from "./people/team-zone";
import { fronted } from "./slack/front/fronted";
import { SlackAuthError } from "./slack/platform/auth";
import { openStorage } from "./storage";
import { releaseLeases } from "./sync/lease";

/** Starts the process: environment in, signals out. Exit code 2 for what whoever runs it must mend. */
async function main(): Promise<void> {
  // Logged before there is a level: it may be why a variable is missing.
  const warn = (says: string) => logger({ level: "warn", secrets: [] }, process.stdout).warn({}, says);
  const config = parseEnv(withEnvFile(process.env, { warn }), "server");
  const log = logger({ level: config.LOG_LEVEL, secrets: secretsOf(config) }, process.stdout);
  if (process.stdout.isTTY) process.stdout.write(STARTING);
  const say = (line: string) => log.info({ line }, "database");
  const database = await openStorage(config, { env: process.env, log, say });
  // In containers all hosts may have one name and all processes one id; leases are given back by this.
  const owner = `${hostname()}:${process.pid}:${randomUUID()}`;
  const running = await noteRunning(database.db, owner);
  const deps = {
    config,
    database,
    log,
    now: () => new Date(),
    clock: Date.now,
    newId: randomUUID,
    owner,
  };
  const { app, server, port } = await start(deps).catch(async (error: unknown) => {
    // What did not start is in nobody's way, a restore's above all.
    await running.ended().catch(() => {});
    throw error;
  });
  app.imports.finish().catch((error: unknown) => log.error({ error }, "an unfinished import could not be written"));
  app.jobs.start();
  const started = { host: config.HOST, port, socketMode: config.SLACK_APP_TOKEN !== undefined };
  log.info({ ...started, zone: app.days.zone }, "Paceline is up");
  // A person reads along; what a machine reads stays one entry a line.
  if (process.stdout.isTTY) process.stdout.write(startedText({ ...started, publicUrl: config.PUBLIC_URL }));

  const stop = async (reason: string) => {
    log.info({ signal: reason }, "stopping");
    const work = Promise.all([app.jobs.stop(), app.sync.idle(), app.imports.idle()]);
    const handOver = () => {
      app.sync.stop();
      return releaseLeases(database.db, { owner, name: "sync" });
    };
    await Promise.all([server.stop(), endWork({ work, handOver })]);
    await releaseLeases(database.db, { owner });
    await running.ended();
    await database.close();
    log.info({}, "stopped");
  };
  const end = (reason: string, code: number) => {
    // A run that will not end is healed by the next one; whoever stops us waits no longer than this.
    setTimeout(() => process.exit(1), STOP_MS).unref();
    void stop(reason).then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  void server.failed.then((error) => {
    log.error({ error }, "Nobody can reach the process any more, so it ends");
    end("the front failed", 1);
  });
  onStopSignals(process, {
    clock: Date.now,
    first: (signal) => {
      if (process.stdout.isTTY) process.stdout.write(STOPPING);
      end(signal, 0);
    },
    again: () => process.exit(1),
  });
  // Each is a bug. What a lost promise was about is over; after an exception nobody knows what is half done.
  process.on("unhandledRejection", (error) => log.error({ error }, "A promise failed, and nothing waited for it"));
  process.once("uncaughtException", (error) => {
    log.error({ error }, "Something failed outside of any request: the process ends");
    end("uncaughtException", 1);
  });
}

/** Assembles Paceline and serves it. */
async function start(deps: AppDeps) {
  const { config, log, clock } = deps;
  const app = await paceline(deps);
  const server = fronted(app.server(), {
    signingSecret: config.SLACK_APP_TOKEN === undefined ? (config.SLACK_SIGNING_SECRET ?? "") : null,
    ...{ apiUrl: config.SLACK_API_URL, clock, reference: () => randomUUID().slice(0, 8), log },
  });
  return { app, server, port: await server.start(config.PORT, config.HOST) };
}

/** Longer than all that is waited for, shorter than what `compose.yaml` gives. */
const STOP_MS = 25_000;

/** Errors that whoever runs it can mend; their messages say how. */
const EXPECTED = [ConfigError, DatabaseError, TeamZoneError, SlackAuthError];

process.env.TZ = "UTC";
main().catch((error: unknown) => {
  // It comes from the front's thread, as an error of no kind of ours.
  if (error instanceof Error && error.message.includes("EADDRINUSE")) {
    process.stderr.write(`${error.message}: another Paceline may listen there. Stop it, or set PORT or HOST.\n`);
    process.exit(2);
  }
  const expected = EXPECTED.some((kind) => error instanceof kind);
  const said = error instanceof Error ? (expected ? error.message : error.stack) : error;
  process.stderr.write(`${said}\n`);
  process.exit(expected ? 2 : 1);
});
