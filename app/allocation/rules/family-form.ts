import { birthForm, stillNeededForm, withdrawForm } from "#app/requests/rules/family-forms.ts";
import { z } from "#app/zod.ts";
import { answerForm } from "./offer-form.ts";

/** Everything a family can post from the page of a request, except a document. */
export const familyForm = z.discriminatedUnion("intention", [
  answerForm,
  withdrawForm,
  stillNeededForm,
  birthForm,
]);
