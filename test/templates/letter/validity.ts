import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';

/**
 * The schemas of ISO/IEC 29500 (ECMA-376), part 4 "transitional" and part 2 "packages", as their publisher gives them out
 * (schemas/README.md). What they refer to beyond that stands here.
 */
const folder = join(import.meta.dirname, 'schemas');
const schemas = new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]));

/** By which schema each part of a document is judged. */
const judges: [part: RegExp, schema: string][] = [
  [/^\[Content_Types\]\.xml$/, 'opc-contentTypes.xsd'],
  [/\.rels$/, 'opc-relationships.xsd'],
  [/^docProps\/core\.xml$/, 'opc-coreProperties.xsd'],
  [/^word\/[\w-]+\.xml$/, 'wml.xsd'],
];

/** What is not valid in a DOCX, "part: what"; nothing in a document that is. */
export async function faultsIn(docx: Uint8Array): Promise<string[]> {
  const parts = Object.entries(unzipSync(docx));
  const faults = judges.map(async ([, schema], at) => {
    const own = parts.filter(([name]) => judges.findIndex(([part]) => part.test(name)) === at);
    return own.length === 0 ? [] : faultsOf(own, schema);
  });
  const unknown = parts.map(([name]) => name).filter(name => !judges.some(([part]) => part.test(name)));
  return [...unknown.map(name => `${name}: no schema is named for it`), ...(await Promise.all(faults)).flat()];
}

async function faultsOf(parts: [string, Uint8Array][], schema: string): Promise<string[]> {
  const named = (at: number) => `part-${at}.xml`;
  const { errors } = await validateXML({
    xml: parts.map(([, content], at) => ({
      fileName: named(at),
      contents: withoutIgnorable(new TextDecoder().decode(content)),
    })),
    schema: { fileName: schema, contents: foundHere(schemas.get(schema) ?? '') },
    preload: [...Object.entries(beyond), ...[...schemas].filter(([name]) => name !== schema)].map(
      ([fileName, contents]) => ({ fileName, contents: foundHere(contents) }),
    ),
    maxMemoryPages: 4_096,
  });
  return errors.map(({ loc, rawMessage, message }) => {
    const part = parts.find((_, at) => named(at) === loc?.fileName)?.[0];
    return part === undefined ? rawMessage : `${part}: ${message}`;
  });
}

/**
 * What a document marks as ignorable is not for those who know only the standard (ISO/IEC 29500-3, 7.2): attributes and
 * elements of those namespaces are taken out before it is judged, and the mark itself. "mc:AlternateContent" would be judged,
 * and found.
 */
function withoutIgnorable(xml: string): string {
  const prefixes = /\bmc:Ignorable="([^"]*)"/.exec(xml)?.[1]?.split(' ') ?? [];
  const foreign = prefixes.join('|');
  const unmarked = xml.replace(/ mc:Ignorable="[^"]*"/, '');
  if (foreign === '') return unmarked;
  return unmarked
    .replace(new RegExp(` (?:${foreign}):\\w+="[^"]*"`, 'g'), '')
    .replace(new RegExp(`<((?:${foreign}):\\w+)[^>]*(?:/>|>.*?</\\1>)`, 'gs'), '');
}

/** Where the standard's schemas name what others describe, by an address or by none, this finds it in `beyond`. */
function foundHere(schema: string): string {
  return schema
    .replace(
      /(<xsd?:import [^>]*namespace="http:\/\/www\.w3\.org\/XML\/1998\/namespace")\/>/,
      '$1 schemaLocation="xml.xsd"/>',
    )
    .replaceAll('http://dublincore.org/schemas/xmls/qdc/2003/04/02/', '');
}

const schemaOf = (namespace: string, content: string) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}">${content}</xs:schema>`;

/**
 * Of XML's own attributes and of Dublin Core, what the standard refers to. A letter has no drawings, so that their schemas,
 * another 400 KB, are left out: a drawing would be found as a fault.
 */
const beyond = {
  'xml.xsd': schemaOf(
    'http://www.w3.org/XML/1998/namespace',
    '<xs:attribute name="lang" type="xs:language"/><xs:attribute name="space" type="xs:NCName"/>',
  ),
  'dc.xsd': schemaOf(
    'http://purl.org/dc/elements/1.1/',
    ['creator', 'description', 'identifier', 'language', 'subject', 'title']
      .map(name => `<xs:element name="${name}" type="xs:string"/>`)
      .join(''),
  ),
  'dcterms.xsd': schemaOf(
    'http://purl.org/dc/terms/',
    '<xs:element name="created"/><xs:element name="modified"/><xs:simpleType name="W3CDTF"><xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType>',
  ),
  'dml-wordprocessingDrawing.xsd': schemaOf(
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
    '<xs:element name="anchor" abstract="true"/><xs:element name="inline" abstract="true"/>',
  ),
};
