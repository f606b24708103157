import type { Reporter } from 'vitest/node';

const most = 10;

/** Says at the end of a run which files took longest, where there were more: the first to be looked at when the whole takes too long. */
export const slowest: Reporter = {
  onTestRunEnd: modules => {
    if (modules.length <= most) return;
    const lasting = modules.map(module => ({ file: module.relativeModuleId, ms: module.diagnostic().duration }));
    const longest = lasting.sort((one, other) => other.ms - one.ms).slice(0, most);
    console.log(longest.map(({ file, ms }) => `${(ms / 1_000).toFixed(1).padStart(7)} s  ${file}`).join('\n'));
  },
};
