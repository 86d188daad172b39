/** What a route may say of its page. A page sends no JavaScript unless it is interactive. */
export type PageHandle = {
  interactive?: boolean;
  /** Rooms whose words an interactive page needs in the browser; "ui" is always there. */
  words?: string[];
  /** The id of a form that keeps what is typed so far: the language switch posts it, with "langue". */
  typedForm?: string;
  /** Desk and dashboard pages use the whole width. */
  wide?: boolean;
  /** Nothing of the site around the page: no header, no name of an account. */
  bare?: boolean;
};
