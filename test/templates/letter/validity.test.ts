import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Letter } from '../../../shared/domain/letter/letter.ts';
import { letterDocx } from '../../../templates/letter/docx.ts';
import { letter, properties } from './a-letter.ts';
import { faultsIn } from './validity.ts';

const { doKhan: _, nguoiSoan: __, diaChi: ___, quyenHan: ____, ...required } = letter;

const least: Letter = { ...required, phuLuc: [], body: letter.body.slice(-1) };

const odd: Letter = {
  ...letter,
  kinhGui: ['Cục A', 'Sở B', 'Sở C'],
  doKhan: 'HỎA TỐC',
  banXemTruoc: 'BẢN XEM TRƯỚC',
  trichYeu: '\u0000 \ufffe \uffff \ud800 ]]> <w:p/> &#0; &lt;script&gt;',
  body: [
    { kind: 'paragraph', runs: [{ text: 'chưa có số liệu', missing: true }, { text: '' }] },
    { kind: 'dash', runs: [] },
  ],
  phuLuc: letter.phuLuc.map(annex => ({
    ...annex,
    body: annex.body.map(block => (block.kind === 'table' ? { ...block, rows: [] } : block)),
  })),
};

describe('the DOCX', () => {
  it.each([
    ['an urgent letter with annexes', letter],
    ['a letter of nothing but what must be', least],
    ['a letter to several, previewed, with what is empty, missing, and not to be written in XML', odd],
  ])('of %s is valid by the schemas of ISO/IEC 29500', async (_, one) => {
    expect(await faultsIn(letterDocx(one, properties))).toEqual([]);
  });
});

/** One fault for each part. */
const spoils: Record<string, (xml: string) => string> = {
  'word/document.xml': xml => xml.replace(/<w:tblGrid>.*?<\/w:tblGrid>/, ''),
  'word/header1.xml': xml => xml.replace(/(<w:pPr>)?<w:r>/, '<w:t/>$&'),
  'word/footer2.xml': xml => xml.replace(/(<w:spacing [^>]*\/>|<w:pBdr>.*<\/w:pBdr>)(<w:jc [^>]*\/>)/, '$2$1'),
  'word/styles.xml': xml => xml.replace('<w:docDefaults>', '<w:x/>$&'),
  'word/settings.xml': xml => xml.replace('<w:compat>', '<w:x/>$&'),
  'docProps/core.xml': xml => xml.replace('2021-11-', '2021-13-'),
  '[Content_Types].xml': xml => xml.replace('PartName=', 'Part='),
  'word/_rels/document.xml.rels': xml => xml.replace(' Target=', ' To='),
};

it('a fault in any part of it is found, and a part for which there is no schema', async () => {
  const parts = unzipSync(letterDocx(letter, properties));
  for (const [name, spoil] of Object.entries(spoils)) {
    const xml = new TextDecoder().decode(parts[name]);
    expect(spoil(xml), name).not.toBe(xml);
    parts[name] = new TextEncoder().encode(spoil(xml));
  }
  const faults = await faultsIn(zipSync({ ...parts, 'word/media/a.emf': new Uint8Array() }));
  const found = new Set(faults.filter(fault => fault.includes(': ')).map(fault => fault.split(': ')[0]));
  for (const name of [...Object.keys(spoils), 'word/media/a.emf']) expect(found).toContain(name);
});
