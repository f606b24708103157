/** SHA-256 of bytes, in hex, by whichever means there is where it is asked. */
export type Digest = (bytes: Uint8Array) => string;

/** That a leaf is in a tree: the hashes beside its way up to the root, from the lowest. */
export type Proof = { leaf: string; index: number; size: number; path: string[]; root: string };

/** The hash of a text as a leaf. Leaves and nodes open with another byte, so that none can be taken for the other. */
export function hashOfLeaf(leaf: string, digest: Digest): string {
  return digest(Uint8Array.of(0, ...new TextEncoder().encode(leaf)));
}

/** The root of a tree over the hashes of its leaves, in their order (RFC 9162, 2.1.1). */
export function rootOf(hashes: string[], digest: Digest): string {
  const [only] = hashes;
  if (only === undefined) return digest(new Uint8Array());
  if (hashes.length === 1) return only;
  const left = largestPowerBelow(hashes.length);
  return hashOfNode(rootOf(hashes.slice(0, left), digest), rootOf(hashes.slice(left), digest), digest);
}

/** The proof that a tree holds a leaf (RFC 9162, 2.1.3.1); undefined when it does not. */
export function proofOf(leaf: string, hashes: string[], digest: Digest): Proof | undefined {
  const index = hashes.indexOf(hashOfLeaf(leaf, digest));
  if (index < 0) return undefined;
  return { leaf, index, size: hashes.length, path: pathTo(hashes, index, digest), root: rootOf(hashes, digest) };
}

/** True of a proof by which its leaf comes to its root, at its index in a tree of its size (RFC 9162, 2.1.3.2). */
export function isProven({ leaf, index, size, path, root }: Proof, digest: Digest): boolean {
  return index < size && climbed(hashOfLeaf(leaf, digest), { index, size, path }, digest) === root;
}

function pathTo(hashes: string[], index: number, digest: Digest): string[] {
  if (hashes.length <= 1) return [];
  const left = largestPowerBelow(hashes.length);
  const [lower, upper] = [hashes.slice(0, left), hashes.slice(left)];
  return index < left
    ? [...pathTo(lower, index, digest), rootOf(upper, digest)]
    : [...pathTo(upper, index - left, digest), rootOf(lower, digest)];
}

/** The root that a leaf's hash comes to by its path; undefined when the path is too short or too long for the tree. */
function climbed(
  hash: string,
  { index, size, path }: Pick<Proof, 'index' | 'size' | 'path'>,
  digest: Digest,
): string | undefined {
  if (size <= 1) return path.length === 0 ? hash : undefined;
  const beside = path.at(-1);
  if (beside === undefined) return undefined;
  const left = largestPowerBelow(size);
  const isLeft = index < left;
  const below = isLeft
    ? { index, size: left, path: path.slice(0, -1) }
    : { index: index - left, size: size - left, path: path.slice(0, -1) };
  const own = climbed(hash, below, digest);
  if (own === undefined) return undefined;
  return isLeft ? hashOfNode(own, beside, digest) : hashOfNode(beside, own, digest);
}

function hashOfNode(left: string, right: string, digest: Digest): string {
  return digest(Uint8Array.of(1, ...bytesOf(left), ...bytesOf(right)));
}

function bytesOf(hex: string): number[] {
  return (hex.match(/../g) ?? []).map(byte => Number.parseInt(byte, 16));
}

function largestPowerBelow(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1);
}
