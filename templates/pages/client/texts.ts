/// <reference lib="dom" />

/** What stands in the fields of the figures within a place, by name: not all that is in the form, where lists may have thousands of cells. */
export function figuresIn(place: Element): [string, string][] {
  const fields = place.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name^="figures."]');
  return [...fields].map(({ name, value }) => [name, value]);
}
