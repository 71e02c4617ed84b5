/**
 * A small process between us and mongod, run by `node -e`, so that mongod ends with its last user, however that one ends.
 *
 * Each user holds a connection to the keeper. The operating system closes it when the user is killed, so no process
 * ids are watched, which could be used again by another. Without a user it asks mongod to stop, waits, and ends too.
 * It prints the port it listens on, sends each user what runs (or why nothing does) in a line of JSON,
 * and says goodbye to the last one by closing only when mongod is gone.
 *
 * Arguments: mongod, the folder of its data, its port, then all that mongod is given.
 */
export const KEEPER_SCRIPT = `
"use strict";
const net = require("node:net");
const { spawn } = require("node:child_process");
const [mongod, dbPath, port, ...rest] = process.argv.slice(1);
// People's data: what mongod makes, nobody else on this machine may read.
process.umask(0o077);
const users = new Set();
let introduction = null;
let complaint = "";
let ended = false;
let leaving = false;

const child = spawn(mongod, rest, { stdio: ["ignore", "pipe", "pipe"] });
child.stdout.on("data", byLine(note));
child.stderr.on("data", byLine(note));
child.on("error", (error) => end(error.message));
child.on("close", () => end(complaint));

const server = net.createServer({ allowHalfOpen: true }, (user) => {
  if (leaving) return user.destroy();
  users.add(user);
  user.on("error", () => leave(user));
  user.on("end", () => leave(user));
  user.resume();
  if (introduction) user.write(introduction);
});
server.on("error", () => child.kill("SIGTERM"));
server.listen(0, "127.0.0.1", () => process.stdout.write(server.address().port + "\\n"));
process.stdout.on("error", () => {});
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, stop);
// Whoever started this may have been killed before it could connect.
setTimeout(() => users.size === 0 && stop(), 10000).unref();

function byLine(take) {
  let open = "";
  return (data) => {
    const lines = (open + data).split("\\n");
    open = lines.pop();
    lines.forEach(take);
  };
}

function note(line) {
  if (introduction) return;
  if (line.includes('"Waiting for connections"')) {
    introduction = JSON.stringify({ dbPath, port: Number(port), pid: child.pid }) + "\\n";
    for (const user of users) user.write(introduction);
  } else if (/DBPathInUse|Address already in use|^[^{]|"s":"[EF]"/.test(line)) {
    // The first complaint names the cause; what follows is the fall.
    complaint = complaint || line;
  }
}

function leave(user) {
  if (!users.has(user)) return;
  if (users.size > 1) {
    users.delete(user);
    user.end();
  } else {
    stop();
  }
}

function stop() {
  leaving = true;
  server.close();
  child.kill("SIGTERM");
}

function end(reason) {
  if (ended) return;
  ended = true;
  const failed = introduction === null;
  if (failed) introduction = JSON.stringify({ failed: reason || "it ended at once" }) + "\\n";
  for (const user of users) user.end(failed ? introduction : "");
  // One that failed at once stays to say why to whoever is about to connect.
  setTimeout(() => process.exit(0), failed ? 2000 : 200);
}
`;
