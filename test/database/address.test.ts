import { addressFault, shownAddress } from "../../src/database/address";

describe("shownAddress", () => {
  it.each([
    ["mongodb://localhost:27017", "localhost:27017"],
    ["mongodb://ana:secret@db1:27017,db2:27018/paceline?w=majority", "db1:27017,db2:27018"],
    ["mongodb+srv://ana:secret@cluster.example.net/?retryWrites=true", "cluster.example.net"],
    ["mongodb://[::1]:27017/", "[::1]:27017"],
    ["mongodb://ana:sec@ret@db1/", "db1"],
    ["mongodb://ana:sec/ret?@db1/", "db1"],
    ["mongodb://ana:secret", "the given address"],
    ["ana:secret@db1", "the given address"],
    ["mongodb://", "the given address"],
  ])("shows of %s the servers alone", (uri, shown) => {
    expect(shownAddress(uri)).toBe(shown);
  });
});

describe("addressFault", () => {
  it.each(["mongodb://db1/?replicaSet=rs0", "mongodb+srv://db1", "mongodb://db1/?w=majority", "mongodb://w=1:x@db1/"])(
    "finds none in %s",
    (uri) => {
      expect(addressFault(uri)).toBeNull();
    },
  );

  it.each([
    ["mongodb://db1/?w=1", "w=1"],
    ["mongodb://db1/?replicaSet=rs0&W=0", "w=0"],
    ["mongodb://db1/?w=some-tag", "w=…"],
  ])("case 26: refuses %s, whose writes may be lost", (uri, named) => {
    expect(addressFault(uri)).toBe(
      `MONGODB_URI asks for ${named}, which can lose acknowledged writes: remove w, or set w=majority.`,
    );
  });

  it("refuses to go without the journal", () => {
    expect(addressFault("mongodb://db1/?journal=false")).toMatch(/remove the journal option/);
  });

  it("says how an address is written, without what was given", () => {
    expect(addressFault("https://ana:secret@db1")).toBe(
      "MONGODB_URI is not an address of MongoDB: write it as mongodb://host:27017/?replicaSet=rs0.",
    );
  });
});
