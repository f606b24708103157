/** SHA-256 of bytes, in hex, by whichever means there is where it is asked. */
export type Digest = (bytes: Uint8Array) => string;

/** That a leaf is in a tree: the hashes beside its way up to the root, from the lowest. */
export type Proof = { leaf: string; index: number; size: number; path: string[]; root: string };

/**
 * The root of a tree over texts, in their order, as RFC 9162, 2.1.1, reckons it: leaves and nodes open with another byte, so that
 * none can be taken for the other.
 */
export function rootOf(leaves: string[], digest: Digest): string {
  if (leaves.length === 0) return digest(new Uint8Array());
  const [only = ''] = leaves;
  if (leaves.length === 1) return hashOfLeaf(only, digest);
  const left = largestPowerBelow(leaves.length);
  return hashOfNode(rootOf(leaves.slice(0, left), digest), rootOf(leaves.slice(left), digest), digest);
}

/** The proof that a tree holds its leaf at an index (RFC 9162, 2.1.3.1). */
export function proofOf(leaves: string[], index: number, digest: Digest): Proof {
  const path = pathTo(leaves, index, digest);
  return { leaf: leaves[index] ?? '', index, size: leaves.length, path, root: rootOf(leaves, digest) };
}

/** True of a proof by which its leaf comes to its root, at its index in a tree of its size (RFC 9162, 2.1.3.2). */
export function isProven({ leaf, index, size, path, root }: Proof, digest: Digest): boolean {
  return index < size && climbed(hashOfLeaf(leaf, digest), { index, size, path }, digest) === root;
}

function pathTo(leaves: string[], index: number, digest: Digest): string[] {
  if (leaves.length <= 1) return [];
  const left = largestPowerBelow(leaves.length);
  const [lower, upper] = [leaves.slice(0, left), leaves.slice(left)];
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

function hashOfLeaf(leaf: string, digest: Digest): string {
  return digest(Uint8Array.of(0, ...new TextEncoder().encode(leaf)));
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
