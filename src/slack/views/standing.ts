import { type Message, sectionMessage } from "./blocks";

const GUEST =
  "Paceline is for full members of this workspace: it keeps the sales team's figures, and guests have none here. If you think you should have some, ask a workspace admin.";

/** For guests and people of other workspaces. */
export function guestMessage(): Message {
  return sectionMessage(GUEST);
}

/** For a full member whom no sync has met. */
export function newcomerMessage(): Message {
  return sectionMessage(
    "We have not met yet: run `/sync`, and I will learn who you are in Copper, JustCall and Fishbowl.",
  );
}
