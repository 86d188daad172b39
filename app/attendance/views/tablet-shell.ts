// The page itself, kept by the browser so that it opens without a network: see public/pointage-sw.js.

/** Puts the page at hand, in the reader's language. Answers whether it now opens without a network. */
export async function keepShell(language: string): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  try {
    await navigator.serviceWorker.register("/pointage-sw.js", { scope: "/pointage" });
    const { active } = await navigator.serviceWorker.ready;
    if (!active) return false;
    return await new Promise<boolean>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data === "kept");
      setTimeout(() => resolve(false), 30_000);
      active.postMessage({ keep: language }, [port2]);
    });
  } catch {
    return false;
  }
}

/** Where the browser knows how, what waits is sent even when the page is closed. */
export async function sendLater(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration("/pointage");
  const sync = (registration as { sync?: { register: (tag: string) => Promise<void> } } | undefined)?.sync;
  await sync?.register("pointage").catch(() => undefined);
}
