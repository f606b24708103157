import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { type Around, sendingBy } from './turns.ts';

type Archived = { files?: Map<string, Uint8Array>; onPut?: (key: string) => void };

/** An archive in memory: what was put last under a key is read from it. `onPut` is told each key that was put. */
export function memoryArchive(around?: Around, { files = new Map(), onPut = () => {} }: Archived = {}) {
  const send = sendingBy(command => answerTo({ files, onPut }, command), around);
  // The SDK's paginator asks for a client of its own making.
  return { files, client: Object.assign(Object.create(S3Client.prototype), { send }) as S3Client };
}

function answerTo({ files, onPut }: Required<Archived>, command: unknown) {
  if (command instanceof PutObjectCommand) {
    const { Key = '', Body, IfNoneMatch } = command.input;
    if (IfNoneMatch && files.has(Key)) throw alreadyThere();
    files.set(Key, typeof Body === 'string' ? new TextEncoder().encode(Body) : (Body as Uint8Array));
    onPut(Key);
    return {};
  }
  if (command instanceof ListObjectsV2Command) return { Contents: [...files.keys()].sort().map(Key => ({ Key })) };
  if (!(command instanceof GetObjectCommand)) throw new Error('no such command in the house');
  const content = files.get(command.input.Key ?? '');
  if (!content) throw new NoSuchKey({ message: 'no such key', $metadata: {} });
  return { Body: { transformToByteArray: async () => content } };
}

function alreadyThere(): S3ServiceException {
  return new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', $metadata: { httpStatusCode: 412 } });
}
