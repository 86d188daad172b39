import { defineConfig } from "prisma/config";

// Only `prisma generate`, `validate` and `format` read this file.
export default defineConfig({ schema: "prisma/schema.prisma" });
