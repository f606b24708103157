import { catalogOf } from '../../../../shared/domain/issuing/signed/areas.ts';
import { entriesOf, followed, isRef, isString } from '../../../../shared/domain/issuing/signed/pdf-value.ts';
import { stateOf } from '../../../../shared/domain/issuing/signed/revisions.ts';

/** The fields of a letter's form as signing programs find them: by name, and by the number of their object. */
export function fieldsOf(file: Uint8Array): { name: string; number: number }[] {
  const state = stateOf(file);
  const fields = entriesOf(followed(state, entriesOf(catalogOf(state)).get('AcroForm'))).get('Fields');
  return (Array.isArray(fields) ? fields.filter(isRef) : []).map(({ number }) => {
    const name = entriesOf(state.get(number)).get('T');
    return { name: isString(name) ? Buffer.from(name.bytes).toString('latin1') : '', number };
  });
}

/** The number of the field that has a name. */
export function fieldNamed(file: Uint8Array, wanted: string): number {
  const field = fieldsOf(file).find(({ name }) => name === wanted);
  if (!field) throw new Error(`no field "${wanted}"`);
  return field.number;
}
