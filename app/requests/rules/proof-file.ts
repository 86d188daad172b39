// What may be sent as a proof.

/** Checked against the content of the file, never against its name. */
const extensions: Record<string, string> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
};

export function isProofType(mediaType: string | null): mediaType is string {
  return mediaType !== null && mediaType in extensions;
}

/** For the `accept` of a file field. */
export const acceptedProofs = Object.keys(extensions).join(",");

export const mostProofs = 20;

const longestName = 80;

/** The name a family gave, made safe to show and to download, with the extension of what the file really is. */
export function proofFileName(name: string, mediaType: string): string {
  const last = name.split(/[\\/]/).at(-1)!;
  const stem = last
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N} ._()'-]+/gu, "_")
    .trim()
    .slice(0, longestName);
  return `${stem || "piece"}.${extensions[mediaType] ?? "bin"}`;
}

/** For Content-Disposition: plain letters for old browsers, the true name for the others (RFC 6266). */
export function attachment(fileName: string): string {
  const plain = fileName
    .normalize("NFD")
    .replace(/[^\x20-\x7E]/g, "")
    .replace(/["\\]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
