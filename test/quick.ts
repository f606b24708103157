/**
 * The tests that take milliseconds and leave nothing behind in their process: many share one, as to start one takes longer than
 * most of them do.
 */
export const quick = [
  'test/{domain,http}/**/*.test.ts',
  'test/aws/!(mail*).test.ts',
  'test/{batches,config,token,xlsx}.test.ts',
  'test/templates/letter/charset.test.ts',
];

/** As quick, but each needs a process: it puts another module in the place of one. */
export const quickAlone = ['test/aws/mail*.test.ts'];
