import { isTooOld, serverVersion } from "../../src/database/server-status";

describe("serverVersion", () => {
  it.each([
    ["db version v6.0.5\nBuild Info: {}", "6.0.5"],
    ["db version v4.2.19-11-ge2f2736", "4.2.19"],
    ["8.0.0-rc1", "8.0.0"],
    ["10.1.2", "10.1.2"],
    ["error while loading shared libraries: libcrypto.so.1.1", null],
    ["", null],
  ])("reads %j as %j", (text, version) => {
    expect(serverVersion(text)).toBe(version);
  });
});

describe("isTooOld", () => {
  it.each([
    ["5.3.99", true],
    ["6.0.0", false],
    ["10.0.0", false],
    [null, true],
  ])("says of %j: %j", (version, tooOld) => {
    expect(isTooOld(version)).toBe(tooOld);
  });
});
