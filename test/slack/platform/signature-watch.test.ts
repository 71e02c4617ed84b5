import { signatureStore } from "../../../src/slack/platform/signature-store";
import { type SignatureWatch, signatureWatch } from "../../../src/slack/platform/signature-watch";
import { testDatabase } from "../../support/env/database";
import { type MemoryLog, memoryLog } from "../../support/fakes/memory-log";
import { eventually } from "../../support/wait";

const TOKEN = "verification-token-of-tests";
const STRANGERS = { isOurs: false, token: null };
const OURS = { isOurs: true, token: null };
/** As Slack's, after somebody made a new secret there. */
const SLACKS = { isOurs: true, token: TOKEN };

describe("what is signed with another secret", () => {
  const test = testDatabase();
  let log: MemoryLog;
  let watched: SignatureWatch;
  let time: number;
  const store = (secret = "secret-of-tests") => signatureStore(test.db, secret);
  const refused = () => store().refused();
  const logged = () => log.at("warn").map(({ message }) => message);
  const watch = () => signatureWatch({ store: store(), clock: () => time, log });
  beforeEach(() => {
    log = memoryLog();
    time = 0;
    watched = watch();
  });

  it("is counted and told once in plain words, and plainer where it names us", async () => {
    watched.refused(STRANGERS);
    await eventually(async () => (await refused())?.count === 1);
    expect(await refused()).toMatchObject({ isSlacks: false });
    for (const request of [OURS, OURS, STRANGERS]) watched.refused(request);
    await eventually(async () => (await refused())?.count === 4);

    expect(await refused()).toEqual({ count: 4, from: expect.any(Date), isSlacks: true, wasRight: false });
    const forged = "A request to Slack's address is not signed with SLACK_SIGNING_SECRET";
    expect(logged()).toEqual([
      expect.stringMatching(/none was yet: if commands fail in Slack with dispatch_failed, copy the Signing Secret/),
      expect.stringMatching(/^Slack's requests are signed with another secret .* put it in \.env, and restart$/),
      forged,
      forged,
    ]);
  });

  it("is nothing to mend once a request was right, or with another secret", async () => {
    watched.refused(OURS);
    await eventually(async () => (await refused())?.count === 1);

    watched.accepted(null);
    await eventually(async () => (await refused()) === null);
    // A stranger may send what they like, also to a process that had no request of Slack's yet.
    watched.refused(OURS);
    expect(logged().at(-1)).toBe("A request to Slack's address is not signed with SLACK_SIGNING_SECRET");
    await store().refuse(OURS);
    expect(await refused()).toBeNull();

    expect(await store("next-secret-of-tests").refused()).toBeNull();
    await store("next-secret-of-tests").refuse(STRANGERS);
    expect(await store("next-secret-of-tests").refused()).toMatchObject({ count: 1, isSlacks: false });
    expect(await refused()).toBeNull();
  });

  it("keeps since when the secret is right, with the next request where the database failed", async () => {
    const kept = () => test.db.collection<{ _id: string }>("settings").findOne({ _id: "signatures" });
    let fails = true;
    const accept = async () => {
      if (fails) throw new Error("no primary");
      await store().accept(TOKEN);
    };
    const flaky = signatureWatch({ store: { ...store(), accept }, clock: () => time, log });
    flaky.accepted(TOKEN);
    await eventually(() => logged().length > 0);
    fails = false;

    flaky.accepted(TOKEN);
    await eventually(async () => (await kept()) !== null);
    const first = await kept();
    await store().accept(TOKEN);

    expect(first).toEqual({
      _id: "signatures",
      secret: expect.stringMatching(/^[0-9a-f]{12}$/),
      rightAt: expect.any(Date),
      token: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(await kept()).toEqual(first);
  });

  describe("after it was right", () => {
    const kept = () =>
      test.db.collection<{ _id: string; refused?: { count: number } }>("settings").findOne({ _id: "signatures" });
    const counted = async () => (await kept())?.refused?.count ?? 0;
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
      watched.accepted(TOKEN);
      await eventually(async () => (await kept()) !== null);
    });

    it("means a new secret once three requests with Slack's token came over five minutes", async () => {
      await refuse(SLACKS);
      await later(4.9);
      await refuse(SLACKS);
      await refuse(SLACKS);
      expect(await refused()).toBeNull();
      await later(0.2);
      await refuse(SLACKS);

      expect(await refused()).toEqual({ count: 4, from: expect.any(Date), isSlacks: true, wasRight: true });
      expect(await store("next-secret-of-tests").refused()).toBeNull();
    });

    it("means nothing of two over an hour, nor once a request is right again, at whatever process", async () => {
      await refuse(SLACKS);
      await later(60);
      await refuse(SLACKS);
      expect(await refused()).toBeNull();
      await refuse(SLACKS);
      expect(await refused()).not.toBeNull();

      watched.accepted(TOKEN);
      await eventually(async () => (await refused()) === null);
      await refuse(SLACKS);
      await later(60);
      for (const _again of [1, 2]) await refuse(SLACKS);
      expect(await refused()).not.toBeNull();
      // Another process that had none refused notes at most once a minute that its requests are right.
      const other = watch();
      other.accepted(TOKEN);
      await eventually(async () => (await refused()) === null);
      for (const _again of [1, 2, 3]) await refuse(SLACKS);
      await later(60);
      await refuse(SLACKS);
      time += 60_000;
      other.accepted(TOKEN);
      await eventually(async () => (await refused()) === null);
    });

    it("is a stranger's without that token, whatever it names, also to a process that had no right request yet", async () => {
      for (const one of [watched, watch()]) {
        for (const token of [null, "made-up-token"]) one.refused({ isOurs: true, token });
      }
      await store().refuse({ isOurs: true, token: "made-up-token" });

      expect(await kept()).not.toHaveProperty("refused");
    });
  });

  it("tells whether what runs has another secret, until it stops or was not heard of for three minutes", async () => {
    const [older, mended] = [store("older-secret-of-tests"), store()];
    expect(await mended.isOtherRunning()).toBe(false);

    await older.running();
    expect(await mended.isOtherRunning()).toBe(true);
    expect(await older.isOtherRunning()).toBe(false);

    const settings = test.db.collection("settings");
    await settings.updateOne({ at: { $exists: true } }, [{ $set: { at: { $subtract: ["$$NOW", 3 * 60_000 + 1] } } }]);
    expect(await mended.isOtherRunning()).toBe(false);

    await older.running();
    // What ended later than the next one began takes nothing back.
    await mended.running();
    await older.stopped();
    expect(await older.isOtherRunning()).toBe(true);
    await mended.stopped();
    expect(await older.isOtherRunning()).toBe(false);
  });
});
