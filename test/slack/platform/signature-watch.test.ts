import { signatureStore } from "../../../src/slack/platform/signature-store";
import { type SignatureWatch, signatureWatch } from "../../../src/slack/platform/signature-watch";
import { testDatabase } from "../../support/env/database";
import { type MemoryLog, memoryLog } from "../../support/fakes/memory-log";
import { eventually } from "../../support/wait";

describe("what is signed with another secret", () => {
  const test = testDatabase();
  let log: MemoryLog;
  let watched: SignatureWatch;
  const store = (secret = "secret-of-tests") => signatureStore(test.db, secret);
  const refused = () => store().refused();
  const logged = () => log.at("warn").map(({ message }) => message);
  const watch = () => signatureWatch({ store: store(), log });
  beforeEach(() => {
    log = memoryLog();
    watched = watch();
  });

  it("is counted and told once in plain words, and plainer where it names us", async () => {
    watched.refused(false);
    await eventually(async () => (await refused())?.count === 1);
    expect(await refused()).toMatchObject({ isSlacks: false });
    for (const isOurs of [true, true, false]) watched.refused(isOurs);
    await eventually(async () => (await refused())?.count === 4);

    expect(await refused()).toEqual({ count: 4, from: expect.any(Date), isSlacks: true });
    const forged = "A request to Slack's address is not signed with SLACK_SIGNING_SECRET";
    expect(logged()).toEqual([
      expect.stringMatching(/none was yet: if commands fail in Slack with dispatch_failed, copy the Signing Secret/),
      expect.stringMatching(/^Slack's requests are signed with another secret .* put it in \.env, and restart$/),
      forged,
      forged,
    ]);
  });

  it("is nothing to mend once a request was right, or with another secret", async () => {
    watched.refused(true);
    await eventually(async () => (await refused())?.count === 1);

    watched.accepted();
    await eventually(async () => (await refused()) === null);
    // A stranger may send what they like, also to a process that had no request of Slack's yet.
    watched.refused(true);
    expect(logged().at(-1)).toBe("A request to Slack's address is not signed with SLACK_SIGNING_SECRET");
    await store().refuse(true);
    expect(await refused()).toBeNull();

    expect(await store("next-secret-of-tests").refused()).toBeNull();
    await store("next-secret-of-tests").refuse(false);
    expect(await store("next-secret-of-tests").refused()).toMatchObject({ count: 1, isSlacks: false });
    expect(await refused()).toBeNull();
  });

  it("keeps since when the secret is right, with the next request where the database failed", async () => {
    const kept = () => test.db.collection<{ _id: string }>("settings").findOne({ _id: "signatures" });
    let fails = true;
    const accept = async () => {
      if (fails) throw new Error("no primary");
      await store().accept();
    };
    const flaky = signatureWatch({ store: { ...store(), accept }, log });
    flaky.accepted();
    await eventually(() => logged().length > 0);
    fails = false;

    flaky.accepted();
    await eventually(async () => (await kept()) !== null);
    const first = await kept();
    await store().accept();

    expect(first).toEqual({
      _id: "signatures",
      secret: expect.stringMatching(/^[0-9a-f]{12}$/),
      rightAt: expect.any(Date),
    });
    expect(await kept()).toEqual(first);
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
