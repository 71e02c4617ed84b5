import fc from "fast-check";
import { valuesOf, withValues } from "../../src/cli/setup/env-text";
import { ConfigError } from "../../src/config/config";

describe("the text of .env", () => {
  it("takes a value where its name stands, commented out or not, and others at the end; all else stays", () => {
    const before = "# Ours\nPORT=4000\n#LOG_LEVEL=info\nMY_OWN=x y # kept\nexport HOST=localhost\nnot understood=1\n";

    const after = withValues(before, { LOG_LEVEL: "debug", HOST: "0.0.0.0", API_TOKEN: "a b", PORT: undefined });

    expect(after).toBe(
      "# Ours\nPORT=4000\nLOG_LEVEL=debug\nMY_OWN=x y # kept\nHOST=0.0.0.0\nnot understood=1\nAPI_TOKEN='a b'\n",
    );
  });

  it("has one value of a name that stood twice, and leaves a default that stands beside it", () => {
    expect(withValues("PORT=1\n#PORT=3000\nPORT=2", { PORT: "4" })).toBe("PORT=4\n#PORT=3000\n");
  });

  it("keeps every other default that is commented out, and loses the line of what is unset", () => {
    const before = "#PORT=3000\n#PORT=4000\nHOST=a\n#LOG_LEVEL=info\nHOST=b\n";

    expect(withValues(before, { PORT: "5", HOST: "", LOG_LEVEL: "", API_TOKEN: "" })).toBe(
      "PORT=5\n#PORT=4000\n#LOG_LEVEL=info\n",
    );
  });

  it("is read back as it was written, whatever the values, and writing it again changes nothing", () => {
    const value = fc.string({ minLength: 1 }).filter((text) => text.trim() !== "" && !/[\r\n\0]/.test(text));
    const values = fc.dictionary(fc.constantFrom("API_TOKEN", "COPPER_API_KEY", "MONGODB_URI"), value);

    fc.assert(
      fc.property(values, (set) => {
        let written: string;
        try {
          written = withValues("# Ours\nPORT=4000\n", set);
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
          return;
        }
        expect(valuesOf(written)).toEqual({ PORT: "4000", ...set });
        expect(withValues(written, set)).toBe(written);
      }),
    );
  });

  it.each(["Our keys\n", "PORT=1\r\nOur keys\r\n", "PORT=1\nOur keys\nAPI_TOKEN=old\n"])(
    "is not written where a line that is none of its own would swallow a value: %j",
    (before) => {
      expect(() => withValues(before, { API_TOKEN: "new" })).toThrow(
        /API_TOKEN can't be read back: line [12] is neither a comment nor NAME=value\. Put # before it/,
      );
    },
  );

  it.each([
    ["a line break", "a\nb"],
    ["both kinds of quotes", `a'b"c`],
  ])("refuses a value with %s, without showing it", (_what, value) => {
    expect(() => withValues("", { API_TOKEN: value })).toThrow(/API_TOKEN has .*write API_TOKEN into the file by hand/);
    expect(() => withValues("", { API_TOKEN: value })).not.toThrow(value);
  });
});
