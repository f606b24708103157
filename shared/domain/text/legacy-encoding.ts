/** Letters of Vietnamese that neither TCVN3 nor VNI writes: a line that has one was typed in Unicode. */
const vietnamese = /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/;

/** TCVN3 (.VnTime): signs, or capitals beyond ASCII, inside a word: "KiÓm", "c¬ së", "®iÖn". */
const tcvn3 = /[A-Za-z][¸µ¶·¹¨»¾¼½©ª«¬®×]|[¸µ¶¹¨»¾¼½©ª«¬®×][A-Za-z]|[a-z][Æ-ÏÑ-ÖØÜÝÞ]/u;

/** VNI: a vowel, and after it a letter that stands for its marks: "Kieåm", "sôû", "ñaàu". */
const vni = /[aeiouyôöAEIOUY][åäëïûøü]|[ôö][ùøûõïäåáàãâ]|ñ[aeiouyôö]/u;

/** Fewer words than these may be names of other languages. */
const least = 2;

type LegacyLine = { line: string; encoding: 'TCVN3 (.VnTime)' | 'VNI' };

/**
 * The lines that look typed in the encoding of an old font, each with its name. They would be printed as they look, so that the
 * unit is asked. Names of other languages pass: they are few, or stand among words of Vietnamese.
 */
export function legacyLines(text: string): LegacyLine[] {
  return text
    .split('\n')
    .filter(line => !vietnamese.test(line))
    .flatMap((line): LegacyLine[] => {
      const words = line.split(/\s+/);
      if (words.filter(word => tcvn3.test(word)).length >= least) return [{ line, encoding: 'TCVN3 (.VnTime)' }];
      return words.filter(word => vni.test(word)).length >= least ? [{ line, encoding: 'VNI' }] : [];
    });
}
