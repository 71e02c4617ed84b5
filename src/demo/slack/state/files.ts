import type { Json } from "../json";

/** A file in a conversation. */
export interface SlackFile {
  readonly id: string;
  readonly name: string;
  /** The id of the member who uploaded it. */
  readonly user: string;
  readonly at: Date;
  readonly bytes: Uint8Array;
}

/** File types by extension: Slack's short and long name, and the MIME type. */
const KINDS: ReadonlyMap<string, readonly [short: string, long: string, mime: string]> = new Map([
  ["csv", ["csv", "CSV", "text/csv"]],
  ["txt", ["text", "Plain Text", "text/plain"]],
  ["html", ["html", "HTML", "text/html"]],
  ["xlsx", ["xlsx", "Excel Spreadsheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]],
  ["pdf", ["pdf", "PDF", "application/pdf"]],
  ["png", ["png", "PNG", "image/png"]],
  ["zip", ["zip", "Zip", "application/zip"]],
]);
const UNKNOWN = ["binary", "Binary", "application/octet-stream"] as const;

/** A file that the app announced; `bytes` once they have come. */
interface ExpectedFile extends Pick<SlackFile, "id" | "name"> {
  readonly length: number;
  readonly bytes: Uint8Array | null;
}

/** The workspace's files. */
export class FileStore {
  readonly #files = new Map<string, SlackFile>();
  readonly #expected = new Map<string, ExpectedFile>();
  #ids = 0;

  constructor(private readonly now: () => Date) {}

  add(upload: Pick<SlackFile, "name" | "user" | "bytes">): SlackFile {
    this.#ids += 1;
    const file = { ...upload, id: `F${String(this.#ids).padStart(8, "0")}`, at: this.now() };
    this.#files.set(file.id, file);
    return file;
  }

  /** Reserves an id for a file that is to be uploaded, and a ticket that its bytes come by. */
  expect({ name, length }: { readonly name: string; readonly length: number }): { id: string; ticket: string } {
    this.#ids += 1;
    const id = `F${String(this.#ids).padStart(8, "0")}`;
    const ticket = `T${id}`;
    this.#expected.set(ticket, { id, name, length, bytes: null });
    return { id, ticket };
  }

  /** Takes the bytes of an expected file, once; `false` for no such file, or where they are not as many as were announced. */
  receive(ticket: string, bytes: Uint8Array): boolean {
    const expected = this.#expected.get(ticket);
    if (expected === undefined || expected.bytes !== null || bytes.length !== expected.length) return false;
    this.#expected.set(ticket, { ...expected, bytes });
    return true;
  }

  /** Makes a file of what was received, by its id, once. */
  complete(id: string, user: string): SlackFile | undefined {
    const [ticket, expected] = [...this.#expected].find(([, one]) => one.id === id) ?? [];
    if (ticket === undefined || expected === undefined || expected.bytes === null) return undefined;
    this.#expected.delete(ticket);
    const file = { id, name: expected.name, user, at: this.now(), bytes: expected.bytes };
    this.#files.set(id, file);
    return file;
  }

  find(id: string): SlackFile | undefined {
    return this.#files.get(id);
  }

  /** Replaces a file's content, as when a snippet is edited. */
  change(id: string, bytes: Uint8Array): void {
    const file = this.#files.get(id);
    if (file !== undefined) this.#files.set(id, { ...file, bytes });
  }

  delete(id: string): void {
    this.#files.delete(id);
  }

  /** Deletes all files. Their ids are not reused. */
  clear(): void {
    this.#files.clear();
    this.#expected.clear();
  }
}

/** The file as in events, histories and `files.info`; its URL requires the app's token. */
export function fileObject(file: SlackFile, at: { readonly origin: string; readonly teamId: string }): Json {
  const { id, name, user, bytes } = file;
  const [filetype, pretty, mimetype] = kindOf(name);
  const created = Math.floor(file.at.getTime() / 1000);
  const url = `${at.origin}/files-pri/${at.teamId}-${id}`;
  return {
    id,
    created,
    timestamp: created,
    name,
    title: name,
    mimetype,
    filetype,
    pretty_type: pretty,
    user,
    user_team: at.teamId,
    editable: false,
    size: bytes.length,
    mode: "hosted",
    is_external: false,
    external_type: "",
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: "",
    url_private: `${url}/${encodeURIComponent(name)}`,
    url_private_download: `${url}/download/${encodeURIComponent(name)}`,
    has_rich_preview: false,
    file_access: "visible",
  };
}

export function mimeOf({ name }: SlackFile): string {
  return kindOf(name)[2];
}

function kindOf(name: string) {
  return KINDS.get(name.split(".").at(-1)?.toLowerCase() ?? "") ?? UNKNOWN;
}
