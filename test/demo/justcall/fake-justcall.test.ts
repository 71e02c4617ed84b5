import type { FakeJustCall } from "../../../src/demo/justcall/fake-justcall";
import { ask, ids, list, NOW, quietJustCall, user } from "../../support/harness/demo/justcall";

describe("the stand-in for JustCall", () => {
  let justcall: FakeJustCall;
  afterEach(() => justcall.close());

  it.each(["key:wrong", `Basic ${btoa("key:secret")}`, "Bearer key:secret"])(
    "refuses %j, and says nothing of its limits",
    async (authorization) => {
      justcall = await quietJustCall();

      const response = await ask(justcall, "/users", authorization);

      expect([response.status, response.headers.get("X-Rate-Limit-Limit")]).toEqual([401, null]);
      expect(await response.json()).toMatchObject({ status: "error" });
    },
  );

  it("tells both limits and their absolute resets", async () => {
    justcall = await quietJustCall();

    const { headers } = await ask(justcall, "/users");

    const seconds = NOW.getTime() / 1000;
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-rate-limit-limit": "1800",
      "x-rate-limit-remaining": "1799",
      "x-rate-limit-reset": String(seconds + 3600),
      "x-rate-limit-burst-limit": "30",
      "x-rate-limit-burst-remaining": "29",
      "x-rate-limit-burst-reset": String(seconds + 60),
    });
  });

  it.each([
    ["burst", { burst: 2 }, 60_000],
    ["hourly limit", { hourly: 2 }, 3_600_000],
  ])("answers 429 once the %s is spent, until the reset it names", async (_, limits, ms) => {
    let at = NOW.getTime();
    justcall = await quietJustCall({ ...limits, now: () => new Date(at) });
    const status = async (): Promise<number> => (await ask(justcall, "/users")).status;

    expect([await status(), await status(), await status()]).toEqual([200, 200, 429]);
    at += ms - 1;
    expect(await status()).toBe(429);
    at += 1;
    expect(await status()).toBe(200);
  });

  it("lifts limits", async () => {
    justcall = await quietJustCall({ burst: Number.POSITIVE_INFINITY, hourly: Number.POSITIVE_INFINITY });

    for (let n = 0; n < 40; n += 1) expect((await ask(justcall, "/users")).status).toBe(200);
  });

  it("pages users from 0, 50 unless asked otherwise, at most 100", async () => {
    justcall = await quietJustCall({ records: { users: Array.from({ length: 60 }, (_, n) => user(n + 1)) } });

    expect(await ids(justcall, "/users")).toHaveLength(50);
    expect(await ids(justcall, "/users?page=1")).toEqual([51, 52, 53, 54, 55, 56, 57, 58, 59, 60]);
    expect((await ids(justcall, "/users?per_page=100&order=desc")).at(0)).toBe(60);
    expect((await ask(justcall, "/users?per_page=101")).status).toBe(400);
    expect((await list(justcall, "/users?per_page=1")).data[0]).toMatchObject({
      email: "user1@acme.com",
      timezone: "America/Los_Angeles",
      available: "Yes",
    });
  });

  it("keeps the envelope when a fault drops pages or empties the list", async () => {
    justcall = await quietJustCall({ totalCount: true, records: { users: [1, 2, 3].map((id) => user(id)) } });

    justcall.faults.push({ effect: { kind: "drop-pages", from: 2 } });
    const dropped = await list(justcall, "/users?per_page=2&page=1");
    justcall.faults.push({ effect: { kind: "empty" } });
    const none = await list(justcall, "/users?per_page=2");

    expect(dropped).toMatchObject({ count: 0, total_count: 3, data: [] });
    expect(none).toMatchObject({ count: 0, total_count: 0, data: [], next_page_link: null });
  });
});
