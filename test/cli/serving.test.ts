import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serving } from "../../src/cli/serving";
import { noteRunning } from "../../src/database/running-processes";
import { tickCoordinator } from "../../src/jobs/tick-store";
import { closedAfterEach } from "../support/env/closed-after-each";
import { testDatabase } from "../support/env/database";

const now = () => new Date("2026-11-29T14:31:00Z");

describe("what the command line asks of a Paceline that may run", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  const found = async (config: { PUBLIC_URL?: string; SLACK_APP_TOKEN?: string }) => {
    const all = { ...{ HOST: "0.0.0.0", PORT: 3050 }, ...config };
    const findings = await serving({ config: all, database: test.database, now, zone: "America/New_York" });
    return findings.map(({ state, id, todo = "" }) =>
      `${state} ${id} ${/listens: (\S+)/.exec(todo)?.[1] ?? ""}`.trim(),
    );
  };
  const answering = async (status: number, body = "") => {
    const server = createServer((_request, response) => void response.writeHead(status).end(body));
    closed({ close: async () => void server.close() });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  };

  it("is whether it says so or ran a tick", async () => {
    expect(await found({})).toEqual(["ok paceline-running"]);
    await tickCoordinator(test.db, "test").shouldRun("tick:2026-11-29T14:20:00.000Z", 60_000);
    expect(await found({})).toEqual(["fault paceline-stopped"]);

    const process = await noteRunning(test.db, "one");
    expect(await found({})).toEqual(["ok paceline-running"]);
    await process.ended();
    expect(await found({})).toEqual(["fault paceline-stopped"]);
  });

  it("is who answers at its public address, where Slack sends anything there", async () => {
    closed({ close: (await noteRunning(test.db, "one")).ended });
    const paceline = await answering(200, JSON.stringify({ status: "ok" }));
    const gateway = await answering(502, "Bad Gateway");

    expect(await found({ PUBLIC_URL: paceline })).toEqual(["ok paceline-running", "ok public-address"]);
    expect(await found({ PUBLIC_URL: gateway })).toEqual([
      "ok paceline-running",
      "fault public-address http://127.0.0.1:3050",
    ]);
    expect(await found({ PUBLIC_URL: gateway, SLACK_APP_TOKEN: "xapp-1" })).toEqual(["ok paceline-running"]);
  });
});
