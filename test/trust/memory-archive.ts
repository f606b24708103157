import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { sendingBy, type Turns } from './turns.ts';

/** An archive in memory: what was put last under a key is read from it. */
export function memoryArchive(turns?: Turns) {
  const files = new Map<string, Uint8Array>();
  const send = sendingBy(command => answerTo(files, command), turns);
  return { files, client: { send } as unknown as S3Client };
}

function answerTo(files: Map<string, Uint8Array>, command: unknown) {
  if (command instanceof PutObjectCommand) {
    const { Key = '', Body } = command.input;
    files.set(Key, typeof Body === 'string' ? new TextEncoder().encode(Body) : (Body as Uint8Array));
    return {};
  }
  if (!(command instanceof GetObjectCommand)) throw new Error('no such command in the house');
  const content = files.get(command.input.Key ?? '');
  if (!content) throw new NoSuchKey({ message: 'no such key', $metadata: {} });
  return { Body: { transformToByteArray: async () => content } };
}
