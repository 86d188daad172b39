import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from "@remix-run/form-data-parser";

const megabyte = 1024 * 1024;
export const largestUpload = 5 * megabyte;

export type UploadedFile = { name: string; bytes: Uint8Array<ArrayBuffer> };
export type ReadUpload =
  | { ok: true; formData: FormData; file: UploadedFile | null }
  | { ok: false; error: "tooLarge" | "unreadable" };

/**
 * Reads a form that carries one file at most, of 5 MB at most; an empty file field is no file.
 * @param fields how many fields the form may have
 * @param bytes how large the file may be: what is beyond it is never read, nor are the fields that come after
 */
export async function readUpload(
  request: Request,
  fieldName: string,
  { fields = 20, bytes = largestUpload }: { fields?: number; bytes?: number } = {},
): Promise<ReadUpload> {
  let file: UploadedFile | null = null;
  try {
    const formData = await parseFormData(
      request,
      { maxFiles: 1, maxFileSize: bytes, maxParts: fields, maxTotalSize: bytes + megabyte },
      async (upload) => {
        if (upload.fieldName === fieldName && upload.size > 0)
          file = { name: upload.name, bytes: new Uint8Array(await upload.arrayBuffer()) };
        return null;
      },
    );
    return { ok: true, formData, file };
  } catch (error) {
    const tooLarge = error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError;
    if (tooLarge) return { ok: false, error: "tooLarge" };
    if (error instanceof MaxFilesExceededError || error instanceof FormDataParseError)
      return { ok: false, error: "unreadable" };
    throw error;
  }
}
