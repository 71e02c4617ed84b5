import { startedText } from "../../src/app/started-text";

const at = { host: "127.0.0.1", port: 3000 };

describe("what a terminal shows once Paceline is up", () => {
  it("says where it listens, by what way Slack reaches it, and what comes next", () => {
    const socket = startedText({ ...at, socketMode: true });
    const http = startedText({ ...at, host: "::1", socketMode: false });
    const known = startedText({ ...at, socketMode: false, publicUrl: "https://paceline.acme.test" });

    expect(socket).toContain("Paceline is up. It is connected to Slack, and listens at http://127.0.0.1:3000.\n");
    expect(http).toContain("It listens for Slack at http://[::1]:3000: have your public address forwarded there.\n");
    expect(known).toContain("have https://paceline.acme.test forwarded there.\n");
    for (const said of [socket, http, known]) expect(said).toContain("type /sync, or open Paceline's Home.");
  });
});
