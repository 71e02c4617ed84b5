import type { SignatureWatch } from "../../../src/slack/platform/signature-watch";
import { testDatabase } from "../../support/env/database";
import { signatures, TOKEN } from "../../support/harness/front/signatures";
import { eventually } from "../../support/wait";

const STRANGERS = { isOurs: false, token: null };
const OURS = { isOurs: true, token: null };

describe("what is signed with another secret", () => {
  const test = testDatabase();
  let of: ReturnType<typeof signatures>;
  let watched: SignatureWatch;
  beforeEach(() => {
    of = signatures(test);
    watched = of.watch();
  });

  it("is counted and told once in plain words, and plainer where it names us", async () => {
    watched.refused(STRANGERS);
    await eventually(async () => (await of.refused())?.count === 1);
    expect(await of.refused()).toMatchObject({ isSlacks: false });
    for (const request of [OURS, OURS, STRANGERS]) watched.refused(request);
    await eventually(async () => (await of.refused())?.count === 4);

    expect(await of.refused()).toEqual({ count: 4, from: expect.any(Date), isSlacks: true, wasRight: false });
    const forged = "A request to Slack's address is not signed with SLACK_SIGNING_SECRET";
    expect(of.logged()).toEqual([
      expect.stringMatching(/none was yet: if commands fail in Slack with dispatch_failed, copy the Signing Secret/),
      expect.stringMatching(/^Slack's requests are signed with another secret .* put it in \.env, and restart$/),
      forged,
      forged,
    ]);
  });

  it("is nothing to mend once a request was right, or with another secret", async () => {
    watched.refused(OURS);
    await eventually(async () => (await of.refused())?.count === 1);

    watched.accepted(null);
    await eventually(async () => (await of.refused()) === null);
    // A stranger may send what they like, also to a process that had no request of Slack's yet.
    watched.refused(OURS);
    expect(of.logged().at(-1)).toBe("A request to Slack's address is not signed with SLACK_SIGNING_SECRET");
    await of.store().refuse(OURS);
    expect(await of.refused()).toBeNull();

    expect(await of.store("next-secret-of-tests").refused()).toBeNull();
    await of.store("next-secret-of-tests").refuse(STRANGERS);
    expect(await of.store("next-secret-of-tests").refused()).toMatchObject({ count: 1, isSlacks: false });
    expect(await of.refused()).toBeNull();
  });

  it("keeps since when the secret is right, with the next request where the database failed", async () => {
    let fails = true;
    const accept = async () => {
      if (fails) throw new Error("no primary");
      await of.store().accept(TOKEN);
    };
    const flaky = of.watch({ ...of.store(), accept });
    flaky.accepted(TOKEN);
    await eventually(() => of.logged().length > 0);
    fails = false;

    flaky.accepted(TOKEN);
    await eventually(async () => (await of.kept()) !== null);
    const first = await of.kept();
    await of.store().accept(TOKEN);

    expect(first).toEqual({
      _id: expect.stringMatching(/^signatures:[0-9a-f]{12}$/),
      rightAt: expect.any(Date),
      token: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(await of.kept()).toEqual(first);
  });

  it("tells whether what runs has another secret, until it stops or was not heard of for three minutes", async () => {
    const [older, mended] = [of.store("older-secret-of-tests"), of.store()];
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
