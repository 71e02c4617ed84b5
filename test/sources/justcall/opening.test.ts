import { justcallUsers } from "../../support/builders/records/justcall";
import { errorOf, justcallHarness, NOVEMBER, stopJustCall } from "../../support/harness/justcall";

afterEach(stopJustCall);

describe("opening JustCall", () => {
  it.each([
    [5, 1],
    [200, 2],
  ])("lists %i people in pages of 100, beside the first pages of calls", async (count, pages) => {
    const { source, justcall } = await justcallHarness({ totalCount: true, records: { users: justcallUsers(count) } });

    const reading = await source.open(NOVEMBER);

    expect(reading.people).toHaveLength(count);
    expect(reading.people?.[0]).toEqual({ owner: "rep1@acme.com", id: "1", name: "Rep 1", email: "rep1@acme.com" });
    expect(justcall.requests.filter(({ path }) => path === "/users")).toHaveLength(pages);
    expect(reading.usage().pages).toBe(pages + 7);
  });

  it("says whose key is refused", async () => {
    const { source } = await justcallHarness({ secret: "another" });

    expect(await errorOf(source.open(NOVEMBER))).toEqual({
      fault: "credentials",
      message: "JustCall key refused (401): an admin must renew it in JUSTCALL_API_KEY and JUSTCALL_API_SECRET",
    });
  });

  it("is off without a key", async () => {
    const { source } = await justcallHarness({}, { apiSecret: "" });

    expect(source.off).toBe(
      "JustCall is off until you run npm run setup again, or set JUSTCALL_API_KEY and JUSTCALL_API_SECRET",
    );
  });
});
