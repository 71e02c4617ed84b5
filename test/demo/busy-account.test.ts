import { createServer } from "node:http";
import { startFakeCopper } from "../../src/demo/copper/fake-copper";
import { startFakeJustCall } from "../../src/demo/justcall/fake-justcall";
import { activity, EMAIL, KEY, opportunity, post } from "../support/harness/demo/copper";
import { ask, call, list, NOW } from "../support/harness/demo/justcall";

const now = () => NOW;

describe("an account that nobody asked to stand still", () => {
  it("of Copper's counts five more than it lists, and after each page a mail and a call arrive", async () => {
    const copper = await startFakeCopper({ now, key: KEY, email: EMAIL, records: { activities: [activity(1)] } });

    const pages = [];
    for (const page_number of [1, 2, 1]) pages.push(await post(copper, "/activities/search", { page_number }));
    await copper.close();

    expect(pages.map(({ total }) => total)).toEqual(["6", "8", "10"]);
    const arrived = copper.account.activities.all().slice(1);
    expect(arrived.map(({ type, user_id }) => [type.id, user_id])).toEqual(
      [6, 2160510, 6, 2160510, 6, 2160510].map((type) => [type, null]),
    );
    expect(new Set(arrived.map(({ activity_date }) => activity_date * 1_000))).toEqual(new Set([NOW.getTime()]));
  });

  it("of Copper's no longer says whose the records of a removed user are, in one of three ways", async () => {
    const ids = [1, 2, 3, 4];
    const records = {
      users: ids.map((id) => ({ id, name: `U${id}`, email: `u${id}@acme.com` })),
      activities: ids.map((id) => activity(id, { user_id: id })),
      opportunities: ids.map((id) => opportunity(id, { assignee_id: id })),
    };
    const copper = await startFakeCopper({ now, key: KEY, email: EMAIL, records });
    for (const id of [1, 2, 3]) copper.account.users.remove(id);

    const owners = async (path: string, field: string, by: object) =>
      ((await post(copper, path, by)).body as Record<string, unknown>[]).map((one) => one[field]);
    const opportunities = await owners("/opportunities/search", "assignee_id", {});
    const activities = await owners("/activities/search", "user_id", {
      sort_by: "activity_date",
      sort_direction: "asc",
    });
    await copper.close();

    expect([activities.slice(0, 4), opportunities]).toEqual([
      [0, "", null, 4],
      [0, "", null, 4],
    ]);
  });

  it("of JustCall's tells each call's event twice, the newest of several first", async () => {
    const justcall = await startFakeJustCall({ now, key: "key", secret: "secret" });
    const got: unknown[] = [];
    const listener = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { data, request_id } = JSON.parse(Buffer.concat(chunks).toString());
        got.push({ id: data.id, request_id });
        response.end();
      });
    });
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const address = listener.address();
    const webhook_url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
    justcall.account.subscriptions.add({ id: 1, webhook_url, type: "call.missed" });

    justcall.account.calls.add(call(1, { type: "Missed" }), call(2, { type: "Missed" }));
    await justcall.webhooks.idle();
    await justcall.close();
    listener.close();

    const sent = justcall.webhooks.sent.map(({ body }) => (body as { data: { id: number } }).data.id);
    expect(got).toHaveLength(4);
    expect(new Set(got.map((one) => JSON.stringify(one))).size).toBe(2);
    expect(sent).toEqual([2, 2, 1, 1]);
  });

  it("of JustCall's gets a call after each page, whose agent was removed and has no address", async () => {
    const justcall = await startFakeJustCall({ now, key: "key", secret: "secret", records: { calls: [call(1)] } });

    await ask(justcall, "/calls");
    await ask(justcall, "/users");
    const { data } = await list(justcall, "/calls?order=asc");
    await justcall.close();

    expect(data.map(({ agent_email, agent_active }) => [agent_email, agent_active])).toEqual([
      ["", false],
      ["", false],
    ]);
    expect(data[1]).toMatchObject({ call_date: "2026-10-28", call_time: "21:05:00" });
  });
});
