import { type Archive, archiveNamed } from '../../shared/aws/archive.ts';
import { type Post, postFrom } from '../../shared/aws/post.ts';
import { type Table, tableNamed } from '../../shared/aws/table.ts';
import { config } from '../../shared/config.ts';

/** Where `deliver-report` works. */
export type Room = { table: Table; archive: Archive; post: Post; baseUrl: string };

export function room(): Room {
  const { TABLE, ARCHIVE, BASE_URL, SENDER, CONFIGURATION_SET } = config(
    'TABLE',
    'ARCHIVE',
    'BASE_URL',
    'SENDER',
    'CONFIGURATION_SET',
  );
  return {
    table: tableNamed(TABLE),
    archive: archiveNamed(ARCHIVE),
    post: postFrom(SENDER, CONFIGURATION_SET),
    baseUrl: BASE_URL,
  };
}
