import { type Serving, servingFindings } from "../../src/doctor/serving-findings";

const now = new Date("2026-11-29T14:31:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe("whether Paceline runs and is reached", () => {
  const said = (serving: Partial<Serving>) =>
    servingFindings({
      now,
      zone: "America/New_York",
      isNoted: true,
      lastTick: minutesAgo(1),
      address: null,
      ...serving,
    }).map(({ state, says, todo }) => [state, says, ...(todo === undefined ? [] : [todo])].join(" | "));
  const reached = (answer: NonNullable<Serving["address"]>["answer"]) =>
    said({ address: { url: "https://paceline.acme.com", answer, listensAt: "http://127.0.0.1:3000" } }).slice(1);

  it("is well where a process says so, or ran the last minute's tick, and where none was ever started", () => {
    expect(said({})).toEqual(["ok | Paceline is running."]);
    expect(said({ lastTick: minutesAgo(60) })).toEqual(["ok | Paceline is running."]);
    expect(said({ isNoted: false, lastTick: minutesAgo(2) })).toEqual(["ok | Paceline is running."]);
    expect(said({ isNoted: false, lastTick: null })).toEqual([
      "ok | Paceline was never started with this database: npm start starts it.",
    ]);
  });

  it("is a fault once it stopped, whatever answers at its address", () => {
    const address = {
      url: "https://paceline.acme.com",
      listensAt: "",
      answer: { kind: "other", status: 502 },
    } as const;
    expect(said({ isNoted: false, lastTick: minutesAgo(2.1), address })).toEqual([
      "fault | Paceline hasn't run since Nov 29, 2026, 9:28 AM EST: commands and buttons fail in Slack, and digests wait. | Start it: npm start, or by what runs services on its machine.",
    ]);
  });

  it("is a fault where a gateway has nothing behind it, and to be looked at where that isn't certain", () => {
    const forward =
      "Have your proxy or tunnel run, and forward https://paceline.acme.com to where Paceline listens: http://127.0.0.1:3000 by HOST and PORT here.";
    expect(reached({ kind: "paceline" })).toEqual(["ok | A running Paceline answers at https://paceline.acme.com."]);
    expect(reached({ kind: "other", status: 502 })).toEqual([
      `fault | https://paceline.acme.com doesn't lead to Paceline: something else answers there (HTTP 502), so commands and buttons fail in Slack. | ${forward}`,
    ]);
    expect(reached({ kind: "other", status: 404 })).toEqual([
      `warning | https://paceline.acme.com doesn't lead to Paceline: something else answers there (HTTP 404). | If commands fail in Slack (dispatch_failed): ${forward}`,
    ]);
    expect(reached({ kind: "none", code: "ECONNREFUSED" })).toEqual([
      `warning | https://paceline.acme.com can't be reached from here (ECONNREFUSED). | If commands fail in Slack (dispatch_failed): ${forward}`,
    ]);
  });
});
