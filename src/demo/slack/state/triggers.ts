import { randomBytes } from "node:crypto";
import { invalidArguments, SlackError } from "./slack-error";

const LIFETIME_MS = 3_000;

/**
 * The trigger_ids issued with people's actions: each opens one view within three seconds, on the real clock or on the
 * workspace's, whichever has advanced further.
 */
export class Triggers {
  readonly #open = new Map<string, { readonly user: string; readonly real: number; readonly shown: number }>();
  readonly #used = new Set<string>();

  constructor(private readonly now: () => Date) {}

  issue(user: string): string {
    const id = `${Date.now()}.${randomBytes(8).toString("hex")}`;
    this.#open.set(id, { user, real: Date.now(), shown: this.now().getTime() });
    return id;
  }

  /**
   * Uses the trigger up and returns the id of its person.
   *
   * @throws {Refusal}
   */
  exchange(id: string | undefined): string {
    if (id === undefined) throw invalidArguments("missing required field: trigger_id");
    if (this.#used.has(id)) throw new SlackError("exchanged_trigger_id");
    const trigger = this.#open.get(id);
    if (trigger === undefined) throw new SlackError("invalid_trigger_id");
    const passed = Math.max(Date.now() - trigger.real, this.now().getTime() - trigger.shown);
    if (passed > LIFETIME_MS) throw new SlackError("expired_trigger_id");
    this.#used.add(id);
    return trigger.user;
  }
}
