import path from "node:path";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { instanceSchema } from "#app/allocation/rules/instance.ts";
import { resultLineSchema } from "#app/allocation/rules/result.ts";
import { z } from "#app/zod.ts";

const docs = (name: string): string => path.join(import.meta.dirname, "../../../docs", name);
const written = (schema: z.ZodType): Promise<string> =>
  format(JSON.stringify(z.toJSONSchema(schema)), { parser: "json", printWidth: 110 });

// After a change of schema: npx vitest run -u tests/allocation/rules/schemas.test.ts
describe("the JSON Schemas given to other programs", () => {
  it("say what an instance is", async () => {
    await expect(await written(instanceSchema)).toMatchFileSnapshot(docs("allocation-instance.schema.json"));
  });
  it("say what a line of a result is", async () => {
    await expect(await written(resultLineSchema)).toMatchFileSnapshot(docs("allocation-result.schema.json"));
  });
});
