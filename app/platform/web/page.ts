/** What a route may say of its page. A page sends no JavaScript unless it is interactive. */
export type PageHandle = {
  interactive?: boolean;
  /** Rooms whose words an interactive page needs in the browser; "ui" is always there. */
  words?: string[];
  /** Desk and dashboard pages use the whole width. */
  wide?: boolean;
};
