import type { Seal } from "../../../src/metrics/seal";

/** Leaves addresses as they are, where a test is about whose a mail is: what is sealed has tests of its own. */
export const unsealed: Seal = (address) => address;
