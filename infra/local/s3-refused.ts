/** The refusals of S3 that its stand-in knows (Amazon S3 API reference, "Error responses"). */
const refusals = {
  AccessDenied: [403, 'Access Denied'],
  AuthorizationQueryParametersError: [
    400,
    'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
  ],
  BadDigest: [400, 'The Content-MD5 or checksum value that you specified did not match what the server received.'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed object size.'],
  IncompleteBody: [400, 'The request body terminated unexpectedly.'],
  InternalError: [500, 'An internal error occurred. Try again.'],
  InvalidBucketName: [400, 'The specified bucket is not valid.'],
  InvalidURI: [400, "The specified URI couldn't be parsed."],
  KeyTooLongError: [400, 'Your key is too long.'],
  MetadataTooLarge: [400, 'Your metadata headers exceed the maximum allowed metadata size.'],
  NoSuchBucket: [404, 'The specified bucket does not exist.'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  NotImplemented: [501, 'A header or query you provided implies functionality that is not implemented.'],
  PreconditionFailed: [412, 'At least one of the preconditions you specified did not hold.'],
  SignatureDoesNotMatch: [403, 'The request signature we calculated does not match the signature you provided.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type RefusalCode = keyof typeof refusals;

/** What S3 answers to a request that it does not carry out. */
export type Refused = Error & { code: RefusalCode; status: number };

/** To be thrown: ends the request with this refusal. */
export function refused(code: RefusalCode, message: string = refusals[code][1]): Refused {
  return Object.assign(new Error(message), { name: 'Refused', code, status: refusals[code][0] });
}

export function isRefused(error: unknown): error is Refused {
  return error instanceof Error && error.name === 'Refused';
}
