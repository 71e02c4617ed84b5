import type { FakeJustCall } from "../../../src/demo/justcall/fake-justcall";
import { ask, call, ids, list, quietJustCall, user } from "../../support/harness/demo/justcall";

describe("calls in the stand-in for JustCall", () => {
  let justcall: FakeJustCall;
  afterEach(() => justcall.close());

  it("are given in UTC and in the user's zone, with an unpadded hour now and then", async () => {
    const startedAt = new Date("2026-10-21T03:05:09Z");
    justcall = await quietJustCall({
      records: { users: [user(1)], calls: [call(1, { startedAt }), call(3, { startedAt })] },
    });

    const { data } = await list(justcall, "/calls");

    expect(data[1]).toMatchObject({
      call_date: "2026-10-21",
      call_time: "03:05:09",
      call_user_date: "2026-10-20",
      call_user_time: "20:05:09",
      agent_email: "user1@acme.com",
      call_info: { direction: "Outgoing", type: "Answered" },
      call_duration: { conversation_time: 60, hold_time: 5, total_duration: 65 },
    });
    expect(data[0]?.call_time).toBe("3:05:09");
  });

  it.each([
    ["the account's zone", {}, "from_datetime=2026-10-20 20:00:00&to_datetime=2026-10-20 20:01:00"],
    [
      "another zone",
      { filterZone: "Europe/Berlin" },
      "from_datetime=2026-10-21 02:00:00&to_datetime=2026-10-21 02:01:00",
    ],
  ])("are filtered in %s, both ends included", async (_, options, query) => {
    const at = (time: string) => ({ startedAt: new Date(`2026-10-${time}Z`) });
    const calls = [
      call(1, at("20T23:59:59")),
      call(2, at("21T00:00:00")),
      call(3, at("21T00:01:00")),
      call(4, at("21T00:01:01")),
    ];
    justcall = await quietJustCall({ ...options, records: { calls } });

    expect(await ids(justcall, `/calls?${query}&order=asc`)).toEqual([2, 3]);
  });

  it("take a day alone as its first and its last second", async () => {
    const at = (time: string) => ({ startedAt: new Date(`2026-10-${time}Z`) });
    const calls = [
      call(1, at("20T03:59:59")),
      call(2, at("20T04:00:00")),
      call(3, at("21T03:59:59")),
      call(4, at("21T04:00:00")),
    ];
    justcall = await quietJustCall({ records: { calls } });

    expect(await ids(justcall, "/calls?from_datetime=2026-10-20&to_datetime=2026-10-20&order=asc")).toEqual([2, 3]);
  });

  it("come by id descending, 20 a page, or as asked", async () => {
    const early = { startedAt: new Date("2026-10-01T00:00:00Z") };
    justcall = await quietJustCall({
      records: { calls: [...Array.from({ length: 21 }, (_, n) => call(n + 1)), call(99, early)] },
    });

    expect(await ids(justcall, "/calls")).toHaveLength(20);
    expect((await ids(justcall, "/calls")).at(0)).toBe(99);
    expect((await ids(justcall, "/calls?sort=datetime&order=asc")).slice(0, 2)).toEqual([99, 1]);
    expect(await ids(justcall, "/calls?page=1")).toEqual([2, 1]);
    expect(await ids(justcall, "/calls?agent_id=2")).toEqual([]);
  });

  it("link to the neighbouring pages absolutely and without the filters", async () => {
    justcall = await quietJustCall({ records: { calls: [1, 2, 3].map((id) => call(id)) } });

    const page = await list(justcall, "/calls?from_datetime=2026-10-01&sort=datetime&per_page=1&page=1");

    expect(page).toMatchObject({ status: "success", count: 1, current_page: 1, per_page: 1 });
    expect(page.next_page_link).toBe(`${justcall.url}/calls?page=2&per_page=1`);
    expect(page.prev_page_link).toBe(`${justcall.url}/calls?page=0&per_page=1`);
    expect(page).not.toHaveProperty("total_count");
    expect((await list(justcall, "/calls?page=2&per_page=1")).next_page_link).toBeNull();
  });

  it("shift under an offset when one is deleted, but not behind the last id that was read", async () => {
    justcall = await quietJustCall({ records: { calls: [1, 2, 3, 4, 5].map((id) => call(id)) } });
    expect(await ids(justcall, "/calls?order=asc&per_page=2")).toEqual([1, 2]);

    justcall.account.calls.remove(2);

    expect(await ids(justcall, "/calls?order=asc&per_page=2&page=1")).toEqual([4, 5]);
    expect(await ids(justcall, "/calls?order=asc&per_page=2&page=1&last_call_id_fetched=2")).toEqual([3, 4]);
    expect(await ids(justcall, "/calls?order=desc&per_page=2&page=1&last_call_id_fetched=4")).toEqual([3, 1]);
    expect(await ids(justcall, "/calls?sort=datetime&order=asc&per_page=2&page=1&last_call_id_fetched=3")).toEqual([
      4, 5,
    ]);
  });

  it.each([
    ["a page of more than 100", "per_page=101"],
    ["a range wider than 90 days", "from_datetime=2026-07-29&to_datetime=2026-10-28"],
    ["a range older than three months", "from_datetime=2026-07-27&to_datetime=2026-08-01"],
    ["a date that is none", "from_datetime=yesterday"],
    ["an unknown order", "sort=duration"],
  ])("are refused with 400 for %s", async (_, query) => {
    justcall = await quietJustCall();

    const response = await ask(justcall, `/calls?${query}`);

    expect([response.status, await response.json()]).toEqual([400, { status: "error", message: expect.any(String) }]);
  });

  it("read one by one, and are not found once deleted", async () => {
    justcall = await quietJustCall({ totalCount: true, records: { calls: [call(1), call(2)] } });
    expect(await (await ask(justcall, "/calls/1")).json()).toMatchObject({ status: "success", data: { id: 1 } });
    expect((await list(justcall, "/calls")).total_count).toBe(2);

    justcall.account.calls.remove(1);

    expect((await ask(justcall, "/calls/1")).status).toBe(404);
  });
});
