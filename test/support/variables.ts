import { readFileSync, writeFileSync } from "node:fs";
import { VARIABLES, type Variable } from "../../src/config/variables";

const ENTRIES: readonly (readonly [name: string, variable: Variable])[] = Object.entries(VARIABLES);

/** What stands between README's two marks of variables. */
export const VARIABLES_TABLE = /(?<=<!-- variables -->\n)[\s\S]*?(?=<!-- \/variables -->)/;

/** Makes README's table of variables. */
export function variablesTable(): string {
  const rows = ENTRIES.map(([name, { description }]) => `| \`${name}\` | ${description} |`);
  return ["| variable | what it is |", "| --- | --- |", ...rows, ""].join("\n");
}

/** Makes `.env.example`: what has a default is commented out with it, what has none is empty, which counts as not set. */
export function envExample(): string {
  const lines = ENTRIES.flatMap(([name, variable]) => ["", `# ${variable.description}`, assignment(name, variable)]);
  return [
    "# Every variable of Paceline. Copy this to .env and fill in what you have; an empty value counts as not set.",
    "# Made from src/config/variables.ts by `npm run variables`.",
    ...lines,
    "",
  ].join("\n");
}

function assignment(name: string, { schema }: Variable): string {
  const byDefault = schema.parse(undefined);
  const value = Array.isArray(byDefault) ? byDefault.join(",") : String(byDefault ?? "");
  return value === "" ? `${name}=` : `#${name}=${value}`;
}

function writeDocuments(): void {
  const readme = readFileSync("README.md", "utf8");
  writeFileSync("README.md", readme.replace(VARIABLES_TABLE, variablesTable));
  writeFileSync(".env.example", envExample());
}

if (require.main === module) writeDocuments();
