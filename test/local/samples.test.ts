import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answersBeside, newestTermIn } from '../../infra/local/month/samples.ts';

const departments = join(import.meta.dirname, '..', '..', 'templates', 'departments');

describe('a sample department', () => {
  it.each(readdirSync(departments))(
    'has answers for its newest term beside it, so that its folder alone need be named: %s',
    name => {
      const answers = answersBeside(join(departments, name));
      expect(readdirSync(join(answers, newestTermIn(answers) ?? ''))).toContainEqual(expect.stringMatching(/\.yaml$/));
    },
  );

  it('of an office’s own has none where nobody wrote any', () => {
    expect(newestTermIn(answersBeside(join(departments, 'so-khac')))).toBeUndefined();
  });
});
