import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEnvFile, saveEnvFile, withEnvFile } from "../../src/cli/setup/env-file";
import { ConfigError } from "../../src/config/config";

describe("the .env file", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "paceline-env-"));
    path = join(folder, ".env");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("that can't be read counts as none at a start, with a warning, but is never written over", () => {
    mkdirSync(path);
    const said: string[] = [];

    expect(withEnvFile({ PORT: "1" }, { path, warn: (says) => said.push(says) })).toEqual({ PORT: "1" });
    expect(said).toEqual([`${path} can't be read (EISDIR), so only the environment counts`]);
    expect(() => readEnvFile(path)).toThrow(ConfigError);
    expect(() => saveEnvFile(path, { PORT: "2" })).toThrow(ConfigError);
  });

  it("keeps its link, its owner, and its group's access where others have none", () => {
    const real = join(folder, "paceline.env");
    writeFileSync(real, "PORT=1\n");
    chmodSync(real, 0o640);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(real, 0, 12_345);
    const before = statSync(real);
    symlinkSync(real, path);

    expect(saveEnvFile(path, { PORT: "2" })).toBeNull();
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    const { mode, uid, gid } = statSync(real);
    expect({ mode: mode & 0o777, uid, gid }).toEqual({ mode: 0o640, uid: before.uid, gid: before.gid });
    expect(readFileSync(real, "utf8")).toBe("PORT=2\n");
  });

  it("is for its owner alone where it is new, or where everybody could read it", () => {
    writeFileSync(path, "PORT=1\n");
    chmodSync(path, 0o644);
    const fresh = join(folder, "fresh.env");

    saveEnvFile(path, { PORT: "2" });
    saveEnvFile(fresh, { PORT: "2" });

    expect([path, fresh].map((one) => statSync(one).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it("leaves nothing behind where it can't be written, and what it leaves in a crash is neither committed nor in an image", () => {
    // A link to itself in the place of the file that is made first.
    const partial = `${path}.${process.pid}.tmp`;
    symlinkSync(partial, partial);

    expect(() => saveEnvFile(path, { API_TOKEN: "secret-of-tests" })).toThrow(/\.env can't be written \(ELOOP\)/);
    expect(readdirSync(folder)).toEqual([]);
    for (const ignores of [".gitignore", ".dockerignore"]) {
      expect(readFileSync(join(__dirname, "../..", ignores), "utf8").split("\n")).toEqual(
        expect.arrayContaining([".env", ".env.*", "!.env.example"]),
      );
    }
  });
});
