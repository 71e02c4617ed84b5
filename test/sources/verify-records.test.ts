import { verifyRecords } from "../../src/sources/verify-records";

/** Mails with two copies each under a list that came empty, of which all are still there. */
async function verified(mails: number) {
  const asked = { walks: 0, looks: 0 };
  const ids = Array.from({ length: 2 * mails }, (_, at) => `${at}`);
  const records = await verifyRecords<string>({
    ...{ ids, records: mails, listed: new Set<string>(), pages: 1 },
    walkAgain: async () => {
      asked.walks += 1;
      return new Map();
    },
    lookUp: async (id) => {
      asked.looks += 1;
      return `record ${id}`;
    },
  });
  return { ...asked, deleted: [...records.values()].filter((record) => record === null).length };
}

describe("records under a list that came empty twice", () => {
  it("are each asked for while no admin was, also where a mail has several copies", async () => {
    expect(await verified(40)).toEqual({ walks: 0, looks: 80, deleted: 0 });
  });

  it("are gone where there are so many that an admin said so", async () => {
    expect(await verified(51)).toEqual({ walks: 1, looks: 0, deleted: 102 });
  });
});
