import { ADMIN, REPS } from "../../../src/demo/sample/team";
import { syncedDemo } from "../../support/harness/demo/controls";
import { eventually } from "../../support/wait";

const ANA = REPS.ana.slack;

describe("a source that was down while somebody synced", () => {
  const { demo } = syncedDemo(ANA);

  it("is read again ten minutes later by itself, and the admin is told that it is back", async () => {
    const { controls, app, fakes, database, idle, sync } = demo();
    await controls.run("fault.justcall-down", ANA);
    await sync(ANA);
    const told = () => fakes.slack.allMessages().map(({ text }) => text);
    const aged = (ms: number) =>
      database.db
        .collection<{ _id: string }>("settings")
        .updateOne({ _id: "source:justcall" }, [{ $set: { brokeAt: { $subtract: ["$brokeAt", ms] } } }]);
    await aged(30_000);
    await app.tick();
    await eventually(() => told().find((text) => /JustCall.*I'll try again|JustCall is down/.test(text)));
    const asked = fakes.justcall.requests.length;
    await controls.run("fault.justcall-down", ANA);
    await app.tick();
    await idle();
    expect(fakes.justcall.requests.length).toBe(asked);

    await aged(600_000);
    await app.tick();
    await eventually(async () => {
      await idle();
      await app.tick();
      return told().find((text) => text.includes("*JustCall* is back"));
    });

    expect(fakes.justcall.requests.length).toBeGreaterThan(asked);
    expect(fakes.slack.allMessages().find(({ text }) => text.includes("*JustCall* is back"))?.channel).toBe(
      fakes.slack.dm(ADMIN.slack),
    );
  }, 120_000);
});
