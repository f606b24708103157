import { describe, expect, it } from 'vitest';
import { letterHtml } from '../../../templates/letter/html.ts';
import { letter } from './a-letter.ts';

describe('the letter as a page', () => {
  it('stands alone: it loads nothing and runs nothing', () => {
    const page = letterHtml(letter);
    expect(page).not.toMatch(/<script|<link|src=|href=|url\(/);
    expect(page).toContain('lang="vi"');
  });

  it('says every word of the letter, with the marks of its items', () => {
    const page = letterHtml(letter);
    for (const words of [
      letter.quocHieu,
      letter.trichYeu,
      ...letter.noiNhan,
      letter.nguoiKy,
      'PL.300',
      'Phụ lục II',
      '- Gạch đầu dòng',
      '+ Dấu cộng',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('takes hostile text as text', () => {
    const text = '<script>alert(1)</script> " onfocus=x \' &lt; {{7*7}}';
    const page = letterHtml({ ...letter, nguoiKy: text, body: [{ kind: 'dash', runs: [{ text, bold: true }] }] });
    expect(page).not.toContain('<script>');
    expect(
      page.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt; &quot; onfocus=x &#39; &amp;lt; \{\{7\*7\}\}/g),
    ).toHaveLength(2);
  });
});
