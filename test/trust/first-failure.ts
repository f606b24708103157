import { afterEach, beforeEach } from 'vitest';

/** In a file of which one test failed, no other has anything to add. */
let failed = false;

beforeEach(({ skip }) => skip(failed, 'a test failed'));
afterEach(({ task }) => {
  failed ||= task.result?.state === 'fail';
});
