import { PHONE } from "./lab";
import { tourTests } from "./tour";

tourTests(PHONE);
