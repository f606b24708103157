import { strToU8 } from 'fflate';
import { html as xml } from 'hono/html';
import { paragraph, type Xml } from './docx-markup.ts';
import { millimetres } from './docx-measures.ts';
import { fonts, layout, type Orientation, type Properties } from './layout.ts';
import { zipped } from './zipped.ts';

export type Packaged = {
  body: Xml[];
  /** What stands at the foot of page 1. */
  foot: Xml;
  properties: Properties;
};

/** The parts of a DOCX (ISO/IEC 29500-2) in one zip. The same parts give the same bytes, on any machine. */
export function packaged({ body, foot, properties }: Packaged): Uint8Array {
  const parts: Record<string, Xml> = {
    // First, since some readers look for it only there.
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships({ 'word/document.xml': officeDocument, 'docProps/core.xml': coreProperties }),
    'docProps/core.xml': core(properties),
    'word/_rels/document.xml.rels': relationships(related),
    'word/document.xml': xml`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': styles,
    'word/settings.xml': settings,
    'word/header1.xml': xml`<w:hdr ${namespaces}>${pageNumber}</w:hdr>`,
    'word/header2.xml': xml`<w:hdr ${namespaces}>${paragraph([])}</w:hdr>`,
    'word/footer1.xml': xml`<w:ftr ${namespaces}>${paragraph([])}</w:ftr>`,
    'word/footer2.xml': xml`<w:ftr ${namespaces}>${foot}</w:ftr>`,
  };
  const written = Object.entries(parts).map(([name, part]) => [name, strToU8(`${declaration}${part}`)]);
  return zipped(Object.fromEntries(written));
}

/** How a part of the document is paged: A4, page numbers from 2 on; what is said at the foot is said on page 1 of the first. */
export function sectionOf({ first, orientation }: { first: boolean; orientation: Orientation }): Xml {
  const { page, pageNumber: number } = layout;
  const fromEdge = millimetres(number.fromTop);
  return xml`<w:sectPr><w:headerReference w:type="default" r:id="${idOf('header1.xml')}"/><w:headerReference w:type="first" r:id="${idOf('header2.xml')}"/><w:footerReference w:type="default" r:id="${idOf('footer1.xml')}"/><w:footerReference w:type="first" r:id="${idOf(first ? 'footer2.xml' : 'footer1.xml')}"/>${first ? '' : nextPage}${orientation === 'landscape' ? acrossSheet : uprightSheet}<w:pgMar w:top="${millimetres(page.top)}" w:right="${millimetres(page.right)}" w:bottom="${millimetres(page.bottom)}" w:left="${millimetres(page.left)}" w:header="${fromEdge}" w:footer="${fromEdge}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`;
}

const uprightSheet = xml`<w:pgSz w:w="${millimetres(layout.page.width)}" w:h="${millimetres(layout.page.height)}"/>`;
const acrossSheet = xml`<w:pgSz w:w="${millimetres(layout.page.height)}" w:h="${millimetres(layout.page.width)}" w:orient="landscape"/>`;
const nextPage = xml`<w:type w:val="nextPage"/>`;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespaces = xml`xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;

const ofOffice = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const officeDocument = `${ofOffice}/officeDocument`;
const coreProperties = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** What the document refers to, beside it, and as what. */
const related: Record<string, string> = {
  'styles.xml': `${ofOffice}/styles`,
  'settings.xml': `${ofOffice}/settings`,
  'header1.xml': `${ofOffice}/header`,
  'header2.xml': `${ofOffice}/header`,
  'footer1.xml': `${ofOffice}/footer`,
  'footer2.xml': `${ofOffice}/footer`,
};

function idOf(target: string): string {
  return `rId${Object.keys(related).indexOf(target) + 1}`;
}

function relationships(targets: Record<string, string>): Xml {
  return xml`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(targets).map(([target, type], at) => xml`<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`)}</Relationships>`;
}

const wordprocessing = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const contentTypes = xml`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/word/document.xml" ContentType="${wordprocessing}.document.main+xml"/>${Object.keys(related).map(target => xml`<Override PartName="/word/${target}" ContentType="${wordprocessing}.${target.replace(/\d?\.xml$/, '')}+xml"/>`)}</Types>`;

/** Its only date is the letter's own. */
function core({ title, author, date }: Properties): Xml {
  const instant = `${date.slice(0, 19)}Z`;
  return xml`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`;
}

const { named } = fonts;
const size = layout.body.size * 2;
const styles = xml`<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${named}" w:hAnsi="${named}" w:eastAsia="${named}" w:cs="${named}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;

/** As Word has set documents since 2013; without it, it imitates an older one. */
const settings = xml`<w:settings ${namespaces}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

/** Arabic numbers, centred in the top margin. */
const ofNumber = xml`<w:rPr><w:sz w:val="${layout.pageNumber.size * 2}"/><w:szCs w:val="${layout.pageNumber.size * 2}"/></w:rPr>`;
const pageNumber = paragraph(
  [
    xml`<w:r>${ofNumber}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${ofNumber}<w:instrText xml:space="preserve">PAGE</w:instrText></w:r><w:r>${ofNumber}<w:fldChar w:fldCharType="separate"/></w:r><w:r>${ofNumber}<w:fldChar w:fldCharType="end"/></w:r>`,
  ],
  { align: 'center' },
);
