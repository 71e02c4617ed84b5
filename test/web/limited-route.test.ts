import { budget } from "../../src/lib/budget";
import { answer, type WebRoute } from "../../src/web/endpoint";
import { limitedRoute } from "../../src/web/limited-route";
import { type Served, serve } from "../support/env/served-routes";
import { memoryLog } from "../support/fakes/memory-log";

describe("an endpoint that is limited", () => {
  let now = 1_000;
  let served: Served;
  const log = memoryLog();
  let worked = 0;
  const route: WebRoute = {
    path: "/api/x",
    method: "POST",
    handler: async (request, response) => {
      worked += 1;
      request.resume();
      answer(response, { status: request.headers.authorization === "Bearer t" ? 200 : 401, body: {} });
    },
  };
  beforeAll(async () => {
    const isKnown: Parameters<typeof limitedRoute>[1]["isKnown"] = ({ headers }) =>
      headers.authorization === "Bearer t";
    served = await serve(limitedRoute(route, { aMinute: 5, isKnown, clock: () => now, log }));
  });
  afterAll(() => served.close());

  const ask = async (times: number, authorization: string) => {
    const answers = [];
    for (let time = 0; time < times; time += 1) {
      const { status, headers } = await fetch(served.url, { method: "POST", headers: { authorization }, body: "{}" });
      answers.push([status, headers.get("retry-after")]);
    }
    return answers;
  };

  it("answers 429 with the seconds to wait beyond its requests a minute, and works again after them", async () => {
    const five = Array.from({ length: 5 }, () => [200, null]);
    expect(await ask(5, "Bearer t")).toEqual(five);
    now += 20_000;
    expect(await ask(2, "Bearer t")).toEqual([
      [429, "40"],
      [429, "40"],
    ]);
    expect(worked).toBe(5);

    now += 40_000;
    expect(await ask(5, "Bearer t")).toEqual(five);
  });

  it("keeps the minute of whoever has the secret from those who have none, and logs no secret", async () => {
    now += 60_000;

    const refused = await ask(61, "Bearer wrong-guess");

    expect(refused.filter(([status]) => status === 401)).toHaveLength(60);
    expect(refused.at(-1)).toEqual([429, "60"]);
    expect(await ask(1, "Bearer t")).toEqual([[200, null]]);
    expect(log.at("warn").map(({ fields }) => fields)).toEqual([
      { path: "/api/x", hasSecret: true, seconds: 40 },
      { path: "/api/x", hasSecret: false, seconds: 60 },
    ]);
  });
});

describe("a budget", () => {
  it("remembers no more keys than it is told to, and forgets the oldest", () => {
    const { take } = budget({ most: 1, windowMs: 10, clock: () => 0, maxKeys: 2 });

    expect(["a", "b", "a", "c", "b", "a"].map((key) => take(key))).toEqual([0, 0, 10, 0, 10, 0]);
  });

  it("begins anew where the clock was set back", () => {
    let now = 1_000;
    const { take } = budget({ most: 1, windowMs: 10, clock: () => now });

    expect([take("a"), take("a")]).toEqual([0, 10]);
    now = 0;
    expect(take("a")).toBe(0);
  });
});
