import { type Chance, pick } from "../support/fakes/mutations";
import { eventually, realSleep } from "../support/wait";
import type { Morning } from "./morning";
import type { Replica } from "./replica";

/** A command that somebody typed; instants are in milliseconds of the machine's clock. */
export interface TypedCommand {
  readonly user: string;
  readonly text: string;
  readonly replica: Replica;
  readonly responseUrl: string;
  /** When it was acknowledged, and with that what the typist may rely on; `null` where Slack said that it failed. */
  readonly acknowledgedAt: number | null;
}

const TEXTS = ["/goals", "/goals", "/goals why emails", "/goals digest", "/goals trend emails", "/sync 7d"];
const BETWEEN_MS = [600, 1_800] as const;
/** A command whose process stands still is acknowledged by nobody. */
const TRIES = 20;
const APOLOGY = /something went wrong on our side/;

/** Everybody's commands, typed in a channel so that each is answered at its `response_url`. */
export function commands(morning: Morning) {
  const { fakes, reps, channels } = morning;
  const typed: TypedCommand[] = [];
  const type = async (given: { readonly user: string; readonly text: string; readonly replica: Replica }) => {
    fakes.slack.connect(given.replica.url());
    const answer = await fakes.slack.command({ ...given, channel: channels[0] });
    const command = {
      ...given,
      responseUrl: answer.responseUrl,
      acknowledgedAt: answer.status === 200 ? Date.now() : null,
    };
    typed.push(command);
    return command;
  };
  const answersTo = ({ responseUrl }: TypedCommand) =>
    fakes.slack.responses.filter(({ url, status }) => url === responseUrl && status === 200);
  const answered = (command: TypedCommand) => answersTo(command).length > 0;
  const isDone = (command: TypedCommand) => answersTo(command).some(({ body }) => !APOLOGY.test(JSON.stringify(body)));
  return {
    typed,
    answered,
    /** Has people type, one after the other, until it is over. */
    async keepTyping({ chance, isOver }: { readonly chance: Chance; readonly isOver: () => boolean }): Promise<void> {
      while (!isOver()) {
        const one = { user: pick(chance, reps).id, text: pick(chance, TEXTS), replica: pick(chance, morning.replicas) };
        void type(one);
        await realSleep(BETWEEN_MS[0] + chance() * (BETWEEN_MS[1] - BETWEEN_MS[0]));
      }
    },
    /**
     * Has somebody type the same at one replica after the other until it is done. Resolves to when they were told on the clock of
     * days; `null` where they never were.
     */
    async insist(user: string, { text, chance }: { readonly text: string; readonly chance: Chance }) {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const command = await type({ user, text, replica: pick(chance, morning.replicas) });
        if (command.acknowledgedAt === null) continue;
        await eventually(() => answered(command), 8_000).catch(() => {});
        if (isDone(command)) return morning.now();
      }
      return null;
    },
    /** Those that were acknowledged, not answered, and whose process was not killed since. */
    unanswered: (): readonly TypedCommand[] =>
      typed.filter(
        (one) =>
          one.acknowledgedAt !== null &&
          !answered(one) &&
          !one.replica.deaths.some((death) => death >= (one.acknowledgedAt ?? 0)),
      ),
  };
}

export type Commands = ReturnType<typeof commands>;
