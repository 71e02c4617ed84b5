export interface ActivityType {
  readonly id: number;
  readonly category: "user" | "system";
  readonly name: string;
  readonly is_disabled: boolean;
  readonly count_as_interaction: boolean;
}

/** `GET /activity_types` answers an object of two lists, not a list. */
export interface ActivityTypes {
  readonly user: readonly ActivityType[];
  readonly system: readonly ActivityType[];
}

/** The types of a real account: two are named Email, and Phone Call has an id that is this account's own. */
export const ACTIVITY_TYPES: ActivityTypes = {
  user: [
    user(0, "Note", { interaction: false }),
    user(2160510, "Phone Call"),
    user(2160511, "Meeting"),
    user(2160512, "To Do", { interaction: false }),
    user(2160513, "SMS"),
    user(2257077, "Phone Call Test", { interaction: false, disabled: true }),
    user(2279550, "Email"),
    user(2279549, "Call Duration", { interaction: false, disabled: true }),
    user(2257610, "Web Form: Contact"),
    user(2258310, "Web Form: Samples"),
    user(2258370, "Web Form: Wholesale"),
    user(2258991, "Web Form: Newsletter"),
    user(2194898, "Lead Source: Show", { interaction: false, disabled: true }),
    user(2194899, "Lead Source: Web", { interaction: false, disabled: true }),
    user(2194900, "Lead Source: Referral", { interaction: false, disabled: true }),
  ],
  system: [
    system(1, "Property Changed"),
    system(2, "User Assigned"),
    system(3, "Pipeline Stage Changed"),
    system(6, "Email", { interaction: true }),
    system(8, "Entity Created"),
    system(12, "User Joined"),
    system(48, "Form Submitted", { interaction: true }),
  ],
};

interface Traits {
  readonly interaction?: boolean;
  readonly disabled?: boolean;
}

function user(id: number, name: string, { interaction = true, disabled = false }: Traits = {}): ActivityType {
  return { id, category: "user", name, is_disabled: disabled, count_as_interaction: interaction };
}

function system(id: number, name: string, { interaction = false }: Traits = {}): ActivityType {
  return { id, category: "system", name, is_disabled: false, count_as_interaction: interaction };
}
