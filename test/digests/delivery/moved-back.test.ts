import { DAY } from "../../support/harness/digests/delivery";
import { DeliveryModel } from "../../support/harness/digests/model";

const BEN = "U0BEN";
const TOKYO = { tz: "Asia/Tokyo" };
const LOS_ANGELES = { tz: "America/Los_Angeles" };

describe("whoever moves on while their digest is about to be posted, and back before anybody looks", () => {
  it("gets it late, in the zone that they are in again", async () => {
    const model = await skippedInLosAngeles();
    model.everybody.change(BEN, TOKYO);
    await model.heal();

    expect(model.lasting(BEN)).toHaveLength(1);
    expect(rowOf(model)).toMatchObject({ state: "sent", reason: null });
    expect(model.unwanted).toEqual([]);
  });

  it("has missed it when their day is over there, and the admins are told so", async () => {
    const model = await skippedInLosAngeles();
    model.at += 2 * 3_600_000;
    model.everybody.change(BEN, TOKYO);
    await model.heal();

    expect(model.lasting(BEN)).toEqual([]);
    expect(rowOf(model)).toMatchObject({ state: "missed", reason: "their day was over in Asia/Tokyo" });
    expect(rowOf(model)?.toldAt).not.toBeNull();
  });

  it("gets it there in the morning when they stay", async () => {
    const model = await skippedInLosAngeles();
    await model.heal();

    expect(model.lasting(BEN)).toHaveLength(1);
    expect(model.unwanted).toEqual([]);
  });
});

/** A digest that one move to the east made late, and another to the west too early. */
async function skippedInLosAngeles(): Promise<DeliveryModel> {
  const model = new DeliveryModel();
  const [worker] = model.workers;
  model.everybody.change(BEN, TOKYO);
  await worker?.tick();
  await worker?.step();
  model.everybody.change(BEN, LOS_ANGELES);
  await worker?.finish();
  expect(rowOf(model)).toMatchObject({ state: "skipped", reason: "their morning has not come yet" });
  return model;
}

function rowOf(model: DeliveryModel) {
  return [...model.deliveries.rows.values()].find(({ to, day }) => to === BEN && day === DAY);
}
