import { decodeImport, encodeImport } from "../../../src/slack/imports/payload";

const draft = { fileId: "F012345", sha256: "a".repeat(64), name: "orders.csv" };

describe("what a button carries", () => {
  it("comes back as it was, the name cut to 80 characters, as Slack counts them", () => {
    expect(decodeImport(encodeImport({ ...draft, name: "😀".repeat(200) }))).toEqual({
      ...draft,
      name: `${"😀".repeat(39)}…`,
    });
  });

  it.each(["", "null", "{}", JSON.stringify({ ...draft, fileId: "../F1" }), JSON.stringify({ ...draft, sha256: "a" })])(
    "is refused when we did not write it: %s",
    (value) => {
      expect(() => decodeImport(value)).toThrow(RangeError);
    },
  );
});
