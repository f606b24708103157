/// <reference lib="dom" />

/** What stands in the fields of the figures, by name: not all that is in the form, where lists may have thousands of cells. */
export function figuresOf(form: HTMLFormElement): [string, string][] {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name^="figures."]');
  return [...fields].map(({ name, value }) => [name, value]);
}
