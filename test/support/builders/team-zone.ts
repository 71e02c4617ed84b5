import { zoneDays } from "../../../src/time/day";

export const ZONE = "America/Los_Angeles";

export const days = zoneDays(ZONE);
