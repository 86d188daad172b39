import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { wholeLetters } from "#app/platform/web/whole-letters.server.ts";

/** One letter of one byte shifts all that follow: some of them meet the end of React's buffer. */
const page = (shift: number) =>
  createElement(
    "p",
    null,
    "x".repeat(shift),
    ...Array.from({ length: 200 }, () => "élève à l'école où l'été "),
  );

async function written(shift: number, through: NodeJS.ReadWriteStream): Promise<string> {
  renderToPipeableStream(page(shift)).pipe(through);
  const chunks: Buffer[] = [];
  for await (const chunk of through) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

it("an accented page arrives letter by letter, whatever the buffers it went through", async () => {
  for (let shift = 0; shift < 8; shift++) {
    const html = await written(shift, wholeLetters());
    expect(html).not.toMatch(/\0|\uFFFD/);
    expect(html.match(/été/g)).toHaveLength(200);
  }
});
