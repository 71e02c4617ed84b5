import { resultOf } from "../../lib/concurrency";
import { endsWithin, type Sleep } from "../../lib/sleep";
import type { Member } from "../../people/person";

type MemberList = readonly Member[];

/** Reads Slack's list of members beside the sources, for one run after the other. */
export interface MemberReader {
  /** Begins to read the list, unless a read that an earlier run began is still under way, which then counts as this one's. */
  begin(): MemberRead;
}

/** A read of the list that is under way. */
export interface MemberRead {
  /**
   * Waits for the list: five seconds at most, or to its end where nobody is known without it. Resolves to the list that came too
   * late for an earlier run, if there is one, or to `late`.
   */
  result(forHowLong: "shortly" | "to its end"): Promise<MemberResult>;
}

export type MemberResult = PromiseSettledResult<MemberList> | { readonly status: "late" };

export interface MemberReaderDeps {
  readonly readMembers: () => Promise<MemberList>;
  /** How much longer than the sources it may take: 5 s. */
  readonly patienceMs?: number;
  readonly sleep?: Sleep;
}

const PATIENCE_MS = 5_000;

/** Makes the one reader of a process, which remembers a list that came too late for its run until the next one. */
export function memberReader({ readMembers, patienceMs = PATIENCE_MS, sleep }: MemberReaderDeps): MemberReader {
  let underWay: Promise<PromiseSettledResult<MemberList>> | null = null;
  let late: MemberList | null = null;
  const start = () => {
    const read = resultOf(Promise.resolve().then(readMembers)).finally(() => {
      underWay = null;
    });
    underWay = read;
    return read;
  };
  return {
    begin() {
      const read = underWay ?? start();
      return {
        async result(forHowLong) {
          const inTime =
            forHowLong === "to its end" || (await endsWithin(patienceMs, { work: read, ...(sleep && { sleep }) }));
          if (inTime) {
            late = null;
            return read;
          }
          void read.then((result) => {
            if (result.status === "fulfilled") late = result.value;
          });
          return late === null ? { status: "late" } : { status: "fulfilled", value: late };
        },
      };
    },
  };
}
