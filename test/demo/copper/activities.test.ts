import type { FakeCopper } from "../../../src/demo/copper/fake-copper";
import { activity, get, idsOf, post, quietCopper } from "../../support/harness/demo/copper";

const SYSTEM_MAIL = { id: 6, category: "system" } as const;

describe("activities in the stand-in for Copper", () => {
  let copper: FakeCopper;
  afterEach(() => copper.close());

  it("come newest first, ties by id, or oldest first when asked", async () => {
    const tied = { activity_date: 500 };
    copper = await quietCopper({
      records: { activities: [activity(2, tied), activity(1, tied), activity(3, { activity_date: 400 })] },
    });

    expect(idsOf((await post(copper, "/activities/search", {})).body)).toEqual([2, 1, 3]);
    const ascending = { sort_by: "activity_date", sort_direction: "asc" };
    expect(idsOf((await post(copper, "/activities/search", ascending)).body)).toEqual([3, 1, 2]);
  });

  it("include both ends of the dates asked for", async () => {
    copper = await quietCopper({
      records: { activities: [1, 2, 3, 4].map((id) => activity(id, { activity_date: id * 10 })) },
    });

    const { body, total } = await post(copper, "/activities/search", {
      minimum_activity_date: 20,
      maximum_activity_date: 30,
    });

    expect({ ids: idsOf(body), total }).toEqual({ ids: [3, 2], total: "2" });
  });

  it("are of a type by its id and category together", async () => {
    copper = await quietCopper({ records: { activities: [activity(1, { type: SYSTEM_MAIL }), activity(2)] } });
    const ask = (types: unknown) => post(copper, "/activities/search", { activity_types: types });

    expect(idsOf((await ask([SYSTEM_MAIL])).body)).toEqual([1]);
    expect((await ask([{ id: 6, category: "user" }])).body).toEqual([]);
    expect(idsOf((await ask([SYSTEM_MAIL, { id: 2160510, category: "user" }])).body)).toEqual([2, 1]);
    expect((await ask([{ id: 6 }])).status).toBe(422);
  });

  it("are refused with 422 and Copper's words when an attribute is unknown", async () => {
    copper = await quietCopper();

    const answer = await post(copper, "/activities/search", { user_ids: [1] });

    expect(answer).toMatchObject({
      status: 422,
      body: {
        success: false,
        status: 422,
        message: "Invalid input: Validation errors: Base: Unrecognized attributes specified: user_ids",
      },
    });
  });

  it("page in the body only, with a total that may overstate, and nothing past the end", async () => {
    copper = await quietCopper({ totalOver: 3, records: { activities: [1, 2, 3].map((id) => activity(id)) } });
    const page = (page_number: number) =>
      post(copper, "/activities/search?page_number=9", { page_number, page_size: 2 });

    expect(idsOf((await page(1)).body)).toEqual([3, 2]);
    expect(await page(2)).toMatchObject({ total: "6", body: [{ id: 1 }] });
    expect((await page(3)).body).toEqual([]);
  });

  it("stay readable as stubs once deleted, and are listed as stubs when the account says so", async () => {
    copper = await quietCopper({ records: { activities: [activity(1), activity(2)] } });

    copper.account.activities.remove(1);
    copper.account.activities.change(2, { is_deleted: true });

    expect((await get(copper, "/activities/1")).body).toEqual({ id: 1, is_deleted: true });
    expect((await post(copper, "/activities/search", {})).body).toEqual([{ id: 2, is_deleted: true }]);
    expect(await get(copper, "/activities/3")).toMatchObject({ status: 404, body: { error: "not_found" } });
  });
});
