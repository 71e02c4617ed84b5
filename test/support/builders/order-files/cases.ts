import { GIVEN_FILES } from "./given-files";
import type { ImportCase } from "./order-file";
import { OWN_FILES } from "./own-files";

export const CASES: readonly ImportCase[] = [...GIVEN_FILES, ...OWN_FILES];
