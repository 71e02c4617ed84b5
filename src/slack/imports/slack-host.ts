const SLACK = "https://slack.com/api/";

/** Whether an address is Slack's own, so that our token may be sent there: the API's host or one below it. */
export function isSlacks(address: string, apiUrl = SLACK): boolean {
  if (!URL.canParse(address)) return false;
  const [api, url] = [new URL(apiUrl), new URL(address)];
  if (url.protocol !== api.protocol || url.port !== api.port) return false;
  return url.hostname === api.hostname || url.hostname.endsWith(`.${api.hostname}`);
}
