import type { FakeCopper } from "../../../src/demo/copper/fake-copper";
import { activity, get, HEADERS, idsOf, post, quietCopper } from "../../support/harness/demo/copper";

describe("the stand-in for Copper", () => {
  let copper: FakeCopper;
  afterEach(() => copper.close());

  it.each(["X-PW-AccessToken", "X-PW-Application", "X-PW-UserEmail"])(
    "refuses a request with a wrong %s",
    async (name) => {
      copper = await quietCopper();

      const answer = await get(copper, "/account", { ...HEADERS, [name]: "wrong" });

      expect(answer).toMatchObject({ status: 401, body: { success: false, status: 401 } });
    },
  );

  it("answers the probes", async () => {
    copper = await quietCopper({ records: { users: [{ id: 7, name: "Api", email: "API@acme.com" }] } });

    expect(copper.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/developer_api\/v1$/);
    expect((await get(copper, "/account")).body).toEqual({ id: 100624, name: "Acme Beverages" });
    expect((await get(copper, "/users/me")).body).toEqual({ id: 7, name: "Api", email: "API@acme.com" });
  });

  it("gives activity types as an object of two lists, with two types named Email", async () => {
    copper = await quietCopper();

    const { body } = await get(copper, "/activity_types");

    expect(body).toMatchObject({
      user: expect.arrayContaining([expect.objectContaining({ id: 2279550, name: "Email" })]),
      system: expect.arrayContaining([expect.objectContaining({ id: 6, name: "Email" })]),
    });
  });

  it("lists pipelines with their stages, and stages with their pipeline", async () => {
    const stage = { id: 11, name: "Fact Finding", win_probability: 10 };
    copper = await quietCopper({ records: { pipelines: [{ id: 1, name: "Sales", stages: [stage] }] } });

    expect((await get(copper, "/pipelines")).body).toEqual([{ id: 1, name: "Sales", stages: [stage] }]);
    expect((await get(copper, "/pipeline_stages")).body).toEqual([{ ...stage, pipeline_id: 1 }]);
    expect((await get(copper, "/pipeline_stages/pipeline/2")).body).toEqual([]);
  });

  it("pages users in the body, 20 unless asked otherwise, in an order of its own", async () => {
    const users = Array.from({ length: 25 }, (_, n) => ({ id: n + 1, name: `U${n}`, email: `u${n}@acme.com` }));
    copper = await quietCopper({ records: { users } });

    expect(idsOf((await post(copper, "/users/search", {})).body)).toHaveLength(20);
    expect(idsOf((await post(copper, "/users/search", { page_number: 2, page_size: 20 })).body)).toEqual([
      5, 4, 3, 2, 1,
    ]);
    expect((await post(copper, "/users/search", { page_size: 201 })).status).toBe(422);
  });

  it("answers 429 over the rolling limit, and again a minute later not", async () => {
    let ms = Date.parse("2026-10-28T21:05:00Z");
    copper = await quietCopper({ perMinute: 2, now: () => new Date(ms) });
    const statuses = async (): Promise<number[]> => {
      const answers = [await get(copper, "/account"), await get(copper, "/account"), await get(copper, "/account")];
      return answers.map(({ status }) => status);
    };

    expect(await statuses()).toEqual([200, 200, 429]);
    ms += 60_000;
    expect(await statuses()).toEqual([200, 200, 429]);
  });

  it("has no limit when it is lifted, and answers what does not exist with 404", async () => {
    copper = await quietCopper({ perMinute: Number.POSITIVE_INFINITY });

    for (let n = 0; n < 200; n += 1) await get(copper, "/account");

    expect(await get(copper, "/nowhere")).toMatchObject({ status: 404, body: { error: "not_found" } });
  });

  it("lists what was asked until told to forget", async () => {
    copper = await quietCopper();

    await post(copper, "/users/search", { page_number: 1 });

    expect(copper.requests).toEqual([
      { method: "POST", path: "/users/search", query: {}, body: { page_number: 1 }, at: expect.any(Date) },
    ]);
    copper.resetRequests();
    expect(copper.requests).toEqual([]);
  });

  it("walks 100,000 activities without sorting them for each page, and shows no more", async () => {
    const activities = Array.from({ length: 100_150 }, (_, n) => activity(n + 1));
    copper = await quietCopper({ perMinute: Number.POSITIVE_INFINITY, records: { activities } });
    const search = { page_size: 200, sort_by: "activity_date", sort_direction: "asc" };

    const first = await post(copper, "/activities/search", { ...search, page_number: 1 });
    for (let page = 2; page < 100; page += 1)
      await post(copper, "/activities/search", { ...search, page_number: page });

    expect(first.total).toBe("100150");
    expect(idsOf((await post(copper, "/activities/search", { ...search, page_number: 500 })).body)).toHaveLength(200);
    expect((await post(copper, "/activities/search", { ...search, page_number: 501 })).body).toEqual([]);
  });
});
