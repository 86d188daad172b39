import { useSyncExternalStore } from "react";

const never = (): (() => void) => () => undefined;

/** False in what the server sends, and while the browser takes it over. */
export const useInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
