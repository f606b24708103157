import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const;
export type Face = (typeof faces)[number];

export function faceOf({ bold, italic }: { bold?: boolean | undefined; italic?: boolean | undefined }): Face {
  if (italic) return bold ? '700Bold_Italic' : '400Regular_Italic';
  return bold ? '700Bold' : '400Regular';
}

/** Where each face of Tinos is, for whoever bundles them; bundled, they lie in "fonts" beside the code. */
export function fontPaths(): { name: string; path: string }[] {
  return faces.map(face => ({ name: `${face}.ttf`, path: pathOf(face) }));
}

/** The faces of Tinos, as they are embedded in the PDF. */
export function fontBlobs(): Buffer[] {
  return faces.map(face => readFileSync(pathOf(face)));
}

export function fontOf(face: Face): Buffer {
  return readFileSync(pathOf(face));
}

function pathOf(face: Face): string {
  const bundled = join(import.meta.dirname, 'fonts', `${face}.ttf`);
  if (existsSync(bundled)) return bundled;
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`);
}
