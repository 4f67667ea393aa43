/** Names of this machine itself: the only ones that may be spoken to without TLS. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/**
 * The origin that an address typed or printed stands for, such as `https://consent.example`; null if it is
 * none. Without a scheme it is https. http is for this machine only: enrolment hands over a one-time code,
 * and every push carries people's data.
 */
export function readHeadOfficeAddress(typed: string): string | null {
  const text = typed.trim();
  // "localhost:4310" alone would be read as a URL of the scheme "localhost".
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  let url: URL;
  try {
    url = new URL(hasScheme ? text : `https://${text}`);
  } catch {
    return null;
  }
  if (!hasScheme && isLoopback(url.hostname)) url.protocol = "http:";
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname)))
    return null;
  if (url.username !== "" || url.password !== "" || url.pathname !== "/") return null;
  if (url.search !== "" || url.hash !== "") return null;
  return url.origin;
}
