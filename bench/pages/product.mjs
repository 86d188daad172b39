// The product, served on a free port; says how much CPU it has used when asked.
process.env.NODE_ENV = "production";
process.env.PORT = "0";
const build = await import("../../build/server/index.js");
const { url } = await build.entry.module.startServer(build);
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send({ total: user + system });
});
process.send({ url });
