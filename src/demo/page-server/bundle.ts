import { join } from "node:path";
import { build, type OutputFile } from "esbuild";

/** The page's source, which is not copied to `dist`: the path is right from both `src` and `dist`. */
const PAGE = join(__dirname, "../../../src/demo/page");

/** The page's script and its styles, as they are served. */
export interface Bundle {
  readonly script: string;
  readonly styles: string;
}

/**
 * Bundles the page in memory.
 *
 * @throws when its source is not there or does not compile.
 */
export async function bundlePage(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: { page: join(PAGE, "main.tsx"), styles: join(PAGE, "styles/page.css") },
    outdir: "assets",
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    charset: "utf8",
    logLevel: "silent",
    tsconfigRaw: {},
  });
  return { script: outputNamed(outputFiles, ".js"), styles: outputNamed(outputFiles, ".css") };
}

function outputNamed(files: readonly OutputFile[], ending: string): string {
  const found = files.find(({ path }) => path.endsWith(ending));
  if (found === undefined) throw new Error(`The bundle has no ${ending}`);
  return found.text;
}
