import { isMainThread } from "node:worker_threads";

// The front's thread has the machine's time, and nothing of what is shortened.
if (isMainThread) require("./in-process");
