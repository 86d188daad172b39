import type { RouteConfig } from "@remix-run/route-config";
import { flatRoutes } from "@remix-run/fs-routes";

// One file a door, named by its French address: see docs/architecture.md.
export default flatRoutes({ ignoredRouteFiles: ["**/*.md"] }) satisfies RouteConfig;
