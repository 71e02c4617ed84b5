/** A source of chance with a seed: numbers from 0 up to 1. */
export type Chance = () => number;

export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(chance: Chance, list: readonly T[]): T {
  const one = list[Math.floor(chance() * list.length)];
  if (one === undefined) throw new RangeError("There is nothing to pick from");
  return one;
}

/** What somebody who means harm writes where a text, an id or an object is meant. */
export function nastyValues(foreign: string): readonly unknown[] {
  const deep = Array.from({ length: 300 }).reduce<unknown>((inner) => [inner], "deep");
  return [
    ...[null, true, 0, -1, 1e308, "", " ", [], {}, [[]], deep],
    ...["x".repeat(5_000), "\u0000", "\u202Egnp", "💥".repeat(500), "__proto__", "constructor", "toString"],
    ...["<!channel>", `<${foreign}|here>`, "$where", "../../etc/passwd", "U0_NOBODY", "u0nobody", "U0ＮＯＢＯＤＹ"],
    ...[{ $gt: "" }, { $ne: null }, { $where: "sleep(1000)" }, { length: 1 }, { id: { $gt: "" } }, { toString: null }],
    ...[JSON.parse('{"__proto__": {"role": "admin"}}'), { constructor: { prototype: { role: "admin" } } }],
    ...["T0OTHER", "A0OTHER", "U0NOBODY99", "9".repeat(400), foreign, `${foreign}/x`],
  ];
}

/** A copy of a payload in which one to three things at any depth are replaced, taken away, doubled or added. */
export function mutated(chance: Chance, { payload, nasty }: { payload: object; nasty: readonly unknown[] }): object {
  const copy: object = JSON.parse(JSON.stringify(payload));
  const times = 1 + Math.floor(chance() * 3);
  for (let time = 0; time < times; time += 1) mutate(chance, { copy, nasty });
  return copy;
}

function mutate(chance: Chance, { copy, nasty }: { readonly copy: object; readonly nasty: readonly unknown[] }): void {
  const at = pick(chance, objectsIn(copy));
  const key = Object.keys(at).length === 0 ? "x" : pick(chance, Object.keys(at));
  const how = chance();
  const value: unknown = JSON.parse(JSON.stringify(pick(chance, nasty)));
  if (how < 0.7) define(at, { key, value });
  else if (how < 0.85) Reflect.deleteProperty(at, key);
  else if (how < 0.93) define(at, { key, value: [Reflect.get(at, key), value] });
  else
    define(at, {
      key: pick(chance, ["__proto__", "constructor", "$where", "event", "name"]),
      value,
    });
}

/** As own properties, which an assignment would not make of `__proto__`. */
function define(at: object, { key, value }: { readonly key: string; readonly value: unknown }): void {
  Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });
}

function objectsIn(one: object): object[] {
  const below = Object.values(one).flatMap((value) =>
    typeof value === "object" && value !== null ? objectsIn(value) : [],
  );
  return [one, ...below];
}
