/** The oldest server whose features we may use. */
const OLDEST_MAJOR = 6;

/**
 * The version in what `mongod --version` prints, or in a bare version.
 *
 * @example
 * serverVersion("db version v6.0.5\nBuild Info: …"); // => "6.0.5"
 */
export function serverVersion(text: string): string | null {
  return /(?:^|db version )v?(\d+\.\d+\.\d+)/m.exec(text)?.[1] ?? null;
}

/** Whether a server of this version is too old, or its version is unknown. */
export function isTooOld(version: string | null): boolean {
  return !(Number(version?.split(".")[0]) >= OLDEST_MAJOR);
}
