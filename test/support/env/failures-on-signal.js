// Loaded into a built process: signals make it fail as a bug would, outside of any request.
process.on("SIGUSR2", () => void Promise.reject(new Error("a lost promise")));
process.on("SIGHUP", () => {
  throw new Error("a lost exception");
});
