import { deliveryLabs } from "../delivery-labs";
import { greetings } from "../lab";

describe("a message that cannot be rendered", () => {
  const open = deliveryLabs();

  it("is left alone after three starts, while all others arrive", async () => {
    const batches: number[] = [];
    const render: typeof greetings = async (rows) => {
      batches.push(rows.length);
      if (rows.some(({ to }) => to === "U0R0003")) throw new Error("poison");
      return greetings(rows);
    };
    const lab = await open({ reps: 6, needs: { render } });

    await lab.minutes(5);

    expect(batches).toEqual([6, 1, 1, 1, 1, 1, 1, 1]);
    expect(lab.posts()).toHaveLength(5);
    expect(await lab.rows.findOne({ to: "U0R0003" })).toMatchObject({ state: "failed", attempt: 0 });
    expect(lab.alerts).toMatchObject([{ kind: "undelivered", rows: [{ to: "U0R0003", state: "failed" }] }]);
  });

  it("does not keep what was noted already from arriving", async () => {
    const lab = await open({ reps: 2 });
    lab.failPosts({ status: 429, retryAfter: 300 });
    await lab.tick();
    await lab.elapse(300_000);

    const wanted = async () => {
      throw new Error("who is due cannot be told now");
    };
    await lab.tick({ wanted });

    expect(lab.standing()).toHaveLength(2);
    expect(lab.log.at("error").map(({ message }) => message)).toEqual(["Deliveries could not be prepared"]);
  });

  it("is tried again when the renderer forgot it", async () => {
    let calls = 0;
    const render: typeof greetings = async (rows) => {
      calls += 1;
      return calls === 1 ? new Map() : greetings(rows);
    };
    const lab = await open({ needs: { render } });

    await lab.minutes(2);

    expect(await lab.states()).toEqual(["sent"]);
  });
});
