import type { Delivery } from "../../../src/digests/delivery/delivery";
import { reportedFiguresStore } from "../../../src/digests/delivery/reported-figures-store";
import { resendStore } from "../../../src/digests/delivery/resend-store";
import { deliveryId, type PlannedMessage } from "../../../src/digests/planned-message";
import { day } from "../../../src/time/day";
import { testDatabase } from "../../support/env/database";

const MAYA = "U0MAYA";
const WEEK = { from: day("2026-10-26"), to: day("2026-11-01") };

describe("the figures that a digest may have to correct", () => {
  const test = testDatabase();
  const rows = () =>
    test.db.collection<Pick<Delivery, "_id" | "to" | "day" | "morning" | "state" | "told">>("deliveries");
  const told = (value: number) => [{ ...WEEK, type: "phone_call_quantity", value } as const];
  async function arrived(
    { kind, on, morning }: { kind: PlannedMessage["kind"]; on: string; morning?: string },
    value: number,
  ) {
    const message = { kind, to: MAYA, day: day(on) };
    const came = morning === undefined ? {} : { morning: day(morning) };
    await rows().insertOne({ _id: deliveryId(message), ...message, ...came, state: "sent", told: told(value) });
  }
  const remembered = async (on: string) => {
    const figures = await reportedFiguresStore(test.db).lately([{ to: MAYA, day: day(on) }]);
    return (figures.get(MAYA) ?? []).map(({ value }) => value);
  };

  it("of a recap are forgotten no later than the digest that corrected them, so that nothing is corrected twice", async () => {
    await arrived({ kind: "recap", on: "2026-11-02", morning: "2026-11-02" }, 41);
    await arrived({ kind: "digest", on: "2026-11-04" }, 40);

    const days = ["03", "04", "05", "09", "10", "11", "12", "15"];
    const seen = await Promise.all(days.map((on) => remembered(`2026-11-${on}`)));

    expect(Object.fromEntries(days.map((on, at) => [on, seen[at]]))).toEqual({
      "03": [41],
      "04": [41, 40],
      "05": [41, 40],
      "09": [41, 40],
      "10": [40],
      "11": [40],
      "12": [],
      "15": [],
    });
  });

  it("come in the order in which they arrived, a recap's by the date of the digest that it came behind", async () => {
    await arrived({ kind: "recap", on: "2026-11-02", morning: "2026-11-04" }, 2);
    await arrived({ kind: "digest", on: "2026-11-03" }, 1);
    await arrived({ kind: "digest", on: "2026-11-05" }, 3);

    expect(await remembered("2026-11-06")).toEqual([1, 2, 3]);
  });

  it("are those that one told last, also where somebody asked for it again, before its time or after it", async () => {
    const at = (on: string) => new Date(`${on}:00Z`);
    const again = async (on: string, { number, sentAt, value }: { number: number; sentAt: string; value: number }) => {
      const message = { kind: "digest", to: MAYA, day: day(on), dueAt: at(sentAt), cutOffAt: at(sentAt) } as const;
      await resendStore(test.db, { addReceivers: async () => {} }).add(message, number);
      const asSent = { state: "sent", told: told(value), sentAt: at(sentAt) } as const;
      await rows().updateOne({ _id: `${deliveryId(message)}:again:${number}` }, { $set: asSent });
    };
    await again("2026-11-03", { number: 1, sentAt: "2026-11-03T07:00", value: 1 });
    await arrived({ kind: "digest", on: "2026-11-03" }, 2);
    await rows().updateOne({ _id: `digest:${MAYA}:2026-11-03` }, { $set: { sentAt: at("2026-11-03T08:00") } });
    await again("2026-11-03", { number: 2, sentAt: "2026-11-03T09:00", value: 3 });

    expect(await remembered("2026-11-02")).toEqual([]);
    expect(await remembered("2026-11-03")).toEqual([1, 2, 3]);
    expect(await remembered("2026-11-10")).toEqual([1, 2, 3]);
    expect(await remembered("2026-11-11")).toEqual([]);
  });
});
