import { InFlight } from "../../src/lib/concurrency";

describe("InFlight", () => {
  it("is idle when nothing has begun", async () => {
    await expect(new InFlight().idle()).resolves.toBeUndefined();
  });

  it("waits for all work, that which fails too", async () => {
    const inFlight = new InFlight();
    const order: string[] = [];
    const ends: (() => void)[] = [];
    const begun = [0, 1].map((index) =>
      inFlight.track(
        () => new Promise<void>((resolve, reject) => ends.push(index === 0 ? resolve : () => reject(new Error("no")))),
      ),
    );
    const idle = inFlight.idle().then(() => order.push("idle"));

    ends[0]?.();
    await begun[0];
    order.push("first");
    ends[1]?.();
    await expect(begun[1]).rejects.toThrow("no");
    await idle;

    expect(order).toEqual(["first", "idle"]);
    expect(inFlight.size).toBe(0);
  });
});
