import { describe, expect, it } from 'vitest';
import type { DraftAct, Passage } from '../../../shared/domain/compilation/passage.ts';
import { mostActs, passageAfter, passageBegun, passedBy } from '../../../shared/domain/issuing/passing.ts';
import type { StepKind } from '../../../shared/domain/office/issuing.ts';

const steps: StepKind[] = ['content', 'form', 'approval', 'number'];
const act = (did: DraftAct['did'], at: DraftAct['at'], words?: string): DraftAct => ({
  ...{ did, at, who: 'ai', when: 1, pdf: 'hash' },
  ...(words && { words }),
});
const stood = (...acts: DraftAct[]) =>
  acts.reduce<Passage | undefined>((passage, each) => passage && passageAfter(passage, each), passageBegun(steps));
const passed = steps.map(step => act('pass', step));

describe('a draft', () => {
  it.each([
    [[], 'content'],
    [passed.slice(0, 1), 'form'],
    [passed.slice(0, 3), 'number'],
    [passed, 'through'],
    [[act('return', 'content', 'sai')], 'coordinator'],
    [[act('return', 'content', 'sai'), act('resubmit', 'coordinator', 'đúng')], 'content'],
    [[...passed.slice(0, 2), act('return', 'approval', 'sai')], 'form'],
    [[...passed.slice(0, 2), act('redraft', 'approval', 'sai')], 'withdrawn'],
    [[act('return', 'content', 'sai'), act('redraft', 'coordinator', 'sai')], 'withdrawn'],
  ])('after %j stands at %s', (acts, stands) => {
    expect(stood(...acts)?.stands).toBe(stands);
  });

  it.each([
    [[act('pass', 'form')], 'a step that it has not come to'],
    [[...passed, act('redraft', 'number', 'sai')], 'one that is through'],
    [[act('return', 'content')], 'sent back without words'],
    [[act('resubmit', 'coordinator', 'đúng')], 'handed in again where it was not sent back'],
    [[act('return', 'content', 'sai'), act('pass', 'coordinator')], 'passed by who it came back to'],
    [[act('redraft', 'content', 'sai'), act('pass', 'content')], 'passed on once it is withdrawn'],
  ])('takes no act %j: %s', acts => {
    expect(stood(...acts)).toBeUndefined();
  });

  it('is not sent to and fro for ever, and can always be passed on or made anew', () => {
    const toAndFro = Array.from({ length: mostActs / 2 }, () => [
      act('return', 'content', 'sai'),
      act('resubmit', 'coordinator', 'đúng'),
    ]).flat();
    expect(stood(...toAndFro)?.stands).toBe('content');
    expect(stood(...toAndFro, act('return', 'content', 'sai'))).toBeUndefined();
    expect(stood(...toAndFro, act('redraft', 'content', 'sai'))?.stands).toBe('withdrawn');
    expect(stood(...toAndFro, ...passed)?.stands).toBe('through');
  });

  it('shows as passed only what still stands', () => {
    const back = stood(...passed.slice(0, 2), act('return', 'approval', 'sai')) as Passage;
    expect(passedBy(back).map(({ at }) => at)).toEqual(['content']);
    expect(passedBy(stood(...passed) as Passage).map(({ at }) => at)).toEqual(steps);
  });
});
