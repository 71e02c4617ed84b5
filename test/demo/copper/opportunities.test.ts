import type { FakeCopper } from "../../../src/demo/copper/fake-copper";
import { get, idsOf, opportunity, post, quietCopper } from "../../support/harness/demo/copper";

const DEALS = [
  opportunity(1, { name: "Cider", date_stage_changed: 10, assignee_id: null, monetary_value: 5 }),
  opportunity(2, { name: "Ale", date_stage_changed: 20, status: "Won", pipeline_stage_id: 12, date_modified: 99 }),
  opportunity(3, { name: "Beer", date_stage_changed: 30, status: "Lost", pipeline_id: 2, pipeline_stage_id: 21 }),
  opportunity(4, { name: "Ale", date_stage_changed: 40, assignee_id: 5, monetary_value: 1, date_created: 7 }),
];

describe("opportunities in the stand-in for Copper", () => {
  let copper: FakeCopper;
  beforeEach(async () => {
    copper = await quietCopper({ records: { opportunities: DEALS } });
  });
  afterEach(() => copper.close());

  it.each([
    ["by name, ties by id, unless asked otherwise", {}, [2, 4, 3, 1]],
    ["by a documented field, descending", { sort_by: "value", sort_direction: "desc" }, [3, 2, 1, 4]],
    ["by ids", { ids: [3, 4] }, [4, 3]],
    ["by stage", { pipeline_stage_ids: [12, 21] }, [2, 3]],
    ["by pipeline", { pipeline_ids: [2] }, [3]],
    ["by assignee", { assignee_ids: [5] }, [4]],
    ["without assignee", { assignee_ids: [-2] }, [1]],
    ["by status, won and lost", { status_ids: [1, 2] }, [2, 3]],
    [
      "by the date of the stage change, both ends included",
      { minimum_stage_change_date: 20, maximum_stage_change_date: 30 },
      [2, 3],
    ],
    ["by the date of the last change", { minimum_modified_date: 99, maximum_modified_date: 99 }, [2]],
    ["by their value", { minimum_monetary_value: 2, maximum_monetary_value: 5 }, [1]],
    ["by the date of their creation", { maximum_created_date: 7 }, [4]],
  ])("are found %s", async (_, search, ids) => {
    const { body, total } = await post(copper, "/opportunities/search", search);

    expect({ ids: idsOf(body), total }).toEqual({ ids, total: String(ids.length) });
  });

  it.each([{ owner_ids: [1] }, { sort_by: "date_stage_changed" }, { page_size: 500 }])(
    "are refused with 422 for %j",
    async (search) => {
      expect(await post(copper, "/opportunities/search", search)).toMatchObject({
        status: 422,
        body: { success: false },
      });
    },
  );

  it("read one by one, and are not found once deleted", async () => {
    expect((await get(copper, "/opportunities/1")).body).toMatchObject({ id: 1, status: "Open", custom_fields: [] });

    copper.account.opportunities.remove(1);

    expect(await get(copper, "/opportunities/1")).toMatchObject({ status: 404, body: { error: "not_found" } });
  });
});
