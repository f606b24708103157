import type { Paragraph } from '../../shared/domain/letter/letter.ts';

/** What a paragraph opens with, as typed, before its runs. */
export const mark: Record<Paragraph['kind'], string> = {
  dash: '- ',
  plus: '+ ',
  paragraph: '',
  heading: '',
  basis: '',
};
