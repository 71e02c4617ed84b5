const HOST = /^([^\s:@[\]]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/**
 * The servers of an address, without user, password, database and options.
 * One that is not written as it should be is not shown at all: a misplaced password could be anywhere in it.
 *
 * @example
 * shownAddress("mongodb://ana:secret@db1:27017,db2/paceline?w=majority"); // => "db1:27017,db2"
 */
export function shownAddress(uri: string): string {
  const afterScheme = /^mongodb(?:\+srv)?:\/\/(.*)$/s.exec(uri)?.[1] ?? "";
  const withoutUser = afterScheme.slice(afterScheme.lastIndexOf("@") + 1);
  const hosts = withoutUser.split(/[/?]/)[0] ?? "";
  return hosts.split(",").every((host) => HOST.test(host)) ? hosts : "the given address";
}

/** What is wrong with the address itself, as a sentence that says what to do; `null` when nothing is. */
export function addressFault(uri: string): string | null {
  if (!/^mongodb(\+srv)?:\/\//.test(uri)) {
    return "MONGODB_URI is not an address of MongoDB: write it as mongodb://host:27017/?replicaSet=rs0.";
  }
  const options = optionsOf(uri);
  const w = options.get("w");
  if (w !== undefined && w !== "majority") {
    return `MONGODB_URI asks for w=${/^\d+$/.test(w) ? w : "…"}, which can lose acknowledged writes: remove w, or set w=majority.`;
  }
  if (options.get("journal") === "false" || options.get("j") === "false") {
    return "MONGODB_URI switches the journal off, which makes every write wait: remove the journal option.";
  }
  return null;
}

/** Names in lower case, as the driver takes them in any. */
function optionsOf(uri: string): ReadonlyMap<string, string> {
  const query = uri.slice(uri.lastIndexOf("?") + 1);
  return new Map([...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value]));
}
