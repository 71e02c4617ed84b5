import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";

const SRC = join(__dirname, "../../src");

/** What one file of `src` imports, once a statement. */
export interface Import {
  readonly of: string;
  /** The package, or the path under `src`. */
  readonly what: string;
  readonly ours: boolean;
  readonly typeOnly: boolean;
}

/** Every file of `src` with code in it, by its path there. */
export const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => /\.tsx?$/.test(file));
export const text = (file: string) => readFileSync(join(SRC, file), "utf8");
/** Its text without comments. */
export const code = (file: string) => text(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
/** Every import of every file. */
export const imports = files.flatMap(importsOf);

function importsOf(of: string): Import[] {
  const found = code(of).matchAll(/(?:import|export)\s+(type\s+)?([^"';]*?)\s*from\s+"([^"]+)"|import\s+"([^"]+)"/g);
  return [...found].map(([, type, names = "", from, bare]) => {
    const what = from ?? bare ?? "";
    const ours = what.startsWith(".");
    const path = ours
      ? normalize(join(dirname(of), what))
          .split(sep)
          .join("/")
      : what;
    return { of, what: path, ours, typeOnly: type !== undefined || allTypes(names) };
  });
}

/** `{ type A, type B }` */
function allTypes(names: string): boolean {
  const each = names
    .replace(/[{}]/g, "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return each.length > 0 && each.every((name) => name.startsWith("type "));
}

/** Folders whose own folders are rooms, too. */
const DIVIDED = ["digests", "slack", "sources", "sync"];

/** The room a file is in: a folder at the top, or a folder of one that is divided; a file at the top is its own. */
export function room(path: string): string {
  const [top = "", second = "", third] = path.split("/");
  if (!path.includes("/")) return path.endsWith(".ts") ? path : `${path}.ts`;
  // Slack's root is its bottom and its top at once: what listeners are handed, and what puts them together.
  if (top === "slack") return `slack/${second.replace(/\.ts$/, "")}`;
  const below = DIVIDED.includes(top) && (third !== undefined || files.includes(`${path}/index.ts`));
  return below ? `${top}/${second}` : top;
}

/** Imports as somebody reads them who is to mend them. */
export function described(wrong: readonly Import[]): readonly string[] {
  return wrong.map(({ of, what }) => `${of} imports ${what}`);
}
