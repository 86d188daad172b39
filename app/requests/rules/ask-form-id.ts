/** The form of every question: the language switch posts it too, so that changing language loses nothing typed. */
export const askFormId = "question";
