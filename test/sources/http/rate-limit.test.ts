import { setImmediate } from "node:timers/promises";
import { rateLimiter } from "../../../src/sources/http/rate-limit";
import { fakeTime } from "../../support/fakes/fake-time";

const NOON = new Date("2026-11-24T12:00:00Z");
const TEAM = [
  { requests: 30, seconds: 60, headers: "x-rate-limit-burst" },
  { requests: 1_800, seconds: 3_600, headers: "x-rate-limit" },
];

function headers(
  of: "burst" | "hour",
  { limit, remaining, seconds }: Record<"limit" | "remaining" | "seconds", number>,
) {
  const prefix = of === "burst" ? "x-rate-limit-burst" : "x-rate-limit";
  const reset = NOON.getTime() / 1_000 + seconds;
  return { [`${prefix}-limit`]: `${limit}`, [`${prefix}-remaining`]: `${remaining}`, [`${prefix}-reset`]: `${reset}` };
}

describe("a key's limiter", () => {
  it("lets whoever somebody waits for go first, and keeps a tenth of every allowance for them", async () => {
    const { clock, sleep } = fakeTime(NOON);
    const limiter = rateLimiter({ allowances: TEAM, clock, sleep });
    const begun: [string, number][] = [];
    const ask = (who: string, background: boolean) =>
      limiter.run(async () => begun.push([who, clock() - NOON.getTime()]), {
        priority: background ? "background" : "interactive",
      });

    const background = Array.from({ length: 40 }, () => ask("night", true));
    await setImmediate();
    const eager = Array.from({ length: 3 }, () => ask("person", false));
    await Promise.all([...background, ...eager]);

    const first = begun.filter(([, at]) => at === 0).map(([who]) => who);
    expect(first).toHaveLength(30);
    expect(first.filter((who) => who === "person")).toHaveLength(3);
    expect(begun.at(-1)).toEqual(["night", 61_000]);
  });

  it("keeps the tenth of what an answer says is left, too", async () => {
    const { clock, sleep } = fakeTime(NOON);
    const limiter = rateLimiter({ allowances: TEAM, clock, sleep });
    await limiter.run(async () => limiter.update(headers("burst", { limit: 30, remaining: 3, seconds: 25 })));
    const begun: [string, number][] = [];
    const ask = (who: string, background: boolean) =>
      limiter.run(async () => begun.push([who, clock() - NOON.getTime()]), {
        priority: background ? "background" : "interactive",
      });

    await Promise.all([ask("night", true), ask("person", false)]);

    expect(begun).toEqual([
      ["person", 0],
      ["night", 25_000],
    ]);
  });

  it("lets no more than its number begin in any minute", async () => {
    const { clock, sleep } = fakeTime(NOON);
    const limiter = rateLimiter({ allowances: [{ requests: 3, seconds: 60 }], clock, sleep });
    const begun: number[] = [];

    await Promise.all(Array.from({ length: 7 }, () => limiter.run(async () => begun.push(clock() - NOON.getTime()))));

    expect(begun).toEqual([0, 0, 0, 61_000, 61_000, 61_000, 122_000]);
  });

  it("keeps the longer of two windows as well", async () => {
    const { clock, sleep } = fakeTime(NOON);
    const allowances = [
      { requests: 2, seconds: 60 },
      { requests: 3, seconds: 3_600 },
    ];
    const limiter = rateLimiter({ allowances, clock, sleep });
    const begun: number[] = [];

    await Promise.all(Array.from({ length: 4 }, () => limiter.run(async () => begun.push(clock() - NOON.getTime()))));

    expect(begun).toEqual([0, 0, 61_000, 3_601_000]);
  });

  it("has eight requests in flight at most", async () => {
    const { clock, sleep } = fakeTime(NOON);
    const limiter = rateLimiter({ allowances: [], clock, sleep });
    let [inFlight, most] = [0, 0];

    await Promise.all(
      Array.from({ length: 20 }, () =>
        limiter.run(async () => {
          inFlight += 1;
          most = Math.max(most, inFlight);
          await setImmediate();
          inFlight -= 1;
        }),
      ),
    );

    expect(most).toBe(8);
  });

  it("waits for the reset that an answer names, though the plan allows more", async () => {
    const { clock, sleep, slept } = fakeTime(NOON);
    const limiter = rateLimiter({ allowances: TEAM, clock, sleep });
    await limiter.run(async () => limiter.update(headers("burst", { limit: 30, remaining: 0, seconds: 25 })));

    await limiter.run(async () => undefined);

    expect(slept()).toBe(25_000);
  });

  it("asks for more than the plan allows where an answer allows it", async () => {
    const { clock, sleep, slept } = fakeTime(NOON);
    const limiter = rateLimiter({ allowances: TEAM, clock, sleep });
    const generous = headers("burst", { limit: 90, remaining: 89, seconds: 60 });

    for (let request = 0; request < 80; request += 1)
      await limiter.run(async () => limiter.update({ ...generous, "x-rate-limit-burst-remaining": `${89 - request}` }));

    expect(slept()).toBe(0);
  });

  it("does not believe a reset that has passed or lies absurdly far off", async () => {
    const { clock, sleep, slept } = fakeTime(NOON);
    const limiter = rateLimiter({ allowances: TEAM, clock, sleep });
    await limiter.run(async () => limiter.update(headers("burst", { limit: 30, remaining: 0, seconds: -5 })));
    await limiter.run(async () => limiter.update(headers("burst", { limit: 30, remaining: 0, seconds: 9_999_999 })));

    await limiter.run(async () => undefined);

    expect(slept()).toBe(0);
  });

  it("does not begin what was given up while it waited", async () => {
    const { clock, sleep } = fakeTime(NOON);
    const limiter = rateLimiter({ allowances: [{ requests: 1, seconds: 60 }], clock, sleep });
    const stop = new AbortController();
    await limiter.run(async () => undefined);
    const waiting = limiter.run(async () => "begun", { signal: stop.signal });

    stop.abort(new Error("given up"));

    await expect(waiting).rejects.toThrow("given up");
  });

  it("tells how many requests may begin soon, by its own count and by what answers say", async () => {
    const { clock, sleep } = fakeTime(NOON);
    const limiter = rateLimiter({ allowances: TEAM, clock, sleep });
    const soon = () => limiter.requestsWithin(30_000, "interactive");
    const counts = [soon(), limiter.requestsWithin(30_000, "background")];
    for (let request = 0; request < 20; request += 1) await limiter.run(async () => undefined);
    counts.push(soon(), limiter.requestsWithin(61_000, "interactive"));
    await sleep(40_000);
    counts.push(soon());
    await limiter.run(async () => limiter.update(headers("burst", { limit: 30, remaining: 4, seconds: 80 })));
    counts.push(soon(), limiter.requestsWithin(50_000, "interactive"));
    limiter.pause(31_000);

    expect([...counts, soon()]).toEqual([30, 27, 10, 30, 30, 4, 34, 0]);
  });
});
