import { PHONE } from "../../support/harness/demo/page";
import { tourTests } from "../../support/harness/demo/tour";

tourTests(PHONE);
