import { Transform } from "node:stream";

/**
 * A stream that drops zero bytes. React 18 leaves one where a letter of several bytes (é, à) does not fit at the end
 * of its buffer (facebook/react#24985): browsers would show it in attributes and in the data of interactive pages.
 */
export function wholeLetters(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? Buffer.from(chunk.filter((byte) => byte !== 0)) : chunk);
    },
  });
}
