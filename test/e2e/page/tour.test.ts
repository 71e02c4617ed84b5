import { DESKTOP } from "./lab";
import { tourTests } from "./tour";

tourTests(DESKTOP);
