interface Open {
  close(): Promise<unknown>;
}

/** Closes after each test what was opened in it and named to this. Call it where `describe` is called. */
export function closedAfterEach(): <T extends Open>(one: T) => T {
  const open: Open[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });
  return (one) => {
    open.push(one);
    return one;
  };
}
