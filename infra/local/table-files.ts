import { createRequire } from 'node:module';

type Store = {
  open: () => Promise<void>;
  close: () => Promise<void>;
  iterator: (range: { gte: string; lt: string }) => AsyncIterable<[key: string, described: { TableStatus?: string }]>;
  del: (key: string) => Promise<void>;
};

/** The store that dynalite itself keeps tables in, of the version that it asks for. */
const { Level } = createRequire(createRequire(import.meta.url).resolve('dynalite'))('level') as {
  Level: new (directory: string, options: { valueEncoding: 'json' }) => Store;
};

/**
 * Opens and closes the files of the tables before dynalite does, which throws where nobody can catch it. A table whose making was
 * cut short holds nothing, and would be made for ever: it is taken away, to be made anew.
 * @throws an error whose `cause` has the `code` LEVEL_LOCKED when another program holds them, LEVEL_CORRUPTION and the like
 */
export async function checkTableFiles(directory: string): Promise<void> {
  const store = new Level(directory, { valueEncoding: 'json' });
  await store.open();
  try {
    for await (const [key, { TableStatus }] of store.iterator({ gte: 'table~', lt: 'table~~' }))
      if (TableStatus === 'CREATING') await store.del(key);
  } finally {
    await store.close();
  }
}
