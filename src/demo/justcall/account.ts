import { RecordSet } from "../fake-api/record-set";

export interface JustCallUser {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  /** IANA zone; `call_user_date` and `call_user_time` are in it. */
  readonly timezone: string;
  readonly available: boolean;
}

/** A call as the account knows it; `wireCall` renders it as the API does. */
export interface JustCallCall {
  readonly id: number;
  readonly startedAt: Date;
  /** A user's id. For a former user, the agent's fields are empty. */
  readonly agentId: number;
  readonly direction: "Incoming" | "Outgoing";
  /** Answered, Missed, Voicemail, Unanswered, Abandoned, or In Progress while it lasts. */
  readonly type: string;
  /** Talk without hold, which `conversation_time` states in one of its forms. */
  readonly talkSeconds: number;
  readonly holdSeconds: number;
  /** JustCall does not say how long it was. */
  readonly lengthUnknown?: true;
  readonly contactName: string;
  readonly contactNumber: string;
}

/** A subscription to the webhooks of one kind of event. */
export interface JustCallSubscription {
  readonly id: number;
  readonly webhook_url: string;
  readonly type: string;
}

/** What a JustCall account holds. */
export interface JustCallAccount {
  readonly users: RecordSet<JustCallUser>;
  readonly calls: RecordSet<JustCallCall>;
  readonly subscriptions: RecordSet<JustCallSubscription>;
}

/** The records that an account starts with. */
export interface JustCallRecords {
  readonly users?: Iterable<JustCallUser>;
  readonly calls?: Iterable<JustCallCall>;
}

export function justCallAccount({ users, calls }: JustCallRecords = {}): JustCallAccount {
  return {
    users: new RecordSet(({ id }) => id, users),
    calls: new RecordSet(({ startedAt }) => startedAt.getTime(), calls),
    subscriptions: new RecordSet(({ id }) => id),
  };
}
