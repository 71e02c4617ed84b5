import { isDeepStrictEqual } from "node:util";
import type { Db, Document } from "mongodb";
import { inGroups, sharedRead } from "../lib/in-groups";
import { inForce, type Person, type RoleGrant, type Salesman } from "./person";
import { type PersonSettings, settingsFault } from "./person-settings";
import { withOwners } from "./salesmen";

/** The documents of `users` and `fishbowl_users_map`. */
export interface PeopleStore {
  all(): Promise<readonly Person[]>;
  one(userId: string): Promise<Person | null>;
  /** Writes those that differ from what was read before; fields set meanwhile by hand stay. */
  save(before: readonly Person[], after: readonly Person[]): Promise<void>;
  /**
   * Sets what is given for one person and nothing else.
   *
   * @returns false when nobody has this id.
   * @throws {RangeError} saying what is wrong with the settings.
   */
  set(userId: string, settings: PersonSettings): Promise<boolean>;
  /** Records by which zones it was checked whether people's digests are due. */
  setDigestZones(zones: readonly { readonly userId: string; readonly zone: string }[]): Promise<void>;
  /**
   * Records until when somebody is shown what Paceline is, unless that is recorded already.
   *
   * @returns what is recorded; `null` for whom no sync has met.
   */
  introUntil(userId: string, until: Date): Promise<Date | null>;
  /** Ends at this instant what Home says to who opens it for the first time. */
  endIntro(userId: string, at: Date): Promise<void>;
  /** Who salesmen are, with the owners of facts that name them. */
  salesmen(): Promise<readonly Salesman[]>;
  /** Says who a salesman is, by the name that orders give; `null` takes it back. Counted from the next sync. */
  mapSalesman(name: string, userId: string | null): Promise<void>;
  /**
   * Says by hand who somebody is at Copper or JustCall; `null` goes back to what the last sync found by itself.
   *
   * @returns false when nobody has this id.
   */
  override(userId: string, ids: Overrides): Promise<boolean>;
  /** Gives somebody a role by hand, which wins until it is taken back. @returns false when nobody has this id. */
  giveRole(userId: string, grant: RoleGrant): Promise<boolean>;
  /** Goes back to what Slack says, and leaves nothing of a role given by hand. @returns false when nobody has this id. */
  takeRoleBack(userId: string): Promise<boolean>;
}

/** What is absent stays; an address in any case. */
export interface Overrides {
  readonly copperUserId?: number | null;
  readonly justcallEmail?: string | null;
}

export function peopleStore(db: Db): PeopleStore {
  const users = db.collection<Person>("users");
  const map = db.collection<Salesman>("fishbowl_users_map");
  return {
    all: sharedRead(async () => (await users.find().sort({ _id: 1 }).toArray()).map(inForce)),
    // A rush of people, each of whom is looked up, costs few queries.
    one: inGroups({
      work: async (ids: readonly string[]) => {
        const found = await users.find({ _id: { $in: [...new Set(ids)] } }).toArray();
        const people = new Map(found.map((person) => [person._id, inForce(person)]));
        return ids.map((id) => people.get(id) ?? null);
      },
    }),
    async save(before, after) {
      const known = new Map(before.map((person) => [person._id, person]));
      const updates = after.flatMap((person) => {
        const update = changes(known.get(person._id), person);
        return update === null ? [] : [{ updateOne: { filter: { _id: person._id }, update, upsert: true } }];
      });
      if (updates.length > 0) await users.bulkWrite(updates, { ordered: false });
    },
    async set(userId, settings) {
      const fault = settingsFault(settings);
      if (fault !== null) throw new RangeError(fault.message);
      return (await users.updateOne({ _id: userId }, settingsUpdate(settings))).matchedCount === 1;
    },
    async setDigestZones(zones) {
      const updates = zones.map(({ userId, zone }) => ({
        updateOne: { filter: { _id: userId }, update: { $set: { digestZone: zone } } },
      }));
      if (updates.length > 0) await users.bulkWrite(updates, { ordered: false });
    },
    async introUntil(userId, until) {
      const set = [{ $set: { introUntil: { $ifNull: ["$introUntil", until] } } }];
      const how = { returnDocument: "after", projection: { introUntil: 1 } } as const;
      return (await users.findOneAndUpdate({ _id: userId }, set, how))?.introUntil ?? null;
    },
    async endIntro(userId, at) {
      await users.updateOne({ _id: userId }, { $set: { introUntil: at } });
    },
    salesmen: sharedRead(async () => {
      const [mapped, owners] = await Promise.all([
        map.find().sort({ _id: 1 }).toArray(),
        db.collection<{ owner: string }>("facts").distinct("owner", { source: "fishbowl" }),
      ]);
      return withOwners(mapped, owners);
    }),
    async mapSalesman(name, userId) {
      if (userId === null) await map.deleteOne({ _id: name });
      else await map.updateOne({ _id: name }, { $set: { userId } }, { upsert: true });
    },
    async override(userId, { copperUserId, justcallEmail }) {
      const ids = { copperUserId, justcallEmail: justcallEmail?.trim().toLowerCase() ?? justcallEmail };
      const set = Object.entries(ids).flatMap(([field, id]) =>
        // A field that the last sync did not find is taken away by being set to what is not there.
        id === undefined ? [] : [{ $set: { [field]: id === null ? `$found.${field}` : { $literal: id } } }],
      );
      return (await users.updateOne({ _id: userId }, set.length === 0 ? [{ $set: {} }] : set)).matchedCount === 1;
    },
    async giveRole(userId, grant) {
      const update = { $set: { role: grant.role, roleGiven: grant } };
      return (await users.updateOne({ _id: userId }, update)).matchedCount === 1;
    },
    async takeRoleBack(userId) {
      const unset = await users.updateOne({ _id: userId }, { $unset: { role: "", roleGiven: "" } });
      return unset.matchedCount === 1;
    },
  };
}

const PATHS: Readonly<Record<keyof PersonSettings, string>> = {
  workdays: "schedule.workdays",
  formerWeeks: "schedule.formerWeeks",
  timeOff: "schedule.timeOff",
  startDate: "schedule.startDate",
  digestOn: "digest.on",
  digestAt: "digest.at",
  teamRecapOn: "digest.teamRecap",
  snoozedUntil: "digest.snoozedUntil",
  addresses: "addresses",
};

function settingsUpdate(settings: PersonSettings): Document[] {
  const given = Object.entries(PATHS).flatMap(([field, path]): [string, unknown][] => {
    const value = settings[field as keyof PersonSettings];
    return value === undefined ? [] : [[path, value]];
  });
  const set = given.map(([path, value]) => ({ $set: { [path]: value === null ? "$$REMOVE" : { $literal: value } } }));
  return set.length === 0 ? [{ $set: {} }] : set;
}

function changes(before: Person | undefined, after: Person): Document[] | null {
  const { _id, ...fields } = after;
  const changed = Object.entries(fields).filter(
    ([field, value]) => value !== undefined && !isDeepStrictEqual(value, before?.[field as keyof Person]),
  );
  const gone = Object.keys(before ?? {}).filter((field) => after[field as keyof Person] === undefined);
  if (changed.length + gone.length === 0) return null;
  const set = changed.map(([field, value]) => [field, { $literal: value }]);
  const unset = gone.map((field) => [field, "$$REMOVE"]);
  const byHand = OVERRIDDEN.map((field) => [field, unlessByHand(field, { before, after })]);
  return [{ $set: Object.fromEntries([...set, ...unset, ...byHand]) }];
}

const OVERRIDDEN = ["copperUserId", "justcallEmail"] as const;

/**
 * Who somebody is at a source, but where an admin has said it since it was read, which a sync may wait seconds for Slack's members after:
 * what was set stays, and what was taken back is what is found now.
 */
function unlessByHand(
  field: (typeof OVERRIDDEN)[number],
  { before, after }: { readonly before: Person | undefined; readonly after: Person },
): Document {
  const now = { $ifNull: [`$${field}`, `$found.${field}`, null] };
  const is = (value: unknown) => ({ $eq: [now, { $literal: value ?? null }] });
  const given = (value: unknown) => (value === undefined ? "$$REMOVE" : { $literal: value });
  const takenBack = { $cond: [is(before?.found[field]), given(after.found[field]), `$${field}`] };
  return { $cond: [is(before?.[field]), given(after[field]), takenBack] };
}
