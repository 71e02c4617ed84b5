import type { RefusedSignature } from "../../../src/slack/platform/signature-store";
import type { SignatureWatch } from "../../../src/slack/platform/signature-watch";
import { testDatabase } from "../../support/env/database";
import { signatures, TOKEN } from "../../support/harness/front/signatures";
import { eventually } from "../../support/wait";

const OURS = { isOurs: true, token: null };
/** As Slack's, after somebody made a new secret there. */
const SLACKS = { isOurs: true, token: TOKEN };

describe("what is signed with another secret, after one was right", () => {
  const test = testDatabase();
  let of: ReturnType<typeof signatures>;
  let watched: SignatureWatch;
  const counted = async () => (await of.kept())?.refused?.count ?? 0;
  const later = (minutes: number) =>
    test.db
      .collection("settings")
      .updateOne({ refused: { $exists: true } }, [
        { $set: { "refused.from": { $subtract: ["$refused.from", minutes * 60_000] } } },
      ]);
  const refuse = async (request: typeof SLACKS) => {
    const before = await counted();
    watched.refused(request);
    await eventually(async () => (await counted()) > before);
  };
  beforeEach(async () => {
    of = signatures(test);
    watched = of.watch();
    watched.accepted(TOKEN);
    await eventually(() => of.noted.length === 1);
  });

  it("means a new secret once three requests with Slack's token came over five minutes", async () => {
    await refuse(SLACKS);
    await later(4.9);
    await refuse(SLACKS);
    await refuse(SLACKS);
    expect(await of.refused()).toBeNull();
    await later(0.2);
    await refuse(SLACKS);

    expect(await of.refused()).toEqual({ count: 4, from: expect.any(Date), isSlacks: true, wasRight: true });
    expect(await of.store("next-secret-of-tests").refused()).toBeNull();
  });

  it("means nothing of two over an hour, nor once a request is right again, at whatever process", async () => {
    await refuse(SLACKS);
    await later(60);
    await refuse(SLACKS);
    expect(await of.refused()).toBeNull();
    await refuse(SLACKS);
    expect(await of.refused()).not.toBeNull();

    watched.accepted(TOKEN);
    await eventually(async () => (await of.refused()) === null);
    await refuse(SLACKS);
    await later(60);
    for (const _again of [1, 2]) await refuse(SLACKS);
    expect(await of.refused()).not.toBeNull();
  });

  it("means nothing where any process had a right one in between, however short after the one before", async () => {
    const other = of.watch();
    other.accepted(TOKEN);
    await eventually(() => of.noted.length === 2);
    await refuse(SLACKS);
    other.accepted(TOKEN);
    await eventually(async () => (await counted()) === 0);
    // The other one has no more requests, and this one no right ones.
    await refuse(SLACKS);
    await later(60);
    await refuse(SLACKS);

    expect(await of.refused()).toBeNull();
  });

  it("is known by the token of right ones, also where the last right one had none", async () => {
    watched.accepted(null);
    await eventually(() => of.noted.length === 2);
    await refuse(SLACKS);

    expect(await counted()).toBe(1);
  });

  it("is written before the right one that came after it, however slow it is", async () => {
    const refuse = async (request: RefusedSignature) => {
      for (const _again of [1, 2, 3, 4, 5]) await test.db.command({ ping: 1 });
      await of.store().refuse(request);
    };
    const slow = of.watch({ ...of.store(), refuse });
    slow.refused(SLACKS);
    slow.accepted(TOKEN);
    await eventually(() => of.noted.length === 3);

    expect(of.noted).toEqual(["accept", "refuse", "accept"]);
    expect(await counted()).toBe(0);
  });

  it("is counted for each secret by itself, while processes with two of them are restarted one by one", async () => {
    const older = of.store("older-secret-of-tests");
    await older.accept(TOKEN);
    await refuse(SLACKS);
    // Slack signs with the one of the others by now.
    for (const _again of [1, 2]) await older.refuse(SLACKS);

    expect(await older.refused()).toBeNull();
    expect(await counted()).toBe(1);
    await of.store().refuse(OURS);
    expect(await of.refused()).toBeNull();
  });

  it("takes a rush of right ones for two, and no more of a flood than it can write", async () => {
    const rushed = of.watch(of.store(), 3_600_000);
    const mark = await test.oplogMark();
    for (let request = 0; request < 100; request += 1) rushed.accepted(TOKEN);
    await eventually(() => of.noted.length === 1 + 1);
    expect(await test.oplogWrites(["settings"], mark)).toBe(0);

    // The last of the right ones was before them, and is noted before them.
    for (let request = 0; request < 100; request += 1) rushed.refused(SLACKS);
    await eventually(() => of.noted.length === 1 + 2 + 20);
    rushed.accepted(TOKEN);
    await eventually(() => of.noted.at(-1) === "accept");

    expect(of.noted.slice(0, 4)).toEqual(["accept", "accept", "accept", "refuse"]);
    expect(of.noted.filter((note) => note === "refuse")).toHaveLength(20);
    expect(await counted()).toBe(0);
  });

  it("notes the last of a rush of right ones in the end, so that what another process counted meanwhile is over", async () => {
    let isCounted = () => {};
    const counts = new Promise<void>((done) => {
      isCounted = done;
    });
    let accepted = 0;
    const accept = async (token: string | null) => {
      accepted += 1;
      if (accepted === 2) await counts;
      await of.store().accept(token);
    };
    const rushed = of.watch({ ...of.store(), accept });
    for (let request = 0; request < 100; request += 1) rushed.accepted(TOKEN);
    await eventually(() => accepted === 2);
    await of.store().refuse(SLACKS);
    expect(await counted()).toBe(1);
    isCounted();

    await eventually(async () => (await counted()) === 0);
  });

  it("is a stranger's without that token, whatever it names, also to a process that had no right request yet", async () => {
    for (const one of [watched, of.watch()]) {
      for (const token of [null, "made-up-token"]) one.refused({ isOurs: true, token });
      one.refused(SLACKS);
      await eventually(() => of.noted.at(-1) === "refuse");
      expect(await counted()).toBe(1);
      watched.accepted(TOKEN);
      await eventually(() => of.noted.at(-1) === "accept");
    }

    // The one that had a right request knows by itself.
    const anothers = ["refuse another's", "refuse another's"];
    expect(of.noted).toEqual(["accept", "refuse", "accept", ...anothers, "refuse", "accept"]);
  });
});
