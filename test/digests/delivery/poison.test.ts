import { deliveryHarnesses } from "../../support/harness/digests/deliveries";
import { greetings } from "../../support/harness/digests/delivery";

describe("a message that cannot be rendered", () => {
  const open = deliveryHarnesses();

  it("case 51: is left alone after three starts, while all others arrive", async () => {
    const batches: number[] = [];
    const render: typeof greetings = async (rows) => {
      batches.push(rows.length);
      if (rows.some(({ to }) => to === "U0R0003")) throw new Error("poison");
      return greetings(rows);
    };
    const harness = await open({ reps: 6, deps: { render } });

    await harness.minutes(5);

    expect(batches).toEqual([6, 1, 1, 1, 1, 1, 1, 1]);
    expect(harness.posts()).toHaveLength(5);
    expect(await harness.rows.findOne({ to: "U0R0003" })).toMatchObject({ state: "failed", attempt: 0 });
    expect(harness.alerts).toMatchObject([{ kind: "undelivered", rows: [{ to: "U0R0003", state: "failed" }] }]);
  });

  it("does not keep what was noted already from arriving", async () => {
    const harness = await open({ reps: 2 });
    harness.failPosts({ status: 429, retryAfter: 300 });
    await harness.tick();
    await harness.elapse(300_000);

    const plan = async () => {
      throw new Error("who is due cannot be told now");
    };
    await harness.tick({ plan });

    expect(harness.standing()).toHaveLength(2);
    expect(harness.log.at("error").map(({ message }) => message)).toEqual(["Deliveries could not be prepared"]);
  });

  it("is tried again when the renderer forgot it", async () => {
    let calls = 0;
    const render: typeof greetings = async (rows) => {
      calls += 1;
      return calls === 1 ? new Map() : greetings(rows);
    };
    const harness = await open({ deps: { render } });

    await harness.minutes(2);

    expect(await harness.states()).toEqual(["sent"]);
  });
});
