import { missingStages, missingTypes } from "../../src/sources/copper/check";
import { copperHarness, stopCopper } from "../support/harness/copper";
import { justcallHarness, stopJustCall } from "../support/harness/justcall";

const PIPELINES = [
  {
    id: 1,
    name: "Sales",
    stages: ["11", "12", "13"].map((id) => ({ id: Number(id), name: `S${id}`, win_probability: 1 })),
  },
];

describe("a source's check", () => {
  afterEach(() => Promise.all([stopCopper(), stopJustCall()]));

  it("of Copper names its people and clock, and finds nothing missing where all that is counted exists", async () => {
    const users = [{ id: 5, name: "Ana", email: "Ana@acme.com" }];
    const { source, time, copper } = await copperHarness({ records: { users, pipelines: PIPELINES } });

    const check = await source.check?.(time.now);

    expect(check).toEqual({
      aheadMs: 0,
      people: [{ owner: "5", name: "Ana", email: "ana@acme.com" }],
      quotas: [],
      missing: [],
    });
    expect(copper.requests.length).toBeLessThanOrEqual(6);
  });

  it("of Copper says how far its clock is ahead of ours", async () => {
    const { source, time } = await copperHarness({ records: { pipelines: PIPELINES } });

    const check = await source.check?.(() => new Date(time.now().getTime() - 90_000));

    expect(check?.aheadMs).toBe(90_000);
  });

  it.each(["/users/search", "/activities/search", "/opportunities/search", "/pipelines", "/activity_types"])(
    "of Copper tells a key that may not read %s from one that is refused",
    async (path) => {
      const { source, time, copper } = await copperHarness({ records: { pipelines: PIPELINES } });
      copper.faults.push({ match: (request) => request.path === path, effect: { kind: "status", status: 403 } });

      await expect(source.check?.(time.now)).rejects.toMatchObject({ fault: "credentials", status: 403 });
    },
  );

  it.each([
    ["Copper", copperHarness],
    ["JustCall", justcallHarness],
  ])("of %s tells a refused key and a dead address apart", async (_vendor, harness) => {
    const wrong = await harness({}, { apiKey: "another" });
    const dead = await harness({}, { baseUrl: "http://127.0.0.1:9" });

    await expect(wrong.source.check?.(wrong.time.now)).rejects.toMatchObject({ fault: "credentials", status: 401 });
    await expect(dead.source.check?.(dead.time.now)).rejects.toMatchObject({ fault: "unreachable" });
  });

  it.each(["/users", "/calls"])(
    "of JustCall tells a key that may not read %s from one that is refused",
    async (path) => {
      const { source, time, justcall } = await justcallHarness();
      justcall.faults.push({ match: (request) => request.path === path, effect: { kind: "status", status: 403 } });

      await expect(source.check?.(time.now)).rejects.toMatchObject({ fault: "credentials", status: 403 });
    },
  );

  it.each([
    [{ status: "error", data: [] }, "JustCall answered /calls with an error of its own"],
    [{ status: "success" }, "JustCall answered /calls with something that isn't a list"],
  ])("of JustCall fails as a sync would on calls that come as %j", async (body, message) => {
    const { source, time, justcall } = await justcallHarness();
    justcall.faults.push({ match: ({ path }) => path === "/calls", effect: { kind: "rewrite", body: () => body } });

    await expect(source.check?.(time.now)).rejects.toMatchObject({ fault: "unexpected-answer", message });
  });

  it("of JustCall names its people, its clock and what is left of both allowances", async () => {
    const { source, time } = await justcallHarness({ burst: 30, hourly: 1_800 });

    const check = await source.check?.(time.now);

    expect(check).toMatchObject({
      aheadMs: 0,
      quotas: [
        { per: "minute", left: 28, of: 30 },
        { per: "hour", left: 1_798, of: 1_800 },
      ],
    });
    expect(check?.people).toHaveLength(5);
  });
});

describe("what is set and missing in Copper", () => {
  const config = (more: object) => ({ stages: { a: ["11"], b: [], c: [] }, ...more }) as never;
  const types = {
    user: [{ id: "9", name: "Phone Call", is_disabled: false }],
    system: [{ id: "6", name: "Email", is_disabled: null }],
  };

  it("is an activity type that does not exist, or is switched off, with those that might be meant", () => {
    expect(missingTypes(config({ callActivityTypes: ["77"] }), types)).toEqual([
      "Activity type 77 of category user does not exist in Copper: set COPPER_CALL_ACTIVITY_TYPE; Copper has: Phone Call is 9.",
    ]);
    const off = { ...types, user: [{ id: "9", name: "Phone Call", is_disabled: true }] };
    expect(missingTypes(config({ callActivityTypes: ["9"] }), off)).toEqual([
      "Activity type 9 of category user (Phone Call) is switched off in Copper: set COPPER_CALL_ACTIVITY_TYPE.",
    ]);
  });

  it("is a stage in no pipeline, and one that is left open and cannot be found", () => {
    const missing = missingStages(config({ stages: { a: ["99"], b: ["12"], c: [] } }), [
      { name: "Sales", stages: [{ id: "12", name: "Contact" }] },
    ]);

    expect(missing[0]).toBe("Stage 99 is in none of Copper's pipelines: correct COPPER_STAGE_A.");
    expect(missing[1]).toMatch(/set COPPER_STAGE_C/);
  });
});
