import type { CustomerChange } from "./customer-changes";

/**
 * One customer's write. An account type that somebody set by hand stays: it is one that no import set, which the server
 * sees at the very moment of writing.
 */
export function customerUpdate({ _id, name, accountType }: Pick<CustomerChange, "_id" | "name" | "accountType">) {
  const typed = accountType === null ? {} : typeUnlessByHand(accountType);
  return { updateOne: { filter: { _id }, update: [{ $set: { name: { $literal: name }, ...typed } }], upsert: true } };
}

function typeUnlessByHand(accountType: string) {
  const none = { $in: [{ $ifNull: ["$accountType", ""] }, ["", []]] };
  const ours = { $or: [none, { $eq: ["$accountType", "$importedType"] }] };
  const given = { $literal: accountType };
  return {
    accountType: { $cond: [ours, given, "$accountType"] },
    importedType: { $cond: [ours, given, "$importedType"] },
  };
}
