import { isRunning, noteRunning } from "../../src/database/running-processes";
import { testDatabase } from "../support/env/database";
import { eventually } from "../support/wait";

interface Noted {
  readonly _id: string;
  readonly at: Date;
}

describe("a process that runs", () => {
  const test = testDatabase();
  const settings = () => test.db.collection<Noted>("settings");
  const at = async () => (await settings().findOne({ _id: "process:one" }))?.at.getTime() ?? 0;
  afterEach(() => test.db.dropDatabase());

  it("says so again and again, so that it is known by what it said last", async () => {
    const process = await noteRunning(test.db, "one", { eachMs: 5 });
    const first = await at();

    await eventually(async () => (await at()) > first);

    await process.ended();
    expect(await isRunning(test.db)).toBe(false);
  });

  it("has ended once it says so, whatever note was under way", async () => {
    for (let time = 0; time < 20; time += 1) {
      const process = await noteRunning(test.db, "one", { eachMs: 1 });
      const first = await at();
      await eventually(async () => (await at()) > first);
      await process.ended();
    }

    expect(await settings().find().toArray()).toEqual([]);
  });

  it("is told from others, and forgets what one left that was killed an hour ago", async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    await settings().insertMany([
      { _id: "process:killed", at: ago(61) },
      { _id: "process:lately", at: ago(3) },
    ]);

    const process = await noteRunning(test.db, "one");

    expect(await Promise.all(["one", "lately", "killed"].map((owner) => isRunning(test.db, owner)))).toEqual([
      true,
      false,
      false,
    ]);
    await process.ended();
    expect((await settings().find().toArray()).map(({ _id }) => _id)).toEqual(["process:lately"]);
  });
});
