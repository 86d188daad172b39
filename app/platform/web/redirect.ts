/**
 * A path of this site to send someone back to; anything else becomes `fallback`.
 * (react-router 6 does not refuse every address that leaves the site: GHSA-wrjc-x8rr-h8h6.)
 */
export function safeRedirect(to: unknown, fallback = "/"): string {
  if (typeof to !== "string" || to.includes("\\")) return fallback;
  const base = new URL("http://guichet.invalid");
  try {
    const url = new URL(to, base);
    if (url.origin !== base.origin || url.pathname.startsWith("//")) return fallback;
    return url.pathname + url.search;
  } catch {
    return fallback;
  }
}
