/** Two hundred operations of a tablet are about 60 kB. */
const mostBytes = 200_000;

/** The JSON posted; null when it is something else, or too long. A form of another site cannot say it is JSON. */
export async function readSmallJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers.get("Content-Type") ?? "")) return null;
  if (Number(request.headers.get("Content-Length") ?? Infinity) > mostBytes) return null;
  try {
    return await request.json();
  } catch {
    return null;
  }
}
