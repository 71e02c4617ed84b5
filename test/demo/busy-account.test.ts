import { startFakeCopper } from "../../src/demo/copper/fake-copper";
import { startFakeJustCall } from "../../src/demo/justcall/fake-justcall";
import { activity, EMAIL, KEY, post } from "../support/harness/demo/copper";
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
