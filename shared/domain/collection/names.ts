import type { FigureState } from '../figures/figure.ts';
import type { TaskStatus } from './answers.ts';

/** The states of a figure, as people choose and read them. */
export const stateNames: Record<FigureState, string> = {
  reported: 'báo cáo',
  estimated: 'ước',
  none: 'không phát sinh',
  missing: 'chưa báo cáo',
};

export const statusNames: Record<TaskStatus, string> = {
  done: 'đã hoàn thành',
  'under-way': 'đang thực hiện',
  'not-begun': 'chưa thực hiện',
  none: 'không phát sinh',
};
