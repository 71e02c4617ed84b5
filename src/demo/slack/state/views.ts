import { randomBytes } from "node:crypto";
import { isJson, type Json, objectsOf, textOf } from "../json";
import { LIMITS } from "../rules/limits";
import { viewFaults } from "../rules/views";
import { type Values, valuesOf, withIds } from "./inputs";
import { BOT } from "./members";
import { invalidArguments, SlackError } from "./slack-error";

/** A view of one person: their Home, or a modal of their stack. */
export interface ShownView {
  readonly id: string;
  readonly user: string;
  readonly type: "home" | "modal";
  /** As the app sent it, with the ids that Slack adds. */
  readonly view: Json;
  readonly blocks: readonly Json[];
  /** What the version before had: a client that has not drawn this one yet still lets people press there. */
  readonly earlier: readonly Json[];
  /** Changes with every version. */
  readonly hash: string;
  readonly values: Values;
  /** The number of versions so far. */
  readonly count: number;
  readonly at: Date;
  /** The modals below, the lowest first. */
  readonly below: readonly string[];
  /** Errors next to the fields after a refused submission, by block. */
  readonly errors: Json;
}

/** The Homes and the stacks of open modals. */
export class Views {
  readonly #homes = new Map<string, ShownView>();
  readonly #stacks = new Map<string, readonly ShownView[]>();
  #ids = 0;

  constructor(
    private readonly now: () => Date,
    private readonly teamId: string,
  ) {}

  /** Closes every modal and forgets every Home. */
  clear(): void {
    this.#homes.clear();
    this.#stacks.clear();
  }

  home(user: string): ShownView | undefined {
    return this.#homes.get(user);
  }

  /** The person's open modals, the top one last. */
  modals(user: string): readonly ShownView[] {
    return this.#stacks.get(user) ?? [];
  }

  find(matches: (view: ShownView) => boolean): ShownView | undefined {
    return [...this.#homes.values(), ...[...this.#stacks.values()].flat()].find(matches);
  }

  publish(user: string, sent: unknown, hash: string | undefined): ShownView {
    const old = this.#homes.get(user);
    checkHash(hash, old);
    const shown = this.#build({ user, sent, type: "home", old, below: [] });
    this.#homes.set(user, shown);
    return shown;
  }

  /** Opens the first modal of a new stack, closing the old one, or pushes one more on top. */
  open(user: string, sent: unknown, how: "alone" | "on-top"): ShownView {
    const stack = how === "alone" ? [] : this.modals(user);
    if (stack.length >= LIMITS.modalStack) throw new SlackError("push_limit_reached");
    const shown = this.#build({ user, sent, type: "modal", old: undefined, below: stack.map(({ id }) => id) });
    this.#stacks.set(user, [...stack, shown]);
    return shown;
  }

  update(old: ShownView, sent: unknown, hash?: string): ShownView {
    checkHash(hash, old);
    return this.#replace(this.#build({ user: old.user, sent, type: old.type, old, below: old.below }));
  }

  /** Stores entries and errors. The hash stays, since the app did not change the view. */
  setInput(old: ShownView, input: { readonly values?: Values; readonly errors?: Json }): ShownView {
    return this.#replace({ ...old, ...input });
  }

  close(view: ShownView, how: "top" | "all"): void {
    const stack = this.modals(view.user);
    const left = how === "all" ? [] : stack.filter(({ id }) => id !== view.id);
    this.#stacks.set(view.user, left);
  }

  /** The view as Slack sends it to the app and in responses. */
  object(shown: ShownView): Json {
    const { view, id, hash, values, below } = shown;
    return {
      id,
      team_id: this.teamId,
      type: shown.type,
      blocks: shown.blocks,
      private_metadata: view.private_metadata ?? "",
      callback_id: view.callback_id ?? "",
      state: { values },
      hash,
      title: view.title ?? { type: "plain_text", text: "View Title", emoji: true },
      clear_on_close: view.clear_on_close ?? false,
      notify_on_close: view.notify_on_close ?? false,
      close: view.close ?? null,
      submit: view.submit ?? null,
      previous_view_id: below.at(-1) ?? null,
      root_view_id: below[0] ?? id,
      app_id: BOT.appId,
      external_id: view.external_id ?? "",
      app_installed_team_id: this.teamId,
      bot_id: BOT.botId,
    };
  }

  #build(from: Pick<ShownView, "user" | "type" | "below"> & { sent: unknown; old: ShownView | undefined }): ShownView {
    const { user, sent, type, old, below } = from;
    const faults = viewFaults(sent, type);
    if (!isJson(sent) || faults.length > 0) {
      throw faults.some((fault) => fault.startsWith("view_too_large"))
        ? new SlackError("view_too_large")
        : invalidArguments(...faults);
    }
    this.#checkExternalId(textOf(sent.external_id), old);
    const blocks = withIds(objectsOf(sent.blocks), () => randomBytes(4).toString("base64url"));
    const at = this.now();
    return {
      id: old?.id ?? `V${String(++this.#ids).padStart(8, "0")}`,
      user,
      type,
      view: { ...sent, blocks },
      blocks,
      earlier: old?.blocks ?? [],
      hash: `${Math.floor(at.getTime() / 1000)}.${randomBytes(6).toString("base64url")}`,
      values: valuesOf(blocks, old?.values ?? {}),
      count: (old?.count ?? 0) + 1,
      at,
      below,
      errors: {},
    };
  }

  #checkExternalId(externalId: string | undefined, old: ShownView | undefined): void {
    if (externalId === undefined || externalId === "") return;
    const other = this.find(({ id, view }) => view.external_id === externalId && id !== old?.id);
    if (other !== undefined) throw new SlackError("duplicate_external_id");
  }

  #replace(shown: ShownView): ShownView {
    if (shown.type === "home") this.#homes.set(shown.user, shown);
    const stack = this.modals(shown.user).map((each) => (each.id === shown.id ? shown : each));
    this.#stacks.set(shown.user, stack);
    return shown;
  }
}

/** Refuses an update that was made for an older version of the view, as Slack does. */
function checkHash(hash: string | undefined, shown: ShownView | undefined): void {
  if (hash !== undefined && hash !== "" && shown !== undefined && hash !== shown.hash) {
    throw new SlackError("hash_conflict");
  }
}
